import { HejuError } from '@heju/kernel'
import type { MessageChannel, OutgoingMessage } from '@heju/core/platform/messages/channel'
import type { PaymentOrder, ProviderCall, WechatMerchantSettings } from '@heju/core/fees/payments/provider'
import { aliyunSms } from '../aliyun-sms/index.ts'
import type { AliyunSmsSettings } from '../aliyun-sms/index.ts'
import { r2BackupStore, r2FileStore } from '../r2/index.ts'
import { wechatPay } from '../wechat-pay/index.ts'

/** What a test asks this Worker to do with the gateways, one of these at a time. */
export interface Task {
  payment?: {
    settings: WechatMerchantSettings
    call: ProviderCall
    baseUrl: string
    order?: PaymentOrder
    query?: string
    close?: string
    notice?: { headers: [string, string][]; body: string }
  }
  sms?: { settings: AliyunSmsSettings; now: number; baseUrl: string; message: OutgoingMessage }
  /** `announced` is the length that a stream is said to have; null puts bytes instead. */
  file?: { key: string; put?: { text: string; announced: number | null; contentType: string }; remove?: true }
  /** A stream of so many bytes, each the last digit of its place; cut off after `breaksAt`. */
  backup?: { name: string; bytes: number; breaksAt?: number }
}

interface Env {
  FILES: R2Bucket
}

/** Runs the gateways where they run in production. */
const worker: ExportedHandler<Env> = {
  async fetch(request, env) {
    try {
      return Response.json({ result: await carryOut((await request.json()) as Task, env) })
    } catch (error) {
      if (!(error instanceof HejuError)) throw error
      return Response.json({ error: { code: error.code, params: error.params } })
    }
  },
}

export default worker

async function carryOut(task: Task, env: Env): Promise<unknown> {
  if (task.payment) return carryOutPayment(task.payment)
  if (task.sms) {
    const { settings, now, baseUrl, message } = task.sms
    const channel: MessageChannel = aliyunSms(settings, now, { baseUrl })
    return channel.send(message)
  }
  if (task.backup) return carryOutBackup(task.backup, env)
  return task.file ? carryOutFile(task.file, env) : null
}

async function carryOutPayment(payment: NonNullable<Task['payment']>): Promise<unknown> {
  const { settings, call, baseUrl, order, query, close, notice } = payment
  const provider = wechatPay({ baseUrl, pausesMs: [5, 5] })(settings, call)
  if (order) return provider.open(order)
  if (query) return provider.query(query)
  if (close) return (await provider.close(close)) ?? null
  if (notice) return provider.readNotice(new Headers(notice.headers), notice.body)
  return (await provider.prove()) ?? null
}

async function carryOutFile(file: NonNullable<Task['file']>, env: Env): Promise<unknown> {
  const store = r2FileStore(env.FILES)
  if (file.put) {
    const { text, announced: size, contentType } = file.put
    const stream = new Response(text).body as ReadableStream<Uint8Array>
    const content = size === null ? new TextEncoder().encode(text) : { stream, size }
    return (await store.put(file.key, content, { contentType })) ?? null
  }
  if (file.remove) return (await store.delete(file.key)) ?? null
  const found = await store.get(file.key)
  return found && { ...found, body: await new Response(found.body).text() }
}

/** Puts a backup, and tells what then lies in the bucket under its name and beside it. */
async function carryOutBackup(
  { name, bytes, breaksAt }: NonNullable<Task['backup']>,
  env: Env,
): Promise<unknown> {
  const store = r2BackupStore(env.FILES)
  const put = await store.put(name, digits(bytes, breaksAt)).catch((error: Error) => error.message)
  const object = await env.FILES.get(name)
  const lies = new Uint8Array((await object?.arrayBuffer()) ?? new ArrayBuffer(0))
  const right = lies.every((byte, i) => byte === i % 10)
  const names = await store.list('backups/')
  await store.delete(names)
  return { put, lies: object === null ? null : lies.length, right, names, left: await store.list('backups/') }
}

function digits(bytes: number, breaksAt = Infinity): ReadableStream<Uint8Array> {
  const chunk = 100_000
  let at = 0
  return new ReadableStream({
    pull(controller) {
      if (at >= breaksAt) return controller.error(new Error('cut off'))
      if (at >= bytes) return controller.close()
      const length = Math.min(chunk, bytes - at)
      controller.enqueue(Uint8Array.from({ length }, (_, i) => (at + i) % 10))
      at += length
    },
  })
}
