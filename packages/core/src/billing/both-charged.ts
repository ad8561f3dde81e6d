import { sql, type SQL } from 'drizzle-orm'
import { takesIn } from './expand-scopes.ts'
import type { TargetKind } from './targets.ts'

/**
 * Whether assignment (alias given) of place `t` is charged beside whatever else there is for the same, as somebody decided:
 * for this place, or for a scope that takes it in on some of the days.
 */
export function meantBeside(kind: TargetKind, assignment: string): SQL {
  const a = sql.raw(assignment)
  return sql`(${a}.beside OR EXISTS (SELECT 1 FROM tariff_scopes c WHERE c.project_id = t.project_id AND c.tariff_id = ${a}.tariff_id
    AND c.beside AND NOT c.excluded AND c.from_on <= coalesce(${a}.to_on, '9999-12-31')
    AND (c.to_on IS NULL OR c.to_on >= ${a}.from_on) AND ${takesIn(kind, 'c')}))`
}
