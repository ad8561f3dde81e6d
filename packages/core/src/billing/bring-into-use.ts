import { databaseConflict, type Write } from '@heju/db'
import { addDays, type CivilDate } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { endScopes, exclude, notBeside, othersOf } from './assign-statements.ts'
import { unmeant } from './both-charged.ts'
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
 * which it charges them. Nobody having decided, there must be none. @throws `billing.charged_twice`, `database.conflict`
 * where somebody else has just changed what it charges, as who puts another tariff in its place does
 */
export function decideInUse(
  ctx: Ctx,
  write: Write,
  coming: ComingIntoUse,
  others: OthersDecision | undefined,
): void {
  const { tariff, charges } = coming
  const { tariffId, projectId } = tariff
  write.require(sql`${extentOf(tariffId)} = ${coming.extent}`, databaseConflict)
  if (others === undefined) {
    requireDecision(charges)
    const none = sql`NOT EXISTS (${othersBeside(tariffId, todayOf(ctx))})`
    write.require(none, chargedTwice({ places: 1, tariffs: '' }))
  }
  bringPlacesUnder(ctx, write, projectId)
  if (others === undefined) return
  const [beside, yields] = [others === 'beside' ? 1 : 0, others === 'keep' ? 1 : 0]
  if (others === 'keep') write.change(leaveThem(tariff))
  // Of scopes of which something was said before nothing is decided: they go on as they were.
  write.change(sql`UPDATE tariff_scopes SET beside = ${beside}, yields = ${yields}
    WHERE project_id = ${projectId} AND tariff_id = ${tariffId} AND NOT excluded AND NOT beside AND NOT yields`)
  if (others === 'beside') for (const statement of chargeBoth(tariff)) write.change(statement)
  if (others === 'replace') for (const statement of takeTheirPlace(ctx, coming)) write.change(statement)
}

/**
 * It does not charge places that have another charge for the same, on the days that touch one of which nobody has said that
 * both are charged.
 */
function leaveThem(tariff: TariffToAssign): SQL {
  const its = sql.raw('tariff_assignments')
  const from = sql`max(a.from_on, ${its}.from_on)`
  const to = sql`min(coalesce(a.to_on, '9999-12-31'), coalesce(${its}.to_on, '9999-12-31'))`
  return sql`DELETE FROM tariff_assignments WHERE tariff_id = ${tariff.tariffId} AND EXISTS (SELECT 1
    FROM tariff_assignments a JOIN tariffs g ON g.id = a.tariff_id
    WHERE a.target_id = tariff_assignments.target_id AND a.tariff_id IN (${othersOf(tariff)}) AND g.state = 'active'
      AND a.from_on <= coalesce(tariff_assignments.to_on, '9999-12-31') AND (a.to_on IS NULL OR a.to_on >= tariff_assignments.from_on)
      AND ${unmeant('a', sql`${tariff.tariffId}`, from, to)})`
}

/**
 * On the days on which something else is charged for the same both are: of these days it was asked, and of no others. Its
 * assignments are cut where such days begin and end; -1 tells meanwhile which of them are cut.
 */
function chargeBoth(tariff: TariffToAssign): SQL[] {
  const { tariffId } = tariff
  const its = sql`m.tariff_id = ${tariffId} AND m.beside = -1`
  const others = sql`a.target_id = m.target_id AND NOT a.beside
    AND a.tariff_id IN (SELECT id FROM tariffs WHERE state = 'active' AND id IN (${othersOf(tariff)}))`
  const on = (day: SQL) => sql`EXISTS (SELECT 1 FROM tariff_assignments a
    WHERE ${others} AND a.from_on <= ${day} AND (a.to_on IS NULL OR a.to_on >= ${day}))`
  const within = (day: SQL) => sql`${day} > m.from_on AND ${day} <= coalesce(m.to_on, '9999-12-31')`
  const [first, after] = [sql`a.from_on`, sql`date(a.to_on, '+1 day')`]
  const edges = (
    day: SQL,
  ) => sql`SELECT m.rowid AS seq, m.target_id, m.to_on, ${day} AS day FROM tariff_assignments m
    JOIN tariff_assignments a ON ${others} WHERE ${its} AND ${within(day)}`
  return [
    sql`UPDATE tariff_assignments AS m SET beside = -1 WHERE m.tariff_id = ${tariffId} AND NOT m.beside AND EXISTS (SELECT 1
      FROM tariff_assignments a WHERE ${others} AND a.from_on <= coalesce(m.to_on, '9999-12-31') AND (a.to_on IS NULL OR a.to_on >= m.from_on))`,
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on, beside)
      SELECT m.target_id, ${tariffId}, m.day, coalesce(date(lead(m.day) OVER (PARTITION BY m.seq ORDER BY m.day), '-1 day'), m.to_on), ${on(sql`m.day`)}
      FROM (${edges(first)} UNION ${edges(after)}) AS m`,
    sql`UPDATE tariff_assignments AS m SET beside = ${on(sql`m.from_on`)}, to_on = coalesce((SELECT date(min(n.from_on), '-1 day')
        FROM tariff_assignments n WHERE n.target_id = m.target_id AND n.tariff_id = m.tariff_id AND ${within(sql`n.from_on`)}), m.to_on)
      WHERE ${its}`,
  ]
}

/**
 * Others leave it its days, but for those on which both were said: they go on after its last one, those that begin on its days
 * go, and the rest end before it. For later places its scopes are taken out of theirs. Where something has been taken out of
 * its own, its scopes do not tell any more what it is for: then the narrowest scope decides for later places, as it does
 * everywhere. Scopes that were to keep what is there go on doing so.
 */
function takeTheirPlace(ctx: Ctx, { tariff, scopes }: ComingIntoUse): SQL[] {
  const others = othersOf(tariff)
  const its = sql`FROM tariff_assignments m WHERE m.tariff_id = ${tariff.tariffId} AND m.target_id = a.target_id AND NOT m.beside`
  const theirs = sql`a.tariff_id IN (${others}) AND a.target_id IN (SELECT target_id FROM tariff_assignments WHERE tariff_id = ${tariff.tariffId})
    AND NOT a.beside`
  const next = sql`(SELECT min(m.from_on) ${its} AND m.from_on > a.from_on AND m.from_on <= coalesce(a.to_on, '9999-12-31'))`
  return [
    sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on, beside)
      SELECT a.target_id, a.tariff_id, date(m.to_on, '+1 day'), a.to_on, a.beside FROM tariff_assignments m
      CROSS JOIN tariff_assignments a ON a.target_id = m.target_id AND a.tariff_id IN (${others})
      WHERE m.tariff_id = ${tariff.tariffId} AND a.from_on <= m.to_on AND (a.to_on IS NULL OR a.to_on > m.to_on)
        AND NOT m.beside AND NOT a.beside`,
    sql`DELETE FROM tariff_assignments WHERE rowid IN (SELECT a.rowid FROM tariff_assignments a WHERE ${theirs}
      AND EXISTS (SELECT 1 ${its} AND m.from_on <= a.from_on AND (m.to_on IS NULL OR m.to_on >= a.from_on)))`,
    sql`UPDATE tariff_assignments AS a SET to_on = date(${next}, '-1 day') WHERE ${theirs} AND ${next} IS NOT NULL`,
    ...(scopes.some(({ excluded }) => excluded)
      ? []
      : scopes.filter(({ yields }) => !yields).flatMap((scope) => outOfTheirs(ctx, others, tariff, scope))),
  ]
}

function outOfTheirs(ctx: Ctx, others: SQL, tariff: TariffToAssign, its: OwnScope): SQL[] {
  const { kind, value, fromOn, toOn } = its
  const scope = (kind === 'project' ? { kind } : { kind, values: [value] }) as Scope
  if (toOn !== null) return exclude(others, tariff, scope, { fromOn, toOn }, ctx.now, notBeside)
  return endScopes(others, tariff, scope, addDays(fromOn as CivilDate, -1), ctx.now, notBeside)
}
