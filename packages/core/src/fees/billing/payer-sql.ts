import { sql, type SQL } from 'drizzle-orm'
import { occupancies } from '../../estate/registry/index.ts'
import { payingRoles, type TargetNames } from './targets.ts'

/** Occupancies `o` of the place with a role, which the index on place, role and person finds. */
function occupied(names: TargetNames, target: SQL, role: string): SQL {
  return sql`o.${names.column} = ${target} AND o.role = ${sql.raw(`'${role}'`)}`
}

/** The first person (ids are given in the order of time) who has a role from `from` to `to` without a gap. */
function first(names: TargetNames, target: SQL, role: string, from: SQL, to: SQL): SQL {
  return sql`(SELECT min(o.person_id) FROM ${occupancies} o WHERE ${occupied(names, target, role)}
    AND (o.from_on IS NULL OR o.from_on <= ${from}) AND (o.to_on IS NULL OR o.to_on >= ${to}))`
}

function anybody(names: TargetNames, target: SQL, role: string, from: SQL, to: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM ${occupancies} o WHERE ${occupied(names, target, role)}
    AND (o.from_on IS NULL OR o.from_on <= ${to}) AND (o.to_on IS NULL OR o.to_on >= ${from}))`
}

/**
 * Who owes all days from `from` to `to` alone, or NULL: somebody of the first role of which there is anybody. For nearly
 * every place this is one look into an index, which is why it is asked before the days are gone through.
 */
export function payerThroughout(names: TargetNames, target: SQL, from: SQL, to: SQL): SQL {
  const roles = payingRoles[names.kind].toReversed()
  return roles.reduce<SQL>(
    (rest, role, i) => {
      const found = first(names, target, role, from, to)
      if (i === 0) return found
      return sql`coalesce(${found}, CASE WHEN NOT ${anybody(names, target, role, from, to)} THEN ${rest} END)`
    },
    sql`NULL`,
  )
}

/** Who owes one day, or NULL. */
export function payerOn(names: TargetNames, target: SQL, day: SQL): SQL {
  const found = payingRoles[names.kind].map((role) => first(names, target, role, day, day))
  return sql`coalesce(${sql.join(found, sql`, `)})`
}

/** Whether anybody owes any day from `from` to `to`. */
export function anybodyPays(names: TargetNames, target: SQL, from: SQL, to: SQL): SQL {
  const found = payingRoles[names.kind].map((role) => anybody(names, target, role, from, to))
  return sql`(${sql.join(found, sql` OR `)} OR ${agreementReaches(names, target, from, to)})`
}

/** The user who pays a day by agreement and is at the place on it, or NULL. Agreements of a place never overlap. */
export function agreedPayer(names: TargetNames, target: SQL, day: SQL): SQL {
  return sql`(SELECT g.person_id FROM payer_agreements g WHERE g.target_id = ${target}
    AND g.from_on <= ${day} AND (g.to_on IS NULL OR g.to_on >= ${day}) AND ${there(names, target, day, day)})`
}

/** Whether an agreement of the place holds on any of the days from `from` to `to`. */
export function agreementReaches(names: TargetNames, target: SQL, from: SQL, to: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM payer_agreements g WHERE g.target_id = ${target}
    AND g.from_on <= ${to} AND (g.to_on IS NULL OR g.to_on >= ${from}) AND ${there(names, target, from, to)})`
}

/** Whether the holder of agreement `g` is at the place, as whatever, on any of the days from `from` to `to` for which it runs. */
function there(names: TargetNames, target: SQL, from: SQL, to: SQL): SQL {
  return sql`EXISTS (SELECT 1 FROM ${occupancies} o WHERE o.${names.column} = ${target} AND o.person_id = g.person_id
    AND (o.from_on IS NULL OR o.from_on <= min(${to}, coalesce(g.to_on, ${to})))
    AND (o.to_on IS NULL OR o.to_on >= max(${from}, g.from_on)))`
}
