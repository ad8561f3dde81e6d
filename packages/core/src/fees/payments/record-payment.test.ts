import { outbox } from '@heju/db'
import { newId, parseCivilDate } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { firstEntityId } from '../../estate/organisation/index.ts'
import { bills } from '../billing/index.ts'
import { as, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import { daySheet, paymentList, readReceipt, recordPayment, reversePayment, voidBill } from './index.ts'
import { payments, receipts } from './tables.ts'
import { addBill, cash, cashierId, estate, noProvider, paidOf } from './testing.ts'

const day = parseCivilDate

describe('recordPayment', () => {
  test('settles whole bills, issues the receipt and tells the rest of the product', async () => {
    const place = await estate()
    const [first, second] = [await addBill(place, 0), await addBill(place, 0)]
    const { paymentId, receiptId } = await recordPayment(place.cashier, cash([first, second]), noProvider)
    for (const bill of [first, second])
      expect(await paidOf(place.ctx, bill)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    expect(await readReceipt(place.cashier, receiptId)).toMatchObject({
      number: 'SJ-2026-000001',
      void: false,
      company: '测试物业',
      project: '翠湖花园',
      payer: '业主1501',
      amountFen: 20_000,
      capitals: '人民币贰佰元整',
      method: 'cash',
      paidOn: '2026-11-22',
      issuedOn: '2026-11-22',
      cashier: '王芳',
      items: [
        { place: '3栋-2单元-1501', fee: '物业服务费', amountFen: 10_000 },
        { place: '3栋-2单元-1501', fee: '物业服务费', amountFen: 10_000 },
      ],
    })
    const events = await place.ctx.db.orm.select().from(outbox)
    expect(events.filter((event) => event.type === 'payments.settled')).toMatchObject([
      { payloadJson: JSON.stringify({ paymentId, receiptId, orderId: null }) },
    ])
    expect(place.cashier.published).toBe(true)
  })

  test('a part of a bill may be paid at the desk, and the rest later', async () => {
    const place = await estate()
    const bill = await addBill(place)
    const part = (amountFen: number) => cash([], { lines: [{ billId: bill, amountFen }] })
    await recordPayment(place.cashier, part(4_000), noProvider)
    await recordPayment(place.cashier, part(6_000), noProvider)
    expect(await paidOf(place.ctx, bill)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    await expect(recordPayment(place.cashier, part(1), noProvider)).rejects.toMatchObject({
      code: 'payments.bill_paid',
    })
  })

  test('what was recorded and not answered is said to be there, whatever of it was changed before it is sent again', async () => {
    const place = await estate()
    const [first, second, third] = [await addBill(place), await addBill(place), await addBill(place)]
    const sent = cash([first, second])
    const { receiptId } = await recordPayment(place.cashier, sent, noProvider)
    const changed = { paymentId: sent.paymentId, requestId: freshRequestId() }
    // Its bills are paid by itself: that one of them is paid would only have the cashier look for who else paid.
    for (const chosen of [[first], [first, third], [third]])
      await expect(
        recordPayment(place.cashier, { ...cash(chosen), ...changed }, noProvider),
      ).rejects.toMatchObject({ code: 'request.id_taken' })
    expect((await paymentList.page(place.cashier, { paymentId: sent.paymentId })).items).toMatchObject([
      { id: sent.paymentId, receiptId, amountFen: 20_000 },
    ])
    expect(await recordPayment(place.cashier, sent, noProvider)).toMatchObject({ receiptId })
    expect(await paidOf(place.ctx, third)).toEqual({ paidFen: 0, linesFen: 0 })
  })

  test('more than is owed is refused and nothing is written', async () => {
    const place = await estate()
    const [first, second] = [await addBill(place), await addBill(place)]
    const lines = [
      { billId: first, amountFen: 10_000 },
      { billId: second, amountFen: 10_001 },
    ]
    await expect(recordPayment(place.cashier, cash([], { lines }), noProvider)).rejects.toMatchObject({
      code: 'payments.overpaid',
    })
    expect(await paidOf(place.ctx, first)).toEqual({ paidFen: 0, linesFen: 0 })
    expect(await place.ctx.db.orm.select().from(receipts)).toEqual([])
  })

  test('two cashiers who take the same money at once book it once', async () => {
    const place = await estate()
    const bill = await addBill(place)
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => recordPayment(place.cashier, cash([bill]), noProvider)),
    )
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    expect(await paidOf(place.ctx, bill)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
    expect(await place.ctx.db.orm.select().from(receipts)).toMatchObject([{ serial: 1 }])
  })

  test.each([
    ['took the bill back', 'payments.bill_withdrawn'],
    ['took all of its money', 'payments.bill_paid'],
    ['took a part of its money', 'payments.overpaid'],
  ])('who comes a moment after somebody who %s is told so', async (what, code) => {
    const place = await estate()
    const bill = await addBill(place)
    const part = cash([], { lines: [{ billId: bill, amountFen: 4_000 }] })
    const { client } = place.ctx.db
    const { batch } = client
    // Between what the cashier reads and what they write.
    client.batch = async (...asked: Parameters<typeof batch>) => {
      if (asked[1] === 'write') {
        client.batch = batch
        if (what === 'took the bill back')
          await voidBill(
            place.ctx,
            { requestId: freshRequestId(), billId: bill, reason: '面积登记有误' },
            noProvider,
          )
        else await recordPayment(place.cashier, what.includes('part') ? part : cash([bill]), noProvider)
      }
      return batch.call(client, ...asked)
    }
    await expect(recordPayment(place.cashier, cash([bill]), noProvider)).rejects.toMatchObject({ code })
  })

  test('the same request again gets the same receipt', async () => {
    const place = await estate()
    const request = cash([await addBill(place)])
    const first = await recordPayment(place.cashier, request, noProvider)
    expect(await recordPayment(place.cashier, request, noProvider)).toEqual(first)
    expect(await place.ctx.db.orm.select().from(payments)).toHaveLength(1)
  })

  test.each([
    ['cash', '2026-11-15', '2026-11-14'],
    ['pos', '2026-11-15', '2026-11-14'],
    ['transfer', '2026-09-23', '2026-09-22'],
  ] as const)('%s may be dated back to %s and no further', async (method, earliest, tooEarly) => {
    const place = await estate()
    const bill = await addBill(place)
    const on = (date: string) =>
      recordPayment(
        place.cashier,
        cash([bill], { method, referenceNo: '20261115-77', paidOn: day(date) }),
        noProvider,
      )
    for (const date of [tooEarly, '2026-11-23'])
      await expect(on(date)).rejects.toMatchObject({
        code: 'payments.paid_on_out_of_range',
        params: { from: earliest, to: '2026-11-22' },
      })
    const { receiptId } = await on(earliest)
    expect(await readReceipt(place.cashier, receiptId)).toMatchObject({
      paidOn: earliest,
      issuedOn: '2026-11-22',
      referenceNo: '20261115-77',
    })
  })

  test('transfers and cards need their reference number', async () => {
    const place = await estate()
    const bill = await addBill(place)
    for (const method of ['transfer', 'pos'] as const)
      await expect(
        recordPayment(place.cashier, cash([bill], { method, referenceNo: ' ' }), noProvider),
      ).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'referenceNo', code: 'payments.field.reference' }],
      })
  })

  test('drafts are not there, withdrawn bills are not taken, projects are not mixed', async () => {
    const place = await estate()
    const other = await estate(place.ctx, '云顶公寓')
    const draft = await addBill(place, 0, { state: 'draft' })
    const withdrawn = await addBill(place, 0, { state: 'void', voidedAt: testNow })
    const take = (...ids: string[]) => recordPayment(place.cashier, cash(ids), noProvider)
    await expect(take(draft)).rejects.toMatchObject({ code: 'payments.bill_not_found' })
    await expect(take(newId('bill', testNow))).rejects.toMatchObject({ code: 'payments.bill_not_found' })
    await expect(take(withdrawn)).rejects.toMatchObject({ code: 'payments.bill_withdrawn' })
    await expect(take(await addBill(place), await addBill(other))).rejects.toMatchObject({
      code: 'payments.several_projects',
    })
  })

  test('a cashier of one project takes no money for another, an accountant for none', async () => {
    const place = await estate()
    const bill = await addBill(place)
    for (const actor of [staff('cashier', ['proj_other']), staff('accountant'), place.owners[0]!.actor])
      await expect(recordPayment(as(place.ctx, actor), cash([bill]), noProvider)).rejects.toMatchObject({
        kind: 'forbidden',
      })
    expect(await paidOf(place.ctx, bill)).toEqual({ paidFen: 0, linesFen: 0 })
  })

  test('a suspended company takes no money at the desk', async () => {
    const place = await estate()
    const bill = await addBill(place)
    const suspended = await testCtx({
      db: place.ctx.db,
      actor: place.cashier.actor,
      company: { ...place.ctx.company, state: 'suspended' },
    })
    await expect(recordPayment(suspended, cash([bill]), noProvider)).rejects.toMatchObject({
      code: 'company.suspended',
    })
  })
})

describe('reversePayment', () => {
  const accountant = (place: Awaited<ReturnType<typeof estate>>) =>
    as(place.ctx, staff('accountant'), testNow + 60_000)
  const reversal = (reverses: string) => ({
    requestId: freshRequestId(),
    paymentId: reverses,
    reversalId: newId('pay', testNow),
    reason: '录错房号',
  })

  test('a second record takes the money back, the bill is owed again and the receipt is void', async () => {
    const place = await estate()
    const bill = await addBill(place)
    const { paymentId, receiptId } = await recordPayment(place.cashier, cash([bill]), noProvider)
    const request = reversal(paymentId)
    await reversePayment(accountant(place), request)
    expect(await paidOf(place.ctx, bill)).toEqual({ paidFen: 0, linesFen: 0 })
    expect(await readReceipt(place.cashier, receiptId)).toMatchObject({ void: true, voidReason: '录错房号' })
    const { items } = await paymentList.page(place.cashier, {})
    expect(items).toMatchObject([
      { id: request.reversalId, amountFen: -10_000, reversesPaymentId: paymentId, receiptNumber: null },
      { id: paymentId, amountFen: 10_000, reversedByPaymentId: request.reversalId },
    ])
    await recordPayment(place.cashier, cash([bill]), noProvider)
    expect(await paidOf(place.ctx, bill)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })

  test('is done once, also by two at the same time, and never of a reversal', async () => {
    const place = await estate()
    const { paymentId } = await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    const request = reversal(paymentId)
    const tries = await Promise.allSettled([
      reversePayment(accountant(place), request),
      reversePayment(accountant(place), reversal(paymentId)),
      reversePayment(accountant(place), reversal(paymentId)),
    ])
    expect(tries.filter((each) => each.status === 'fulfilled')).toHaveLength(1)
    await expect(reversePayment(accountant(place), reversal(paymentId))).rejects.toMatchObject({
      code: 'payments.already_reversed',
    })
    const [back] = (await paymentList.page(place.cashier, {})).items
    await expect(reversePayment(accountant(place), reversal(back!.id))).rejects.toMatchObject({
      code: 'payments.not_reversible',
    })
  })

  test('who takes the money cannot take it back', async () => {
    const place = await estate()
    const { paymentId } = await recordPayment(place.cashier, cash([await addBill(place)]), noProvider)
    await expect(reversePayment(place.cashier, reversal(paymentId))).rejects.toMatchObject({
      kind: 'forbidden',
    })
    await expect(
      reversePayment(as(place.ctx, staff('accountant', ['proj_other'])), reversal(paymentId)),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('the books', () => {
  test('after any sequence of payments and reversals each bill has what its lines say, never more than it asks', async () => {
    const place = await estate()
    const take = fc.record({
      kind: fc.constant('take' as const),
      lines: fc.uniqueArray(
        fc.record({ bill: fc.nat({ max: 1 }), amountFen: fc.integer({ min: 1, max: 11_000 }) }),
        { minLength: 1, selector: (line) => line.bill },
      ),
    })
    const back = fc.record({ kind: fc.constant('back' as const), which: fc.nat({ max: 20 }) })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(take, back), { maxLength: 6 }), async (steps) => {
        const [first, second] = [await addBill(place), await addBill(place)]
        const taken: string[] = []
        for (const step of steps) {
          if (step.kind === 'take') {
            const lines = step.lines.map((line) => ({
              billId: line.bill === 0 ? first : second,
              amountFen: line.amountFen,
            }))
            const request = cash([], { lines })
            await recordPayment(place.cashier, request, noProvider).then(
              () => taken.push(request.paymentId),
              (error: { kind: string }) => expect(error.kind).toBe('precondition'),
            )
          } else if (taken.length > 0) {
            const reverses = taken[step.which % taken.length]!
            const input = {
              requestId: freshRequestId(),
              paymentId: reverses,
              reversalId: newId('pay', testNow),
              reason: '退',
            }
            await reversePayment(as(place.ctx, staff('accountant')), input).catch((error: { code: string }) =>
              expect(error.code).toBe('payments.already_reversed'),
            )
          }
          for (const bill of [first, second]) {
            const { paidFen, linesFen } = await paidOf(place.ctx, bill)
            expect(paidFen).toBe(linesFen)
            expect(paidFen).toBeGreaterThanOrEqual(0)
            expect(paidFen).toBeLessThanOrEqual(10_000)
          }
        }
      }),
      { numRuns: 25 },
    )
  })

  test('nobody changes or deletes what was booked, not even by hand', async () => {
    const place = await estate()
    const bill = await addBill(place)
    await recordPayment(place.cashier, cash([bill]), noProvider)
    for (const table of ['payments', 'payment_lines', 'receipts']) {
      const change = table === 'receipts' ? `snapshot_json = '{}'` : 'amount_fen = 1'
      await expect(place.ctx.db.client.execute(`UPDATE ${table} SET ${change}`)).rejects.toThrow(
        'append-only',
      )
      await expect(place.ctx.db.client.execute(`DELETE FROM ${table}`)).rejects.toThrow('append-only')
    }
    await expect(place.ctx.db.client.execute('DELETE FROM receipt_counters')).rejects.toThrow('follow')
    await expect(place.ctx.db.orm.delete(bills)).rejects.toThrow()
  })

  test('the day sheet says what was taken and taken back, by method and by cashier', async () => {
    const place = await estate()
    const [first, second, third] = [await addBill(place), await addBill(place), await addBill(place)]
    const { paymentId } = await recordPayment(place.cashier, cash([first]), noProvider)
    await recordPayment(place.cashier, cash([second]), noProvider)
    await recordPayment(
      place.cashier,
      cash([third], { method: 'pos', referenceNo: '000017', paidOn: day('2026-11-20') }),
      noProvider,
    )
    await reversePayment(as(place.ctx, staff('accountant')), {
      requestId: freshRequestId(),
      paymentId: paymentId,
      reversalId: newId('pay', testNow),
      reason: '录错房号',
    })
    expect(await daySheet(place.cashier, {})).toEqual({
      on: '2026-11-22',
      rows: [
        {
          method: 'cash',
          recordedBy: 'staff_accountant',
          cashierName: '',
          payments: 0,
          takenFen: 0,
          reversals: 1,
          reversedFen: -10_000,
        },
        {
          method: 'cash',
          recordedBy: cashierId,
          cashierName: '王芳',
          payments: 2,
          takenFen: 20_000,
          reversals: 0,
          reversedFen: 0,
        },
        {
          method: 'pos',
          recordedBy: cashierId,
          cashierName: '王芳',
          payments: 1,
          takenFen: 10_000,
          reversals: 0,
          reversedFen: 0,
        },
      ],
      totalFen: 20_000,
      series: [
        {
          entityId: firstEntityId,
          entity: '测试物业',
          first: 'SJ-2026-000001',
          last: 'SJ-2026-000003',
          count: 3,
        },
      ],
      openExceptions: 0,
    })
    expect(await daySheet(place.cashier, { on: '2026-11-21' })).toMatchObject({ rows: [], totalFen: 0 })
    await expect(
      daySheet(as(place.ctx, staff('cashier', ['proj_other'])), { projectId: place.projectId }),
    ).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
