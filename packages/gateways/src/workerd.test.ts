import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestHarness } from 'wrangler'
import type { TestHarness } from 'wrangler'
import { startAliyunSmsDouble } from '@heju/local/aliyun-sms-double'
import type { AliyunSmsDouble } from '@heju/local/aliyun-sms-double'
import { freshOrder, NOW, startMerchants } from './testing/merchant.ts'
import type { Task } from './testing/worker.ts'

let world: Awaited<ReturnType<typeof startMerchants>>
let sms: AliyunSmsDouble
let harness: TestHarness
let registry: string

beforeAll(async () => {
  registry = mkdtempSync(join(tmpdir(), 'heju-registry-'))
  vi.stubEnv('WRANGLER_REGISTRY_PATH', registry)
  vi.stubEnv('WRANGLER_SEND_METRICS', 'false')
  world = await startMerchants()
  sms = await startAliyunSmsDouble({ now: () => NOW })
  harness = createTestHarness({
    root: import.meta.dirname,
    workers: [{ configPath: './testing/wrangler.toml' }],
  })
  await harness.listen()
}, 60_000)
afterAll(async () => {
  await harness.close()
  await sms.close()
  await world.close()
  vi.unstubAllEnvs()
  rmSync(registry, { recursive: true })
})

async function inWorkerd(task: Task): Promise<{ result?: unknown; error?: unknown }> {
  const response = await harness.fetch('/', { method: 'POST', body: JSON.stringify(task) })
  return (await response.json()) as { result?: unknown; error?: unknown }
}

const payment = (more: Partial<NonNullable<Task['payment']>>) =>
  inWorkerd({
    payment: {
      settings: world.mine,
      call: { now: NOW, notifyUrl: world.receiver.url },
      baseUrl: world.simulator.url,
      ...more,
    },
  })

describe('in workerd, WeChat Pay', () => {
  it('signs requests that the provider accepts, and verifies what it answers', async () => {
    const order = freshOrder()
    expect(await payment({ order })).toMatchObject({ result: { kind: 'redirect' } })
    await world.simulator.control('pay', { outTradeNo: order.outTradeNo, waitMs: 2000 })
    expect(await payment({ query: order.outTradeNo })).toMatchObject({
      result: { state: 'success', totalFen: 123_450 },
    })
    expect(await payment({})).toEqual({ result: null })
  })

  it('decrypts notices, and refuses forged ones', async () => {
    const order = freshOrder({ description: '阳光花园三期 车位 B1-088' })
    await payment({ order })
    world.receiver.received.length = 0
    const { outTradeNo } = order
    await world.simulator.control('behaviour', { outTradeNo, notice: ['forged', 'tampered', 'normal'] })
    await world.simulator.control('pay', { outTradeNo, waitMs: 2000 })
    const read = await Promise.all(
      world.receiver.received.map(({ headers, body }) =>
        payment({ notice: { headers: [...headers], body } }),
      ),
    )
    expect(read).toMatchObject([
      { error: { code: 'payments.notice_forged', params: { reason: 'signature' } } },
      { error: { code: 'payments.notice_unreadable', params: { reason: 'resource' } } },
      { result: { eventType: 'TRANSACTION.SUCCESS', trade: { outTradeNo, state: 'success' } } },
    ])
  })

  it('believes no forged answer, and closes orders', async () => {
    const order = freshOrder()
    await payment({ order })
    const { outTradeNo } = order
    await world.simulator.control('behaviour', { outTradeNo, query: 'forged', times: 1 })
    expect(await payment({ query: outTradeNo })).toMatchObject({
      error: { code: 'payments.provider_untrusted', params: { reason: 'signature' } },
    })
    expect(await payment({ close: outTradeNo })).toEqual({ result: null })
    expect(await payment({ query: outTradeNo })).toMatchObject({ result: { state: 'closed' } })
  })

  it('reads a key from a certificate only where there is one', async () => {
    const platformKeys = world.mine.platformKeys.map((key) => ({
      ...key,
      pem: key.pem.replaceAll('PUBLIC KEY', 'CERTIFICATE'),
    }))
    expect(await payment({ settings: { ...world.mine, platformKeys } })).toMatchObject({
      error: { code: 'payments.settings_unusable', params: { field: 'platformKeys' } },
    })
  })
})

describe('in workerd, Aliyun SMS', () => {
  it('signs calls that the provider accepts', async () => {
    const message = {
      to: '13800138000',
      templateCode: 'SMS_1001',
      params: { room: '3栋-2单元-1501 (精装)' },
      text: '您好',
      outId: 'msg_1',
    }
    const sent = await inWorkerd({ sms: { settings: sms.settings, now: NOW, baseUrl: sms.url, message } })
    expect(sent).toMatchObject({ result: { state: 'accepted' } })
    expect(sms.accepted.at(-1)?.params).toEqual(message.params)
  })
})

describe('in workerd, R2', () => {
  const key = `co_1/matters/${crypto.randomUUID()}.txt`
  const put = (text: string, announced: number | null) =>
    inWorkerd({ file: { key, put: { text, announced, contentType: 'text/plain;charset=utf-8' } } })

  it('keeps a stream under its key, gives it back with its type, and forgets it', async () => {
    const text = '楼道灯不亮'.repeat(1000)
    expect(await put(text, Buffer.byteLength(text))).toEqual({ result: null })
    expect(await inWorkerd({ file: { key } })).toEqual({
      result: { body: text, size: Buffer.byteLength(text), contentType: 'text/plain;charset=utf-8' },
    })
    expect(await inWorkerd({ file: { key, remove: true } })).toEqual({ result: null })
    expect(await inWorkerd({ file: { key } })).toEqual({ result: null })
    expect(await inWorkerd({ file: { key, remove: true } })).toEqual({ result: null })
  })

  it('keeps bytes, in place of what was there', async () => {
    await put('old', null)
    await put('新', null)
    expect(await inWorkerd({ file: { key } })).toMatchObject({ result: { body: '新', size: 3 } })
    await inWorkerd({ file: { key, remove: true } })
  })

  it.each([4, 6])(
    'keeps nothing of a stream that is not as long as announced: %i instead of 5',
    async (announced) => {
      expect(await put('hello', announced)).toMatchObject({ error: { code: 'files.store_unavailable' } })
      expect(await inWorkerd({ file: { key } })).toEqual({ result: null })
    },
  )
})

describe('in workerd, a bucket of backups', () => {
  const name = 'backups/2026-11-28.sql.gz'
  const mebibyte = 1024 * 1024

  it.each([1, 8 * mebibyte, 20 * mebibyte + 7])(
    'keeps a stream of %i bytes whose length nobody knew, byte for byte',
    async (bytes) => {
      expect(await inWorkerd({ backup: { name, bytes } })).toEqual({
        result: { put: bytes, lies: bytes, right: true, names: [name], left: [] },
      })
    },
  )

  it('keeps nothing of a stream that broke off', async () => {
    expect(await inWorkerd({ backup: { name, bytes: 20 * mebibyte, breaksAt: 10 * mebibyte } })).toEqual({
      result: { put: 'cut off', lies: null, right: true, names: [], left: [] },
    })
  })
})
