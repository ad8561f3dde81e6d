import { databaseConflict, type Write } from '@heju/db'
import { addDays, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { cutAt, endScopes, exclude, othersOf } from './assign-statements.ts'
import { othersBeside } from './other-charges.ts'
import { type TariffToAssign } from './scope-places.ts'
import { requireDecision } from './decide-others.ts'
import { chargedTwice } from './errors.ts'
import { bringPlacesUnder } from './expand-scopes.ts'
import type { OthersDecision, ScopeKind } from './rules.ts'
import type { OtherCharges, Scope } from './tariff-schemas.ts'

/** A row of what a tariff that comes into use is for. */
interface OwnScope {
  kind: ScopeKind
  value: string
  excluded: boolean
  yields: boolean
  fromOn: string
  toOn: string | null
}

/** A tariff that comes into use, by what else its places are charged for the same, and its scopes. */
interface ComingIntoUse {
  tariff: TariffToAssign
  charges: OtherCharges
  scopes: readonly OwnScope[]
  /** Its assignments and scopes as they were when it was read: `extentOf`. */
  extent: string
  /** Whether it is a surcharge, or becomes one in the same write. */
  surcharge: boolean
}

/**
 * How many places a tariff charges on how many days, and how far its scopes reach: an expression that is another one once
 * any of it was ended, taken out or added.
 */
export function extentOf(tariffId: string): SQL<string> {
  const days = sql`count(*) || ' ' || coalesce(sum(CAST(julianday(from_on) AS INTEGER)), 0)
    || ' ' || coalesce(sum(CAST(julianday(coalesce(to_on, '9999-12-31')) AS INTEGER)), 0)`
  return sql<string>`((SELECT ${days} FROM tariff_assignments WHERE tariff_id = ${tariffId}) || ' ' ||
    (SELECT ${days} || ' ' || coalesce(sum(excluded), 0) FROM tariff_scopes
      WHERE project_id = (SELECT project_id FROM tariffs WHERE id = ${tariffId}) AND tariff_id = ${tariffId}))`
}

/**
 * Adds to a write what becomes of other charges for the same at the places of a tariff that comes into use, on the days on
 * which it charges them from today on: that is when it comes into use, and what is decided then holds from then on. Days
 * before, which are billed or were charged by others meanwhile, stay as they were, whatever is said: it charges those that
 * nothing else did. Nobody having decided, there must be none. A surcharge leaves nobody anything, and has nothing to decide.
 * @throws `billing.charged_twice`, `database.conflict` where somebody else has just changed what it charges, as who puts
 *   another tariff in its place does
 */
export function decideInUse(
  ctx: Ctx,
  write: Write,
  coming: ComingIntoUse,
  others: OthersDecision | undefined,
): void {
  const { tariff, charges, extent, surcharge } = coming
  const { tariffId, projectId } = tariff
  const today = todayOf(ctx)
  write.require(sql`${extentOf(tariffId)} = ${extent}`, databaseConflict)
  if (others === undefined && !surcharge) {
    requireDecision(charges)
    const none = sql`NOT EXISTS (${othersBeside(tariffId, today)})`
    write.require(none, chargedTwice({ places: 1, tariffs: '' }))
  }
  bringPlacesUnder(ctx, write, projectId)
  if (surcharge) return
  for (const statement of [
    ...leaveThePast(tariff, today),
    ...decidedFrom(ctx, coming, others),
    ...joinAt(tariffId, today),
  ])
    write.change(statement)
}

/**
 * What it charges before a day, without the days on which others do; what it charges from that day on begins with it. One that
 * is in use already, of which the same is said again, did charge them.
 */
function leaveThePast(tariff: TariffToAssign, today: CivilDate): SQL[] {
  const { tariffId } = tariff
  const others = othersOf(tariff)
  const theirs = sql`a.tariff_id IN (SELECT id FROM tariffs WHERE state = 'active' AND id IN (${others}))`
  const isResting = sql`(SELECT state FROM tariffs WHERE id = ${tariffId}) <> 'active'`
  const past = sql`m.tariff_id = ${tariffId} AND m.to_on < ${today} AND ${isResting}`
  const within = (day: SQL) => sql`${day} > m.from_on AND ${day} <= m.to_on`
  const edges = (
    day: SQL,
  ) => sql`SELECT m.rowid AS seq, m.target_id, m.to_on, ${day} AS day FROM tariff_assignments m
    JOIN tariff_assignments a ON a.target_id = m.target_id AND ${theirs} WHERE ${past} AND ${within(day)}`
  return [
    ...cutAt(
      sql`tariff_id = ${tariffId} AND EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = tariff_assignments.target_id
        AND a.tariff_id IN (${others}) AND a.from_on <= coalesce(tariff_assignments.to_on, '9999-12-31')
        AND (a.to_on IS NULL OR a.to_on >= tariff_assignments.from_on))`,
      today,
    ),
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
      SELECT target_id, ${tariffId}, day, coalesce(date(lead(day) OVER (PARTITION BY seq ORDER BY day), '-1 day'), to_on)
      FROM (${edges(sql`a.from_on`)} UNION ${edges(sql`date(a.to_on, '+1 day')`)})`,
    sql`UPDATE tariff_assignments AS m SET to_on = coalesce((SELECT date(min(n.from_on), '-1 day') FROM tariff_assignments n
        WHERE n.target_id = m.target_id AND n.tariff_id = m.tariff_id AND ${within(sql`n.from_on`)}), m.to_on) WHERE ${past}`,
    sql`DELETE FROM tariff_assignments AS m WHERE ${past} AND EXISTS (SELECT 1 FROM tariff_assignments a
      WHERE a.target_id = m.target_id AND ${theirs} AND a.from_on <= m.from_on AND (a.to_on IS NULL OR a.to_on >= m.from_on))`,
  ]
}

/** What was cut at a day and is the same before and after is one again. */
function joinAt(tariffId: string, day: CivilDate): SQL[] {
  const after = sql`FROM tariff_assignments n WHERE n.target_id = m.target_id AND n.tariff_id = m.tariff_id AND n.from_on = ${day}`
  return [
    sql`UPDATE tariff_assignments AS m SET to_on = (SELECT n.to_on ${after})
      WHERE m.tariff_id = ${tariffId} AND m.to_on = ${addDays(day, -1)} AND EXISTS (SELECT 1 ${after})`,
    sql`DELETE FROM tariff_assignments AS n WHERE n.tariff_id = ${tariffId} AND n.from_on = ${day} AND EXISTS (SELECT 1
      FROM tariff_assignments m WHERE m.target_id = n.target_id AND m.tariff_id = n.tariff_id AND m.from_on < ${day}
        AND (m.to_on IS NULL OR m.to_on >= ${day}))`,
  ]
}

function decidedFrom(ctx: Ctx, coming: ComingIntoUse, others: OthersDecision | undefined): SQL[] {
  switch (others) {
    case undefined:
      return []
    case 'keep':
      return leaveThem(coming.tariff, todayOf(ctx))
    case 'replace':
      return takeTheirPlace(ctx, coming)
  }
}

/** From a day on it does not charge places that have another charge for the same on any of its days, those to come neither. */
function leaveThem({ projectId, ...tariff }: TariffToAssign, today: CivilDate): SQL[] {
  const { tariffId } = tariff
  return [
    sql`UPDATE tariff_scopes SET yields = 1 WHERE project_id = ${projectId} AND tariff_id = ${tariffId} AND NOT excluded`,
    sql`DELETE FROM tariff_assignments AS m WHERE m.tariff_id = ${tariffId} AND m.from_on >= ${today} AND EXISTS (SELECT 1
      FROM tariff_assignments a JOIN tariffs g ON g.id = a.tariff_id
      WHERE a.target_id = m.target_id AND a.tariff_id IN (${othersOf({ projectId, ...tariff })}) AND g.state = 'active'
        AND a.from_on <= coalesce(m.to_on, '9999-12-31') AND (a.to_on IS NULL OR a.to_on >= m.from_on))`,
  ]
}

/**
 * Others leave it its days from today on: they go on after its last one, those that begin on its days go, and the rest end
 * before it. For later places its scopes are taken out of theirs. Where something has been taken out of its own, its scopes do
 * not tell any more what it is for: then the narrowest scope decides for later places, as it does everywhere. Scopes that were
 * to keep what is there go on doing so.
 */
function takeTheirPlace(ctx: Ctx, { tariff, scopes }: ComingIntoUse): SQL[] {
  const others = othersOf(tariff)
  const fromToday = sql`m.from_on >= ${todayOf(ctx)}`
  const its = sql`FROM tariff_assignments m WHERE m.tariff_id = ${tariff.tariffId} AND m.target_id = a.target_id AND ${fromToday}`
  const theirs = sql`a.tariff_id IN (${others}) AND a.target_id IN (SELECT target_id FROM tariff_assignments WHERE tariff_id = ${tariff.tariffId})`
  const next = sql`(SELECT min(m.from_on) ${its} AND m.from_on > a.from_on AND m.from_on <= coalesce(a.to_on, '9999-12-31'))`
  return [
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
      SELECT a.target_id, a.tariff_id, date(m.to_on, '+1 day'), a.to_on FROM tariff_assignments m
      CROSS JOIN tariff_assignments a ON a.target_id = m.target_id AND a.tariff_id IN (${others})
      WHERE m.tariff_id = ${tariff.tariffId} AND a.from_on <= m.to_on AND (a.to_on IS NULL OR a.to_on > m.to_on) AND ${fromToday}`,
    sql`DELETE FROM tariff_assignments WHERE rowid IN (SELECT a.rowid FROM tariff_assignments a WHERE ${theirs}
      AND EXISTS (SELECT 1 ${its} AND m.from_on <= a.from_on AND (m.to_on IS NULL OR m.to_on >= a.from_on)))`,
    sql`UPDATE tariff_assignments AS a SET to_on = date(${next}, '-1 day') WHERE ${theirs} AND ${next} IS NOT NULL`,
    ...(scopes.some(({ excluded }) => excluded)
      ? []
      : scopes.filter(({ yields }) => !yields).flatMap((scope) => outOfTheirs(ctx, others, tariff, scope))),
  ]
}

function outOfTheirs(ctx: Ctx, others: SQL, tariff: TariffToAssign, its: OwnScope): SQL[] {
  const { kind, value, toOn } = its
  const today = todayOf(ctx)
  const fromOn = its.fromOn > today ? its.fromOn : today
  if (toOn !== null && toOn < today) return []
  const scope = (kind === 'project' ? { kind } : { kind, values: [value] }) as Scope
  if (toOn !== null) return exclude(others, tariff, scope, { fromOn, toOn }, ctx.now)
  return endScopes(others, tariff, scope, addDays(fromOn as CivilDate, -1), ctx.now)
}
