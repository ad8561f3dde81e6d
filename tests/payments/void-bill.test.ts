import { auditList } from '@heju/core/platform/audit'
import {
  followPayment,
  providerRefused,
  providerUnreachable,
  providerUntrusted,
  settingsUnusable,
  voidBill,
} from '@heju/core/fees/payments'
import { addBill, paidOf } from '@heju/core/fees/payments/testing'
import { stoppedWorkList, setAsideStopped } from '@heju/core/platform/stopped-work'
import { freshRequestId, staff } from '@heju/core/testing'
import { errorText } from '@heju/core/error-texts'
import { newId, type HejuError } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyOf, orderState, street, type Online, type Street } from './online.ts'

const minute = 60_000
let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

function take(online: Online, billId: string) {
  const input = { requestId: freshRequestId(), billId, reason: '面积登记有误' }
  return voidBill(online.at(online.place.ctx.actor), input, online.ports)
}

async function stateOf(online: Online, billId: string): Promise<string> {
  const { rows } = await online.place.ctx.db.client.execute({
    sql: 'SELECT state FROM bills WHERE id = ?',
    args: [billId],
  })
  return String(rows[0]?.state)
}

describe('a bill that somebody is paying online', () => {
  test('is taken back after its order was closed at the provider, and can be paid no more', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    await take(online, billId)
    expect([await stateOf(online, billId), await orderState(online, orderId)]).toEqual(['void', 'closed'])
    await expect(online.pay(orderId)).rejects.toThrow()
    await online.pass(3 * 24 * 60 * 60_000)
    expect(await moneyOf(online)).toEqual({ bookedFen: 0, exceptionsFen: 0 })
  })

  test('stays while its payer enters the password, and staff are told in words of their own', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    await online.control('state', { outTradeNo: await online.numberOf(orderId), state: 'USERPAYING' })
    const refused = await take(online, billId).catch((error: unknown) => error as HejuError)
    expect(refused).toMatchObject({ code: 'payments.online_busy' })
    expect(errorText('payments.online_busy', 'zh-CN')).toMatch(/线上付款，缴费人正在手机上输入支付密码/)
    expect(await stateOf(online, billId)).toBe('published')
  })

  test('and has paid, without a notice having come, stays; the money is booked', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    await online.behave(await online.numberOf(orderId), { notice: 'never' })
    await online.pay(orderId, 0)
    await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.paid_meanwhile' })
    expect(await stateOf(online, billId)).toBe('published')
    expect(await paidOf(online.place.ctx, billId)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })

  test('stays while the provider does not answer, and is taken back once it does', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    const number = await online.numberOf(orderId)
    await online.behave(number, { close: 'trouble' })
    await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.online_uncertain' })
    expect([await stateOf(online, billId), await orderState(online, orderId)]).toEqual([
      'published',
      'created',
    ])
    await online.behave(number, { close: 'normal' })
    await take(online, billId)
    expect(await stateOf(online, billId)).toBe('void')
  })

  test('stays, with its order, until the provider says that the order is closed, however often it is tried', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    const number = await online.numberOf(orderId)
    for (const query of ['trouble', 'lagging', 'trouble'] as const) {
      // It says yes to closing each time.
      await online.behave(number, { query })
      await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.online_uncertain' })
      expect(await stateOf(online, billId)).toBe('published')
      expect(await orderState(online, orderId)).toMatch(/created|opened/)
    }
    await online.behave(number, { query: 'normal' })
    await take(online, billId)
    expect([await stateOf(online, billId), await orderState(online, orderId)]).toEqual(['void', 'closed'])
    const { items } = await auditList.page(online.place.ctx, { subjectId: orderId })
    // Who took the bill back ended it, and not the provider that was asked.
    expect(items.find(({ action }) => action === 'payments.order_closed')).toMatchObject({
      actorKind: 'staff',
      actorId: online.place.ctx.actor.id,
    })
  })

  test('stays where the provider calls its order paid and does not say yet what came', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    const { orderId } = await online.open([billId])
    const number = await online.numberOf(orderId)
    await online.behave(number, { notice: 'never', query: 'lagging' })
    await online.pay(orderId, 0)
    await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.online_uncertain' })
    expect(await stateOf(online, billId)).toBe('published')
    await online.behave(number, { query: 'normal' })
    await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.paid_meanwhile' })
  })

  const failed = 'payments.closing_failed'
  test.each([
    ['does not answer', providerUnreachable, 'payments.online_uncertain', '还没有明确答复'],
    ['refuses', providerRefused, 'payments.closing_refused', '拒绝关闭它（RULE_LIMIT）'],
    ['gives an answer that is not signed', providerUntrusted, failed, '微信支付的应答没有通过验证'],
    ['cannot be asked with the settings', settingsUnusable, failed, '商户设置无法使用'],
  ] as const)(
    'stays while the provider %s: whoever takes it back is told what is open, that nothing was changed, and the ways out',
    async (_, trouble, code, words) => {
      const online = await provider.company()
      const billId = await addBill(online.place)
      const { orderId } = await online.open([billId])
      const { payments } = online.ports
      const close = () => Promise.reject(trouble({ reason: 'RULE_LIMIT', field: 'apiV3Key' }))
      online.ports.payments = (...merchant) => ({ ...payments(...merchant), close })
      const refused: HejuError = await take(online, billId).catch((error) => error)
      expect(refused.code).toBe(code)
      const said = errorText(code, 'zh-CN', refused.params)
      expect(said).toContain(words)
      expect(said).toMatch(
        /^这张账单有一笔线上付款，.*账单没有改动。.*在“未完成的后台任务”里搁置“查询在线支付结果”。$/,
      )
      for (const locale of ['zh-Hant', 'en'] as const)
        expect(errorText(code, locale, refused.params)).not.toMatch(/\{|null/)
      expect([await stateOf(online, billId), await orderState(online, orderId)]).toEqual([
        'published',
        'created',
      ])
    },
  )

  test('and that the provider does not close is taken back once the time is over that staff were told', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    await online.behave('next', { close: 'refused' })
    const { orderId } = await online.open([billId])
    const minutes = 35
    const told = { code: 'payments.closing_refused', params: { reason: 'RULE_LIMIT', minutes } }
    await expect(take(online, billId)).rejects.toMatchObject(told)
    await online.pass(minutes * minute - 1)
    await expect(take(online, billId)).rejects.toMatchObject(told)
    await online.pass(1)
    expect(await orderState(online, orderId)).toBe('expired')
    await take(online, billId)
    expect(await stateOf(online, billId)).toBe('void')
  })

  test('whose watch had stopped is taken back as soon as the provider says that nobody paid, and not before', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    await online.behave('next', { close: 'refused', query: 'refused' })
    const { orderId } = await online.open([billId])
    await online.pass(24 * 60 * minute)
    await expect(take(online, billId)).rejects.toMatchObject({ code: 'payments.closing_refused' })
    expect(await orderState(online, orderId)).toBe('created')
    await online.behave(await online.numberOf(orderId), { query: 'normal' })
    await take(online, billId)
    expect([await stateOf(online, billId), await orderState(online, orderId)]).toEqual(['void', 'expired'])
  })

  test('of which nobody can say anything is taken back once its order was set aside', async () => {
    const online = await provider.company()
    const billId = await addBill(online.place)
    await online.behave('next', { close: 'refused', query: 'refused' })
    const { orderId } = await online.open([billId])
    await online.pass(60 * minute)
    const cashier = online.at(staff('cashier'))
    const [stopped] = (await stoppedWorkList.page(cashier, {})).items
    expect(stopped).toMatchObject({ kind: 'payments.watch', subjectId: orderId, mayAct: true })
    const decision = { requestId: freshRequestId(), eventId: stopped!.id, reason: '商户已停用' }
    await setAsideStopped(cashier, decision)
    await take(online, billId)
    expect(await stateOf(online, billId)).toBe('void')
  })

  test('and is taken back at the same moment ends one way: void with no money, or paid and not void', async () => {
    for (let round = 0; round < 12; round += 1) {
      const online = await provider.company()
      const billId = await addBill(online.place)
      const opened = round % 3 === 2 ? undefined : await online.open([billId])
      const orderId = opened?.orderId ?? newId('ord', online.place.ctx.now)
      const pays = async () => {
        if (opened === undefined) await online.open([billId], { orderId })
        await online.pay(orderId, 0)
        await followPayment(online.owner(), { orderId }, online.ports)
      }
      const [taken, paid] = await Promise.allSettled([take(online, billId), pays()])
      await online.pass(60 * 60_000)
      const state = await stateOf(online, billId)
      const { paidFen } = await paidOf(online.place.ctx, billId)
      const { bookedFen, exceptionsFen } = await moneyOf(online)
      expect([state, paidFen, bookedFen, exceptionsFen]).toEqual(
        state === 'void' ? ['void', 0, 0, 0] : ['published', 10_000, 10_000, 0],
      )
      // Whose wish did not come true is told so.
      expect([taken.status, paid.status]).toEqual(
        state === 'void' ? ['fulfilled', 'rejected'] : ['rejected', 'fulfilled'],
      )
    }
  })
})
