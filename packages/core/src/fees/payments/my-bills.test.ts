import { compile, type Statement } from '@heju/db'
import { newId } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { occupancies } from '../../estate/registry/index.ts'
import { testNow } from '../../testing.ts'
import { listMyBills, myOpenBills, owedByOwner, readMyBill } from './my-bills.ts'
import { readMyHistory } from './my-history.ts'
import { ordersDecided, ordersUnderWay, readMyOrder } from './my-orders.ts'
import { addBill, cash, estate, noProvider, type Estate } from './testing.ts'
import { recordPayment } from './record-payment.ts'

let place: Estate
let owner: Ctx
beforeEach(async () => {
  place = await estate()
  owner = place.owners[0]!
})

const idsOf = async (ctx: Ctx) => (await listMyBills(ctx)).bills.map((bill) => bill.id)

describe('what an owner owes', () => {
  test('is what was published for their places and not paid yet, and no draft', async () => {
    const [first, second] = [
      await addBill(place, 0, { period: '2026-10' }),
      await addBill(place, 0, { period: '2026-11' }),
    ]
    await addBill(place, 0, { period: '2026-12', state: 'draft' })
    const other = await addBill(place, 1)
    expect(await idsOf(owner)).toEqual([first, second])
    expect(await owedByOwner(owner, owner.actor.id)).toMatchObject([{ owedFen: 20_000, bills: 2 }])
    await recordPayment(place.cashier, cash([first]), noProvider)
    expect(await idsOf(owner)).toEqual([second])
    expect(await idsOf(place.owners[1]!)).toEqual([other])
  })

  test('stays theirs after they moved out, and is not for the next owner to see', async () => {
    const debt = await addBill(place, 0, { period: '2026-09' })
    await place.ctx.db.orm
      .update(occupancies)
      .set({ toOn: '2026-10-31' })
      .where(eq(occupancies.personId, place.rooms[0]!.personId))
    const { roomId } = place.rooms[0]!
    await place.ctx.db.orm.insert(occupancies).values({
      id: newId('occ', testNow),
      projectId: place.projectId,
      personId: place.rooms[1]!.personId,
      roomId,
      role: 'owner',
      fromOn: '2026-11-01',
      createdAt: testNow,
      changedAt: testNow,
    })
    const next = await addBill(place, 0, { period: '2026-11', payerPersonId: place.rooms[1]!.personId })
    expect(await idsOf(owner)).toEqual([debt])
    expect(await idsOf(place.owners[1]!)).toEqual([next])
  })
})

describe('one bill', () => {
  test('is shown with what was paid towards it, also once it is paid', async () => {
    const id = await addBill(place)
    const { receiptId } = await recordPayment(place.cashier, cash([id]), noProvider)
    expect(await readMyBill(owner, id)).toMatchObject({
      bill: { id, amountFen: 10_000, paidFen: 10_000, place: '3栋-2单元-1501', fee: '物业服务费' },
      payments: [{ amountFen: 10_000, method: 'cash', receiptId }],
    })
  })

  test('of somebody else, or one that is only a draft, is not there', async () => {
    const draft = await addBill(place, 0, { state: 'draft' })
    for (const id of [await addBill(place, 1), draft, 'bill_x'])
      await expect(readMyBill(owner, id)).rejects.toMatchObject({ code: 'payments.bill_not_found' })
  })
})

describe('an owner’s pages', () => {
  async function planOf(query: Statement): Promise<string[]> {
    const { sql, args } = compile(query) as { sql: string; args: never[] }
    const { rows } = await owner.db.client.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args })
    return rows.map((row) => String(row.detail))
  }

  test('read no table as a whole, however many bills and payments the company has', async () => {
    const { id } = owner.actor
    for (const query of [
      myOpenBills(owner, id),
      owedByOwner(owner, id),
      ordersUnderWay(owner, id),
      ordersDecided(owner, id),
    ]) {
      const plan = await planOf(query)
      expect(plan.filter((line) => /^SCAN (?!json_each)(?!.*USING (COVERING )?INDEX)/.test(line))).toEqual([])
    }
    expect((await planOf(myOpenBills(owner, id))).join()).toContain('bills_by_room')
  })

  test('are read in one round trip each', async () => {
    const bill = await addBill(place)
    const tripsOf = async (read: () => Promise<unknown>) => {
      const before = owner.db.trips.count
      await read().catch(() => undefined)
      return owner.db.trips.count - before
    }
    for (const read of [
      () => listMyBills(owner),
      () => readMyBill(owner, bill),
      () => readMyHistory(owner, {}),
      () => readMyOrder(owner, { orderId: newId('ord', testNow) }),
    ])
      expect(await tripsOf(read)).toBe(1)
  })
})
