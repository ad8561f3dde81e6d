import { civilDateOf } from '@heju/kernel'
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { owners } from '../identity/index.ts'
import { projects } from '../projects/index.ts'
import { occupancies, parkingSpaces, people, personPhones, rooms } from '../registry/index.ts'

/** What is one's own before what one is only family or tenant of. */
const roleFirst = sql`CASE ${occupancies.role} WHEN 'owner' THEN 0 WHEN 'co_owner' THEN 1 ELSE 2 END`

/**
 * The rooms and parking spaces that an owner has to do with today, each with what they are to it: what they own first,
 * rooms before parking spaces. Who is entered twice under one phone sees a place once for each role. A query, for `orm.batch`.
 */
export function placesOfOwner(ctx: Ctx, ownerId: string) {
  const today = civilDateOf(ctx.now, ctx.company.zone)
  return ctx.db.orm
    .selectDistinct({
      roomId: rooms.id,
      parkingSpaceId: parkingSpaces.id,
      roomName: rooms.name,
      parkingLot: parkingSpaces.lot,
      parkingCode: parkingSpaces.code,
      plate: occupancies.plate,
      role: occupancies.role,
      areaE2: rooms.areaE2,
      projectId: projects.id,
      projectName: projects.name,
      /** The service phone of the project; empty when none was entered. */
      projectPhone: projects.phone,
      personName: people.name,
      personKind: people.kind,
      gender: people.gender,
    })
    .from(owners)
    .innerJoin(personPhones, eq(personPhones.phoneIndex, owners.phoneIndex))
    .innerJoin(people, eq(people.id, personPhones.personId))
    .innerJoin(occupancies, eq(occupancies.personId, people.id))
    .innerJoin(projects, eq(projects.id, occupancies.projectId))
    .leftJoin(rooms, and(eq(rooms.id, occupancies.roomId), isNull(rooms.archivedAt)))
    .leftJoin(
      parkingSpaces,
      and(eq(parkingSpaces.id, occupancies.parkingSpaceId), isNull(parkingSpaces.archivedAt)),
    )
    .where(
      and(
        eq(owners.id, ownerId),
        or(sql`${rooms.id} IS NOT NULL`, sql`${parkingSpaces.id} IS NOT NULL`),
        sql`${today} BETWEEN coalesce(${occupancies.fromOn}, '') AND coalesce(${occupancies.toOn}, '9999')`,
      ),
    )
    .orderBy(roleFirst, isNull(rooms.id), asc(projects.name), asc(rooms.sortKey), asc(parkingSpaces.sortKey))
}

export type OwnerPlace = Awaited<ReturnType<typeof placesOfOwner>>[number]

/** The service phones of the company's projects, for whoever has no place there any more. A query, for `orm.batch`. */
export function servicePhones(ctx: Ctx) {
  return ctx.db.orm
    .select({ projectName: projects.name, projectPhone: projects.phone })
    .from(projects)
    .where(and(isNull(projects.archivedAt), sql`${projects.phone} <> ''`))
    .orderBy(asc(projects.name))
    .limit(10)
}
