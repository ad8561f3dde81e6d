import { civilDateOf } from '@heju/kernel'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { owners } from '../identity/index.ts'
import { occupancies, people, personPhones, rooms } from '../registry/index.ts'

/** Reads a room, if it is an owner's today, with the person as whom they are known there. */
export function roomOfOwner(ctx: Ctx, ownerId: string, roomId: string) {
  const today = civilDateOf(ctx.now, ctx.company.zone)
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
        sql`${today} BETWEEN coalesce(${occupancies.fromOn}, '') AND coalesce(${occupancies.toOn}, '9999')`,
      ),
    )
    .limit(1)
}
