import { plansOf } from '@heju/db/testing'
import { beforeEach, describe, expect, test } from 'vitest'
import { auditList } from '../../platform/audit/index.ts'
import { listMyBills, readMyBill } from '../payments/index.ts'
import { addBill, estate, type Estate } from '../payments/testing.ts'
import { as, testNow } from '../../testing.ts'
import { noteReading, reminderList } from './index.ts'
import { reminderBills, reminders } from './tables.ts'

const hour = 3_600_000
let place: Estate
let billId: string
beforeEach(async () => {
  place = await estate()
  billId = await addBill(place)
})

/** A reminder that was sent to the owner of the first room an hour ago. */
async function remind(of = billId, state: 'sent' | 'waiting' = 'sent', id = 'rem_1_20261122'): Promise<void> {
  const { ctx, projectId, rooms } = place
  await ctx.db.orm.insert(reminders).values({
    id,
    projectId,
    personId: rooms[0]!.personId,
    stage: 'before',
    onDay: '2026-11-22',
    state,
    createdAt: testNow - hour,
    settledAt: testNow - hour,
  })
  await ctx.db.orm.insert(reminderBills).values({ billId: of, stage: 'before', reminderId: id })
}

const owner = (room: number, at = testNow) => as(place.ctx, place.owners[room]!.actor, at)
const proofs = async () => (await reminderList.page(place.ctx, {})).items.flatMap(({ evidence }) => evidence)

/** What the page of the open bills does. */
async function look(by = owner(0)): Promise<void> {
  await noteReading(by, (await listMyBills(by)).unread)
}

describe('a demand that its payer reads in the portal', () => {
  test('is on record with the time, once, however often and in how many windows they look', async () => {
    await remind()
    const windows = await Promise.all([listMyBills(owner(0)), listMyBills(owner(0))])
    await Promise.all(windows.map(({ unread }) => noteReading(owner(0), unread)))
    await look(owner(0, testNow + hour))
    expect(await proofs()).toEqual([{ kind: 'portal_read', state: null, note: '', at: testNow }])
    expect((await listMyBills(owner(0))).unread).toEqual([])
    expect((await auditList.page(place.ctx, { action: 'reminders.read_in_portal' })).items).toMatchObject([
      { actorKind: 'owner', subjectId: 'rem_1_20261122', projectId: place.projectId },
    ])
  })

  test('is not read by who has another phone, nor before it was sent', async () => {
    await remind()
    await look(owner(1))
    await noteReading(owner(1), [{ id: 'rem_1_20261122', projectId: place.projectId }])
    await remind(await addBill(place), 'waiting', 'rem_2_20261122')
    expect((await listMyBills(owner(0))).unread.map(({ id }) => id)).toEqual(['rem_1_20261122'])
    expect(await proofs()).toEqual([])
  })

  test('is read on the page of its bill, and not on that of another', async () => {
    await remind()
    const other = await addBill(place)
    expect((await readMyBill(owner(0), other)).unread).toEqual([])
    await noteReading(owner(0), (await readMyBill(owner(0), billId)).unread)
    expect(await proofs()).toMatchObject([{ kind: 'portal_read' }])
  })

  test('is looked for by an index', async () => {
    expect((await plansOf(place.ctx.db, () => listMyBills(owner(0)))).join()).toContain('reminders_by_person')
  })
})
