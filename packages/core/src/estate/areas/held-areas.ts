import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { receiverOf, type Handover, type Holding } from '../../platform/holdings/index.ts'
import { todayOf } from '../../today.ts'
import { stewardPermissions, type AreaKind } from './rules.ts'
import { areas, areaStewards } from './tables.ts'

type Duty = 'steward_id' | 'stand_in_id'

/** Areas of a kind for which somebody is responsible today, or will be. */
function rows(ctx: Ctx, staffId: string | SQL, kind: AreaKind, duty: Duty) {
  const next = sql`(SELECT min(later.from_on) FROM ${areaStewards} AS later
    WHERE later.area_id = d.area_id AND later.from_on > d.from_on)`
  return sql`SELECT id, project_id, name AS title, NULL AS due_at FROM ${areas} WHERE kind = ${kind} AND id IN (
    SELECT d.area_id FROM ${areaStewards} AS d
    WHERE d.${sql.raw(duty)} = ${staffId} AND (${next} IS NULL OR ${next} > ${todayOf(ctx)}))`
}

/** From today on the receiver is it: what begins today or later is changed, what has held since before ends with a row of today. */
function handOver(ctx: Ctx, write: Write, handover: Handover, kind: AreaKind, duty: Duty): void {
  const [today, column] = [todayOf(ctx), sql.raw(duty)]
  const other = sql.raw(duty === 'steward_id' ? 'stand_in_id' : 'steward_id')
  const to = receiverOf(
    handover,
    sql`(SELECT project_id FROM ${areas} WHERE id = area_id AND kind = ${kind})`,
  )
  const inForce = sql`from_on = (SELECT max(earlier.from_on) FROM ${areaStewards} AS earlier
    WHERE earlier.area_id = held.area_id AND earlier.from_on <= ${today})`
  // Nobody stands in for themselves: a stand-in who takes over stands in no more, and a steward needs none of themselves.
  const [mine, theirs] =
    duty === 'steward_id'
      ? [sql`receiver`, sql`nullif(kept, receiver)`]
      : [sql`nullif(receiver, kept)`, sql`kept`]
  const given = (which: SQL) => sql`SELECT area_id, from_on, ${mine} AS mine, ${theirs} AS theirs FROM (
    SELECT area_id, from_on, ${to} AS receiver, ${other} AS kept FROM ${areaStewards} AS held
    WHERE ${column} = ${handover.fromId} AND ${which}) WHERE receiver IS NOT NULL`
  write.change(sql`INSERT INTO ${areaStewards} (area_id, from_on, ${column}, ${other}, created_at)
    SELECT area_id, ${today}, mine, theirs, ${ctx.now} FROM (${given(sql`from_on < ${today} AND ${inForce}`)})`)
  write.change(sql`UPDATE ${areaStewards} SET ${column} = g.mine, ${other} = g.theirs
    FROM (${given(sql`from_on >= ${today}`)}) AS g
    WHERE g.area_id = ${areaStewards}.area_id AND g.from_on = ${areaStewards}.from_on`)
}

/** What one kind of area asks of whoever is responsible for it, another does not: each is handed over by itself. */
function heldBy(kind: AreaKind, duty: Duty): Omit<Holding, 'kind'> {
  return {
    permission: stewardPermissions[kind],
    columns: [duty === 'steward_id' ? areaStewards.stewardId : areaStewards.standInId],
    rows: (staffId, ctx) => rows(ctx, staffId, kind, duty),
    handOver: (ctx, write, handover) => handOver(ctx, write, handover, kind, duty),
  }
}

export const areasOfStaff: readonly Holding[] = [
  { kind: 'areas', ...heldBy('steward', 'steward_id') },
  { kind: 'areas_stand_in', ...heldBy('steward', 'stand_in_id') },
  { kind: 'dunning_areas', ...heldBy('dunning', 'steward_id') },
  { kind: 'dunning_areas_stand_in', ...heldBy('dunning', 'stand_in_id') },
]
