import { addDays, newId, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { OthersDecision, TariffBasis } from './rules.ts'
import { followingFrom } from './expand-scopes.ts'
import { targetKinds, targetNames, type TargetKind } from './targets.ts'
import type { Scope } from './tariff-schemas.ts'

/** A tariff to be assigned, as far as its statements need it. */
export interface TariffToAssign {
  tariffId: string
  projectId: string
  basis: TariffBasis
  feeItem: string
}

/** The same, its project and what it is for perhaps as queries that find them. */
type TariffAsked = Omit<TariffToAssign, 'projectId' | 'feeItem'> &
  Record<'projectId' | 'feeItem', string | SQL>

/** Rooms or parking spaces, by what a tariff is reckoned by. */
export function kindOf(basis: TariffBasis): TargetKind {
  return basis === 'parking_space' ? 'parking' : 'room'
}

/** Whether a scope can mean what a tariff is for: rooms, or parking spaces. */
export function fits(basis: TariffBasis, scope: Scope): boolean {
  const isRoom = kindOf(basis) === 'room'
  if (scope.kind === 'room_use' || scope.kind === 'building') return isRoom
  return scope.kind !== 'parking_kind' || !isRoom
}

/** The ids of a project's rooms or spaces that a scope means. */
export function placesIn(kind: TargetKind, projectId: string | SQL, scope: Scope): SQL {
  return sql`SELECT t.id FROM ${targetNames[kind].table} t WHERE t.project_id = ${projectId} AND t.archived_at IS NULL
    AND ${meant(scope)}`
}

function placesOf(tariff: TariffAsked, scope: Scope): SQL {
  return placesIn(kindOf(tariff.basis), tariff.projectId, scope)
}

function meant(scope: Scope): SQL {
  switch (scope.kind) {
    case 'project':
      return sql`1`
    case 'room_use':
      return sql`t.use IN (${each(scope.values)})`
    case 'parking_kind':
      return sql`t.kind IN (${each(scope.values)})`
    case 'building':
      return sql`t.building_id IN (${each(scope.values)})`
    case 'places':
      return sql`t.id IN (${each(scope.ids)})`
  }
}

/** Texts as a subquery with one parameter, however many they are. */
function each(texts: readonly string[]): SQL {
  return sql`SELECT value FROM json_each(${JSON.stringify(texts)})`
}

/** Days of an assignment, both included; without an end it goes on. */
export interface Days {
  fromOn: string
  toOn: string | null
}

/**
 * Charges the places of a scope by a tariff on those of the days on which it does not charge them already.
 * @param others whether places that have another charge for the same are left out, or charged beside it
 */
export function assignNow(
  tariff: TariffToAssign,
  scope: Scope,
  days: Days,
  others: OthersDecision | undefined,
): SQL {
  const { tariffId } = tariff
  const beside = others === 'beside' ? 1 : 0
  const { fromOn } = days
  const last = sql`coalesce(${days.toOn}, '9999-12-31')`
  const its = sql`FROM tariff_assignments a WHERE a.target_id = p.id AND a.tariff_id = ${tariffId}`
  return sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on, beside)
    SELECT id, ${tariffId}, day, coalesce((SELECT date(min(a.from_on), '-1 day') ${its} AND a.from_on > day AND a.from_on <= ${last}), ${days.toOn}), ${beside}
    FROM (SELECT id, ${fromOn} AS day FROM (${placesOf(tariff, scope)})
      UNION SELECT p.id, date(a.to_on, '+1 day') FROM (${placesOf(tariff, scope)}) AS p
        JOIN tariff_assignments a ON a.target_id = p.id AND a.tariff_id = ${tariffId} AND a.to_on >= ${fromOn} AND a.to_on < ${last}) AS p
    WHERE NOT EXISTS (SELECT 1 ${its} AND a.from_on <= day AND (a.to_on IS NULL OR a.to_on >= day))
      ${others === 'keep' ? sql`AND NOT EXISTS (SELECT 1 ${othersAt(tariff, days)})` : sql``}`
}

/** That a tariff is charged beside others, said of places that it charges already. */
export function markBeside(tariff: TariffToAssign, scope: Scope, days: Days): SQL {
  return sql`UPDATE tariff_assignments AS a SET beside = 1 WHERE a.tariff_id = ${tariff.tariffId} AND ${touches(days)}
    AND a.target_id IN (${placesOf(tariff, scope)})`
}

/** Whether assignment `a` holds on any of some days. */
function touches({ fromOn, toOn }: Days): SQL {
  return sql`a.from_on <= coalesce(${toOn}, '9999-12-31') AND (a.to_on IS NULL OR a.to_on >= ${fromOn})`
}

/**
 * Other tariffs `g` in use by which place `p` is charged for the same on some of these days. For property and parking
 * there is one charge of a place; what falls under other services are many things, each by its own name.
 */
function othersAt(tariff: TariffAsked, days: Days): SQL {
  return sql`FROM tariff_assignments a JOIN tariffs g ON g.id = a.tariff_id WHERE a.target_id = p.id AND ${touches(days)}
    AND g.id <> ${tariff.tariffId} AND g.state = 'active' AND g.fee_item = ${tariff.feeItem} AND g.fee_item <> 'other'`
}

/** How many places of a scope a tariff charges on some of these days while nothing else does for the same: a query. */
export function chargedAlone(tariff: TariffToAssign, scope: Scope, days: Days): SQL {
  return sql`SELECT count(*) AS alone FROM (${placesOf(tariff, scope)}) AS p
    WHERE EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = p.id AND a.tariff_id = ${tariff.tariffId} AND ${touches(days)})
      AND NOT EXISTS (SELECT 1 ${othersAt(tariff, days)})`
}

/**
 * The tariffs that charge places of a scope for the same already, or will once places that came since are brought under
 * the scopes, each with the number of those places: a query.
 */
export function othersIn(tariff: TariffAsked, scope: Scope, days: Days, today: string): SQL {
  const following = followingFrom(kindOf(tariff.basis), tariff.projectId, today)
  return sql`SELECT g.id AS tariffId, g.name, count(DISTINCT a.target_id) AS places FROM (
      SELECT a.target_id, a.tariff_id FROM (${placesOf(tariff, scope)}) AS p CROSS JOIN tariff_assignments a ON a.target_id = p.id AND ${touches(days)}
      UNION SELECT a.id, a.tariff_id FROM (${following}) AS a WHERE ${touches(days)} AND a.id IN (${placesOf(tariff, scope)})) AS a
    JOIN tariffs g ON g.id = a.tariff_id
    WHERE g.id <> ${tariff.tariffId} AND g.state = 'active' AND g.fee_item = ${tariff.feeItem} AND g.fee_item <> 'other'
    GROUP BY g.id ORDER BY g.name`
}

/**
 * How many places of a scope have bills of other tariffs for the same on some of these days: they are charged anew only once
 * those are void. A query of one number.
 */
export function billedIn(
  tariff: TariffAsked,
  scope: Scope,
  days: Days,
  others: OthersDecision | undefined,
): SQL<number> {
  const { fromOn, toOn } = days
  const last = toOn ?? '9999-12-31'
  const { column } = targetNames[kindOf(tariff.basis)]
  // What is charged beside them is charged all the same, and places that are left out are not charged at all.
  if (others === 'beside') return sql`SELECT 0 AS billed`
  return sql`SELECT count(*) AS billed FROM (${placesOf(tariff, scope)}) AS p WHERE EXISTS (SELECT 1 FROM bills b
      WHERE b.${column} = p.id AND b.period BETWEEN ${fromOn.slice(0, 7)} AND ${last.slice(0, 7)} AND b.voided_at = 0 AND b.state = 'published'
        AND b.from_on <= ${last} AND b.to_on >= ${fromOn} AND b.fee_item = ${tariff.feeItem} AND b.fee_item <> 'other' AND b.tariff_id <> ${tariff.tariffId})
    ${others === 'keep' ? sql`AND NOT EXISTS (SELECT 1 ${othersAt(tariff, days)})` : sql``}`
}

/**
 * The same for a tariff as it is assigned already, to whatever places, those included that came since and follow it or the
 * other: asked when it comes into use.
 */
export function othersBeside(tariffId: string, today: string): SQL {
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  const following = targetKinds.map((kind) => sql`SELECT * FROM (${followingFrom(kind, project, today)})`)
  return sql`WITH following (target_id, tariff_id, from_on, to_on) AS MATERIALIZED (${sql.join(following, sql` UNION ALL `)}),
      its AS MATERIALIZED (SELECT target_id, from_on, to_on FROM tariff_assignments WHERE tariff_id = ${tariffId}
        UNION ALL SELECT target_id, from_on, to_on FROM following WHERE tariff_id = ${tariffId})
    SELECT g.id AS tariffId, g.name, count(DISTINCT a.target_id) AS places FROM (
      SELECT a.target_id, b.tariff_id FROM its a CROSS JOIN tariff_assignments b ON b.target_id = a.target_id AND ${meets}
      UNION SELECT a.target_id, b.tariff_id FROM its a JOIN following b ON b.target_id = a.target_id AND ${meets}) AS a
    JOIN tariffs g ON g.id = a.tariff_id AND g.id <> ${tariffId} JOIN tariffs f ON f.id = ${tariffId}
    WHERE g.state = 'active' AND g.fee_item = f.fee_item AND g.fee_item <> 'other'
    GROUP BY g.id ORDER BY g.name`
}

/** Whether assignments `a` and `b` have a day in common. */
const meets = sql`b.from_on <= coalesce(a.to_on, '9999-12-31') AND (b.to_on IS NULL OR b.to_on >= a.from_on)`

/** How many places of a tariff, as it is assigned, have bills of others for the same on its days. A query of one number. */
export function billedAt(tariffId: string, others: OthersDecision | undefined): SQL<number> {
  if (others === 'beside') return sql`SELECT 0 AS billed`
  const billed = (column: SQL) => sql`EXISTS (SELECT 1 FROM bills b WHERE b.${column} = a.target_id
    AND b.period >= substr(a.from_on, 1, 7) AND b.voided_at = 0 AND b.state = 'published' AND b.to_on >= a.from_on
    AND (a.to_on IS NULL OR b.from_on <= a.to_on) AND b.fee_item = f.fee_item AND b.tariff_id <> f.id)`
  const { room, parking } = targetNames
  const other = sql`EXISTS (SELECT 1 FROM tariff_assignments o JOIN tariffs g ON g.id = o.tariff_id WHERE o.target_id = a.target_id
    AND g.id <> f.id AND g.state = 'active' AND g.fee_item = f.fee_item
    AND o.from_on <= coalesce(a.to_on, '9999-12-31') AND (o.to_on IS NULL OR o.to_on >= a.from_on))`
  return sql`SELECT count(DISTINCT a.target_id) AS billed FROM tariffs f JOIN tariff_assignments a ON a.tariff_id = f.id
    WHERE f.id = ${tariffId} AND f.fee_item <> 'other' AND (${billed(room.column)} OR ${billed(parking.column)})
    ${others === 'keep' ? sql`AND NOT ${other}` : sql``}`
}

/**
 * Ends what some tariffs charge the places of a scope after a day: an assignment under way gets its last day, one that
 * would begin later is dropped, and later places are not charged either.
 * @param tariffs a subquery of ids
 */
export function endAfter(
  tariffs: SQL,
  tariff: TariffToAssign,
  scope: Scope,
  toOn: string,
  now: number,
): SQL[] {
  const theirs = sql`tariff_id IN (${tariffs}) AND target_id IN (${placesOf(tariff, scope)})`
  return [
    sql`DELETE FROM tariff_assignments WHERE ${theirs} AND from_on > ${toOn}`,
    sql`UPDATE tariff_assignments SET to_on = ${toOn} WHERE ${theirs} AND (to_on IS NULL OR to_on > ${toOn})`,
    ...endScopes(tariffs, tariff, scope, toOn, now),
  ]
}

/** What some tariffs charge later places of a scope ends after a day. */
export function endScopes(
  tariffs: SQL,
  tariff: TariffToAssign,
  scope: Scope,
  toOn: string,
  now: number,
): SQL[] {
  const same = sql`tariff_id IN (${tariffs}) AND NOT excluded AND ${whole(scope)}`
  return [
    sql`DELETE FROM tariff_scopes WHERE ${same} AND from_on > ${toOn}`,
    sql`UPDATE tariff_scopes SET to_on = ${toOn} WHERE ${same} AND (to_on IS NULL OR to_on > ${toOn})`,
    ...(scope.kind === 'project'
      ? []
      : exclude(tariffs, tariff, scope, { fromOn: dayAfter(toOn), toOn: null }, now)),
  ]
}

/** The scopes that end with a scope: wider than one is only the project, and narrower ones end with that. */
function whole(scope: Scope): SQL {
  if (scope.kind === 'project') return sql`1`
  return scope.kind === 'places' ? sql`0` : sql`kind = ${scope.kind} AND value IN (${each(scope.values)})`
}

/** Interrupts what some tariffs charge the places of a scope, those to come included, on some days: it goes on after them. */
function interrupt(
  tariffs: SQL,
  tariff: TariffToAssign,
  scope: Scope,
  { fromOn, toOn }: { fromOn: string; toOn: string },
  now: number,
): SQL[] {
  const theirs = sql`tariff_id IN (${tariffs}) AND target_id IN (${placesOf(tariff, scope)})`
  const before = addDays(fromOn as CivilDate, -1)
  return [
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on, beside) SELECT target_id, tariff_id, ${dayAfter(toOn)}, to_on, beside
      FROM tariff_assignments WHERE ${theirs} AND from_on <= ${toOn} AND (to_on IS NULL OR to_on > ${toOn})`,
    sql`DELETE FROM tariff_assignments WHERE ${theirs} AND from_on BETWEEN ${fromOn} AND ${toOn}`,
    sql`UPDATE tariff_assignments SET to_on = ${before} WHERE ${theirs} AND from_on < ${fromOn} AND (to_on IS NULL OR to_on >= ${fromOn})`,
    ...exclude(tariffs, tariff, scope, { fromOn, toOn }, now),
  ]
}

/**
 * After any place that there will be. The code of November 2026 reads what is taken out as a scope like others: with this
 * it finds no place that came since, and for places of its kind sees nothing wider either, so that after a roll-back nobody
 * is charged by it. A number that JSON and SQLite hold exactly, epoch ms.
 */
export const noPlaceYet = Number.MAX_SAFE_INTEGER

/** Later places of a scope do not come under what some tariffs have had for scopes until now, on some days. */
export function exclude(tariffs: SQL, tariff: TariffToAssign, scope: Scope, days: Days, now: number): SQL[] {
  if (scope.kind === 'places') return []
  // Each tariff that has a scope to be taken out of: of the same kind and value, nothing is left of it.
  return [
    sql`INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, excluded, from_on, to_on, created_at)
      SELECT j.value ->> 0 || '_' || f.id, f.id, ${tariff.projectId}, ${scope.kind}, j.value ->> 1, 1, ${days.fromOn}, ${days.toOn}, ${noPlaceYet}
      FROM (${tariffs}) AS f CROSS JOIN json_each(${scopeRows(tariff, scope, now)}) AS j
      WHERE EXISTS (SELECT 1 FROM tariff_scopes s WHERE s.project_id = ${tariff.projectId} AND s.tariff_id = f.id AND NOT s.excluded
        AND (s.to_on IS NULL OR s.to_on >= ${days.fromOn}))`,
  ]
}

function dayAfter(day: string): CivilDate {
  return addDays(day as CivilDate, 1)
}

/** The other tariffs of the project for the same, in use or not: a query of ids. */
export function othersOf(tariff: TariffToAssign): SQL {
  return sql`SELECT id FROM tariffs WHERE project_id = ${tariff.projectId} AND fee_item = ${tariff.feeItem}
    AND id <> ${tariff.tariffId} AND basis ${kindOf(tariff.basis) === 'room' ? sql`<>` : sql`=`} 'parking_space'`
}

/** Whatever else is charged for the same in a scope leaves its days to another tariff. */
export function endOthers(tariff: TariffToAssign, scope: Scope, days: Days, now: number): SQL[] {
  const others = othersOf(tariff)
  const { fromOn, toOn } = days
  if (toOn !== null) return interrupt(others, tariff, scope, { fromOn, toOn }, now)
  return endAfter(others, tariff, scope, addDays(fromOn as CivilDate, -1), now)
}

/**
 * Remembers a scope, one row for each of its values, so that places which are added later come under it; single places
 * are remembered by themselves.
 */
export function rememberScope(
  tariff: TariffToAssign,
  scope: Scope,
  days: Days,
  { others, now }: { others: OthersDecision | undefined; now: number },
): SQL[] {
  if (scope.kind === 'places') return []
  const [beside, yields] = [others === 'beside' ? 1 : 0, others === 'keep' ? 1 : 0]
  return [
    sql`INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, beside, yields, from_on, to_on, created_at)
      SELECT value ->> 0, ${tariff.tariffId}, ${tariff.projectId}, ${scope.kind}, value ->> 1, ${beside}, ${yields}, ${days.fromOn}, ${days.toOn}, ${now}
      FROM json_each(${scopeRows(tariff, scope, now)})`,
  ]
}

/** An id and a value for each row of a scope, as JSON. */
function scopeRows(tariff: TariffToAssign, scope: Exclude<Scope, { kind: 'places' }>, now: number): string {
  const values = scope.kind === 'project' ? [tariff.projectId] : [...new Set<string>(scope.values)]
  return JSON.stringify(values.map((value) => [newId('scope', now), value]))
}
