import { newId } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import {
  handleUntilReply,
  later,
  of,
  ownerComplains,
  scene,
  summary,
  type Scene,
} from '../../desk/complaints/testing.ts'
import { closeComplaint, rateComplaint } from '../../desk/complaints/index.ts'
import type { Ctx } from '../../context.ts'
import { endOccupancy, giveOccupancy } from '../../estate/registry/index.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { as, freshRequestId } from '../../testing.ts'
import { readAccount, readComplaintForm, readHome } from './index.ts'

let at: Scene
let owner: Ctx
beforeEach(async () => {
  at = await scene()
  owner = at.owner
})

async function tripsOf(read: () => Promise<unknown>): Promise<number> {
  const before = owner.db.trips.count
  await read()
  return owner.db.trips.count - before
}

describe('what an owner sees first', () => {
  test('is read in one round trip, across capabilities', async () => {
    expect(await tripsOf(() => readHome(owner))).toBe(1)
    expect(await tripsOf(() => readAccount(owner))).toBe(1)
    expect(await tripsOf(() => readComplaintForm(owner))).toBe(1)
  })

  test('their own rooms come before those in which they are only family or tenant', async () => {
    const { person, room, give } = await smallProject(at.admin, '安居苑')
    const same = await person('王小明', { phones: ['+8613812341234'] })
    await give(same, await room('101'), 'tenant')
    const { places } = await readHome(owner)
    expect(places.map((place) => [place.roomName, place.role])).toEqual([
      ['3栋-2单元-1501', 'owner'],
      ['3栋-2单元-101', 'tenant'],
    ])
    expect((await readComplaintForm(owner)).rooms).toHaveLength(2)
  })

  test('what they were to a place is shown until the day on which it ended', async () => {
    const { roomId, personId, admin } = at
    const place = { kind: 'room' as const, id: roomId }
    const occupancyId = newId('occ', admin.now)
    await giveOccupancy(admin, {
      requestId: freshRequestId(),
      occupancyId,
      personId,
      place,
      role: 'family',
      fromOn: '2026-01-01',
    })
    await endOccupancy(admin, { requestId: freshRequestId(), occupancyId, toOn: '2026-11-21' })
    const { places } = await readHome(owner)
    expect(places.map((one) => one.role)).toEqual(['owner'])
  })

  test('shows what is open of their complaints until it is closed', async () => {
    const complaintId = await ownerComplains(at, owner)
    expect((await readHome(owner)).complaints.map(({ id }) => id)).toEqual([complaintId])
    const lead = await at.works('project_manager')
    await handleUntilReply(lead, complaintId)
    await rateComplaint(later(owner, 1), {
      ...of(complaintId),
      revisitId: newId('rvst', owner.now),
      newComplaintId: newId('cmpl', owner.now),
      rating: 5,
    })
    await closeComplaint(later(lead, 2), { ...of(complaintId), ...summary })
    expect((await readHome(later(owner, 3))).complaints).toEqual([])
  })

  test('is nobody’s who is not an owner', async () => {
    const job = as(owner, { kind: 'job', id: 'x' })
    for (const read of [readHome, readAccount, readComplaintForm])
      await expect(read(job)).rejects.toMatchObject({ code: 'access.not_allowed' })
  })
})
