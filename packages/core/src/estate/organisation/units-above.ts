import { sql, type Column, type SQL } from 'drizzle-orm'
import { organisationUnitParents, organisationUnits, projectUnits } from './tables.ts'

/**
 * The units that a project stands under on a day, directly and further up, for SQL: a query of their ids. What `projectsUnder`
 * says the other way round; a test holds the two together.
 * @param project a value, or the column of a statement around it
 */
export function unitsAbove(project: SQL | Column | string | null, day: string): SQL {
  return unitsAboveAny(sql`SELECT ${project}`, day)
}

/** The units that any of some projects stands under. @param projects a query of their ids */
export function unitsAboveAny(projects: SQL, day: string): SQL {
  return sql`WITH RECURSIVE these(project_id) AS (${projects}), above(unit_id) AS (
    SELECT (SELECT p.unit_id FROM ${projectUnits} AS p WHERE p.project_id = these.project_id AND p.from_on <= ${day}
      ORDER BY p.from_on DESC LIMIT 1) FROM these
    UNION
    SELECT (SELECT u.parent_id FROM ${organisationUnitParents} AS u WHERE u.unit_id = above.unit_id AND u.from_on <= ${day}
      ORDER BY u.from_on DESC LIMIT 1) FROM above WHERE above.unit_id IS NOT NULL)
    SELECT above.unit_id FROM above WHERE above.unit_id IS NOT NULL`
}

/** The ids of the projects that stand under a unit on a day, for SQL: one JSON value. What it costs goes by what it answers. */
export function projectsUnderJson(unit: SQL | Column, day: string): SQL<string> {
  const latest = (table: typeof projectUnits | typeof organisationUnitParents, of: string) => {
    const id = sql.raw(table === projectUnits ? 'project_id' : 'unit_id')
    const row = sql.raw(of)
    return sql`${row}.from_on = (SELECT max(n.from_on) FROM ${table} AS n WHERE n.${id} = ${row}.${id} AND n.from_on <= ${day})`
  }
  return sql<string>`(WITH RECURSIVE below(unit_id) AS (SELECT ${unit} UNION
      SELECT u.unit_id FROM below JOIN ${organisationUnitParents} AS u ON u.parent_id = below.unit_id
        WHERE ${latest(organisationUnitParents, 'u')})
    SELECT json_group_array(placed.project_id) FROM (SELECT p.project_id FROM below CROSS JOIN ${projectUnits} AS p
      ON p.unit_id = below.unit_id WHERE ${latest(projectUnits, 'p')} ORDER BY p.project_id) AS placed)`
}

/** Whether a unit may be somebody's scope, for SQL: it is there, open on a day, and not the whole company. */
export function isPartOfCompany(unitId: string | SQL, day: string): SQL {
  return sql`EXISTS (SELECT 1 FROM ${organisationUnits} AS o WHERE o.id = ${unitId}
    AND (o.closed_on IS NULL OR o.closed_on > ${day})
    AND EXISTS (SELECT 1 FROM ${organisationUnitParents} AS u WHERE u.unit_id = o.id))`
}
