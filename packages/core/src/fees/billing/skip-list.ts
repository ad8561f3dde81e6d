import { eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import * as v from 'valibot'
import { parkingSpaces, placeName, rooms } from '../../estate/registry/index.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { skipReasons } from './rules.ts'
import { skipSchema, type Skip } from './schemas.ts'
import { billRuns, billRunSkips, tariffs } from './tables.ts'
import { kindOfTarget } from './targets.ts'

const { runId, reason, seq, roomId, parkingSpaceId, tariffId, days, onDay, otherTariffId } = billRunSkips
const others = alias(tariffs, 'others')

// Of what ended before the month, or begins after it, the run keeps the day alone; the main fee stands for its surcharges.
const ofDay = sql<
  string | null
>`(SELECT json_object('id', id, 'name', name) FROM (SELECT f.id, f.name, min(f.surcharge || f.name)
  FROM tariff_assignments a CROSS JOIN tariffs f ON f.id = a.tariff_id
  WHERE a.target_id = coalesce(${roomId}, ${parkingSpaceId})
    AND CASE ${billRunSkips.reason} WHEN 'ended' THEN a.to_on WHEN 'not_yet' THEN a.from_on END = ${onDay}) WHERE id IS NOT NULL)`

/** What a run did not bill, reason by reason. */
export const skipList = defineList({
  permission: 'bills.read',
  filter: { runId: idSchema('brun'), reason: v.optional(v.picklist(skipReasons)) },
  item: skipSchema,
  project: billRuns.projectId,
  where: (_ctx, filter) => [
    eq(runId, filter.runId),
    filter.reason === undefined ? undefined : eq(reason, filter.reason),
  ],
  order: { by: { reason, seq }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({
        seq,
        placeId: sql<string>`coalesce(${roomId}, ${parkingSpaceId})`,
        place: placeName(),
        tariffId,
        tariffName: tariffs.name,
        ofDay,
        reason,
        days,
        onDay,
        otherTariffId,
        otherName: others.name,
      })
      .from(billRunSkips)
      .innerJoin(billRuns, eq(billRuns.id, billRunSkips.runId))
      .leftJoin(rooms, eq(rooms.id, roomId))
      .leftJoin(parkingSpaces, eq(parkingSpaces.id, parkingSpaceId))
      .leftJoin(tariffs, eq(tariffs.id, tariffId))
      .leftJoin(others, eq(others.id, otherTariffId))
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: (row) => ({
    place: { kind: kindOfTarget(row.placeId), id: row.placeId, name: row.place },
    // A draft that was dropped since has no name and no page.
    tariff:
      row.tariffId === null
        ? (JSON.parse(row.ofDay ?? 'null') as Skip['tariff'])
        : row.tariffName === null
          ? null
          : { id: row.tariffId, name: row.tariffName },
    reason: row.reason,
    days: row.days,
    onDay: row.onDay,
    billedBy: row.otherTariffId === null ? null : { id: row.otherTariffId, name: row.otherName ?? '' },
  }),
})
