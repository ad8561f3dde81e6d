import { civilDateOf, instantOf, newId, type CivilDate } from '@heju/kernel'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, staff } from '../../testing.ts'
import { recordPayment, reversePayment, voidBill } from '../payments/index.ts'
import { addBill, cash, estate, noProvider } from '../payments/testing.ts'
import { collectionFigures, exportCollection } from './index.ts'

const at = (day: string, time = '10:00') => instantOf(day as CivilDate, time, 'Asia/Shanghai')
const month = { from: '2026-10', to: '2026-10' }

/** October's bills of three rooms, a hundred yuan each, due on the last of November: measured on 30 December. */
async function october(rooms = 3) {
  const place = await estate()
  const bill = (room: number, more = {}) =>
    addBill(place, room, { period: '2026-10', runId: 'run_1', ...more })
  const billIds = [] as unknown as [string, string, string]
  for (let room = 0; room < rooms; room += 1) billIds.push(await bill(room))
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

  test('comes as a file in which amounts are added up and rates follow from the sums, and that is on record', async () => {
    const { place, billIds, pays } = await october()
    await addBill(place, 0, { period: '2026-11', runId: 'run_2', dueOn: '2026-12-31' })
    await pays(billIds[0], at('2026-12-20'))
    const reader = later(place.ctx, at('2026-12-31'))
    const file = await exportCollection(reader, { from: '2026-10', to: '2026-11' }, 'zh-CN')
    expect(file.fileName).toBe('收缴情况-2026-10-2026-11.xlsx')
    const rows = (await readXlsx(file.bytes)).sheets[0]?.rows ?? []
    const shown = [
      '账期',
      '笔数',
      '应收（元）',
      '实收（元）',
      '收缴率（今天） (%)',
      '截至当日应收（元）',
      '是否定数',
      '收缴率（定数） (%)',
    ]
    const columns = shown.map((heading) => rows[0]!.indexOf(heading))
    const [first, second, total] = rows.slice(1).map((row) => columns.map((column) => row[column]))
    expect(first).toEqual(['2026-10', 3, 300, 100, 33.33, 300, '已定数', 33.33])
    // Nothing was collected, which is no blank; nothing is measured, which is one.
    expect(second).toEqual(['2026-11', 1, 100, 0, 0, null, '未定数', null])
    expect(total).toEqual(['合计', 4, 400, 100, 25, 300, null, 33.33])
    const { projectId } = place
    const ofOne = await collectionFigures(reader, {
      from: '2026-10',
      to: '2026-11',
      projectId: projectId as never,
    })
    expect(ofOne).toHaveLength(2)
    const elsewhere = as(reader, staff('accountant', [newId('proj', 3)]))
    const asked = { ...month, projectId: projectId as never }
    await expect(collectionFigures(elsewhere, asked)).rejects.toMatchObject({ kind: 'forbidden' })
    const audited = await place.ctx.db.orm.all<{ n: number }>(
      `SELECT count(*) AS n FROM audit_log WHERE action = 'billing.collection_exported'`,
    )
    expect(audited).toEqual([{ n: 1 }])
    const repairs = as(place.ctx, staff('department_lead'))
    await expect(
      exportCollection(repairs, { from: '2026-10', to: '2026-11' }, 'zh-CN'),
    ).rejects.toMatchObject({
      kind: 'forbidden',
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

  test('is measured once, also where a run of the month comes after its bills were made alone', async () => {
    const { place, bill, pays } = await october(0)
    const figures = async (when: number) => {
      const [figure] = await collectionFigures(as(place.ctx, place.ctx.actor, when), month)
      return figure
    }
    const alone = await bill(0, { runId: null, dueOn: '2026-11-10', publishedAt: at('2026-11-01') })
    await pays(alone, at('2026-11-05'))
    const measured = { billedFen: 100_00, collectedFen: 100_00, rateE4: 10_000 }
    expect(await figures(at('2026-12-11'))).toMatchObject({ measuredOn: '2026-12-10', measured })
    await bill(1, { dueOn: '2026-12-31', publishedAt: at('2026-12-15') })
    expect(await figures(at('2027-02-01'))).toMatchObject({ measuredOn: '2026-12-10', measured })
  })

  test('is measured by its run where that came in time, not by a bill made alone before', async () => {
    const { place, bill, pays } = await october(0)
    await bill(0, { runId: null, dueOn: '2026-10-20', publishedAt: at('2026-10-10') })
    const ofRun = await bill(1, { dueOn: '2026-11-30', publishedAt: at('2026-11-01') })
    await pays(ofRun, at('2026-12-20'))
    const [figure] = await collectionFigures(as(place.ctx, place.ctx.actor, at('2026-12-31')), month)
    expect(figure).toMatchObject({
      measuredOn: '2026-12-30',
      measured: { billedFen: 200_00, collectedFen: 100_00, rateE4: 5000 },
    })
  })
})
