import { HejuError } from '@heju/kernel'
import type { MessageChannel, OutgoingMessage } from '@heju/core/messages/channel'
import type { PaymentOrder, ProviderCall, WechatMerchantSettings } from '@heju/core/payments/provider'
import { aliyunSms } from '../aliyun-sms/index.ts'
import type { AliyunSmsSettings } from '../aliyun-sms/index.ts'
import { r2FileStore } from '../r2/index.ts'
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
