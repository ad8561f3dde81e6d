import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { noticeForeign, noticeForged, noticeStale, noticeUnreadable } from '@heju/core/fees/payments/provider'
import { freshOrder, NOW, startMerchants } from '../testing/merchant.ts'
import type { ReceivedNotice } from '../testing/notice-receiver.ts'
import { wechatPay } from './index.ts'

let world: Awaited<ReturnType<typeof startMerchants>>
beforeAll(async () => {
  world = await startMerchants()
})
afterAll(() => world.close())
beforeEach(() => {
  world.receiver.received.length = 0
})

/** Pays a new order whose notices go wrong in this way, and hands over what arrived. */
async function noticesOf(
  kind: string,
  changes: object = {},
): Promise<{ outTradeNo: string; all: ReceivedNotice[] }> {
  const order = freshOrder({ description: '阳光花园三期 车位 B1-088' })
  await world.provider().open(order)
  const { outTradeNo } = order
  await world.simulator.control('behaviour', { outTradeNo, notice: kind, delayMs: 20, ...changes })
  await world.simulator.control('pay', { outTradeNo, waitMs: 5000 })
  return { outTradeNo, all: [...world.receiver.received] }
}

async function firstNotice(kind: string, changes: object = {}) {
  const { outTradeNo, all } = await noticesOf(kind, changes)
  const [notice] = all
  if (!notice) throw new Error('no notice came')
  return { outTradeNo, notice }
}

const read = (notice: ReceivedNotice) => world.provider().readNotice(notice.headers, notice.body)

describe('a notice of the provider', () => {
  it('is verified, opened and read', async () => {
    const { outTradeNo, notice } = await firstNotice('normal')
    expect(notice.path).toBe('/notices/wechat-pay/co_1')
    expect(await read(notice)).toMatchObject({
      eventType: 'TRANSACTION.SUCCESS',
      noticeId: expect.any(String),
      trade: {
        outTradeNo,
        state: 'success',
        totalFen: 123_450,
        paidAt: NOW,
        merchantId: world.mine.merchantId,
      },
    })
  })

  it('keeps its id when it is delivered twice, so that it can be recorded once', async () => {
    const { all } = await noticesOf('twice')
    expect(all).toHaveLength(2)
    const ids = await Promise.all(all.map(async (notice) => (await read(notice)).noticeId))
    expect(new Set(ids).size).toBe(1)
  })

  it('comes again until it is taken, each time signed afresh', async () => {
    world.receiver.nextStatuses = [503, 401]
    const order = freshOrder()
    await world.provider().open(order)
    await world.simulator.control('pay', { outTradeNo: order.outTradeNo, waitMs: 5000 })
    expect(world.receiver.received).toHaveLength(3)
    const signatures = world.receiver.received.map(({ headers }) => headers.get('wechatpay-signature'))
    expect(new Set(signatures).size).toBe(3)
    for (const notice of world.receiver.received)
      expect((await read(notice)).trade?.outTradeNo).toBe(order.outTradeNo)
  })

  it('may come after the notice of a later payment', async () => {
    const early = freshOrder()
    await world.provider().open(early)
    await world.simulator.control('behaviour', { outTradeNo: early.outTradeNo, notice: 'out_of_order' })
    await world.simulator.control('pay', { outTradeNo: early.outTradeNo })
    const { outTradeNo } = await firstNotice('normal')
    await expect.poll(() => world.receiver.received.length).toBe(2)
    const trades = await Promise.all(
      world.receiver.received.map(async (each) => (await read(each)).trade?.outTradeNo),
    )
    expect(trades).toEqual([outTradeNo, early.outTradeNo])
  })

  it('passes on another amount when it is rightly signed: comparing is the caller’s', async () => {
    const { notice } = await firstNotice('wrong_amount', { amountFen: 5 })
    expect((await read(notice)).trade?.totalFen).toBe(5)
  })

  it('does not come at all when the provider loses it', async () => {
    expect((await noticesOf('never')).all).toEqual([])
  })
})

describe('a notice that is none', () => {
  it.each([
    ['forged', noticeForged.code, 'signature'],
    ['wrong_key', noticeForged.code, 'serial'],
    ['probe', noticeForged.code, 'probe'],
    ['stale', noticeStale.code, undefined],
    ['tampered', noticeUnreadable.code, 'resource'],
    ['other_merchant', noticeForeign.code, undefined],
  ])('is refused when it is %s', async (kind, code, reason) => {
    const { notice } = await firstNotice(kind)
    await expect(read(notice)).rejects.toMatchObject({ code, params: reason ? { reason } : {} })
  })

  it('is refused for an order that nobody paid, when somebody makes one up', async () => {
    const order = freshOrder()
    await world.provider().open(order)
    await world.simulator.control('notice', { outTradeNo: order.outTradeNo, kind: 'forged' })
    const [notice] = world.receiver.received
    if (!notice) throw new Error('no notice came')
    await expect(read(notice)).rejects.toSatisfy(noticeForged.is)
    expect((await world.provider().query(order.outTradeNo))?.state).toBe('notpay')
  })

  it('is refused when one character of the body was changed', async () => {
    const { notice } = await firstNotice('normal')
    const body = notice.body.replace('支付成功', '支付成攻')
    expect(body).not.toBe(notice.body)
    await expect(read({ ...notice, body })).rejects.toMatchObject({ params: { reason: 'signature' } })
  })

  it('is refused when its body was parsed and written again', async () => {
    const { notice } = await firstNotice('normal')
    const body = JSON.stringify(JSON.parse(notice.body), null, 1)
    await expect(read({ ...notice, body })).rejects.toSatisfy(noticeForged.is)
  })

  it.each(['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-serial', 'wechatpay-signature'])(
    'is refused without the header %s',
    async (name) => {
      const { notice } = await firstNotice('normal')
      notice.headers.delete(name)
      await expect(read(notice)).rejects.toMatchObject({
        code: noticeForged.code,
        params: { reason: 'header' },
      })
    },
  )

  it('is refused with another nonce or time than was signed, and with what is no Base64', async () => {
    const { notice } = await firstNotice('normal')
    const changed = (name: string, value: string) => {
      const headers = new Headers(notice.headers)
      headers.set(name, value)
      return read({ ...notice, headers })
    }
    await expect(changed('wechatpay-nonce', 'another')).rejects.toMatchObject({
      params: { reason: 'signature' },
    })
    await expect(changed('wechatpay-timestamp', String(NOW / 1000 - 1))).rejects.toMatchObject({
      params: { reason: 'signature' },
    })
    await expect(changed('wechatpay-timestamp', '1e9')).rejects.toMatchObject({
      params: { reason: 'header' },
    })
    await expect(changed('wechatpay-signature', '%%%')).rejects.toMatchObject({
      params: { reason: 'signature' },
    })
  })

  it('is believed for five minutes and no second longer', async () => {
    const { notice } = await firstNotice('normal')
    const at = (now: number) =>
      wechatPay()(world.mine, { now, notifyUrl: world.receiver.url }).readNotice(notice.headers, notice.body)
    await expect(at(NOW + 300_000)).resolves.toBeDefined()
    await expect(at(NOW - 300_000)).resolves.toBeDefined()
    await expect(at(NOW + 301_000)).rejects.toSatisfy(noticeStale.is)
    await expect(at(NOW - 301_000)).rejects.toSatisfy(noticeStale.is)
  })

  it('of one merchant is not opened by another', async () => {
    const { notice } = await firstNotice('normal')
    const theirs = world.provider(world.other).readNotice(notice.headers, notice.body)
    await expect(theirs).rejects.toMatchObject({
      code: noticeUnreadable.code,
      params: { reason: 'resource' },
    })
  })
})

describe('answering a notice', () => {
  it('ends the deliveries only when it was taken', () => {
    const { answerNotice } = world.provider()
    expect(answerNotice('taken')).toMatchObject({ status: 204, body: '' })
    expect(answerNotice('refused').status).toBe(401)
    expect(answerNotice('later').status).toBe(503)
    expect(JSON.parse(answerNotice('later').body)).toMatchObject({ code: 'FAIL' })
  })
})
