import { eq, and, isNull, asc, sql } from 'drizzle-orm'
import { calendarOf, correctedDays } from '../../platform/calendar/index.ts'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { projects } from '../../estate/projects/index.ts'
import { nameOfPlaceRef, placeInUse, placeOf, type PlaceRef } from '../../estate/places/index.ts'
import { people, personPhones, sealPhone } from '../../estate/registry/index.ts'
import { handlerQuery, requireHandler } from './matters.ts'
import { categoryNotFound, handlerNotFound, personNotFound, placeNotFound } from './errors.ts'
import { requireAhead } from './promises.ts'
import { categoryIsThere, register } from './registration.ts'
import { registerComplaintSchema, type RegisterComplaint } from './schemas.ts'
import { complaintCategories } from './tables.ts'

/**
 * Registers what somebody told a member of staff, by whatever channel (D41, D87). Whoever registers it is the first
 * receiver, and handles it unless it is given to another (D100).
 * @throws `complaints.place_not_found`, `complaints.person_not_found`, `complaints.category_not_found`,
 *   `complaints.handler_not_found`, `complaints.time_is_past`
 */
export async function registerComplaint(ctx: Ctx, raw: RegisterComplaint): Promise<{ complaintId: string }> {
  const input = parse(registerComplaintSchema, raw)
  ctx.require('complaints.receive', input.projectId)
  return ctx.write('complaints.register', input, async (write) => {
    const { projectId, complaintId } = input
    const known = await readPlace(ctx, input)
    requireAhead(ctx, { promisedAt: input.promisedAt })
    const { categoryId, handlerId } = input
    const at = placeIn(input)
    if (at !== null) write.require(placeInUse(at, projectId), placeNotFound)
    write.require(categoryIsThere(categoryId), categoryNotFound)
    if (handlerId === ctx.actor.id) ctx.require('complaints.handle', projectId)
    else if (handlerId !== undefined) requireHandler(ctx, write, handlerId, projectId)
    const itself = ctx.may('complaints.handle', projectId) ? ctx.actor.id : null
    register(
      ctx,
      write,
      known.calendar,
      {
        id: complaintId,
        projectId,
        ...placeColumns(at),
        place: known.place,
        personId: input.personId ?? null,
        contactName: input.contactName ?? known.personName ?? '',
        ...(input.contactPhone === undefined ? known.phone : await sealedPhone(ctx, input.contactPhone)),
        channel: input.channel,
        agentName: input.agentName ?? null,
        categoryId,
        text: input.text,
        wish: input.wish,
        firstReceiverId: ctx.actor.id,
        handlerId: input.handlerId ?? itself,
        promisedAt: input.promisedAt ?? null,
        major: input.major,
        emergency: input.emergency,
        special: input.special,
      },
      { note: input.note, fileIds: input.fileIds },
    )
    return { complaintId }
  })
}

/** The place that was chosen; null where it is said in words. */
function placeIn({
  roomId,
  placeId,
}: {
  roomId?: string | undefined
  placeId?: string | undefined
}): PlaceRef | null {
  const id = roomId ?? placeId
  return id === undefined ? null : placeOf(id)
}

function placeColumns(at: PlaceRef | null) {
  const idOf = (kind: PlaceRef['kind']) => (at?.kind === kind ? at.id : null)
  return { roomId: idOf('room'), parkingSpaceId: idOf('parking'), commonPlaceId: idOf('common') }
}

async function sealedPhone(ctx: Ctx, number: string) {
  const { phoneSealed, phoneIndex, phoneMasked } = await sealPhone(ctx.vault, number)
  return { phoneSealed, phoneIndex, phoneMasked }
}

/** All that the registry and the dictionaries say about it. One round trip. */
async function readPlace(ctx: Ctx, input: ReturnType<typeof parse<typeof registerComplaintSchema>>) {
  const { orm } = ctx.db
  const { projectId, personId = '', categoryId, handlerId = '' } = input
  const at = placeIn(input)
  const [[project], [category], people_, [handler], days] = await orm.batch([
    orm
      .select({
        isThere: at === null ? sql<number>`1` : placeInUse(at, projectId),
        place: at === null ? sql<null>`NULL` : nameOfPlaceRef(sql`${at.id}`),
      })
      .from(projects)
      .where(eq(projects.id, projectId)),
    orm
      .select({ id: complaintCategories.id })
      .from(complaintCategories)
      .where(and(eq(complaintCategories.id, categoryId), isNull(complaintCategories.archivedAt))),
    orm
      .select({
        name: people.name,
        phoneSealed: personPhones.phoneSealed,
        phoneIndex: personPhones.phoneIndex,
        phoneMasked: personPhones.phoneMasked,
      })
      .from(people)
      .leftJoin(personPhones, eq(personPhones.personId, people.id))
      .where(and(eq(people.id, personId), eq(people.projectId, projectId)))
      .orderBy(asc(personPhones.position))
      .limit(1),
    handlerQuery(ctx, handlerId, projectId),
    correctedDays(ctx),
  ])
  const [person] = people_
  if (project?.isThere !== 1) throw placeNotFound()
  if (input.personId !== undefined && person === undefined) throw personNotFound()
  if (category === undefined) throw categoryNotFound()
  const toAnother = input.handlerId !== undefined && input.handlerId !== ctx.actor.id
  if (toAnother && handler?.handles !== 1) throw handlerNotFound()
  const { phoneSealed = null, phoneIndex = null, phoneMasked = null } = person ?? {}
  return {
    place: project.place ?? input.place ?? '',
    personName: person?.name,
    phone: { phoneSealed, phoneIndex, phoneMasked },
    calendar: calendarOf(days),
  }
}
