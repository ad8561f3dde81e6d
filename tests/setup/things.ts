import type { Ctx } from '@heju/core'
import { complaintCategorySeed, listCategories, registerComplaint } from '@heju/core/desk/complaints'
import { enqueueMessage } from '@heju/core/platform/messages'
import { areas, createArea } from '@heju/core/estate/areas'
import { createCommonPlace } from '@heju/core/estate/places'
import { createParkingSpace } from '@heju/core/estate/registry'
import { previewImport } from '@heju/core/estate/registry-import'
import { reminders } from '@heju/core/fees/reminders'
import { smallProject } from '@heju/core/estate/registry/testing'
import { createRole } from '@heju/core/people/roles'
import { taskList } from '@heju/core/platform/tasks'
import { anyhow, as, freshRequestId, revisionOf } from '@heju/core/testing'
import { outbox } from '@heju/db'
import { civilDateOf, newId } from '@heju/kernel'
import { billingThings } from './billing-things.ts'
import { organisationThings } from './organisation-things.ts'
import { paymentThings } from './payment-things.ts'

/**
 * Puts one of everything into a company, through the verbs, and tells the ids by the names that routes and schemas have
 * for them. A capability whose routes name something of its own adds it here: tests that ask every route then ask it
 * about a thing that is there.
 * @param ownersPhone E.164, of the owner of the room
 * @param stored stands at the end of names, of a file's name and of what was said: what somebody may have put there
 */
export async function fillWith(ctx: Ctx, ownersPhone: string, stored = ''): Promise<Record<string, string>> {
  const { projectId, buildingId, room, person, give } = await smallProject(ctx, `翠湖花园${stored}`)
  const personId = await person(`李女士${stored}`, { phones: [ownersPhone] })
  const roomId = await room('1501')
  const occupancyId = await give(personId, roomId)
  const parkingSpaceId = newId('park', ctx.now)
  await createParkingSpace(ctx, { requestId: freshRequestId(), projectId, parkingSpaceId, code: 'A-001' })
  const messageId = await message(ctx, personId, projectId)
  const importId = await registryImport(ctx, projectId, { stored })
  const complaint = await complaintAt(ctx, projectId, roomId, stored)
  const place = { projectId, roomId, personId }
  const money = { ...(await billingThings(ctx, place)), ...(await paymentThings(ctx, place)) }
  const twice = await roomTwice(ctx, room)
  const eventId = await stoppedEvent(ctx, importId)
  const reminderId = await reminderOf(ctx, projectId, personId)
  const registry = { projectId, buildingId, roomId, personId, occupancyId, parkingSpaceId }
  const organisation = await organisationThings(ctx, stored)
  const roleId = await ownRole(ctx, stored)
  const area = await areaOf(ctx, projectId, buildingId, stored)
  const commonPlaceId = await commonPlaceOf(ctx, projectId, buildingId, stored)
  return {
    ...registry,
    ...organisation,
    roleId,
    ...area,
    commonPlaceId,
    ...twice,
    messageId,
    importId,
    eventId,
    reminderId,
    ...complaint,
    ...money,
  }
}

/** A role of the company's own that nobody holds. */
async function ownRole(ctx: Ctx, stored: string): Promise<string> {
  const roleId = newId('role', ctx.now)
  const carried = { template: 'front_desk', permissions: ['projects.read', 'registry.read'] } as const
  // A name is short; what it is for has room for more.
  const role = { roleId, name: '装修专员', about: `管装修${stored}`, ...carried }
  await createRole(ctx, { ...role, permissions: [...role.permissions], requestId: freshRequestId() })
  return roleId
}

/** An area of the building, and one of nothing. */
async function areaOf(ctx: Ctx, projectId: string, buildingId: string, stored: string) {
  const areaId = newId('area', ctx.now)
  const fromOn = civilDateOf(ctx.now, ctx.company.zone)
  const of = { projectId, fromOn, stewardId: ctx.actor.id }
  for (const [id, name, places] of [
    [areaId, `东区${stored}`, [buildingId]],
    [newId('area', ctx.now), `西区${stored}`, []],
  ] as const)
    await createArea(ctx, { requestId: freshRequestId(), areaId: id, ...of, name, places: [...places] })
  return { areaId, areaRevision: String(await revisionOf(ctx, areas, areaId)) }
}

/** A lobby of the building, and a gate of the whole project. */
async function commonPlaceOf(
  ctx: Ctx,
  projectId: string,
  buildingId: string,
  stored: string,
): Promise<string> {
  const commonPlaceId = newId('place', ctx.now)
  for (const [id, under, kind, name] of [
    [commonPlaceId, buildingId, 'lobby', `大堂${stored}`],
    [newId('place', ctx.now), projectId, 'gate', `岗亭${stored}`],
  ] as const)
    await createCommonPlace(ctx, { requestId: freshRequestId(), commonPlaceId: id, under, kind, name })
  return commonPlaceId
}

/** One room on record in two ways, as before 0802 was 802. */
async function roomTwice(ctx: Ctx, room: (number: string) => Promise<string>) {
  const [keptId, otherId] = [await room('802'), await room('803')]
  await ctx.db.client.execute({
    sql: "UPDATE rooms SET key = replace(key, '803', '0802') WHERE id = ?",
    args: [otherId],
  })
  return { keptId, otherId }
}

/** A reminder that no message could bring. */
async function reminderOf(ctx: Ctx, projectId: string, personId: string): Promise<string> {
  const onDay = civilDateOf(ctx.now)
  const id = `rem_${personId.slice('pers_'.length)}_${onDay.replaceAll('-', '')}`
  const told = { stage: 'first', onDay, state: 'dropped', dropReason: 'landline' } as const
  await ctx.db.orm.insert(reminders).values({ id, projectId, personId, ...told, createdAt: ctx.now })
  return id
}

/** The carrying out of an import that was given up. */
async function stoppedEvent(ctx: Ctx, importId: string): Promise<string> {
  const id = newId('evt', ctx.now)
  const payloadJson = JSON.stringify({ importId })
  const given = { attempts: 1, doneAt: ctx.now, firstFailedAt: ctx.now, failure: 'request.internal' }
  const event = { id, type: 'registry_import.confirmed', payloadJson, at: ctx.now }
  await ctx.db.orm.insert(outbox).values({ ...event, ...given })
  return id
}

function message(ctx: Ctx, subjectId: string, projectId: string): Promise<string> {
  const invitation = { purpose: 'survey_open', subjectId, projectId, phone: '13900001111', params: {} }
  return ctx.write(
    'test.message',
    { requestId: freshRequestId() },
    (write) => enqueueMessage(ctx, write, invitation),
    anyhow,
  )
}

/** @param more its text, and what stands at the end of its file's name */
export async function registryImport(
  ctx: Ctx,
  projectId: string,
  more: { text?: string; stored?: string } = {},
): Promise<string> {
  const { text = '楼栋,单元,房号,面积\n3,1,102,88.5\n', stored = '' } = more
  const importId = newId('imp', ctx.now)
  const file = new TextEncoder().encode(text)
  const named = { requestId: freshRequestId(), importId, projectId, fileName: `登记${stored}.csv` }
  await previewImport(ctx, named, file)
  return importId
}

/** A major complaint about a room, which is then on the manager's desk. */
async function complaintAt(
  ctx: Ctx,
  projectId: string,
  roomId: string,
  stored: string,
): Promise<Record<string, string>> {
  await complaintCategorySeed.seed(as(ctx, { kind: 'job', id: 'provision' }))
  const [category] = await listCategories(ctx)
  const [complaintId, categoryId] = [newId('cmpl', ctx.now), category?.id ?? '']
  const place = {
    projectId,
    roomId,
    categoryId,
    channel: 'phone',
    text: `电梯早上停了半小时。${stored}`,
  } as const
  await registerComplaint(ctx, { requestId: freshRequestId(), complaintId, ...place, major: true })
  const [task] = (await taskList.page(ctx, {})).items
  const fileId = newId('file', ctx.now)
  return { complaintId, categoryId, fileId, taskId: task?.id ?? '', onDay: civilDateOf(ctx.now) }
}
