import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { WechatPaySimulator } from '../../../../../packages/local/src/wechat-pay-simulator/index.ts'
import {
  beginPayment,
  fieldsOf,
  pageOf,
  portalScene,
  startProvider,
  trips,
  type PortalScene,
} from '../testing.ts'

let scene: PortalScene
let provider: WechatPaySimulator

beforeAll(async () => {
  scene = await portalScene()
  provider = await startProvider(scene)
})
afterAll(() => provider.close())

let billId: string
beforeEach(async () => {
  billId = await scene.bill()
})

const begin = (more: Record<string, string> = {}) => beginPayment(scene, billId, more)
async function orders() {
  const { rows } = await scene.ctx.db.client.execute(
    'SELECT id, state, scene, out_trade_no AS number FROM payment_orders ORDER BY rowid',
  )
  return rows as unknown as { id: string; state: string; scene: string; number: string }[]
}
const latest = async () => (await orders()).at(-1)!
const pay = async (more: object = {}) =>
  provider.control('pay', { outTradeNo: (await latest()).number, ...more })

describe('an owner pays in the portal', () => {
  test('all that is owed is ticked beforehand, and its sum is on the button', async () => {
    const page = await scene.read('/portal/bills')
    const ticked = fieldsOf(page, '/portal/payments').billId!
    expect(ticked).toContain(billId)
    expect(page).toContain(`¥${(ticked.length * 100).toLocaleString('en')}.00`)
    const none = fieldsOf(await scene.read('/portal/bills?choose=none'), '/portal/payments')
    expect(none.billId).toBeUndefined()
  })

  test('on the phone: by way of our own page to WeChat, back, and to the receipt', async () => {
    const { path } = await begin()
    const waiting = await scene.read(path)
    expect(waiting).toContain(`<noscript><meta http-equiv="refresh" content="3;url=${path}"/></noscript>`)
    expect(waiting).toContain('¥100.00')
    const go = await scene.get(`${path}/go`)
    expect([go.status, new URL(pageOf(go)).origin]).toEqual([303, provider.url])
    // WeChat asks where the payer comes from.
    expect(go.headers.get('referrer-policy')).toBe('origin')
    await pay()
    const paid = await scene.read(path)
    const receipt = /\/portal\/receipts\/\w+/.exec(paid)?.[0] ?? ''
    expect(paid).toContain('付款成功')
    expect(paid).not.toContain('http-equiv="refresh"')
    expect(await scene.read(receipt)).toMatch(/SJ-\d{4}-\d{6}[\s\S]*人民币壹佰元整/)
    expect(await scene.read('/portal/payments')).toContain(receipt)
    const settled = await scene.get(path)
    expect(trips(settled)).toBe(1)
    expect(await scene.read(`/portal/bills/${billId}`)).toContain('已缴清')
  })

  test('who chose a bill that was paid meanwhile is told so above the bills as they stand', async () => {
    await scene.ctx.db.client.execute({
      sql: 'UPDATE bills SET paid_fen = amount_fen WHERE id = ?',
      args: [billId],
    })
    const other = await scene.bill()
    const answer = await scene.post('/portal/payments', {
      requestId: freshRequestId(),
      orderId: newId('ord', scene.ctx.now),
      billId,
    })
    const page = await answer.text()
    expect(answer.status).toBe(409)
    expect(page).toMatch(/class="notice failed" role="alert">[^<]*所选账单中有的已经缴清/)
    expect(fieldsOf(page, '/portal/payments').billId).toContain(other)
  })

  test('at a computer: a code to scan, which the browser keeps as long as it is good', async () => {
    const { path } = await begin({ scene: 'native' })
    expect(await scene.read(path)).toContain(`src="${path}/code.svg"`)
    const code = await scene.get(`${path}/code.svg`)
    expect(code.headers.get('content-type')).toBe('image/svg+xml')
    expect(code.headers.get('cache-control')).toMatch(/^private, max-age=1[78]\d\d$/)
    expect(await code.text()).toContain('<svg')
  })

  test('a button tapped twice opens one order; a form from the history with another choice opens another', async () => {
    const { path, fields } = await begin()
    const before = (await orders()).length
    const again = await scene.post('/portal/payments', { ...fields, scene: 'h5' })
    expect([pageOf(again), (await orders()).length]).toEqual([path, before])
    const other = await scene.post('/portal/payments', {
      ...fields,
      billId: [await scene.bill()],
      scene: 'h5',
    })
    expect(pageOf(other)).not.toBe(path)
    expect((await orders()).length).toBe(before + 1)
  })

  test('left half-way, it is found again on the first page and goes on', async () => {
    const { path } = await begin()
    expect(await scene.read('/portal')).toContain(path)
    expect(await scene.read('/portal/payments')).toContain(path)
    expect(await scene.read('/portal/bills')).toContain(path)
    expect((await scene.get(`${path}/go`)).status).toBe(303)
  })

  test('on another phone instead: the same bills by code, and the first order is closed', async () => {
    const { path } = await begin()
    const otherWay = `${path}/other-way`
    const other = fieldsOf(await scene.read(path), otherWay)
    const response = await scene.post(otherWay, { ...other, scene: 'native' })
    expect(pageOf(response)).not.toBe(path)
    expect((await orders()).slice(-2).map(({ state, scene: how }) => [state, how])).toEqual([
      ['closed', 'h5'],
      ['created', 'native'],
    ])
  })

  test('paid already, whoever still asks for the other way is led to what is true and pays nothing twice', async () => {
    const { path } = await begin({ scene: 'native' })
    const otherWay = fieldsOf(await scene.read(path), `${path}/other-way`)
    await pay()
    const before = (await orders()).length
    const answered = await scene.post(`${path}/other-way`, { ...otherWay, scene: 'h5' })
    expect([answered.status, pageOf(answered)]).toEqual([303, path])
    expect((await orders()).length).toBe(before)
    expect(await scene.read(path)).toContain('付款成功')
    expect((await latest()).state).toBe('paid')
  })

  test.each(['h5', 'native'])(
    'paid already, with the notice still on its way, whoever goes on by %s is led to the receipt',
    async (way) => {
      const { path } = await begin({ scene: way })
      await provider.control('behaviour', { outTradeNo: (await latest()).number, notice: 'never' })
      await pay()
      const goesOn = await scene.get(`${path}/go`)
      expect([goesOn.status, pageOf(goesOn)]).toEqual([303, path])
      expect(await scene.read(path)).toContain('付款成功')
    },
  )

  test('while the password is being entered, whoever asks for another way or pays again stays with what stands, and is told', async () => {
    const { path, fields } = await begin()
    const otherWay = fieldsOf(await scene.read(path), `${path}/other-way`)
    await provider.control('state', { outTradeNo: (await latest()).number, state: 'USERPAYING' })
    const before = (await orders()).length
    const other = await scene.post(`${path}/other-way`, { ...otherWay, scene: 'native' })
    expect([other.status, pageOf(other)]).toEqual([303, `${path}?trouble=busy`])
    expect(await scene.read(pageOf(other))).toContain('正在输入支付密码')
    const again = { ...fields, requestId: [freshRequestId()], orderId: [newId('ord', scene.ctx.now)] }
    const refused = await scene.post('/portal/payments', { ...again, scene: 'native' })
    expect([refused.status, await refused.text()]).toEqual([409, expect.stringContaining('正在输入支付密码')])
    expect((await orders()).length).toBe(before)
    await provider.control('state', { outTradeNo: (await latest()).number, state: 'NOTPAY' })
    await scene.post(`${path}/cancel`, {})
  })

  test('an address that is no order’s is not followed, whatever stands in it', async () => {
    const { fields } = await begin()
    for (const left of ['%0d%0aX-a:b', '%2F%2Fevil.com', 'x'])
      expect((await scene.post(`/portal/payments/${left}/other-way`, fields)).status).toBe(404)
    await scene.post(`/portal/payments/${fields.orderId}/cancel`, {})
  })

  test('given up, nothing is charged, the page says so and leads back to the bills', async () => {
    const { path } = await begin()
    const cancelled = await scene.post(`${path}/cancel`, {})
    expect(pageOf(cancelled)).toBe(`${path}?by=payer`)
    const page = await scene.read(path)
    expect(page).toMatch(/已取消[\s\S]*href="\/portal\/bills"/)
    // A link that was kept leads to the same page.
    expect(pageOf(await scene.get(`${path}/go`))).toBe(path)
  })

  test('money that does not fit: it came, it is being looked into, and nobody should pay again', async () => {
    const { path } = await begin()
    const { id, number } = await latest()
    // The desk takes the money while the payer's phone still shows the password field.
    await scene.ctx.db.client.execute({
      sql: `UPDATE bills SET paid_fen = amount_fen WHERE id IN (SELECT bill_id FROM payment_order_lines WHERE order_id = ?)`,
      args: [id],
    })
    await pay()
    const page = await scene.read(path)
    expect(page).toMatch(/款项正在核对[\s\S]*¥100\.00[\s\S]*请不要重复付款/)
    expect(page).toContain(number)
    expect(await scene.read('/portal')).toMatch(/收到您的一笔 ¥100\.00，正在核对/)
    await scene.ctx.db.client.execute(`UPDATE payment_exceptions SET state = 'held'`)
    expect(await scene.read(path)).toMatch(/<h1>款项暂记在您名下[\s\S]*¥100\.00，暂记在您名下/)
    expect(await scene.read('/portal')).toMatch(/您付的 ¥100\.00 暂记在您名下/)
    await scene.ctx.db.client.execute(
      `UPDATE payment_exceptions SET state = 'resolved', resolved_fen = amount_fen`,
    )
    expect(await scene.read('/portal')).not.toContain(path)
    expect(await scene.read(path)).toMatch(/<h1>款项已处理[\s\S]*¥100\.00 已处理完毕/)
    const { rows } = await scene.ctx.db.client.execute({
      sql: 'SELECT id FROM payment_exceptions WHERE order_id = ?',
      args: [id],
    })
    await scene.ctx.db.client.execute({
      sql: `INSERT INTO exception_resolutions (id, exception_id, kind, amount_fen, reason, resolved_at, resolved_by)
        VALUES ('res_1', ?, 'refunded', 10000, '重复付款', 1, 'staff_1')`,
      args: [String(rows[0]?.id)],
    })
    expect(await scene.read(path)).toContain('我们收到过您的 ¥100.00，与账单对不上，已退回付款人。')
    // It has no receipt: the history tells of it.
    expect(await scene.read('/portal/payments')).toMatch(
      new RegExp(
        `与账单对不上的款项[\\s\\S]*href="${path}"[\\s\\S]*款项已处理[\\s\\S]*¥100\\.00 已退回付款人`,
      ),
    )
  })

  test('nothing chosen is said where one chooses', async () => {
    const fields = fieldsOf(await scene.read('/portal/bills'), '/portal/payments')
    const refused = await scene.post('/portal/payments', { ...fields, billId: [], scene: 'h5' })
    expect([refused.status, (await refused.text()).includes('还没有选择账单')]).toEqual([422, true])
  })

  test('somebody else’s bill cannot be paid, nor their payment be seen or given up', async () => {
    const fields = fieldsOf(await scene.read('/portal/bills'), '/portal/payments')
    const refused = await scene.post('/portal/payments', {
      ...fields,
      billId: [await scene.bill(1)],
      scene: 'h5',
    })
    expect(refused.status).toBe(404)
    const { path } = await begin()
    for (const each of [path, `${path}/go`, `${path}/code.svg`, `${path}/state`])
      expect([each, (await scene.get(each, 1)).status]).toEqual([each, 404])
    expect((await scene.post(`${path}/cancel`, {}, 1)).status).toBe(404)
    expect(await latest()).toMatchObject({ state: 'created' })
  })
})
