import { newId } from '@heju/kernel'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { changeCommonPlace, createCommonPlace, retireCommonPlace } from '../../estate/places/index.ts'
import { createParkingSpace } from '../../estate/registry/index.ts'
import { smallProject } from '../../estate/registry/testing.ts'
import { heldList } from '../../people/handing-over/index.ts'
import { readComplaintForm } from '../../people/portal/index.ts'
import { beforeNextWrite, freshRequestId } from '../../testing.ts'
import { complain, complaintList, getComplaint, listMyComplaints, registerComplaint } from './index.ts'
import { scene as sceneOf, type Scene } from './testing.ts'

let scene: Scene
let ctx: Ctx
let commonPlaceId: string

beforeEach(async () => {
  scene = await sceneOf()
  ctx = await scene.works('front_desk')
  commonPlaceId = newId('place', ctx.now)
  const said = { under: scene.projectId, kind: 'lobby', name: '大堂' } as const
  await createCommonPlace(scene.admin, { requestId: freshRequestId(), commonPlaceId, ...said })
})

async function tell(where: object): Promise<string> {
  const complaintId = newId('cmpl', ctx.now)
  await registerComplaint(ctx, {
    requestId: freshRequestId(),
    complaintId,
    projectId: scene.projectId,
    channel: 'phone',
    categoryId: scene.category('lift'),
    text: '灯坏了一个星期',
    ...where,
  })
  return complaintId
}
const retire = () =>
  retireCommonPlace(scene.admin, { requestId: freshRequestId(), commonPlaceId, retired: true })
const notFound = { code: 'complaints.place_not_found' }

describe('where a complaint is', () => {
  test('may be a common place or a parking space, which it goes on pointing to under another name', async () => {
    const { projectId } = scene
    const parkingSpaceId = newId('park', ctx.now)
    await createParkingSpace(scene.admin, {
      requestId: freshRequestId(),
      projectId,
      parkingSpaceId,
      code: 'A-7',
    })
    const lobby = await tell({ placeId: commonPlaceId })
    const space = await tell({ placeId: parkingSpaceId })
    const words = await tell({ place: '北门外的路口' })
    const under = { under: projectId, kind: 'lobby', name: '东大堂', revision: 0 } as const
    await changeCommonPlace(scene.admin, { requestId: freshRequestId(), commonPlaceId, ...under })
    const of = async (id: string) => {
      const { place, placeId, placeName, roomId } = await getComplaint(ctx, id)
      return { place, placeId, placeName, roomId }
    }
    expect(await Promise.all([lobby, space, words].map((id) => of(id)))).toEqual([
      { place: '大堂', placeId: commonPlaceId, placeName: '东大堂', roomId: null },
      { place: 'A-7', placeId: parkingSpaceId, placeName: 'A-7', roomId: null },
      { place: '北门外的路口', placeId: null, placeName: null, roomId: null },
    ])
    const found = await complaintList.page(ctx, { view: 'all', placeId: commonPlaceId })
    expect(found.items.map(({ id }) => id)).toEqual([lobby])
    // Lists say what it is called now, and words where there is nothing that is called.
    const { items } = await complaintList.page(ctx, { view: 'all' })
    expect(new Map(items.map(({ id, place }) => [id, place]))).toEqual(
      new Map([
        [lobby, '东大堂'],
        [space, 'A-7'],
        [words, '北门外的路口'],
      ]),
    )
    const { items: held } = await heldList.page(scene.admin, {
      staffId: ctx.actor.id as never,
      kind: 'complaints_handled',
    })
    expect(held.map(({ title }) => title.split(' ')[1]).toSorted()).toEqual(['A-7', '东大堂', '北门外的路口'])
    // A room is a place like any other.
    const room = await tell({ roomId: scene.roomId })
    expect((await of(room)).placeId).toBe(scene.roomId)
  })

  test('is in use and of the project when it is written, and one', async () => {
    await expect(tell({ placeId: newId('place', 1) })).rejects.toMatchObject(notFound)
    const elsewhere = newId('place', ctx.now + 1)
    const { projectId: under } = await smallProject(scene.admin, '别的小区')
    const lobby = { under, kind: 'lobby', name: '大堂' } as const
    await createCommonPlace(scene.admin, {
      requestId: freshRequestId(),
      commonPlaceId: elsewhere,
      ...lobby,
    })
    await expect(tell({ placeId: elsewhere })).rejects.toMatchObject(notFound)
    await expect(tell({ placeId: commonPlaceId, roomId: scene.roomId })).rejects.toMatchObject({
      fields: [{ path: 'placeId', code: 'complaints.field.one_place' }],
    })
    beforeNextWrite(ctx, retire)
    await expect(tell({ placeId: commonPlaceId })).rejects.toMatchObject(notFound)
    await expect(tell({ placeId: commonPlaceId })).rejects.toMatchObject(notFound)
  })

  test('is chosen by an owner among the common places of their project that are in use', async () => {
    const { owner } = scene
    const offered = async () => (await readComplaintForm(owner)).commonPlaces.map(({ id }) => id)
    expect(await offered()).toEqual([commonPlaceId])
    const say = (more: object) =>
      complain(owner, {
        requestId: freshRequestId(),
        complaintId: newId('cmpl', ctx.now),
        roomId: scene.roomId,
        categoryId: scene.category('lift'),
        text: '灯坏了一个星期',
        ...more,
      })
    const first = await say({ commonPlaceId })
    expect(await getComplaint(ctx, first.complaintId)).toMatchObject({
      place: '大堂',
      placeId: commonPlaceId,
      // Whose room it is, so that whoever handles it knows where they live.
      roomId: scene.roomId,
      roomName: '3栋-2单元-1501',
    })
    const at = async (where: object) =>
      (await complaintList.page(ctx, { view: 'all', ...where })).items.map(({ id }) => id)
    expect([await at({ roomId: scene.roomId }), await at({ placeId: scene.roomId })]).toEqual([
      [first.complaintId],
      [],
    ])
    const told = { under: scene.projectId, kind: 'lobby', name: '东大堂', revision: 0 } as const
    await changeCommonPlace(scene.admin, { requestId: freshRequestId(), commonPlaceId, ...told })
    const { items: theirs } = await listMyComplaints(owner)
    expect(theirs.map(({ place }) => place)).toEqual(['东大堂'])
    // In the same words it is the same matter there, and another one at the room.
    expect((await say({ commonPlaceId })).complaintId).toBe(first.complaintId)
    expect((await say({})).complaintId).not.toBe(first.complaintId)
    await retire()
    expect(await offered()).toEqual([])
    await expect(say({ commonPlaceId, text: '灯还是没有修好' })).rejects.toMatchObject(notFound)
  })
})
