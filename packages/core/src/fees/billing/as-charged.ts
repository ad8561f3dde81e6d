import { sql, type SQL } from 'drizzle-orm'
import { targetKinds, type TargetKind } from '../items/index.ts'
import { followingFrom } from './expand-scopes.ts'

/** The columns of an assignment, as they are read here. */
const columns = sql`target_id, tariff_id, from_on, to_on`

/**
 * What places that have come since the last bills of projects will be charged once they are brought under their scopes, as
 * assignments: whoever counts or shows what is charged counts them too, as the next bills will. A query.
 * @param project an id, or a query of ids that hangs on nothing around it
 * @param kind of the places; both where it is not known
 * @param only one place, by its id
 */
export function comingUnder(
  { project, today, kind }: { project: string | SQL; today: string; kind?: TargetKind | undefined },
  only?: string,
): SQL {
  const kinds = kind === undefined ? targetKinds : [kind]
  const each = kinds.map(
    (one) =>
      sql`SELECT id AS target_id, tariff_id, from_on, to_on FROM (${followingFrom(one, project, today, only)})`,
  )
  return sql.join(each, sql` UNION ALL `)
}

/**
 * Assignments as bills would be made by now, of some tariffs at some places: those that there are, and those that places get
 * that came since. A query.
 * @param tariffs a subquery of ids, as the places are
 */
export function asCharged(coming: SQL, tariffs: SQL, places: SQL): SQL {
  return sql`SELECT ${columns} FROM tariff_assignments WHERE target_id IN (${places}) AND tariff_id IN (${tariffs})
    UNION ALL SELECT ${columns} FROM (${coming}) WHERE target_id IN (${places}) AND tariff_id IN (${tariffs})`
}
