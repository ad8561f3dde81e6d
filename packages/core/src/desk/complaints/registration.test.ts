import { newId } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addOwner } from '../../people/identity/testing.ts'
import { as, beforeNextWrite, freshRequestId, staff } from '../../testing.ts'
import {
  complain,
  getComplaint,
  judgeNature,
  complaintList,
  listMyComplaints,
  rateComplaint,
} from './index.ts'
import { complaints } from './tables.ts'
import { deskRegisters, handleUntilReply, harm, later, of, ownerComplains, rowOf, scene } from './testing.ts'

test('whoever receives and may not handle keeps no complaint to themselves', async () => {
  const place = await scene()
  const cashier = await place.works('cashier')
  const kept = deskRegisters(place, cashier, { handlerId: cashier.actor.id })
  await expect(kept).rejects.toMatchObject({ code: 'access.not_allowed' })
  const id = await deskRegisters(place, cashier)
  expect((await rowOf(cashier, id)).handlerId).toBeNull()
})

describe('a number', () => {
  test('is given for each civil day, without gaps, also when many come in at once', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    await Promise.all(Array.from({ length: 12 }, () => deskRegisters(place, desk)))
    const { items } = await complaintList.page(desk, { view: 'all' })
    const numbers = items.map(({ number }) => number).toSorted()
    const expected = Array.from(
      { length: 12 },
      (_, i) => `TS-20261122-${(i + 1).toString().padStart(4, '0')}`,
    )
    expect(numbers).toEqual(expected)
    // Nine hours later it is the next day in Shanghai, not yet in Greenwich.
    const tomorrow = await deskRegisters(place, later(desk, 9))
    expect((await rowOf(desk, tomorrow)).number).toBe('TS-20261123-0001')
  })

  test('is not lost to a registration that is refused', async () => {
    const place = await scene()
    const complaintId = await ownerComplains(place, place.owner, { text: '楼道灯不亮。' })
    const taken = ownerComplains(place, place.owner, { complaintId, text: '门禁坏了。' })
    await expect(taken).rejects.toMatchObject({ code: 'request.id_taken' })
    const last = await ownerComplains(place, place.owner, { text: '楼道灯还是不亮。' })
    expect((await rowOf(place.admin, last)).number).toBe('TS-20261122-0002')
  })
})

describe('complain', () => {
  test('is for rooms that are the owner’s today', async () => {
    const place = await scene()
    const stranger = await addOwner(place.admin, '+8613900000000')
    const theirs = as(place.admin, { kind: 'owner', id: stranger.id })
    await expect(ownerComplains(place, theirs)).rejects.toMatchObject({ code: 'complaints.room_not_yours' })
  })

  test('keeps the name and the masked phone of the day', async () => {
    const place = await scene()
    const row = await rowOf(place.admin, await ownerComplains(place, place.owner))
    expect(row).toMatchObject({ contactName: '王小明', phoneMasked: '138****1234', place: '3栋-2单元-1501' })
    expect(row.phoneSealed).not.toContain('13812341234')
  })

  test('the same request again registers nothing new', async () => {
    const place = await scene()
    const complaintId = newId('cmpl', place.owner.now)
    const requestId = freshRequestId()
    const said = { roomId: place.roomId, categoryId: place.category('water'), text: '水压太低了。' }
    const first = await complain(place.owner, { requestId, complaintId, ...said })
    expect(await complain(place.owner, { requestId, complaintId, ...said })).toEqual(first)
    expect((await listMyComplaints(place.owner)).items).toHaveLength(1)
  })

  test('the eleventh of a day is refused', async () => {
    const place = await scene()
    for (let n = 1; n <= 10; n++) await ownerComplains(place, place.owner, { text: `第${n}件事情要反映。` })
    await expect(ownerComplains(place, place.owner, { text: '还有一件事情。' })).rejects.toMatchObject({
      code: 'complaints.too_many_today',
      params: { most: 10 },
    })
  })

  test('an owner also finds what was registered for their phone at the desk', async () => {
    const place = await scene()
    const id = await deskRegisters(place, await place.works('front_desk'))
    const { items } = await listMyComplaints(place.owner)
    expect(items.map((item) => item.id)).toEqual([id])
  })

  test('an owner also finds and rates what the desk took down when they called from another number', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const id = await deskRegisters(place, desk, { contactPhone: '13700007777' })
    await deskRegisters(place, desk, { personId: undefined, contactPhone: '13600006666' })
    expect((await listMyComplaints(place.owner)).items.map((item) => item.id)).toEqual([id])
    await handleUntilReply(desk, id)
    const revisitId = newId('rvst', desk.now)
    const newComplaintId = newId('cmpl', desk.now)
    await rateComplaint(place.owner, { ...of(id), revisitId, newComplaintId, rating: 5 })
    expect(await rowOf(desk, id)).toMatchObject({ rating: 5, phoneMasked: '137****7777' })
  })

  test('what the desk took down for one household is not shown to another', async () => {
    const place = await scene()
    const stranger = await addOwner(place.admin, '+8613900000000')
    await deskRegisters(place, await place.works('front_desk'))
    const theirs = as(place.admin, { kind: 'owner', id: stranger.id })
    expect((await listMyComplaints(theirs)).items).toEqual([])
  })
})

test('nothing is registered about a room that is archived at that very moment', async () => {
  const place = await scene()
  const desk = await place.works('front_desk')
  const archived = (at: number | null) =>
    place.admin.db.orm.run(sql`UPDATE rooms SET archived_at = ${at} WHERE id = ${place.roomId}`)
  beforeNextWrite(place.admin, () => archived(place.admin.now))
  await expect(deskRegisters(place, desk)).rejects.toMatchObject({ code: 'complaints.place_not_found' })
  await archived(null)
  beforeNextWrite(place.admin, () => archived(place.admin.now))
  await expect(ownerComplains(place, place.owner)).rejects.toMatchObject({
    code: 'complaints.room_not_yours',
  })
})

describe('registerComplaint', () => {
  test('whoever registers it is its first receiver and handles it', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const row = await rowOf(desk, await deskRegisters(place, desk))
    expect(row).toMatchObject({
      firstReceiverId: desk.actor.id,
      handlerId: desk.actor.id,
      state: 'registered',
    })
  })

  test('a cashier may receive it and does not handle it', async () => {
    const place = await scene()
    const cashier = await place.works('cashier')
    const row = await rowOf(cashier, await deskRegisters(place, cashier))
    expect(row).toMatchObject({ firstReceiverId: cashier.actor.id, handlerId: null })
  })

  test('of staff, whoever acts first on one from the portal is its first receiver for good', async () => {
    const place = await scene()
    const [first, second] = [await place.works('front_desk'), await place.works('front_desk')]
    const id = await ownerComplains(place, place.owner)
    expect(await rowOf(first, id)).toMatchObject({ firstReceiverId: null, handlerId: null })
    await judgeNature(first, { ...of(id), judgement: harm })
    expect(await rowOf(first, id)).toMatchObject({
      firstReceiverId: first.actor.id,
      handlerId: first.actor.id,
    })
    const change = second.db.orm
      .update(complaints)
      .set({ firstReceiverId: second.actor.id })
      .where(eq(complaints.id, id))
    await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining('answerable') } })
  })

  test('both terms stand from the beginning: a day, and three working days', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const { clocks } = await getComplaint(desk, await deskRegisters(place, desk))
    expect(clocks.first).toMatchObject({ dueAt: desk.now + 24 * 3_600_000, state: 'running', tone: 'calm' })
    expect(clocks.whole.dueAt).toBe(Date.parse('2026-11-25T23:59:59.999+08:00'))
  })

  test('it takes a room of the project, a category in use and somebody who handles complaints there', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    const cashier = await place.works('cashier')
    const elsewhere = newId('room', desk.now)
    await expect(deskRegisters(place, desk, { roomId: elsewhere })).rejects.toMatchObject({
      code: 'complaints.place_not_found',
    })
    await expect(deskRegisters(place, desk, { categoryId: newId('ccat', 1) })).rejects.toMatchObject({
      code: 'complaints.category_not_found',
    })
    await expect(deskRegisters(place, desk, { handlerId: cashier.actor.id })).rejects.toMatchObject({
      code: 'complaints.handler_not_found',
    })
    await expect(deskRegisters(place, desk, { personId: newId('pers', 1) })).rejects.toMatchObject({
      code: 'complaints.person_not_found',
    })
    await expect(deskRegisters(place, desk, { promisedAt: desk.now - 1 })).rejects.toMatchObject({
      code: 'complaints.time_is_past',
    })
  })

  test('a complaint about no room says where, and one on behalf of somebody says by whom', async () => {
    const place = await scene()
    const desk = await place.works('front_desk')
    await expect(deskRegisters(place, desk, { roomId: undefined })).rejects.toMatchObject({
      fields: [{ path: 'place', code: 'complaints.field.place' }],
    })
    await expect(deskRegisters(place, desk, { channel: 'on_behalf' })).rejects.toMatchObject({
      fields: [{ path: 'agentName', code: 'complaints.field.agent' }],
    })
    const id = await deskRegisters(place, desk, { roomId: undefined, personId: undefined, place: '3栋大堂' })
    expect(await rowOf(desk, id)).toMatchObject({ place: '3栋大堂', roomId: null, phoneSealed: null })
  })

  test('who works in another project may not register here', async () => {
    const place = await scene()
    const desk = as(place.admin, staff('front_desk', [newId('proj', 1)]))
    await expect(deskRegisters(place, desk)).rejects.toMatchObject({ kind: 'forbidden' })
  })
})
