import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { owners } from '../../people/identity/index.ts'
import { projects } from '../projects/index.ts'
import { runsToday } from './queries.ts'
import { occupancies, parkingSpaces, people, personPhones, rooms } from './tables.ts'

/*
 * What an owner's account has to do with: an account is a phone, and whoever in the registry has that phone is who is
 * signed in. All that asks for an owner's places asks here, so that a phone taken out of the registry, or somebody who
 * has moved out, is gone from every page on the same day; what bills are made out to them stays theirs (`owner-access`).
 */

/** What is one's own before what one is only family or tenant of. */
const roleFirst = sql`CASE ${occupancies.role} WHEN 'owner' THEN 0 WHEN 'co_owner' THEN 1 ELSE 2 END`

/** The people of the registry who have the phone of an owner's account: their ids. */
export function peopleOfOwner(ownerId: string): SQL {
  return sql`SELECT ${personPhones.personId} FROM ${owners} JOIN ${personPhones} ON ${personPhones.phoneIndex} = ${owners.phoneIndex} WHERE ${owners.id} = ${ownerId}`
}

/** The people of the registry who have a phone: their ids. */
export function peopleWithPhone(phoneIndex: string): SQL {
  return sql`SELECT ${personPhones.personId} FROM ${personPhones} WHERE ${personPhones.phoneIndex} = ${phoneIndex}`
}

/** What the people with an owner's phone are today, `o` being the occupancy. @param columns what is wanted of it */
function occupanciesOfOwner(ctx: Ctx, ownerId: string, columns: SQL): SQL {
  return sql`SELECT ${columns} FROM ${owners} w JOIN ${personPhones} ph ON ph.phone_index = w.phone_index
    JOIN ${occupancies} o ON o.person_id = ph.person_id AND ${runsToday(ctx, 'o')} WHERE w.id = ${ownerId}`
}

/** The rooms that an owner owns or lives in today: `room_id`. Not those that a developer has for sale. */
export function roomsOfOwner(ctx: Ctx, ownerId: string): SQL {
  return sql`${occupanciesOfOwner(ctx, ownerId, sql`o.room_id`)} AND o.room_id IS NOT NULL AND o.role <> 'developer'`
}

/** The projects in which an owner has a place today: `project_id`. */
export function projectsOfOwner(ctx: Ctx, ownerId: string): SQL {
  return occupanciesOfOwner(ctx, ownerId, sql`o.project_id`)
}

/** Whether a phone is that of somebody who is anything to a room or parking space today: owner, family, tenant, user. */
export function isPhoneOfToday(ctx: Ctx, phoneIndex: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${personPhones} ph JOIN ${occupancies} o ON o.person_id = ph.person_id
    WHERE ph.phone_index = ${phoneIndex} AND ${runsToday(ctx, 'o')})`
}

/** Reads a room, if it is an owner's today, with the person as whom they are known there. A query, for `orm.batch`. */
export function roomOfOwner(ctx: Ctx, ownerId: string, roomId: string) {
  return ctx.db.orm
    .select({
      roomId: rooms.id,
      projectId: rooms.projectId,
      place: rooms.name,
      personId: people.id,
      contactName: people.name,
      phoneSealed: personPhones.phoneSealed,
      phoneIndex: personPhones.phoneIndex,
      phoneMasked: personPhones.phoneMasked,
    })
    .from(owners)
    .innerJoin(personPhones, eq(personPhones.phoneIndex, owners.phoneIndex))
    .innerJoin(people, eq(people.id, personPhones.personId))
    .innerJoin(occupancies, eq(occupancies.personId, people.id))
    .innerJoin(rooms, eq(rooms.id, occupancies.roomId))
    .where(
      and(
        eq(owners.id, ownerId),
        eq(rooms.id, roomId),
        isNull(rooms.archivedAt),
        runsToday(ctx, 'occupancies'),
      ),
    )
    .limit(1)
}

/**
 * The rooms and parking spaces that an owner has to do with today, each with what they are to it: what they own first,
 * rooms before parking spaces. Who is entered twice under one phone sees a place once for each role. A query, for `orm.batch`.
 */
export function placesOfOwner(ctx: Ctx, ownerId: string) {
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
        runsToday(ctx, 'occupancies'),
      ),
    )
    .orderBy(roleFirst, isNull(rooms.id), asc(projects.name), asc(rooms.sortKey), asc(parkingSpaces.sortKey))
}

export type OwnerPlace = Awaited<ReturnType<typeof placesOfOwner>>[number]
