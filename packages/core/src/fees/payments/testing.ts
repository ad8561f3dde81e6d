import { addMonths, lastDay, newId, parseCivilDate, parsePeriod } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import { bills, tariffs } from '../billing/index.ts'
import type { Ctx } from '../../context.ts'
import { owners, staff as staffTable } from '../../people/identity/index.ts'
import { createProject } from '../../estate/projects/index.ts'
import { buildings, occupancies, people, personPhones, rooms } from '../../estate/registry/index.ts'
import { as, freshRequestId, staff, testCtx, testNow } from '../../testing.ts'
import type { PaymentPorts } from './merchant.ts'
import type { RecordPayment } from './payment-schemas.ts'
import { evidenceField } from './settle.ts'
import { companyScope, merchants, paymentExceptions, paymentLines, paymentOrders } from './tables.ts'

export { paymentOrders }

/** A project with a building, a tariff, three rooms with their owners, and a cashier. */
export interface Estate {
  /** The company's administrator. */
  ctx: Ctx
  cashier: Ctx
  projectId: string
  rooms: { roomId: string; personId: string }[]
  /** The accounts of the owners of the rooms, in the same order. */
  owners: Ctx[]
}

export const cashierId = 'staff_cashier'

export async function estate(given?: Ctx, name = '翠湖花园'): Promise<Estate> {
  const ctx = given ?? (await testCtx())
  const projectId = newId('proj', testNow)
  await createProject(ctx, { requestId: freshRequestId(), projectId, name, type: 'residential' })
  const at = { createdAt: testNow, changedAt: testNow }
  const buildingId = newId('bldg', testNow)
  await ctx.db.orm
    .insert(staffTable)
    .values({ id: cashierId, name: '王芳', state: 'active', ...at })
    .onConflictDoNothing()
  await ctx.db.orm
    .insert(buildings)
    .values({ id: buildingId, projectId, key: '3', name: '3栋', sortKey: '0003', ...at })
  await ctx.db.orm.insert(tariffs).values({
    id: tariffOf(projectId),
    projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    state: 'active',
    ...at,
  })
  const made = await Promise.all(
    [1501, 1502, 1503].map((number) => addRoom(ctx, projectId, buildingId, String(number))),
  )
  return {
    ctx,
    cashier: as(ctx, staff('cashier', 'all', cashierId)),
    projectId,
    rooms: made.map(({ roomId, personId }) => ({ roomId, personId })),
    owners: made.map(({ ownerId }) => as(ctx, { kind: 'owner', id: ownerId })),
  }
}

async function addRoom(ctx: Ctx, projectId: string, buildingId: string, number: string) {
  const at = { createdAt: testNow, changedAt: testNow }
  const roomId = newId('room', testNow)
  const personId = newId('pers', testNow)
  const ownerId = newId('ownr', testNow)
  const phone = { phoneSealed: '-', phoneIndex: `${projectId} ${number}`, phoneLast4: number }
  await ctx.db.orm.insert(rooms).values({
    id: roomId,
    projectId,
    buildingId,
    key: `3||${number}`,
    number,
    name: `3栋-2单元-${number}`,
    sortKey: number,
    ...at,
  })
  await ctx.db.orm
    .insert(people)
    .values({ id: personId, projectId, name: `业主${number}`, kind: 'natural', ...at })
  await ctx.db.orm.insert(personPhones).values({ personId, position: 0, phoneMasked: '-', ...phone })
  await ctx.db.orm
    .insert(occupancies)
    .values({ id: newId('occ', testNow), projectId, personId, roomId, role: 'owner', ...at })
  await ctx.db.orm.insert(owners).values({ id: ownerId, createdAt: testNow, ...phone })
  return { roomId, personId, ownerId }
}

function tariffOf(projectId: string): string {
  return projectId.replace('proj_', 'tarf_')
}

let months = 0

/** A published bill of 100.00 yuan for a room, unless said otherwise. */
export async function addBill(
  place: Pick<Estate, 'ctx' | 'projectId' | 'rooms'>,
  room = 0,
  more: Partial<typeof bills.$inferInsert> = {},
): Promise<string> {
  const id = newId('bill', testNow)
  // Each in another month: a room has one bill of a tariff for one day.
  const period = more.period ?? addMonths(parsePeriod('2026-11'), -months++)
  const amountFen = more.amountFen ?? 10_000
  const { roomId, personId } = place.rooms[room]!
  await place.ctx.db.orm.insert(bills).values({
    id,
    projectId: place.projectId,
    roomId,
    tariffId: tariffOf(place.projectId),
    priceId: newId('pric', testNow),
    feeItem: 'property',
    period,
    fromOn: `${period}-01`,
    toOn: lastDay(parsePeriod(period)),
    days: 30,
    payerPersonId: personId,
    quantityE2: 8937,
    wholeDays: 30,
    wholeFen: amountFen,
    amountFen,
    dueOn: '2026-11-30',
    state: 'published',
    createdAt: testNow,
    publishedAt: testNow,
    ...more,
  })
  return id
}

/** Ports of a test in which no provider must be asked. */
export const noProvider: PaymentPorts = {
  origin: 'https://ceshi.heju.test',
  payments: () => {
    throw new Error('the provider was asked')
  },
}

/** What a bill has had so far, and what its payments say it has. */
export async function paidOf(ctx: Ctx, billId: string): Promise<{ paidFen: number; linesFen: number }> {
  const [bill] = await ctx.db.orm.select({ paidFen: bills.paidFen }).from(bills).where(eq(bills.id, billId))
  const lines = await ctx.db.orm.select().from(paymentLines).where(eq(paymentLines.billId, billId))
  return { paidFen: bill?.paidFen ?? -1, linesFen: lines.reduce((sum, line) => sum + line.amountFen, 0) }
}

/** What a cashier enters for whole bills of 100.00 yuan paid in cash today, unless said otherwise. */
export function cash(billIds: readonly string[], more: Partial<RecordPayment> = {}): RecordPayment {
  return {
    requestId: freshRequestId(),
    paymentId: newId('pay', testNow),
    method: 'cash',
    paidOn: parseCivilDate('2026-11-22'),
    lines: billIds.map((billId) => ({ billId, amountFen: 10_000 })),
    ...more,
  }
}

/** A bill to pay, a merchant, an order of it that is over, and an exception: laid down directly, for any place. */
export async function layDownPayments(
  ctx: Ctx,
  place: { projectId: string; roomId: string; personId: string },
): Promise<{ billId: string; merchantRef: string; orderId: string; exceptionId: string }> {
  const { projectId, roomId, personId } = place
  const at = { createdAt: ctx.now, changedAt: ctx.now }
  const named = {
    projectId,
    name: '电梯运行费',
    feeItem: 'property',
    basis: 'area',
    state: 'active',
  } as const
  await ctx.db.orm
    .insert(tariffs)
    .values({ id: tariffOf(projectId), ...named, ...at })
    .onConflictDoNothing()
  const billId = await addBill({ ctx, projectId, rooms: [{ roomId, personId }] })
  const merchantRef = newId('mch', ctx.now)
  await ctx.db.orm.insert(merchants).values({
    id: merchantRef,
    scope: companyScope,
    merchantId: '1900000001',
    appId: 'wx0123456789abcdef',
    merchantSerial: '0'.repeat(40),
    platformSerials: 'PUB_KEY_ID_1',
    apiV3KeyLast4: 'abcd',
    settingsSealed: '-',
    ...at,
  })
  const orderId = newId('ord', ctx.now)
  await ctx.db.orm.insert(paymentOrders).values({
    id: orderId,
    outTradeNo: orderId,
    merchantRef,
    projectId,
    ownerId: newId('ownr', ctx.now),
    payerName: '李女士',
    scene: 'h5',
    amountFen: 10_000,
    description: '-',
    openingSealed: '-',
    state: 'exception',
    createdAt: ctx.now,
    expiresAt: ctx.now,
    endedAt: ctx.now,
  })
  const exceptionId = newId('exc', ctx.now)
  await ctx.db.orm.insert(paymentExceptions).values({
    id: exceptionId,
    kind: 'wrong_amount',
    state: 'open',
    merchantRef,
    outTradeNo: orderId,
    orderId,
    projectId,
    amountFen: 100,
    expectedFen: 10_000,
    evidenceSealed: await ctx.vault.seal(evidenceField, '{}'),
    foundAt: ctx.now,
  })
  return { billId, merchantRef, orderId, exceptionId }
}
