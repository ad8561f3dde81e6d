import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { addBill, estate, type Estate } from '@heju/core/fees/payments/testing'
import { newId } from '@heju/kernel'
import { startWechatPaySimulator, type WechatPaySimulator } from '@heju/local/wechat-pay-simulator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testApi, type TestApi, type TestCaller, type TestCompany } from '../../workers/api/src/testing.ts'
import { companyCtx } from '../setup/two-companies.ts'

let api: TestApi
let company: TestCompany
let place: Estate
let simulator: WechatPaySimulator
/** Brings what the provider posts to the company's own host, as the edge would. */
const edge = createServer(async (request, response) => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const answer = await api.at(`http://${request.headers.host}${request.url}`, {
    method: 'POST',
    headers: request.headers as Record<string, string>,
    body: Buffer.concat(chunks),
  })
  response.writeHead(answer.status).end(Buffer.from(await answer.arrayBuffer()))
})

beforeAll(async () => {
  await new Promise<void>((resolve) => edge.listen(0, '127.0.0.1', resolve))
  simulator = await startWechatPaySimulator({ timeScale: 0.001 })
  api = await testApi()
  api.env.BASE_HOST = `localhost:${(edge.address() as AddressInfo).port}`
  api.env.WECHAT_PAY_URL = simulator.url
  company = await api.company()
  place = await estate(await companyCtx(api, company.id))
})
afterAll(async () => {
  await simulator.close()
  edge.closeAllConnections()
  await new Promise((resolve) => edge.close(resolve))
})

const administrator: TestCaller = { staff: [{ role: 'company_admin', projects: 'all' }] }
const owner = (room = 0): TestCaller => ({ owner: place.owners[room]!.actor.id })

async function ask<T>(path: string, who: TestCaller, method = 'GET', content?: unknown): Promise<T> {
  const init: RequestInit = { method, headers: { 'idempotency-key': crypto.randomUUID() } }
  if (content !== undefined) init.body = JSON.stringify(content)
  const response = await company.fetch(path, init, who)
  expect([path, response.status, response.ok ? '' : await response.clone().text()]).toEqual([path, 200, ''])
  return (await response.json()) as T
}

const trips = (response: Response) =>
  Number(/"(\d+) trips"/.exec(response.headers.get('server-timing') ?? '')?.[1])

describe('over HTTP, from the settings to the receipt', () => {
  test('a company enters its merchant and tests it, an owner pays, the notice arrives, the receipt is there', async () => {
    const settings = simulator.merchants[0]!
    const { id } = await ask<{ id: string }>('/api/v1/merchants', administrator, 'PUT', {
      ...settings,
      id: newId('mch', Date.now()),
    })
    expect(await ask(`/api/v1/merchants/${id}/proof`, administrator, 'POST')).toMatchObject({ failure: null })
    const shown = JSON.stringify(await ask('/api/v1/merchants', administrator))
    for (const secret of [settings.apiV3Key, 'PRIVATE KEY']) expect(shown).not.toContain(secret)

    const orderId = newId('ord', Date.now())
    const wish = { orderId, billIds: [await addBill(place)], scene: 'h5' }
    const opened = await ask<{ next: { kind: string; url: string } }>(
      '/api/v1/portal/payments',
      owner(),
      'POST',
      wish,
    )
    expect(opened.next.kind).toBe('redirect')
    expect(api.sent.at(-1)).toEqual({ type: 'outbox', companyId: company.id })
    expect(await ask(`/api/v1/portal/payments/${orderId}`, owner())).toMatchObject({ state: 'created' })

    const { rows } = await place.ctx.db.client.execute('SELECT out_trade_no FROM payment_orders')
    const outTradeNo = String(rows[0]?.out_trade_no)
    const paid = await simulator.control('pay', { outTradeNo, waitMs: 5000 })
    expect(paid).toMatchObject({ deliveries: [{ kind: 'normal', status: 204 }] })
    const order = await ask<{ state: string; receiptId: string }>(
      `/api/v1/portal/payments/${orderId}`,
      owner(),
    )
    expect(order.state).toBe('paid')
    expect(await ask(`/api/v1/portal/receipts/${order.receiptId}`, owner())).toMatchObject({
      number: expect.stringMatching(/^SJ-\d{4}-000001$/),
      method: 'wechat_pay',
      capitals: '人民币壹佰元整',
    })
  })

  test('opening takes one read, one batch and one question to the provider', async () => {
    const wish = { orderId: newId('ord', Date.now()), billIds: [await addBill(place)], scene: 'native' }
    const opened = await company.fetch(
      '/api/v1/portal/payments',
      {
        method: 'POST',
        body: JSON.stringify(wish),
        headers: { 'idempotency-key': crypto.randomUUID() },
      },
      owner(),
    )
    expect([opened.status, trips(opened)]).toEqual([200, 2])
    const followed = await company.fetch(`/api/v1/portal/payments/${wish.orderId}`, undefined, owner())
    expect([followed.status, trips(followed)]).toEqual([200, 1])
  })

  test('an owner who comes back before the notice is told by asking the provider', async () => {
    const orderId = newId('ord', Date.now())
    await simulator.control('behaviour', { next: true, notice: 'never' })
    await ask('/api/v1/portal/payments', owner(), 'POST', {
      orderId,
      billIds: [await addBill(place)],
      scene: 'h5',
    })
    const { rows } = await place.ctx.db.client.execute('SELECT id, out_trade_no FROM payment_orders')
    const outTradeNo = rows.find((row) => row.id === orderId)?.out_trade_no
    await simulator.control('pay', { outTradeNo })
    expect(await ask(`/api/v1/portal/payments/${orderId}/check`, owner(), 'POST')).toMatchObject({
      state: 'paid',
    })
  })

  test('a forged notice is refused at the door and changes nothing', async () => {
    const orderId = newId('ord', Date.now())
    await ask('/api/v1/portal/payments', owner(), 'POST', {
      orderId,
      billIds: [await addBill(place)],
      scene: 'h5',
    })
    const { rows } = await place.ctx.db.client.execute('SELECT id, out_trade_no FROM payment_orders')
    const outTradeNo = rows.find((row) => row.id === orderId)?.out_trade_no
    expect(await simulator.control('notice', { outTradeNo, kind: 'forged' })).toEqual({ status: 401 })
    expect(await ask(`/api/v1/portal/payments/${orderId}`, owner())).toMatchObject({ state: 'created' })
    expect(await ask(`/api/v1/portal/payments/${orderId}/cancellation`, owner(), 'POST')).toEqual({
      state: 'closed',
      endedHere: true,
    })
  })

  test('a neighbour neither sees nor touches a payment', async () => {
    const orderId = newId('ord', Date.now())
    await ask('/api/v1/portal/payments', owner(), 'POST', {
      orderId,
      billIds: [await addBill(place)],
      scene: 'h5',
    })
    for (const [path, method] of [
      ['', 'GET'],
      ['/check', 'POST'],
      ['/continuation', 'POST'],
      ['/cancellation', 'POST'],
    ]) {
      const refused = await company.fetch(`/api/v1/portal/payments/${orderId}${path}`, { method }, owner(1))
      expect([path, refused.status]).toEqual([path, 404])
    }
  })
})
