import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { as, freshRequestId, staff, testNow } from '../../testing.ts'
import { paymentList, recordPayment, reversePayment } from './index.ts'
import { addBill, cash, cashierId, estate, noProvider, type Estate } from './testing.ts'

const hour = 3_600_000

/** Payments an hour apart, from midnight in Shanghai on. */
async function paidHourly(place: Estate, count: number): Promise<string[]> {
  const midnight = Date.UTC(2026, 10, 21, 16)
  const ids: string[] = []
  for (let i = 0; i < count; i++) {
    const ctx = as(place.ctx, staff('cashier', 'all', cashierId), midnight + (i - 1) * hour)
    const request = cash([await addBill(place)], {
      paidOn: '2026-11-21' as never,
      paymentId: newId('pay', ctx.now),
    })
    ids.push((await recordPayment(ctx, request, noProvider)).paymentId)
  }
  return ids
}

describe('paymentList', () => {
  test('pages by key, newest first, without a gap or a double', async () => {
    const place = await estate()
    const ids = await paidHourly(place, 5)
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const page = await paymentList.page(place.cashier, {
        limit: 2,
        ...(after === undefined ? {} : { after }),
      })
      seen.push(...page.items.map((row) => row.id))
      if (page.next === null) break
      after = page.next
    }
    expect(seen).toEqual(ids.toReversed())
  })

  test('filters by days of the company’s zone, by method, cashier, project and receipt', async () => {
    const place = await estate()
    // One an hour before midnight, the others on the 22nd.
    const [before, ...since] = await paidHourly(place, 3)
    const other = await estate(place.ctx, '云顶公寓')
    const elsewhere = await recordPayment(
      place.cashier,
      cash([await addBill(other)], { method: 'pos', referenceNo: '17' }),
      noProvider,
    )
    const ids = async (filter: Parameters<typeof paymentList.page>[1], ctx = place.cashier) =>
      (await paymentList.page(ctx, filter)).items.map((row) => row.id).toSorted()
    expect(await ids({ to: '2026-11-21' })).toEqual([before])
    expect(await ids({ from: '2026-11-22', projectId: place.projectId })).toEqual(since.toSorted())
    expect(await ids({ method: 'pos' })).toEqual([elsewhere.paymentId])
    expect(await ids({ recordedBy: 'staff_other' })).toEqual([])
    expect(await ids({ receipt: '2' })).toEqual([since[0]])
    const [line] = await place.ctx.db.orm.all<{ bill_id: string }>(
      sql`SELECT bill_id FROM payment_lines WHERE payment_id = ${since[1]}`,
    )
    expect(await ids({ billId: line?.bill_id as `bill_${string}` })).toEqual([since[1]])
    expect(await ids({ receipt: 'sj-2026-000004' })).toEqual([elsewhere.paymentId])
    expect(await ids({ receipt: 'SJ-2025-000002' })).toEqual([])
    const limited = as(place.ctx, staff('cashier', [other.projectId]))
    expect(await ids({}, limited)).toEqual([elsewhere.paymentId])
    await expect(ids({ projectId: place.projectId }, limited)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('owners have no list of payments', async () => {
    const place = await estate()
    await expect(
      paymentList.page(as(place.owners[0]!, place.owners[0]!.actor, testNow), {}),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})

describe('the file of payments', () => {
  test('gives all that the filter finds as a workbook, reversals with their sign', async () => {
    const place = await estate()
    const { paymentId } = await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    await reversePayment(as(place.ctx, staff('accountant'), testNow + hour), {
      requestId: freshRequestId(),
      paymentId: paymentId,
      reversalId: newId('pay', testNow),
      reason: '录错',
    })
    const file = await paymentList.file(as(place.ctx, staff('accountant')), {}, 'zh-CN')
    expect(file.fileName).toBe('收款明细-截至2026-11-22.xlsx')
    const { sheets } = await readXlsx(file.bytes)
    expect(sheets[0]?.rows.map((row) => [row[2], row[4], row[6], row[7], row[9], row[10]])).toEqual([
      ['收据编号', '房号/车位', '收款方式', '金额（元）', '收款人', '状态'],
      [null, '3栋-2单元-1501', '现金', -100, null, '冲销记录'],
      ['SJ-2026-000001', '3栋-2单元-1501', '现金', 100, '王芳', '已冲销'],
      [null, null, null, 0, null, null],
    ])
    const { rows } = await place.ctx.db.client.execute(
      `SELECT detail_json FROM audit_log WHERE action = 'payments.exported'`,
    )
    expect(rows).toMatchObject([{ detail_json: '{"rows":2,"format":"xlsx"}' }])
  })

  test('is named by the days that it holds, and without a first one by the last', async () => {
    const place = await estate()
    const named = async (days: { from?: string; to?: string }) => {
      return (await paymentList.file(as(place.ctx, staff('accountant')), days, 'zh-CN')).fileName
    }
    expect([
      await named({ from: '2026-05-01', to: '2026-05-31' }),
      await named({ from: '2026-11-01' }),
      await named({ to: '2026-05-31' }),
      await named({ from: '2026-11-01', to: '2026-12-31' }),
      await named({ from: '2026-12-01' }),
      await named({ from: '2026-11-20', to: '2026-11-20' }),
    ]).toEqual([
      '收款明细-2026-05-01_2026-05-31.xlsx',
      '收款明细-2026-11-01_2026-11-22.xlsx',
      '收款明细-截至2026-05-31.xlsx',
      '收款明细-2026-11-01_2026-11-22.xlsx',
      '收款明细-2026-11-22.xlsx',
      '收款明细-2026-11-20.xlsx',
    ])
  })

  test('is for those who may export, within their projects', async () => {
    const place = await estate()
    const input = { projectId: place.projectId }
    for (const actor of [staff('worker'), staff('cashier', ['proj_other'])])
      await expect(paymentList.file(as(place.ctx, actor), input, 'zh-CN')).rejects.toMatchObject({
        kind: 'forbidden',
      })
  })
})
