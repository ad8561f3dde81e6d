import { defineError, newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { firstEntityId } from '../../estate/organisation/index.ts'
import { changeParkingSpace, createParkingSpace } from '../../estate/registry/index.ts'
import { anyhow, as, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import { listReceipts, printReceipt, readReceipt, recordPayment } from './index.ts'
import { issueReceipt } from './receipt.ts'
import { receipts } from './tables.ts'
import { addBill, cash, cashierId, estate, noProvider, type Estate } from './testing.ts'

const stopped = defineError('test.stopped', 'precondition')

async function numbers(place: Estate): Promise<string[]> {
  const rows = await place.ctx.db.orm
    .select({ number: receipts.number })
    .from(receipts)
    .orderBy(receipts.serial)
  return rows.map((row) => row.number)
}

describe('receipt numbers', () => {
  test('have no gap and no double under parallel writers of which some fail', async () => {
    const place = await estate()
    const bills = await Promise.all(Array.from({ length: 12 }, () => addBill(place)))
    // Each bill is paid by two at once, of whom one must fail after the counter was raised or before.
    const tries = await Promise.allSettled(
      [...bills, ...bills].map((bill) => recordPayment(place.cashier, cash([bill]), noProvider)),
    )
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(12)
    expect(await numbers(place)).toEqual(
      Array.from({ length: 12 }, (_, i) => `SJ-2026-${String(i + 1).padStart(6, '0')}`),
    )
  })

  test('a batch that fails after the number was given gives it back', async () => {
    const place = await estate()
    const { paymentId } = await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    const snapshot = {
      project: '',
      payer: '',
      items: [],
      amountFen: 1,
      method: 'cash' as const,
      referenceNo: null,
      paidOn: '2026-11-22',
      cashier: '',
    }
    const entityId = sql<string>`${firstEntityId}`
    const failing = place.ctx.write(
      'test.issue',
      { requestId: freshRequestId() },
      (write) => {
        const { projectId } = place
        issueReceipt(place.ctx, write, { id: 'rcp_1', paymentId, projectId, entityId, snapshot })
        write.require(sql`0`, stopped)
      },
      anyhow,
    )
    await expect(failing).rejects.toThrow()
    await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    expect(await numbers(place)).toEqual(['SJ-2026-000001', 'SJ-2026-000002'])
  })

  test('begin anew with the year of the company’s zone', async () => {
    const place = await estate()
    const at = (now: number) => as(place.ctx, staff('cashier', 'all', cashierId), now)
    // 31 December, 23:59 and one minute later, in Shanghai.
    for (const now of [Date.UTC(2026, 11, 31, 15, 59), Date.UTC(2026, 11, 31, 16, 0)]) {
      const paidOn = now < Date.UTC(2026, 11, 31, 16) ? '2026-12-31' : '2027-01-01'
      const request = cash([await addBill(place)], { paidOn: paidOn as never })
      await recordPayment(at(now), request, noProvider)
    }
    expect(await numbers(place)).toEqual(['SJ-2026-000001', 'SJ-2027-000001'])
  })

  test('cannot be moved on or jumped over by hand', async () => {
    const place = await estate()
    await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    const { client } = place.ctx.db
    await expect(client.execute('UPDATE receipt_counters SET last = 7')).rejects.toThrow('follow')
    await expect(client.execute('UPDATE receipt_series SET last = 7')).rejects.toThrow('follow')
    const jump = `INSERT INTO receipts (id, number, year, serial, payment_id, project_id, snapshot_json, issued_at)
      SELECT 'rcp_2', 'SJ-2026-000003', 2026, 3, payment_id, project_id, '{}', 0 FROM receipts`
    await expect(client.execute(jump)).rejects.toThrow('follow')
  })
})

describe('a receipt', () => {
  test('stays as it was issued when names change', async () => {
    const place = await estate()
    const { receiptId } = await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    const issued = await readReceipt(place.cashier, receiptId)
    for (const sqlText of [`UPDATE people SET name = '新业主'`, `UPDATE rooms SET name = '9栋-901'`])
      await place.ctx.db.client.execute(sqlText)
    expect(await readReceipt(place.cashier, receiptId)).toEqual(issued)
    expect(issued.payer).toBe('业主1501')
  })

  test('the first copy is the original and each later one is counted', async () => {
    const place = await estate()
    const { receiptId } = await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    const copies: (number | null)[] = []
    for (let i = 0; i < 3; i++) {
      const { printId } = await printReceipt(place.cashier, { requestId: freshRequestId(), receiptId })
      copies.push((await readReceipt(place.cashier, receiptId, printId)).copy)
    }
    expect(copies).toEqual([1, 2, 3])
    expect(await readReceipt(place.cashier, receiptId)).toMatchObject({ copies: 3, copy: null })
  })

  test('copies printed at the same time are counted apart', async () => {
    const place = await estate()
    const { receiptId } = await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    const prints = await Promise.all(
      Array.from({ length: 5 }, () =>
        printReceipt(place.cashier, { requestId: freshRequestId(), receiptId }),
      ),
    )
    const copies = await Promise.all(
      prints.map(async ({ printId }) => (await readReceipt(place.cashier, receiptId, printId)).copy),
    )
    expect(copies.toSorted()).toEqual([1, 2, 3, 4, 5])
  })

  test('shows a parking space by the name that it had', async () => {
    const place = await estate()
    const { ctx, projectId } = place
    const parkingSpaceId = newId('park', testNow)
    const asked = () => ({ requestId: freshRequestId(), parkingSpaceId })
    await createParkingSpace(ctx, { ...asked(), projectId, code: 'C001' })
    const pay = async () => {
      const bill = await addBill(place, 0, { roomId: null, parkingSpaceId, feeItem: 'parking' })
      return (await recordPayment(place.cashier, cash([bill]), noProvider)).receiptId
    }
    const before = await pay()
    await changeParkingSpace(ctx, { ...asked(), lot: '地库', code: 'C001' })
    const after = await pay()
    for (const [receiptId, name] of [
      [before, 'C001'],
      [after, '地库-C001'],
    ] as const)
      expect((await readReceipt(place.cashier, receiptId)).items).toMatchObject([{ place: name }])
  })

  test('its owner sees it, a neighbour and another project do not', async () => {
    const place = await estate()
    const { receiptId } = await recordPayment(place.cashier, cash([await addBill(place, 0)]), noProvider)
    await recordPayment(place.cashier, cash([await addBill(place, 1)]), noProvider)
    const [owner, neighbour] = place.owners
    expect(await readReceipt(owner!, receiptId)).toMatchObject({ number: 'SJ-2026-000001' })
    expect((await listReceipts(owner!, {})).items).toMatchObject([
      { id: receiptId, number: 'SJ-2026-000001', places: '3栋-2单元-1501', amountFen: 10_000, void: false },
    ])
    for (const ctx of [neighbour!, as(place.ctx, staff('cashier', ['proj_other']))])
      await expect(readReceipt(ctx, receiptId)).rejects.toMatchObject({ code: 'payments.receipt_not_found' })
    await expect(
      printReceipt(as(place.ctx, staff('cashier', ['proj_other'])), {
        requestId: freshRequestId(),
        receiptId,
      }),
    ).rejects.toMatchObject({ code: 'payments.receipt_not_found' })
    const another = await testCtx({ now: testNow })
    await expect(readReceipt(another, receiptId)).rejects.toMatchObject({ kind: 'not_found' })
  })
})
