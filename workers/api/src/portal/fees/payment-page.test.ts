import { encodeCursor } from '@heju/core'
import { eventHandlers } from '@heju/core/platform/jobs'
import type { Ports } from '@heju/core/platform/outbox'
import {
  cancelPayment,
  recordPayment,
  resolveException,
  reversePayment,
  voidBill,
  type Decision,
} from '@heju/core/fees/payments'
import { cash } from '@heju/core/fees/payments/testing'
import { as, freshRequestId, staff } from '@heju/core/testing'
import { wechatPay } from '@heju/gateways/wechat-pay'
import { addDays, civilDateOf, newId } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WechatPaySimulator } from '../../../../../packages/local/src/wechat-pay-simulator/index.ts'
import {
  fieldsOf,
  inSilence,
  pageOf,
  portalScene,
  silentUrl,
  startProvider,
  trips,
  type PortalScene,
} from '../testing.ts'

let scene: PortalScene
let provider: WechatPaySimulator
let ports: Ports

beforeAll(async () => {
  scene = await portalScene()
  provider = await startProvider(scene)
  // What is done here sends no message and stores no file.
  ports = { origin: scene.company.origin, payments: wechatPay({ baseUrl: provider.url }) } as Ports
})
afterAll(() => provider.close())

/** An owner waits at the page of a payment of these bills. */
async function waitsFor(
  billIds: string[],
  way = 'native',
): Promise<{ path: string; orderId: string; outTradeNo: string }> {
  const form = fieldsOf(await scene.read('/portal/bills'), '/portal/payments')
  await scene.post('/portal/payments', { ...form, billId: billIds, scene: way })
  const orderId = form.orderId![0]!
  const path = `/portal/payments/${orderId}`
  expect(await scene.read(path)).toContain('等待付款')
  const { rows } = await scene.ctx.db.client.execute({
    sql: 'SELECT out_trade_no AS number FROM payment_orders WHERE id = ?',
    args: [orderId],
  })
  return { path, orderId, outTradeNo: String(rows[0]?.number) }
}

const today = () => civilDateOf(scene.ctx.now, scene.ctx.company.zone)
const shownToday = () => `${Number(today().slice(5, 7))}月${Number(today().slice(8))}日`

/** The desk takes cash for these bills, whole or a part of one. */
async function desk(billIds: readonly string[], fen = 10_000, paidOn = today()): Promise<string> {
  const lines = billIds.map((billId) => ({ billId, amountFen: fen }))
  const wanted = cash(billIds, { paidOn, lines })
  return (await recordPayment(scene.place.cashier, wanted, ports)).paymentId
}

async function takeBack(paymentId: string): Promise<void> {
  await reversePayment(as(scene.ctx, staff('accountant', 'all')), {
    requestId: freshRequestId(),
    paymentId,
    reversalId: newId('pay', scene.ctx.now),
    reason: '录错了房号',
  })
}

/** At this moment: the page asks how long ago it was. */
const giveUp = ({ orderId }: { orderId: string }) =>
  cancelPayment(as(scene.ctx, scene.place.owners[0]!.actor, Date.now()), { orderId }, ports)

/** The time of an order is over, and its watch finds that nobody paid. */
async function timeOver({ orderId }: { orderId: string }): Promise<void> {
  const { rows } = await scene.ctx.db.client.execute({
    sql: 'SELECT expires_at AS at FROM payment_orders WHERE id = ?',
    args: [orderId],
  })
  const at = Number(rows[0]?.at)
  await provider.control('clock', { at })
  const watch = as(scene.ctx, { kind: 'job', id: 'outbox' }, at)
  await eventHandlers['payments.watch']!(
    watch,
    {
      id: newId('evt', scene.ctx.now),
      type: 'payments.watch',
      payload: { orderId },
      at,
      attempt: 1,
    },
    ports,
  )
  await provider.control('clock', { at: null })
}

const ends = { closed: giveUp, expired: timeOver } as const
const titles = { closed: '这次付款已取消', expired: '这次付款已过期' } as const

describe.each(['closed', 'expired'] as const)('a payment that is %s', (how) => {
  test('of which all is owed still leads to paying again', async () => {
    const order = await waitsFor([await scene.bill(), await scene.bill()])
    await ends[how](order)
    const page = await scene.read(order.path)
    expect(page).toMatch(new RegExp(`${titles[how]}[\\s\\S]*没有扣款[\\s\\S]*href="/portal/bills">重新付款`))
    expect(page).not.toMatch(/待缴，|缴清/)
    // Only what was closed may have been closed by the desk, which books its own in a moment.
    expect(page.includes('http-equiv="refresh"')).toBe(how === 'closed')
  })

  test('of which some was paid at the desk says how much is owed, and leads to paying that', async () => {
    const [paid, inPart, owed] = [await scene.bill(), await scene.bill(), await scene.bill()]
    const order = await waitsFor([paid, inPart, owed])
    await ends[how](order)
    await desk([paid])
    await desk([inPart], 2_500)
    expect(await scene.read(order.path)).toMatch(
      new RegExp(
        `${titles[how]}[\\s\\S]*没有扣款。这些账单还有 ¥175\\.00 待缴[\\s\\S]*href="/portal/bills">重新付款`,
      ),
    )
  })

  test('of which nothing is owed says when it was settled, and leads to the receipts', async () => {
    const billIds = [await scene.bill(), await scene.bill()]
    const order = await waitsFor(billIds)
    await ends[how](order)
    // Somebody had brought a part of it some days before, which is entered today.
    await desk([billIds[0]!], 4_000, addDays(today(), -3))
    await desk([billIds[0]!], 6_000)
    await desk([billIds[1]!])
    const answer = await scene.get(order.path)
    expect(trips(answer)).toBe(1)
    const page = await answer.text()
    expect(page).toContain('这些账单已经缴清')
    expect(page).toContain(`${shownToday()}已缴清，这次扫码没有扣款。`)
    expect(page).toMatch(/btn_primary" href="\/portal\/payments">查看收据[\s\S]*href="\/portal">回到首页/)
    expect(page).not.toMatch(/重新付款|已取消|已过期/)
  })
})

describe('an owner who waits while the desk takes the money', () => {
  test('is turned to a page that says it is settled, in each language', async () => {
    const billId = await scene.bill()
    const { path } = await waitsFor([billId])
    await desk([billId])
    // At this word the page loads anew.
    expect(await (await scene.get(`${path}/state`)).json()).toMatchObject({
      state: 'closed',
      // Nobody can pay it any more, though its bill owes less than it asks.
      overtaken: false,
    })
    for (const [lang, title, receipts] of [
      ['zh-CN', '这些账单已经缴清', '查看收据'],
      ['zh-Hant', '這些帳單已經繳清', '查看收據'],
      ['en', 'These bills are settled', 'See the receipt'],
    ]) {
      const page = await scene.read(`${path}?lang=${lang}`)
      expect(page).toContain(title)
      expect(page).toContain(receipts)
      expect(page).not.toMatch(/重新付款|Pay again|\{(day|scene)/)
    }
    expect(await scene.read('/portal/payments')).toMatch(/\/portal\/receipts\/\w+/)
  })

  test('on the phone is told of WeChat, not of a code', async () => {
    const billId = await scene.bill()
    const { path } = await waitsFor([billId], 'h5')
    await desk([billId])
    expect(await scene.read(path)).toContain('已缴清，这次微信付款没有扣款。')
  })

  describe('and the provider is silent', () => {
    /** The desk takes this much while the provider is not to be reached, so that the order stays open. */
    const deskInSilence = (billId: string, amountFen: number) =>
      inSilence(scene, provider, async () => {
        const silent = { ...ports, payments: wechatPay({ baseUrl: silentUrl }) }
        const wanted = cash([billId], { paidOn: today(), lines: [{ billId, amountFen }] })
        // The cashier is told, who has the payer in front of the desk.
        const { onlineOpen } = await recordPayment(scene.place.cashier, wanted, silent)
        expect(onlineOpen).toBe(true)
      })
    const stateOf = async (path: string) => (await scene.get(`${path}/state`)).json()

    test('is told not to pay, and has no way to any more', async () => {
      const billId = await scene.bill()
      const { path } = await waitsFor([billId])
      expect(await stateOf(path)).toMatchObject({ overtaken: false })
      expect(await scene.read(path)).toContain('data-shown="waiting"')
      await deskInSilence(billId, 10_000)
      await inSilence(scene, provider, async () => {
        const page = await scene.read(path)
        expect(page).toMatch(
          /data-shown="overtaken"[\s\S]*请不要再付这一笔[\s\S]*这些账单已经缴清。[\s\S]*我已付款/,
        )
        expect(page).not.toMatch(/code\.svg|other-way|等待付款/)
      })
      // The page that was open before finds out too, and no address of it leads to WeChat.
      expect(await stateOf(path)).toMatchObject({ state: 'opened', overtaken: true })
      expect(pageOf(await scene.get(`${path}/go`))).toBe(path)
      expect((await scene.get(`${path}/code.svg`)).status).toBe(409)
      for (const other of ['/portal', '/portal/payments']) {
        const page = await scene.read(other)
        expect(page).toMatch(new RegExp(`href="${path}"[\\s\\S]*请不要再付[\\s\\S]*查看`))
      }
    })

    test('and pays all the same is told how much of that fits no bill', async () => {
      const [paid, owed] = [await scene.bill(), await scene.bill()]
      const { path, outTradeNo } = await waitsFor([paid, owed])
      await deskInSilence(paid, 10_000)
      await provider.control('pay', { outTradeNo })
      expect(await scene.read(path)).toMatch(/已收到 ¥200\.00[\s\S]*其中 ¥100\.00 与账单对不上/)
    })

    test('while a part that was paid before is taken back: it is told by bill, whatever all of them owe', async () => {
      const [first, second] = [await scene.bill(), await scene.bill()]
      const part = await desk([first], 4_000)
      const { path } = await waitsFor([first, second])
      await takeBack(part)
      await deskInSilence(second, 4_000)
      expect(await stateOf(path)).toMatchObject({ overtaken: true })
      expect(await scene.read(path)).toMatch(/请不要再付这一笔[\s\S]*还有 ¥160\.00 待缴/)
    })

    test('of a part is told how much is owed, and pays that once this payment has ended', async () => {
      const [paid, owed] = [await scene.bill(), await scene.bill()]
      const { path } = await waitsFor([paid, owed])
      await deskInSilence(paid, 4_000)
      const page = await scene.read(path)
      expect(page).toMatch(/请不要再付这一笔[\s\S]*还有 ¥160\.00 待缴。请先取消这一笔，再重新付款/)
      // What is to be done is the button, in the same words.
      expect(page).toMatch(/cancel"><button class="weui-btn weui-btn_primary" type="submit">取消这一笔</)
      expect(page).not.toMatch(/code\.svg|other-way|等待付款|¥200\.00|不付了，取消/)
      expect((await scene.get(`${path}/go`)).status).toBe(303)
      await scene.post(`${path}/cancel`, {})
      expect(await scene.read(path)).toMatch(/没有扣款。这些账单还有 ¥160\.00 待缴[\s\S]*重新付款/)
    })
  })

  describe('and the payment cannot be given up', () => {
    /** The desk takes this much of the first bill while the provider does not close the order. */
    async function overtaken(amountFen: number, close: 'refused' | 'trouble') {
      const [paid, owed] = [await scene.bill(), await scene.bill()]
      const { path, outTradeNo } = await waitsFor(amountFen === 20_000 ? [paid] : [paid, owed])
      await provider.control('behaviour', { outTradeNo, close })
      const fen = Math.min(amountFen, 10_000)
      const wanted = cash([paid], { paidOn: today(), lines: [{ billId: paid, amountFen: fen }] })
      expect(await recordPayment(scene.place.cashier, wanted, ports)).toMatchObject({ onlineOpen: true })
      const led = await scene.post(`${path}/cancel`, {})
      return { path, led: pageOf(led), page: await scene.read(pageOf(led)) }
    }

    test('where nothing is owed: nobody is sent to pay, here or at the service centre', async () => {
      const { path, led, page } = await overtaken(20_000, 'refused')
      expect(led).toBe(`${path}?trouble=refused`)
      expect(page).toMatch(
        /微信支付没有受理，这一笔现在还不能取消。不去付它，就不会扣款。[\s\S]*请不要再付这一笔[\s\S]*这些账单已经缴清。/,
      )
      expect(page).not.toMatch(/服务中心缴纳|再试一次|重新付款/)
      // An address of the time when it could not be opened.
      const opened = await scene.read(`${path}?trouble=unopened`)
      expect(opened).toContain('请不要再付这一笔')
      expect(opened).not.toMatch(/服务中心缴纳|再试一次|重新付款/)
    })

    test.each([
      ['refused', '请等这一笔取消或过期后再付，或到物业服务中心缴纳。'],
      // Then it may have been paid just now: nobody is sent to pay in another way.
      ['trouble', '请等这一笔取消或过期后再付。'],
    ] as const)(
      'where something is owed still: that is paid once this has ended (%s)',
      async (close, words) => {
        const { page } = await overtaken(4_000, close)
        expect(page).toContain(`还有 ¥160.00 待缴。${words}如果刚才已经付过`)
        expect(page).not.toMatch(/请先取消这一笔|片刻再试/)
      },
    )

    test('before anybody had a way to pay it: it is not to be tried again', async () => {
      const billId = await scene.bill()
      const { path, orderId } = await waitsFor([billId])
      await scene.ctx.db.client.execute({
        sql: 'UPDATE bills SET paid_fen = 100 WHERE id = ?',
        args: [billId],
      })
      const state = (to: string) =>
        scene.ctx.db.client.execute({
          sql: 'UPDATE payment_orders SET state = ? WHERE id = ?',
          args: [to, orderId],
        })
      await inSilence(scene, provider, async () => {
        await state('created')
        const page = await scene.read(`${path}?trouble=unopened`)
        expect(page).toContain('请不要再付这一笔')
        expect(page).not.toMatch(/再试一次|role="alert"/)
      })
    })
  })

  test('owes it again once the desk takes its entry back', async () => {
    const billId = await scene.bill()
    const { path } = await waitsFor([billId])
    await takeBack(await desk([billId]))
    expect(await scene.read(path)).toMatch(/没有扣款[\s\S]*重新付款/)
  })

  test('is told what is still owed once they have paid, where the desk took an entry of its own back', async () => {
    const billId = await scene.bill()
    const part = await desk([billId], 4_000)
    const { path, outTradeNo } = await waitsFor([billId])
    await takeBack(part)
    await provider.control('pay', { outTradeNo })
    expect(await scene.read(path)).toContain('已收到 ¥60.00，这些账单还有 ¥40.00 待缴。')
  })

  describe('is told once they have paid, where some of it fitted no bill and the desk took its entry back,', () => {
    /** The desk took 40.00 of the first bill in silence, the owner paid 200.00 for both, and 40.00 of it fits no bill. */
    async function paidTwice() {
      const [first, second] = [await scene.bill(), await scene.bill()]
      const { path, outTradeNo, orderId } = await waitsFor([first, second])
      let part = ''
      await inSilence(scene, provider, async () => {
        const silent = { ...ports, payments: wechatPay({ baseUrl: silentUrl }) }
        const wanted = cash([], { paidOn: today(), lines: [{ billId: first, amountFen: 4_000 }] })
        part = (await recordPayment(scene.place.cashier, wanted, silent)).paymentId
      })
      await provider.control('pay', { outTradeNo })
      expect(await scene.read(path)).toMatch(/已收到 ¥200\.00，账单已缴清。[\s\S]*其中 ¥40\.00/)
      const { rows } = await scene.ctx.db.client.execute({
        sql: 'SELECT id FROM payment_exceptions WHERE order_id = ?',
        args: [orderId],
      })
      const decide = (decision: Decision) =>
        resolveException(
          scene.place.cashier,
          { requestId: freshRequestId(), exceptionId: String(rows[0]?.id), decision, reason: '重复付款' },
          ports,
        )
      return { path, part, decide }
    }
    const refund = (amountFen: number) =>
      ({ kind: 'refunded', amountFen, referenceNo: '5030000001' }) as const satisfies Decision

    test('neither that all is settled nor that it is owed, as long as nobody decided about that money', async () => {
      const { path, part, decide } = await paidTwice()
      await takeBack(part)
      const open = await scene.read(path)
      expect(open).toMatch(/已收到 ¥200\.00。<[\s\S]*其中 ¥40\.00 与账单对不上，收费员正在核对/)
      expect(open).not.toMatch(/缴清|待缴。/)
      await decide({ kind: 'held' })
      const held = await scene.read(path)
      expect(held).toMatch(/已收到 ¥200\.00。<[\s\S]*其中 ¥40\.00 与账单对不上，暂记在您名下/)
      expect(held).not.toMatch(/缴清|待缴。|正在核对/)
    })

    test('what is owed, once that money was given back', async () => {
      const { path, part, decide } = await paidTwice()
      await takeBack(part)
      await decide(refund(4_000))
      const page = await scene.read(path)
      expect(page).toContain('已收到 ¥200.00，这些账单还有 ¥40.00 待缴。')
      expect(page).toContain('其中 ¥40.00 与账单对不上，已退回付款人。')
      expect(page).not.toMatch(/缴清|正在核对/)
    })

    test('what is owed beyond that money, of which a part was given back', async () => {
      const { path, part, decide } = await paidTwice()
      await takeBack(part)
      await decide(refund(1_500))
      expect(await scene.read(path)).toMatch(
        /还有 ¥15\.00 待缴。[\s\S]*其中 ¥15\.00 与账单对不上，已退回付款人。[\s\S]*其中 ¥25\.00 与账单对不上，收费员正在核对。/,
      )
    })

    test('on the first page and in the history too: what was paid, what is booked, and what became of the rest', async () => {
      const { path, decide } = await paidTwice()
      const row = async () => {
        const page = await scene.read('/portal/payments')
        const [found = ''] = page.split('<a ').filter((each) => each.includes(`href="${path}"`))
        return found.replaceAll(/<[^>]*>/g, ' ')
      }
      expect(await scene.read('/portal')).toMatch(
        new RegExp(
          `href="${path}"><span>您付的 ¥200\\.00 里有 ¥40\\.00 与账单对不上，正在核对</span><b>查看`,
        ),
      )
      expect(await row()).toMatch(
        /款项正在核对[\s\S]*¥160\.00 已入账 · ¥40\.00 正在核对[\s\S]*¥200\.00[\s\S]*查看/,
      )
      await decide({ kind: 'held' })
      expect(await scene.read('/portal')).toMatch(
        new RegExp(`href="${path}"><span>您付的 ¥40\\.00 暂记在您名下，可用于以后的账单或退回</span><b>查看`),
      )
      expect(await row()).toMatch(
        /款项暂记在您名下[\s\S]*¥160\.00 已入账 · ¥40\.00 暂记在您名下[\s\S]*¥200\.00/,
      )
      await decide(refund(1_500))
      expect(await row()).toMatch(/¥160\.00 已入账 · ¥15\.00 已退回付款人 · ¥25\.00 暂记在您名下/)
      await decide(refund(2_500))
      expect(await row()).toMatch(/款项已处理[\s\S]*¥160\.00 已入账 · ¥40\.00 已退回付款人[\s\S]*¥200\.00/)
      expect(await scene.read('/portal')).not.toContain(path)
      expect(await scene.read(path)).toContain('其中 ¥40.00 与账单对不上，已退回付款人。')
      // What stands before the receipts stands there once, and not again on each page that follows.
      const next = encodeCursor([scene.ctx.now + 1_000_000, 'rcpt_z'])
      const following = await scene.read(`/portal/payments?after=${next}`)
      expect(following).toMatch(/\/portal\/receipts\/\w+/)
      expect(following).not.toContain(path)
    })

    test('that all is settled, where it is', async () => {
      const { path, decide } = await paidTwice()
      await decide(refund(4_000))
      expect(await scene.read(path)).toContain('已收到 ¥200.00，账单已缴清。')
    })
  })

  test('is told of bills that were withdrawn that they were, and not that they were paid', async () => {
    const [paid, withdrawn] = [await scene.bill(), await scene.bill()]
    const { path } = await waitsFor([withdrawn])
    const both = await waitsFor([paid, withdrawn])
    await voidBill(scene.ctx, { requestId: freshRequestId(), billId: withdrawn, reason: '面积有误' }, ports)
    const page = await scene.read(path)
    expect(page).toMatch(
      /这些账单已经不用缴了[\s\S]*账单已由物业作废，这次扫码没有扣款。[\s\S]*href="\/portal\/bills">查看账单/,
    )
    expect(page).not.toMatch(/重新付款|缴清|查看收据/)
    await desk([paid])
    expect(await scene.read(both.path)).toMatch(/一部分已缴清，其余已由物业作废[\s\S]*查看收据/)
  })

  test('is told of a bill that was withdrawn after its payment was taken back that nothing of it is paid', async () => {
    const billId = await scene.bill()
    const { path } = await waitsFor([billId])
    await takeBack(await desk([billId]))
    await voidBill(scene.ctx, { requestId: freshRequestId(), billId, reason: '面积有误' }, ports)
    const page = await scene.read(path)
    expect(page).toContain('账单已由物业作废，这次扫码没有扣款。')
    expect(page).not.toMatch(/一部分已缴清|查看收据/)
  })

  test('is turned once more where the desk has closed the payment and is about to book its own', async () => {
    const order = await waitsFor([await scene.bill()])
    await giveUp(order)
    expect(await scene.read(order.path)).toContain('<meta http-equiv="refresh" content="3"')
    // Also where they give it up a moment later themselves.
    const led = pageOf(await scene.post(`${order.path}/cancel`, {}))
    expect(await scene.read(led)).toContain('<meta http-equiv="refresh" content="3"')
    const ended = scene.ctx.now - 60_000
    await scene.ctx.db.client.execute({
      sql: 'UPDATE payment_orders SET ended_at = ? WHERE id = ?',
      args: [ended, order.orderId],
    })
    expect(await scene.read(order.path)).not.toContain('http-equiv="refresh"')
  })

  test('is led to receipts that are theirs alone, and told nothing more once they have left the place', async () => {
    const [home, other] = scene.place.rooms
    // Made out to somebody else, as to a landlord.
    const billId = await scene.bill(0, { payerPersonId: other!.personId })
    const { path } = await waitsFor([billId])
    await desk([billId])
    const page = await scene.read(path)
    expect(page).toContain('这些账单已经缴清')
    expect(page).not.toContain('查看收据')
    const unseen = await scene.bill(0, { payerPersonId: other!.personId })
    const waiting = await waitsFor([unseen])
    await scene.ctx.db.client.execute({
      sql: `UPDATE occupancies SET to_on = '2000-01-01' WHERE room_id = ?`,
      args: [home!.roomId],
    })
    const left = await scene.read(path)
    expect(await scene.read(waiting.path)).toMatch(/等待付款(?![\s\S]*other-way)/)
    await scene.ctx.db.client.execute({
      sql: 'UPDATE bills SET paid_fen = 100 WHERE id = ?',
      args: [unseen],
    })
    // What they may not see they are not told, but that this is not to be paid.
    expect(await scene.read(waiting.path)).toMatch(/请不要再付这一笔(?![\s\S]*(缴纳|缴清|待缴。))/)
    expect(left).toMatch(/这次付款已取消/)
    expect(left).not.toMatch(/缴清|待缴，/)
    await provider.control('pay', { outTradeNo: waiting.outTradeNo })
    const paid = await scene.read(waiting.path)
    expect(paid).toMatch(/付款成功[\s\S]*已收到 ¥100\.00。</)
    expect(paid).not.toMatch(/缴清|待缴/)
  })
})
