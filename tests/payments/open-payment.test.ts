import { auditList } from '@heju/core/platform/audit'
import {
  cancelPayment,
  continuePayment,
  followPayment,
  openPayment,
  readReceipt,
  recordPayment,
  retireMerchant,
  saveMerchant,
  voidBill,
} from '@heju/core/fees/payments'
import { handProjectOver } from '@heju/core/estate/handover'
import { anotherEntity } from '@heju/core/estate/organisation/testing'
import { addBill, cash, estate, noProvider, paidOf, type Estate } from '@heju/core/fees/payments/testing'
import { as, beforeNextWrite, freshRequestId, staff, testCtx, testNow } from '@heju/core/testing'
import { occupancies, people, personPhones } from '@heju/core/estate/registry'
import { newId, parseCivilDate } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyOf, orderState, street, type Street } from './online.ts'

let provider: Street
beforeAll(async () => {
  provider = await street()
})
afterAll(() => provider.close())

async function ordersAtProvider(): Promise<{ outTradeNo: string; state: string; totalFen: number }[]> {
  const response = await fetch(`${provider.providerUrl}/__control/orders`)
  return (await response.json()) as { outTradeNo: string; state: string; totalFen: number }[]
}

async function stateAtProvider(outTradeNo: string): Promise<string | undefined> {
  return (await ordersAtProvider()).find((order) => order.outTradeNo === outTradeNo)?.state
}

/** @returns what hands the project to a legal entity that is added here */
async function handedToAnother({ ctx, projectId }: Estate): Promise<() => Promise<unknown>> {
  const entityId = await anotherEntity(ctx)
  return () =>
    handProjectOver(ctx, {
      requestId: freshRequestId(),
      projectId,
      entityId,
      fromOn: parseCivilDate('2026-11-22'),
    })
}

describe('an owner opens a payment', () => {
  test('of several bills, pays, and has one receipt for all of them', async () => {
    const online = await provider.company()
    const bills = [await addBill(online.place), await addBill(online.place, 0, { amountFen: 12_345 })]
    const opened = await online.open(bills)
    expect(opened).toMatchObject({ amountFen: 22_345, next: { kind: 'redirect' } })
    const deliveries = await online.pay(opened.orderId)
    expect(deliveries).toMatchObject([{ kind: 'normal', status: 204 }])
    expect(await followPayment(online.owner(), opened, online.ports)).toMatchObject({
      state: 'paid',
      receiptId: expect.stringMatching(/^rcp_/),
    })
    expect(await paidOf(online.place.ctx, bills[1]!)).toEqual({ paidFen: 12_345, linesFen: 12_345 })
    expect(await moneyOf(online)).toEqual({ bookedFen: 22_345, exceptionsFen: 0 })
  })

  test('of a project that is handed over before it is paid: who got the money is who receipts it', async () => {
    const online = await provider.company()
    const { place } = online
    const opened = await online.open([await addBill(place)])
    const handOver = await handedToAnother(place)
    await handOver()
    await online.pay(opened.orderId)
    const { receiptId } = await followPayment(online.owner(), opened, online.ports)
    const receipt = await readReceipt(place.cashier, receiptId!)
    expect(receipt).toMatchObject({ number: 'SJ-2026-000001', company: '测试物业' })
  })

  test('through no merchant of the entity to which the project belonged until that moment', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    beforeNextWrite(online.place.ctx, await handedToAnother(online.place))
    await expect(online.open([bill])).rejects.toMatchObject({ code: 'database.conflict' })
    await expect(online.open([bill])).rejects.toMatchObject({ code: 'payments.online_unavailable' })
  })

  test('native, and gets a code to show', async () => {
    const online = await provider.company()
    const opened = await online.open([await addBill(online.place)], { scene: 'native' })
    expect(opened.next).toMatchObject({ kind: 'code', codeUrl: expect.stringContaining('/native/') })
  })

  test('what was paid in part at the desk is asked for no more', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const part = cash([], { lines: [{ billId: bill, amountFen: 2_500 }] })
    await recordPayment(online.place.cashier, part, noProvider)
    expect(await online.open([bill])).toMatchObject({ amountFen: 7_500 })
  })

  test('the same request again leads to the same order, at the provider too', async () => {
    const online = await provider.company()
    const input = {
      requestId: freshRequestId(),
      orderId: newId('ord', testNow),
      billIds: [await addBill(online.place)],
      scene: 'h5' as const,
    }
    const before = (await ordersAtProvider()).length
    const first = await openPayment(online.owner(), input, online.ports, { ip: '203.0.113.7' })
    await online.pass(2000)
    // On the way home the phone has another address; what the provider is told must not change for that.
    const second = await openPayment(online.owner(), input, online.ports, { ip: '198.51.100.9' })
    expect({ ...second, next: null }).toEqual({ ...first, next: null })
    expect(await ordersAtProvider()).toHaveLength(before + 1)
  })

  test('an answer that got lost is asked for again, and there is one order', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    await online.behave('next', { open: 'silent' })
    const orderId = newId('ord', testNow)
    await expect(online.open([bill], { orderId })).rejects.toMatchObject({
      code: 'payments.provider_unreachable',
    })
    await online.behave(await online.numberOf(orderId), { open: 'normal' })
    expect(await continuePayment(online.owner(), { orderId }, online.ports)).toMatchObject({ orderId })
    await online.pay(orderId)
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
  })

  test.each([
    ['a bill of a neighbour', 'payments.bill_not_found'],
    ['a draft', 'payments.bill_not_found'],
    ['a bill of another company', 'payments.bill_not_found'],
    ['a withdrawn bill', 'payments.bill_withdrawn'],
    ['a paid bill', 'payments.bill_paid'],
  ])('%s cannot be paid: %s, and the provider hears nothing', async (what, code) => {
    const online = await provider.company()
    const { place } = online
    const bills: Record<string, () => Promise<string>> = {
      'a bill of a neighbour': () => addBill(place, 1),
      'a draft': () => addBill(place, 0, { state: 'draft' }),
      'a bill of another company': async () => addBill(await estate()),
      'a withdrawn bill': () => addBill(place, 0, { state: 'void', voidedAt: testNow }),
      'a paid bill': () => addBill(place, 0, { paidFen: 10_000 }),
    }
    const before = (await ordersAtProvider()).length
    const open = online.open([await addBill(place), await bills[what]!()])
    await expect(open).rejects.toMatchObject({ code })
    expect(await ordersAtProvider()).toHaveLength(before)
  })

  test.each([
    ['took the bill back', 'payments.bill_withdrawn'],
    ['took all of its money', 'payments.bill_paid'],
    ['took a part of its money', 'payments.bill_paid'],
  ])('who opens a payment a moment after somebody who %s is told so: %s', async (what, code) => {
    const online = await provider.company()
    const { ctx, cashier } = online.place
    const [bill, other] = [await addBill(online.place), await addBill(online.place)]
    const part = cash([], { lines: [{ billId: bill, amountFen: 4_000 }] })
    const { client } = ctx.db
    const { batch } = client
    // Between what is read for the order and what is written of it.
    client.batch = async (...asked: Parameters<typeof batch>) => {
      if (asked[1] === 'write') {
        client.batch = batch
        const withdrawal = { requestId: freshRequestId(), billId: bill, reason: '面积登记有误' }
        if (what === 'took the bill back') await voidBill(ctx, withdrawal, noProvider)
        else await recordPayment(cashier, what.includes('part') ? part : cash([bill]), noProvider)
      }
      return batch.call(client, ...asked)
    }
    const before = (await ordersAtProvider()).length
    await expect(online.open([other, bill])).rejects.toMatchObject({ code })
    expect(await ordersAtProvider()).toHaveLength(before)
  })

  test('a tenant pays for the home, and not what was owed before moving in', async () => {
    const online = await provider.company()
    const { ctx, projectId, rooms, owners } = online.place
    const tenant = online.at(owners[2]!.actor)
    const [{ personId }, { roomId }] = [rooms[2]!, rooms[0]!]
    await ctx.db.orm.insert(occupancies).values({
      id: newId('occ', testNow),
      projectId,
      personId,
      roomId,
      role: 'tenant',
      fromOn: '2026-10-01',
      // The lease runs for some months yet.
      toOn: '2027-03-31',
      createdAt: testNow,
      changedAt: testNow,
    })
    const before = await addBill(online.place, 0, { period: '2026-09' })
    const since = await addBill(online.place, 0, { period: '2026-10' })
    const open = (billId: string) =>
      openPayment(
        tenant,
        { requestId: freshRequestId(), orderId: newId('ord', testNow), billIds: [billId], scene: 'h5' },
        online.ports,
        { ip: '203.0.113.7' },
      )
    await expect(open(before)).rejects.toMatchObject({ code: 'payments.bill_not_found' })
    const { orderId } = await open(since)
    await online.pay(orderId)
    expect(await paidOf(ctx, since)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })

  test('who moved out pays what was owed, and nothing of the time after', async () => {
    const online = await provider.company()
    const { ctx, rooms } = online.place
    const [room, newcomer] = [rooms[0]!, rooms[1]!]
    await ctx.db.orm
      .update(occupancies)
      .set({ toOn: '2026-09-30' })
      .where(eq(occupancies.roomId, room.roomId))
    const own = await addBill(online.place, 0, { period: '2026-09' })
    const after = await addBill(online.place, 0, { period: '2026-10', payerPersonId: newcomer.personId })
    expect(await online.open([own])).toMatchObject({ amountFen: 10_000 })
    await expect(online.open([after])).rejects.toMatchObject({ code: 'payments.bill_not_found' })
  })

  test('nothing is opened with a merchant that is retired at that moment', async () => {
    const online = await provider.company()
    const { ctx } = online.place
    const bill = await addBill(online.place)
    beforeNextWrite(ctx, () =>
      retireMerchant(ctx, { requestId: freshRequestId(), merchantRef: online.merchantRef }),
    )
    await expect(online.open([bill])).rejects.toMatchObject({ code: 'database.conflict' })
    expect((await ctx.db.client.execute('SELECT id FROM payment_orders')).rows).toEqual([])
  })

  test('who moves out at the moment at which they pay for the time of others pays nothing', async () => {
    const online = await provider.company()
    const { ctx, rooms } = online.place
    const bill = await addBill(online.place, 0, { payerPersonId: rooms[1]!.personId })
    beforeNextWrite(ctx, () =>
      ctx.db.orm
        .update(occupancies)
        .set({ toOn: '2026-09-30' })
        .where(eq(occupancies.roomId, rooms[0]!.roomId)),
    )
    await expect(online.open([bill])).rejects.toMatchObject({ code: 'payments.bill_not_found' })
  })

  test('in a suspended company nothing is opened or closed', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const { orderId } = await online.open([bill])
    const company = { ...online.place.ctx.company, state: 'suspended' as const }
    const owner = await testCtx({ db: online.place.ctx.db, actor: online.owner().actor, company })
    const input = {
      requestId: freshRequestId(),
      orderId: newId('ord', testNow),
      billIds: [bill],
      scene: 'h5' as const,
    }
    await expect(openPayment(owner, input, online.ports, { ip: '203.0.113.7' })).rejects.toMatchObject({
      code: 'company.suspended',
    })
    expect(await stateAtProvider(await online.numberOf(orderId))).toBe('NOTPAY')
  })

  test('bills of two projects are paid apart', async () => {
    const online = await provider.company()
    const other = await estate(online.place.ctx, '云顶公寓')
    await online.place.ctx.db.orm
      .update(personPhones)
      .set({ phoneIndex: `${online.place.projectId} 1501` })
      .where(eq(personPhones.personId, other.rooms[0]!.personId))
    const bills = [await addBill(online.place), await addBill(other)]
    await expect(online.open(bills)).rejects.toMatchObject({ code: 'payments.several_projects' })
    expect(await online.open([bills[1]!])).toMatchObject({ amountFen: 10_000 })
  })

  test('without a merchant there is no online payment, and a project’s own merchant comes first', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    await retireMerchant(online.place.ctx, { requestId: freshRequestId(), merchantRef: online.merchantRef })
    await expect(online.open([bill])).rejects.toMatchObject({ code: 'payments.online_unavailable' })
    const own = (await online.control('merchants', {})) as Parameters<typeof saveMerchant>[1]
    const theirs = (await online.control('merchants', {})) as Parameters<typeof saveMerchant>[1]
    for (const [settings, projectId] of [
      [theirs, undefined],
      [own, online.place.projectId],
    ] as const)
      await saveMerchant(online.place.ctx, {
        ...settings,
        requestId: freshRequestId(),
        id: newId('mch', testNow),
        ...(projectId === undefined ? {} : { projectId }),
      })
    const { orderId } = await online.open([bill])
    const number = await online.numberOf(orderId)
    const response = await fetch(`${provider.providerUrl}/__control/orders`)
    const orders = (await response.json()) as { outTradeNo: string; merchantId: string }[]
    expect(orders.find((order) => order.outTradeNo === number)?.merchantId).toBe(own.merchantId)
  })

  test('only owners open, continue, follow and cancel payments, each their own', async () => {
    const online = await provider.company()
    const { orderId } = await online.open([await addBill(online.place)])
    const neighbour = online.owner(1)
    const desk = as(online.place.ctx, staff('cashier'))
    for (const verb of [continuePayment, followPayment, cancelPayment]) {
      await expect(verb(neighbour, { orderId }, online.ports)).rejects.toMatchObject({
        code: 'payments.order_not_found',
      })
      await expect(verb(desk, { orderId }, online.ports)).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})

describe('a bill has one open order at a time', () => {
  test('opening again closes the earlier order at the provider first', async () => {
    const online = await provider.company()
    const bills = [await addBill(online.place), await addBill(online.place)]
    const first = await online.open([bills[0]!])
    const second = await online.open(bills)
    expect(await stateAtProvider(await online.numberOf(first.orderId))).toBe('CLOSED')
    expect(await orderState(online, first.orderId)).toBe('closed')
    await online.pay(second.orderId)
    expect(await moneyOf(online)).toEqual({ bookedFen: 20_000, exceptionsFen: 0 })
  })

  test('an earlier order that turns out to be paid is settled, and nothing new is opened', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    await online.behave('next', { notice: 'never' })
    const first = await online.open([bill])
    await online.pay(first.orderId)
    const before = (await ordersAtProvider()).length
    await expect(online.open([bill])).rejects.toMatchObject({ code: 'payments.bill_paid' })
    expect(await ordersAtProvider()).toHaveLength(before)
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
  })

  test('while the payer enters the password nothing else is opened', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const { orderId } = await online.open([bill])
    await online.control('state', { outTradeNo: await online.numberOf(orderId), state: 'USERPAYING' })
    await expect(online.open([bill])).rejects.toMatchObject({ code: 'payments.payer_busy' })
    expect(await orderState(online, orderId)).toBe('created')
  })

  test('of many pages that open at once one wins, and one order can be paid', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const tries = await Promise.allSettled(Array.from({ length: 5 }, () => online.open([bill])))
    const opened = tries.flatMap((each) => (each.status === 'fulfilled' ? [each.value.orderId] : []))
    expect(opened.length).toBeGreaterThanOrEqual(1)
    const states = await Promise.all(opened.map((orderId) => orderState(online, orderId)))
    expect(states.filter((state) => state === 'created' || state === 'opened')).toHaveLength(1)
    for (const orderId of opened) await online.pay(orderId).catch(() => undefined)
    expect(await moneyOf(online)).toEqual({ bookedFen: 10_000, exceptionsFen: 0 })
  })

  test('an old request that comes again closes nothing that was opened after it', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const old = {
      requestId: freshRequestId(),
      orderId: newId('ord', testNow),
      billIds: [bill],
      scene: 'h5' as const,
    }
    const again = () => openPayment(online.owner(), old, online.ports, { ip: '203.0.113.7' })
    await again()
    const { orderId } = await online.open([bill])
    await expect(again()).rejects.toMatchObject({ code: 'payments.order_over' })
    expect(await orderState(online, orderId)).toBe('created')
    expect(await stateAtProvider(await online.numberOf(orderId))).toBe('NOTPAY')
  })
})

describe('an owner gives up a payment', () => {
  test('it can no longer be paid, and the bill can be paid anew', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const { orderId } = await online.open([bill])
    expect(await cancelPayment(online.owner(), { orderId }, online.ports)).toEqual({
      state: 'closed',
      endedHere: true,
    })
    expect(await stateAtProvider(await online.numberOf(orderId))).toBe('CLOSED')
    await expect(continuePayment(online.owner(), { orderId }, online.ports)).rejects.toMatchObject({
      code: 'payments.order_over',
    })
    expect(await online.open([bill])).toMatchObject({ amountFen: 10_000 })
  })

  test('the answer says whether it was they who ended it, also where two do at the same moment', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const { orderId } = await online.open([bill])
    const give = () => cancelPayment(online.owner(), { orderId }, online.ports)
    const both = await Promise.all([give(), give()])
    expect(both.map(({ state }) => state)).toEqual(['closed', 'closed'])
    expect(both.filter(({ endedHere }) => endedHere)).toHaveLength(1)
    const second = await online.open([bill])
    await recordPayment(online.place.cashier, cash([bill]), online.ports)
    expect(await cancelPayment(online.owner(), { orderId: second.orderId }, online.ports)).toEqual({
      state: 'closed',
      endedHere: false,
    })
  })

  test('it is on record who gave it up, in which project, also where another way of paying ends it', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    const { orderId } = await online.open([bill])
    await cancelPayment(online.owner(), { orderId }, online.ports)
    const second = await online.open([bill])
    await recordPayment(online.place.cashier, cash([bill]), online.ports)
    const { rows } = await online.place.ctx.db.client.execute(
      `SELECT subject_id, actor_kind, actor_id, project_id FROM audit_log WHERE action = 'payments.order_closed' ORDER BY seq`,
    )
    const { ctx, projectId: project_id, cashier } = online.place
    const { items } = await auditList.page(ctx, { subjectId: orderId })
    const number = await online.numberOf(orderId)
    expect(items.map(({ actorName, subjectName }) => [actorName, subjectName])).toEqual([
      ['****1501 业主1501', `3栋-2单元-1501 ${number}`],
      ['****1501 业主1501', `3栋-2单元-1501 ${number}`],
    ])
    expect(rows).toMatchObject([
      { subject_id: orderId, actor_kind: 'owner', actor_id: online.owner().actor.id, project_id },
      { subject_id: second.orderId, actor_kind: 'staff', actor_id: cashier.actor.id, project_id },
    ])
  })

  test('one that was paid meanwhile is settled, and the answer says so', async () => {
    const online = await provider.company()
    const bill = await addBill(online.place)
    await online.behave('next', { notice: 'never' })
    const { orderId } = await online.open([bill])
    await online.pay(orderId)
    expect(await cancelPayment(online.owner(), { orderId }, online.ports)).toEqual({
      state: 'paid',
      endedHere: false,
    })
    expect(await paidOf(online.place.ctx, bill)).toEqual({ paidFen: 10_000, linesFen: 10_000 })
  })
})

describe('names', () => {
  test('two people of one bill list are both on the receipt', async () => {
    const online = await provider.company()
    const { ctx, rooms } = online.place
    const [first, second] = rooms
    await ctx.db.orm
      .update(personPhones)
      .set({ phoneIndex: `${online.place.projectId} 1501` })
      .where(eq(personPhones.personId, second!.personId))
    const { orderId } = await online.open([await addBill(online.place, 0), await addBill(online.place, 1)])
    await online.pay(orderId)
    const { rows } = await ctx.db.client.execute('SELECT payer_name, places FROM payments')
    const names = await ctx.db.orm
      .select({ name: people.name })
      .from(people)
      .where(eq(people.id, first!.personId))
    expect(String(rows[0]?.payer_name)).toContain(names[0]?.name)
    expect(String(rows[0]?.places).split('、').toSorted()).toEqual(['3栋-2单元-1501', '3栋-2单元-1502'])
  })
})
