import { databaseConflict, type Write } from '@heju/db'
import { addDays, newId, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { cutAt, endScopes, exclude, othersOf } from './assign-statements.ts'
import { unmeant } from './both-charged.ts'
import { cutWhereOthersCharge } from './cut-where-charged.ts'
import { othersBeside } from './other-charges.ts'
import { type TariffToAssign } from './scope-places.ts'
import { requireDecision } from './decide-others.ts'
import { chargedTwice } from './errors.ts'
import { bringPlacesUnder, todayOf } from './expand-scopes.ts'
import type { OthersDecision, ScopeKind } from './rules.ts'
import type { OtherCharges, Scope } from './tariff-schemas.ts'

/** A row of what a tariff that comes into use is for. */
interface OwnScope {
  kind: ScopeKind
  value: string
  excluded: boolean
  yields: boolean
  beside: boolean
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
 * nothing else did. Nobody having decided, there must be none. @throws `billing.charged_twice`, `database.conflict` where
 * somebody else has just changed what it charges, as who puts another tariff in its place does
 */
export function decideInUse(
  ctx: Ctx,
  write: Write,
  coming: ComingIntoUse,
  others: OthersDecision | undefined,
): void {
  const { tariff, charges } = coming
  const { tariffId, projectId } = tariff
  const today = todayOf(ctx)
  write.require(sql`${extentOf(tariffId)} = ${coming.extent}`, databaseConflict)
  if (others === undefined) {
    requireDecision(charges)
    const none = sql`NOT EXISTS (${othersBeside(tariffId, today)})`
    write.require(none, chargedTwice({ places: 1, tariffs: '' }))
  }
  bringPlacesUnder(ctx, write, projectId)
  const decided = others === undefined ? [] : decidedFrom(ctx, coming, others)
  for (const statement of [...leaveThePast(tariff, today), ...decided, ...joinAt(tariffId, today)])
    write.change(statement)
}

/**
 * What it charges before a day, without the days on which others do; what it charges from that day on begins with it. One that
 * is in use already, of which the same is said again, did charge them.
 */
function leaveThePast(tariff: TariffToAssign, today: CivilDate): SQL[] {
  const its = sql`tariff_id = ${tariff.tariffId} AND NOT beside`
  const beside = sql`EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = tariff_assignments.target_id
    AND a.tariff_id IN (${othersOf(tariff)}) AND a.from_on <= coalesce(tariff_assignments.to_on, '9999-12-31')
    AND (a.to_on IS NULL OR a.to_on >= tariff_assignments.from_on))`
  const resting = sql`(SELECT state FROM tariffs WHERE id = ${tariff.tariffId}) <> 'active'`
  return [
    ...cutAt(sql`${its} AND ${beside}`, today),
    ...cutWhereOthersCharge(tariff, sql`m.to_on < ${today} AND ${resting}`, leftToOthers),
    sql`DELETE FROM tariff_assignments WHERE tariff_id = ${tariff.tariffId} AND beside = ${leftToOthers}`,
  ]
}

/** Marks meanwhile the days that are left to others. */
const leftToOthers = -2

/** What was cut at a day and is the same before and after is one again. */
function joinAt(tariffId: string, day: CivilDate): SQL[] {
  const before = addDays(day, -1)
  const after = sql`FROM tariff_assignments n WHERE n.target_id = m.target_id AND n.tariff_id = m.tariff_id AND n.from_on = ${day} AND n.beside = m.beside`
  return [
    sql`UPDATE tariff_assignments AS m SET to_on = (SELECT n.to_on ${after})
      WHERE m.tariff_id = ${tariffId} AND m.to_on = ${before} AND EXISTS (SELECT 1 ${after})`,
    sql`DELETE FROM tariff_assignments AS n WHERE n.tariff_id = ${tariffId} AND n.from_on = ${day} AND EXISTS (SELECT 1
      FROM tariff_assignments m WHERE m.target_id = n.target_id AND m.tariff_id = n.tariff_id AND m.from_on < ${day}
        AND (m.to_on IS NULL OR m.to_on >= ${day}))`,
  ]
}

function decidedFrom(ctx: Ctx, coming: ComingIntoUse, others: OthersDecision): SQL[] {
  const today = todayOf(ctx)
  switch (others) {
    case 'keep':
      return [leaveThem(coming.tariff, today), ...saidOfScopes(ctx, coming, others)]
    case 'beside': {
      const both = cutWhereOthersCharge(coming.tariff, sql`m.from_on >= ${today}`, 1)
      return [...saidOfScopes(ctx, coming, others), ...both]
    }
    case 'replace':
      return takeTheirPlace(ctx, coming)
  }
}

/**
 * What is kept or charged beside others at later places. Of scopes of which something was said before nothing is decided:
 * they go on as they were. One that is charged beside others is so from today on: what it charged before keeps what is there.
 */
function saidOfScopes(ctx: Ctx, { tariff, scopes }: ComingIntoUse, others: 'keep' | 'beside'): SQL[] {
  const { tariffId, projectId } = tariff
  const today = todayOf(ctx)
  const its = sql`project_id = ${projectId} AND tariff_id = ${tariffId} AND NOT excluded AND NOT beside AND NOT yields`
  if (others === 'keep') return [sql`UPDATE tariff_scopes SET yields = 1 WHERE ${its}`]
  const underWay = sql`${its} AND from_on < ${today} AND (to_on IS NULL OR to_on >= ${today})`
  const begun = scopes.some(({ excluded }) => excluded)
    ? // A new row would not know what has been taken out of the one before.
      [sql`UPDATE tariff_scopes SET beside = 1, from_on = ${today} WHERE ${underWay}`]
    : [
        sql`INSERT INTO tariff_scopes (id, tariff_id, project_id, kind, value, beside, from_on, to_on, created_at)
          SELECT ${newId('scope', ctx.now)} || '_' || id, tariff_id, project_id, kind, value, 1, ${today}, to_on, created_at
          FROM tariff_scopes WHERE ${underWay}`,
        sql`UPDATE tariff_scopes SET yields = 1 WHERE ${underWay}`,
      ]
  return [...begun, sql`UPDATE tariff_scopes SET beside = 1 WHERE ${its} AND from_on >= ${today}`]
}

/**
 * From a day on it does not charge places that have another charge for the same, on the days that touch one of which nobody
 * has said that both are charged.
 */
function leaveThem(tariff: TariffToAssign, today: CivilDate): SQL {
  const its = sql.raw('tariff_assignments')
  const from = sql`max(a.from_on, ${its}.from_on)`
  const to = sql`min(coalesce(a.to_on, '9999-12-31'), coalesce(${its}.to_on, '9999-12-31'))`
  return sql`DELETE FROM tariff_assignments WHERE tariff_id = ${tariff.tariffId} AND from_on >= ${today} AND EXISTS (SELECT 1
    FROM tariff_assignments a JOIN tariffs g ON g.id = a.tariff_id
    WHERE a.target_id = tariff_assignments.target_id AND a.tariff_id IN (${othersOf(tariff)}) AND g.state = 'active'
      AND a.from_on <= coalesce(tariff_assignments.to_on, '9999-12-31') AND (a.to_on IS NULL OR a.to_on >= tariff_assignments.from_on)
      AND ${unmeant('a', sql`${tariff.tariffId}`, from, to)})`
}

/**
 * Others leave it its days from today on, but for those on which both were said: they go on after its last one, those that
 * begin on its days go, and the rest end before it. For later places its scopes are taken out of theirs. Where something has
 * been taken out of its own, its scopes do not tell any more what it is for: then the narrowest scope decides for later
 * places, as it does everywhere. Scopes that were to keep what is there, or to be charged beside it, go on doing so.
 */
function takeTheirPlace(ctx: Ctx, { tariff, scopes }: ComingIntoUse): SQL[] {
  const others = othersOf(tariff)
  const fromToday = sql`NOT m.beside AND m.from_on >= ${todayOf(ctx)}`
  const its = sql`FROM tariff_assignments m WHERE m.tariff_id = ${tariff.tariffId} AND m.target_id = a.target_id AND ${fromToday}`
  const theirs = sql`a.tariff_id IN (${others}) AND a.target_id IN (SELECT target_id FROM tariff_assignments WHERE tariff_id = ${tariff.tariffId})
    AND NOT a.beside`
  const next = sql`(SELECT min(m.from_on) ${its} AND m.from_on > a.from_on AND m.from_on <= coalesce(a.to_on, '9999-12-31'))`
  return [
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on, beside)
      SELECT a.target_id, a.tariff_id, date(m.to_on, '+1 day'), a.to_on, a.beside FROM tariff_assignments m
      CROSS JOIN tariff_assignments a ON a.target_id = m.target_id AND a.tariff_id IN (${others})
      WHERE m.tariff_id = ${tariff.tariffId} AND a.from_on <= m.to_on AND (a.to_on IS NULL OR a.to_on > m.to_on)
        AND ${fromToday} AND NOT a.beside`,
    sql`DELETE FROM tariff_assignments WHERE rowid IN (SELECT a.rowid FROM tariff_assignments a WHERE ${theirs}
      AND EXISTS (SELECT 1 ${its} AND m.from_on <= a.from_on AND (m.to_on IS NULL OR m.to_on >= a.from_on)))`,
    sql`UPDATE tariff_assignments AS a SET to_on = date(${next}, '-1 day') WHERE ${theirs} AND ${next} IS NOT NULL`,
    ...(scopes.some(({ excluded }) => excluded)
      ? []
      : scopes
          .filter(({ yields, beside }) => !yields && !beside)
          .flatMap((scope) => outOfTheirs(ctx, others, tariff, scope))),
  ]
}

function outOfTheirs(ctx: Ctx, others: SQL, tariff: TariffToAssign, its: OwnScope): SQL[] {
  const { kind, value, toOn } = its
  const today = todayOf(ctx)
  const fromOn = its.fromOn > today ? its.fromOn : today
  if (toOn !== null && toOn < today) return []
  const scope = (kind === 'project' ? { kind } : { kind, values: [value] }) as Scope
  if (toOn !== null) return exclude(others, tariff, scope, { fromOn, toOn }, ctx.now, 'beside')
  return endScopes(others, tariff, scope, addDays(fromOn as CivilDate, -1), ctx.now, 'beside')
}
