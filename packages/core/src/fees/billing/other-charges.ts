import { sql, type SQL } from 'drizzle-orm'
import { isExclusive } from '../items/index.ts'
import { asCharged, comingUnder } from './as-charged.ts'
import type { FirstDecision, OthersDecision } from './rules.ts'
import {
  kindOf,
  placesOf,
  touches,
  type Days,
  type TariffAsked,
  type TariffToAssign,
} from './scope-places.ts'
import { targetNames } from './targets.ts'
import type { Scope } from './tariff-schemas.ts'

/** Whether tariffs `f` and `g` in use are charged for the same, so that a place should have one of them: surcharges stand beside all. */
const same = sql`g.id <> f.id AND g.fee_item = f.fee_item AND ${isExclusive(sql`g.fee_item`)} AND NOT f.surcharge AND NOT g.surcharge
  AND g.state = 'active'`

/**
 * Whether a tariff asked about, which may not be there yet, is charged for the same as tariffs `g` in use. Of an
 * exclusive item there is one charge of a place; those of others are many things, each by its own name.
 */
function sameAs(tariff: TariffAsked): SQL {
  return sql`${sameAsEver(tariff)} AND g.state = 'active'`
}

/** The same of tariffs `g` in use or not: their bills count. */
function sameAsEver(tariff: TariffAsked): SQL {
  return sql`g.id <> ${tariff.tariffId} AND g.fee_item = ${tariff.feeItem} AND ${isExclusive(sql`g.fee_item`)}
    AND NOT g.surcharge AND NOT EXISTS (SELECT 1 FROM tariffs f WHERE f.id = ${tariff.tariffId} AND f.surcharge)`
}

/**
 * What place `p` is charged for the same on some of these days: what a tariff that is to keep what is there leaves its
 * places to.
 */
export function othersToKeep(tariff: TariffAsked, days: Days): SQL {
  return sql`FROM tariff_assignments a JOIN tariffs g ON g.id = a.tariff_id WHERE a.target_id = p.id AND ${touches(days)}
    AND ${sameAs(tariff)}`
}

/**
 * How many places of a scope have any of these days that a tariff charges while nothing else does for the same, those
 * included that came since the last bills: a query. A surcharge stands in for nothing, and of one there is nothing to be
 * told. Such days begin with its own or after the last one of another, and these are looked at.
 */
export function chargedAlone(tariff: TariffToAssign, scope: Scope, days: Days, today: string): SQL {
  const { tariffId, projectId: project } = tariff
  const these = sql`SELECT ${tariffId} UNION SELECT g.id FROM tariffs g WHERE g.project_id = ${project} AND ${sameAs(tariff)}`
  const coming = comingUnder({ project, today, kind: kindOf(tariff.basis) })
  const on = (row: string) => {
    const it = sql.raw(row)
    return sql`${it}.target_id = d.target_id AND ${it}.from_on <= d.day AND (${it}.to_on IS NULL OR ${it}.to_on >= d.day)`
  }
  return sql`WITH charged AS MATERIALIZED (SELECT a.target_id, a.from_on, a.to_on, a.tariff_id = ${tariffId} AS its
      FROM (${asCharged(coming, these, placesOf(tariff, scope))}) AS a WHERE ${touches(days)}),
    d AS (SELECT target_id, max(from_on, ${days.fromOn}) AS day FROM charged WHERE its
      UNION SELECT target_id, date(to_on, '+1 day') FROM charged WHERE NOT its AND to_on < coalesce(${days.toOn}, '9999-12-31'))
    SELECT count(DISTINCT d.target_id) AS alone FROM d JOIN charged a ON a.its AND ${on('a')}
      LEFT JOIN charged b ON NOT b.its AND ${on('b')}
    WHERE b.target_id IS NULL AND NOT EXISTS (SELECT 1 FROM tariffs f WHERE f.id = ${tariffId} AND f.surcharge)`
}

/**
 * The tariffs that charge places of a scope for the same already, or will once places that came since are brought under
 * the scopes, each with the number of those places: a query. Of a tariff that is not in use there are none: it displaces
 * nothing, and is asked about when it comes into use.
 */
export function othersIn(tariff: TariffAsked, scope: Scope, days: Days, today: string): SQL {
  const following = comingUnder({ project: tariff.projectId, today, kind: kindOf(tariff.basis) })
  const asked = sql`${sameAs(tariff)} AND ${touches(days)}`
  return sql`SELECT tariff_id AS tariffId, name, count(DISTINCT target_id) AS places FROM (
      SELECT a.target_id, a.tariff_id, g.name FROM (${placesOf(tariff, scope)}) AS p CROSS JOIN tariff_assignments a ON a.target_id = p.id
        CROSS JOIN tariffs g ON g.id = a.tariff_id WHERE ${asked}
      UNION SELECT a.target_id, a.tariff_id, g.name FROM (${following}) AS a CROSS JOIN tariffs g ON g.id = a.tariff_id
        WHERE ${asked} AND a.target_id IN (${placesOf(tariff, scope)}))
    WHERE NOT EXISTS (SELECT 1 FROM tariffs f WHERE f.id = ${tariff.tariffId} AND f.state <> 'active')
    GROUP BY tariff_id ORDER BY name`
}

/**
 * The same for a tariff as it is assigned already, to whatever places, those included that came since and follow it or the
 * other, from today on: asked when it comes into use.
 */
export function othersBeside(tariffId: string, today: string): SQL {
  const both = sql`JOIN tariffs g ON g.id = b.tariff_id JOIN tariffs f ON f.id = ${tariffId} WHERE ${same}`
  return sql`WITH ${itsPlaces(tariffId, today)}
    SELECT tariff_id AS tariffId, name, count(DISTINCT target_id) AS places FROM (
      SELECT a.target_id, b.tariff_id, g.name FROM its a CROSS JOIN tariff_assignments b ON b.target_id = a.target_id AND ${meets(today)} ${both}
      UNION SELECT a.target_id, b.tariff_id, g.name FROM its a JOIN following b ON b.target_id = a.target_id AND ${meets(today)} ${both})
    GROUP BY tariff_id ORDER BY name`
}

/** What places of a tariff's project that came since will be charged, and the tariff's own assignments with these. */
function itsPlaces(tariffId: string, today: string): SQL {
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  return sql`following AS MATERIALIZED (${comingUnder({ project, today })}),
      its AS MATERIALIZED (SELECT target_id, from_on, to_on FROM tariff_assignments WHERE tariff_id = ${tariffId}
        UNION ALL SELECT target_id, from_on, to_on FROM following WHERE tariff_id = ${tariffId})`
}

/** Whether assignments `a` and `b` have a day in common, from a day on. */
function meets(day: string): SQL {
  return sql`b.from_on <= coalesce(a.to_on, '9999-12-31') AND (b.to_on IS NULL OR b.to_on >= max(a.from_on, ${day}))
    AND coalesce(a.to_on, '9999-12-31') >= ${day}`
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
  // Places that are left out are not charged at all.
  return sql`SELECT count(*) AS billed FROM (${placesOf(tariff, scope)}) AS p WHERE EXISTS (SELECT 1 FROM bills b JOIN tariffs g ON g.id = b.tariff_id
      WHERE ${sameAsEver(tariff)} AND b.${column} = p.id AND b.period BETWEEN ${fromOn.slice(0, 7)} AND ${last.slice(0, 7)} AND b.voided_at = 0 AND b.state = 'published'
        AND b.from_on <= ${last} AND b.to_on >= ${fromOn})
    ${others === 'keep' ? sql`AND NOT EXISTS (SELECT 1 ${othersToKeep(tariff, days)})` : sql``}`
}

/**
 * How many places of a tariff have bills of others for the same on the days that it charges from today on, those included that
 * came since the last run. A query of one number.
 */
export function billedAt(tariffId: string, others: FirstDecision | undefined, today: string): SQL<number> {
  if (others === 'surcharge') return sql`SELECT 0 AS billed`
  const first = sql`max(a.from_on, ${today})`
  const billed = (
    column: SQL,
  ) => sql`EXISTS (SELECT 1 FROM bills b JOIN tariffs g ON g.id = b.tariff_id WHERE b.${column} = a.target_id
    AND b.period >= substr(${first}, 1, 7) AND b.voided_at = 0 AND b.state = 'published' AND b.to_on >= ${first}
    AND (a.to_on IS NULL OR b.from_on <= a.to_on) AND g.fee_item = f.fee_item AND g.id <> f.id AND NOT g.surcharge)`
  const { room, parking } = targetNames
  const kept = (
    from: string,
  ) => sql`EXISTS (SELECT 1 FROM ${sql.raw(from)} b JOIN tariffs g ON g.id = b.tariff_id WHERE b.target_id = a.target_id
    AND ${same} AND ${meets(today)})`
  return sql`WITH ${itsPlaces(tariffId, today)}
    SELECT count(DISTINCT a.target_id) AS billed FROM tariffs f JOIN its a
    WHERE f.id = ${tariffId} AND ${isExclusive(sql`f.fee_item`)} AND NOT f.surcharge AND (a.to_on IS NULL OR a.to_on >= ${today})
      AND (${billed(room.column)} OR ${billed(parking.column)})
      ${others === 'keep' ? sql`AND NOT ${kept('tariff_assignments')} AND NOT ${kept('following')}` : sql``}`
}
