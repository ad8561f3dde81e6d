import { civilDateOf, instantOf, newId, type CivilDate } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { collectionFigures } from '../billing/index.ts'
import type { Ctx } from '../context.ts'
import { as, freshRequestId, staff } from '../testing.ts'
import { recordPayment, reversePayment, voidBill } from './index.ts'
import { addBill, cash, estate, noProvider } from './testing.ts'

const at = (day: string, time = '10:00') => instantOf(day as CivilDate, time, 'Asia/Shanghai')
const month = { from: '2026-10', to: '2026-10' }

/** October's bills of three rooms, a hundred yuan each, due on the last of November: measured on 30 December. */
async function october() {
  const place = await estate()
  const bill = (room: number, more = {}) =>
    addBill(place, room, { period: '2026-10', runId: 'run_1', ...more })
  const billIds = [await bill(0), await bill(1), await bill(2)] as const
  const pays = (billId: string, when: number) => {
    const paymentId = newId('pay', when)
    const paidOn = civilDateOf(when - 60_000, 'Asia/Shanghai')
    const input = { ...cash([billId]), paymentId, paidOn }
    return recordPayment(as(place.cashier, place.cashier.actor, when), input, noProvider).then(
      () => paymentId,
    )
  }
  const figures = async (when: number) => {
    const [figure] = await collectionFigures(as(place.ctx, place.ctx.actor, when), month)
    return figure
  }
  return { place, bill, billIds, pays, figures }
}

const later = (ctx: Ctx, when: number) => as(ctx, staff('accountant'), when)

describe('what was collected of a month', () => {
  test('is measured thirty days after it fell due, at the end of the day', async () => {
    const { billIds, pays, figures } = await october()
    await pays(billIds[0], at('2026-12-30', '23:59'))
    expect(await figures(at('2026-12-30', '23:59'))).toMatchObject({
      dueOn: '2026-11-30',
      measuredOn: '2026-12-30',
      measured: null,
      rateE4: 3333,
    })
    // Paid before and taken into the books a minute late: it counts for today, and not for the day that is over.
    await pays(billIds[1], at('2026-12-31', '00:00'))
    expect(await figures(at('2026-12-31', '00:01'))).toMatchObject({
      billedFen: 300_00,
      collectedFen: 200_00,
      rateE4: 6667,
      measured: { billedFen: 300_00, collectedFen: 100_00, rateE4: 3333 },
    })
  })

  test('stays what it was, whatever is paid, taken back, voided or billed later', async () => {
    const { place, bill, billIds, pays, figures } = await october()
    const paymentId = await pays(billIds[0], at('2026-12-20'))
    const measured = { billedFen: 300_00, collectedFen: 100_00, rateE4: 3333 }
    expect(await figures(at('2026-12-31'))).toMatchObject({ measured })

    await pays(billIds[1], at('2027-01-03'))
    await reversePayment(later(place.ctx, at('2027-01-05')), {
      requestId: freshRequestId(),
      paymentId,
      reversalId: newId('pay', at('2027-01-05')),
      reason: '重复入账',
    })
    await voidBill(
      later(place.ctx, at('2027-01-06')),
      {
        requestId: freshRequestId(),
        billId: billIds[2],
        reason: '面积有误',
      },
      noProvider,
    )
    // Billed anew alone, with an earlier due day even: the month was due when its run was.
    await bill(2, {
      runId: null,
      dueOn: '2026-11-01',
      amountFen: 80_00,
      publishedAt: at('2027-01-07'),
      fromOn: '2026-10-02',
    })
    expect(await figures(at('2027-02-01'))).toMatchObject({
      bills: 3,
      billedFen: 280_00,
      collectedFen: 100_00,
      dueOn: '2026-11-30',
      measured,
    })
  })

  test('leaves out what was taken back, voided or billed by then', async () => {
    const { place, billIds, pays, figures } = await october()
    const paymentId = await pays(billIds[0], at('2026-12-01'))
    await reversePayment(later(place.ctx, at('2026-12-02')), {
      requestId: freshRequestId(),
      paymentId,
      reversalId: newId('pay', at('2026-12-02')),
      reason: '重复入账',
    })
    await voidBill(
      later(place.ctx, at('2026-12-30', '23:59')),
      {
        requestId: freshRequestId(),
        billId: billIds[2],
        reason: '面积有误',
      },
      noProvider,
    )
    expect(await figures(at('2026-12-31'))).toMatchObject({
      measured: { billedFen: 200_00, collectedFen: 0, rateE4: 0 },
    })
  })
})
