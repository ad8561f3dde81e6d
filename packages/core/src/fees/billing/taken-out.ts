import { sql, type SQL } from 'drizzle-orm'
import type { TargetKind } from '../items/index.ts'
import { followingFrom, takesIn } from './expand-scopes.ts'
import { targetNames } from './targets.ts'

/**
 * How many places a tariff does not charge though it did, or though its scopes take them in: those that somebody
 * took out, those that another charge took over, and those whose days are over. Places that have come since and are brought
 * under the scopes with the next bills count as charged.
 */
export function countTakenOut(tariffId: string, today: string): SQL<number> {
  const of = (kind: TargetKind) => sql`(${ofKind(kind, tariffId, today)})`
  return sql<number>`CASE (SELECT basis FROM tariffs WHERE id = ${tariffId}) WHEN 'parking_space' THEN ${of('parking')} ELSE ${of('room')} END`
}

function ofKind(kind: TargetKind, tariffId: string, today: string): SQL {
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  const holds = (alias: string) => {
    const it = sql.raw(alias)
    return sql`(${it}.to_on IS NULL OR ${it}.to_on >= ${today})`
  }
  return sql`SELECT count(*) FROM (
    SELECT t.id FROM tariff_assignments a JOIN ${targetNames[kind].table} t ON t.id = a.target_id AND t.archived_at IS NULL
      WHERE a.tariff_id = ${tariffId}
    UNION SELECT t.id FROM tariff_scopes s CROSS JOIN ${targetNames[kind].table} t ON t.project_id = s.project_id
      WHERE s.project_id = ${project} AND s.tariff_id = ${tariffId} AND NOT s.excluded AND s.from_on <= ${today}
        AND ${holds('s')} AND t.archived_at IS NULL AND ${takesIn(kind, 's')}
    EXCEPT SELECT a.target_id FROM tariff_assignments a WHERE a.tariff_id = ${tariffId} AND ${holds('a')}
    EXCEPT SELECT id FROM (${followingFrom(kind, project, today)}) AS c WHERE c.tariff_id = ${tariffId} AND ${holds('c')})`
}
