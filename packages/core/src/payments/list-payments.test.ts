import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { as, staff, testNow } from '../testing.ts'
import { listPayments, recordPayment } from './index.ts'
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

describe('listPayments', () => {
  test('pages by key, newest first, without a gap or a double', async () => {
    const place = await estate()
    const ids = await paidHourly(place, 5)
    const seen: string[] = []
    for (let after: string | undefined; ;) {
      const page = await listPayments(place.cashier, { limit: 2, ...(after === undefined ? {} : { after }) })
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
    const ids = async (filter: Parameters<typeof listPayments>[1], ctx = place.cashier) =>
      (await listPayments(ctx, filter)).items.map((row) => row.id).toSorted()
    expect(await ids({ to: '2026-11-21' })).toEqual([before])
    expect(await ids({ from: '2026-11-22', projectId: place.projectId })).toEqual(since.toSorted())
    expect(await ids({ method: 'pos' })).toEqual([elsewhere.paymentId])
    expect(await ids({ recordedBy: 'staff_other' })).toEqual([])
    expect(await ids({ receipt: '2' })).toEqual([since[0]])
    expect(await ids({ receipt: 'sj-2026-000004' })).toEqual([elsewhere.paymentId])
    expect(await ids({ receipt: 'SJ-2025-000002' })).toEqual([])
    const limited = as(place.ctx, staff('cashier', [other.projectId]))
    expect(await ids({}, limited)).toEqual([elsewhere.paymentId])
    await expect(ids({ projectId: place.projectId }, limited)).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('owners have no list of payments', async () => {
    const place = await estate()
    await expect(
      listPayments(as(place.owners[0]!, place.owners[0]!.actor, testNow), {}),
    ).rejects.toMatchObject({
      kind: 'forbidden',
    })
  })
})
