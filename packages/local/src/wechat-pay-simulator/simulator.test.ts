import { createServer } from 'node:http'
import type { Server } from 'node:http'
import { appendFileSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createSign } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startWechatPaySimulator } from './index.ts'
import type { MerchantSettings, WechatPaySimulator, WechatPaySimulatorOptions } from './index.ts'
import { RETRY_SECONDS } from './postman.ts'

let receiver: Server
let notices: { host: string | undefined; body: string }[]
let answers: number[]
let directory: string
let twoMerchants: string
let running: WechatPaySimulator[]

// Keys take a moment to make: all tests start from the same two merchants, each from a copy of its own.
beforeAll(async () => {
  twoMerchants = mkdtempSync(join(tmpdir(), 'heju-wechat-'))
  const simulator = await startWechatPaySimulator({ directory: twoMerchants, merchants: [{}, {}] })
  await simulator.close()
})
afterAll(() => rmSync(twoMerchants, { recursive: true }))

beforeEach(async () => {
  notices = []
  answers = []
  running = []
  directory = mkdtempSync(join(tmpdir(), 'heju-wechat-'))
  cpSync(twoMerchants, directory, { recursive: true })
  receiver = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    notices.push({ host: request.headers.host, body })
    response.writeHead(answers.shift() ?? 204).end()
  })
  await new Promise<void>((resolve) => {
    receiver.listen(0, '127.0.0.1', resolve)
  })
})
afterEach(async () => {
  await Promise.all(running.map((simulator) => simulator.close()))
  receiver.close()
  rmSync(directory, { recursive: true })
})

const port = () => (receiver.address() as AddressInfo).port

async function start(options: WechatPaySimulatorOptions = {}) {
  const simulator = await startWechatPaySimulator({ directory, timeScale: 0.0001, ...options })
  running.push(simulator)
  const [merchant] = simulator.merchants
  if (!merchant) throw new Error('no merchant')
  return { simulator, merchant }
}

/** Signs as a merchant does; written apart from the adapter, so that neither hides a fault of the other. */
async function send(
  simulator: WechatPaySimulator,
  merchant: MerchantSettings,
  method: string,
  target: string,
  wish?: object,
  spoil: { body?: string; timestamp?: number; serial?: string; key?: string } = {},
) {
  const body = wish ? JSON.stringify(wish) : ''
  const timestamp = spoil.timestamp ?? Math.floor(Date.now() / 1000)
  const nonce = crypto.randomUUID()
  const signature = createSign('RSA-SHA256')
    .update(`${method}\n${target}\n${timestamp}\n${nonce}\n${body}\n`)
    .sign(spoil.key ?? merchant.merchantPrivateKey, 'base64')
  const response = await fetch(simulator.url + target, {
    method,
    headers: {
      authorization: `WECHATPAY2-SHA256-RSA2048 mchid="${merchant.merchantId}",nonce_str="${nonce}",signature="${signature}",timestamp="${timestamp}",serial_no="${spoil.serial ?? merchant.merchantSerial}"`,
    },
    ...(method === 'POST' ? { body: spoil.body ?? body } : {}),
  })
  const text = await response.text()
  return { status: response.status, headers: response.headers, json: text === '' ? null : JSON.parse(text) }
}

const wished = (merchant: MerchantSettings, changes: object = {}) => ({
  appid: merchant.appId,
  mchid: merchant.merchantId,
  description: '阳光花园 3栋-2单元-1501 物业费',
  out_trade_no: 'HJ202611220001',
  notify_url: `http://acme.localhost:${port()}/notices/wechat-pay`,
  amount: { total: 12_345, currency: 'CNY' },
  scene_info: { payer_client_ip: '203.0.113.7', h5_info: { type: 'Wap' } },
  ...changes,
})

const H5 = '/v3/pay/transactions/h5'
const QUERY = (merchant: MerchantSettings) =>
  `/v3/pay/transactions/out-trade-no/HJ202611220001?mchid=${merchant.merchantId}`

describe('what is asked of the provider', () => {
  it.each([
    ['a body that was changed on the way', { body: '{"amount":{"total":1}}' }],
    ['a time six minutes ago', { timestamp: Math.floor(Date.now() / 1000) - 360 }],
    ['the serial of another certificate', { serial: '0'.repeat(40) }],
  ])('is refused as unsigned for %s', async (_case, spoil) => {
    const { simulator, merchant } = await start()
    const answer = await send(simulator, merchant, 'POST', H5, wished(merchant), spoil)
    expect(answer).toMatchObject({ status: 401, json: { code: 'SIGN_ERROR' } })
  })

  it('is refused without a signature', async () => {
    const { simulator } = await start()
    const response = await fetch(simulator.url + H5, { method: 'POST', body: '{}' })
    expect(response.status).toBe(401)
  })

  it('is refused when another merchant signs it', async () => {
    const { simulator, merchant } = await start()
    const key = simulator.merchants[1]?.merchantPrivateKey ?? ''
    const answer = await send(simulator, merchant, 'POST', H5, wished(merchant), { key })
    expect(answer.json.code).toBe('SIGN_ERROR')
  })

  it.each([
    ['out_trade_no', { out_trade_no: 'abc' }],
    ['description', { description: '费'.repeat(43) }],
    ['notify_url', { notify_url: 'https://acme.example/notices?company=1' }],
    ['amount/total', { amount: { total: 0.5 } }],
    ['time_expire', { time_expire: '2026-11-22 10:00:00' }],
    ['scene_info/payer_client_ip', { scene_info: {} }],
    ['mchid', { mchid: '1900000001' }],
  ])('is refused when %s is not as it should be', async (field, change) => {
    const { simulator, merchant } = await start()
    const answer = await send(simulator, merchant, 'POST', H5, wished(merchant, change))
    expect(answer).toMatchObject({
      status: 400,
      json: { code: 'PARAM_ERROR', detail: { field: `/body/${field}` } },
    })
    expect(answer.headers.get('wechatpay-signature')).toBeTruthy()
  })

  it('tells a merchant nothing about the orders of another', async () => {
    const { simulator, merchant } = await start()
    const other = simulator.merchants[1]
    if (!other) throw new Error('no second merchant')
    await send(simulator, merchant, 'POST', H5, wished(merchant))
    expect((await send(simulator, other, 'GET', QUERY(other))).json.code).toBe('ORDER_NOT_EXIST')
    expect((await send(simulator, other, 'GET', QUERY(merchant))).json.code).toBe('PARAM_ERROR')
  })
})

describe('the pay page', () => {
  async function opened() {
    const { simulator, merchant } = await start()
    const { json } = await send(simulator, merchant, 'POST', H5, wished(merchant))
    const back = `http://127.0.0.1:${port()}/portal/bills`
    return { simulator, merchant, url: `${json.h5_url}&redirect_url=${encodeURIComponent(back)}`, back }
  }
  const press = (simulator: WechatPaySimulator, page: string, action: string, notice = '') => {
    const target = /action="(\/pay\/[^"]+)"/.exec(page)?.[1] ?? ''
    const back = /name="redirect_url" value="([^"]*)"/.exec(page)?.[1] ?? ''
    return fetch(simulator.url + target, {
      method: 'POST',
      body: new URLSearchParams({ action, notice, redirect_url: back }),
      redirect: 'manual',
    })
  }

  it('shows amount and purpose, takes the money, tells the merchant and leads back', async () => {
    const { simulator, merchant, url, back } = await opened()
    const page = await (await fetch(url)).text()
    expect(page).toContain('¥123.45')
    expect(page).toContain('3栋-2单元-1501')
    const answer = await press(simulator, page, 'pay')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(back)
    await expect.poll(() => notices.length).toBe(1)
    expect((await send(simulator, merchant, 'GET', QUERY(merchant))).json.trade_state).toBe('SUCCESS')
  })

  it('reaches a notice address below localhost, under its own host name', async () => {
    const { simulator, url } = await opened()
    await press(simulator, await (await fetch(url)).text(), 'pay')
    await expect.poll(() => notices[0]?.host).toBe(`acme.localhost:${port()}`)
  })

  it('takes nothing when it is left or cancelled', async () => {
    const { simulator, merchant, url, back } = await opened()
    const page = await (await fetch(url)).text()
    expect((await press(simulator, page, 'cancel')).headers.get('location')).toBe(back)
    expect((await send(simulator, merchant, 'GET', QUERY(merchant))).json.trade_state).toBe('NOTPAY')
    expect(notices).toEqual([])
  })

  it('takes the money once, however often it is pressed', async () => {
    const { simulator, url } = await opened()
    const page = await (await fetch(url)).text()
    await press(simulator, page, 'pay')
    expect((await press(simulator, page, 'pay')).status).toBe(409)
    expect(await (await fetch(url)).text()).toContain('订单已支付')
  })

  it('can be told there to let the notice go wrong', async () => {
    const { simulator, merchant, url } = await opened()
    await press(simulator, await (await fetch(url)).text(), 'pay', 'never')
    expect((await send(simulator, merchant, 'GET', QUERY(merchant))).json.trade_state).toBe('SUCCESS')
    expect(notices).toEqual([])
  })

  it('leads to web addresses only', async () => {
    const { url } = await opened()
    const spoilt = new URL(url)
    spoilt.searchParams.set('redirect_url', 'javascript:alert(1)')
    expect(await (await fetch(spoilt)).text()).not.toContain('javascript:')
  })

  it('is good for five minutes', async () => {
    const { simulator, url } = await opened()
    await simulator.control('clock', { at: Date.now() + 301_000 })
    expect((await fetch(url)).status).toBe(410)
  })

  it('is reached from the list of orders and from the code', async () => {
    const { simulator, merchant } = await start()
    const native = wished(merchant, { description: '<b>车位</b>' })
    const { json } = await send(simulator, merchant, 'POST', '/v3/pay/transactions/native', native)
    const list = await (await fetch(simulator.url)).text()
    expect(list).toContain(new URL(json.code_url).pathname)
    expect(list).toContain('&lt;b&gt;车位')
    expect(await (await fetch(json.code_url)).text()).toContain('<svg')
  })
})

describe('notices', () => {
  it('come again in the provider’s rhythm until the day is over, then never', async () => {
    answers = Array.from({ length: 40 }, () => 500)
    const { simulator, merchant } = await start({ timeScale: 1e-7 })
    await send(simulator, merchant, 'POST', H5, wished(merchant))
    const { deliveries } = (await simulator.control('pay', {
      outTradeNo: 'HJ202611220001',
      waitMs: 5000,
    })) as { deliveries: unknown[] }
    expect(deliveries).toHaveLength(RETRY_SECONDS.length + 1)
    const total = RETRY_SECONDS.reduce((sum, seconds) => sum + seconds, 0)
    expect(total).toBe(24 * 3600 + 4 * 60)
  })
})

describe('what outlives the process', () => {
  it('are keys, merchants, orders and the notices that nobody acknowledged', async () => {
    answers = [500]
    const first = await start({ timeScale: 1 })
    await send(first.simulator, first.merchant, 'POST', H5, wished(first.merchant))
    await first.simulator.control('pay', { outTradeNo: 'HJ202611220001', waitMs: 200 })
    await first.simulator.close()
    running = []
    expect(notices).toHaveLength(1)

    const second = await start()
    expect(second.merchant).toEqual(first.merchant)
    await expect.poll(() => notices.length).toBe(2)
    const told = await send(second.simulator, second.merchant, 'GET', QUERY(second.merchant))
    expect(told.json).toMatchObject({ trade_state: 'SUCCESS', amount: { total: 12_345 } })
  })

  it('survives a line that was torn by a kill', async () => {
    const first = await start()
    await first.simulator.close()
    running = []
    appendFileSync(join(directory, 'simulator.jsonl'), '["order","1/2",{"outTr')
    const second = await start()
    expect(second.simulator.merchants).toEqual(first.simulator.merchants)
  })

  it('keeps a number spoilt that was closed before it was opened', async () => {
    const first = await start()
    const close = '/v3/pay/transactions/out-trade-no/HJ202611220001/close'
    const { mchid } = wished(first.merchant)
    expect((await send(first.simulator, first.merchant, 'POST', close, { mchid })).status).toBe(204)
    await first.simulator.close()
    running = []
    const second = await start()
    const again = await send(second.simulator, second.merchant, 'POST', H5, wished(second.merchant))
    expect(again.json.code).toBe('INVALID_REQUEST')
  })
})

describe('steering', () => {
  it('registers further merchants and finds them again', async () => {
    const { simulator } = await start()
    const wish = { name: '和安物业', merchantId: '1900000222' }
    const made = await simulator.control('merchants', wish)
    expect(made).toMatchObject({ merchantId: '1900000222', apiV3Key: expect.stringMatching(/^.{32}$/) })
    expect(await simulator.control('merchants', wish)).toEqual(made)
  })

  it('refuses a behaviour that it does not know: a test would prove nothing', async () => {
    const { simulator } = await start()
    await expect(simulator.control('behaviour', { next: true, notice: 'lost' })).rejects.toThrow()
    await expect(simulator.control('behaviour', { next: true, notise: 'never' })).rejects.toThrow()
  })

  it('moves the clock, so that months of payments can be made in minutes', async () => {
    const { simulator, merchant } = await start()
    const at = Date.UTC(2026, 5, 20, 2)
    await simulator.control('clock', { at })
    const timestamp = Math.floor(at / 1000)
    await send(simulator, merchant, 'POST', H5, wished(merchant), { timestamp })
    await simulator.control('pay', { outTradeNo: 'HJ202611220001' })
    const told = await send(simulator, merchant, 'GET', QUERY(merchant), undefined, { timestamp })
    expect(told.json.success_time).toBe('2026-06-20T10:00:00+08:00')
  })
})
