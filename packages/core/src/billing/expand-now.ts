import { sql, type SQL } from 'drizzle-orm'
import { takesIn } from './expand-scopes.ts'
import type { TariffBasis } from './rules.ts'
import { targetNames } from './targets.ts'

/** Brings the rooms or spaces that exist under a scope that was just set; later ones follow with each run. */
export function expandNow(basis: TariffBasis, scopeId: SQL): SQL {
  const kind = basis === 'parking_space' ? 'parking' : 'room'
  return sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
    SELECT t.id, s.tariff_id, s.from_on, s.to_on FROM tariff_scopes s
    JOIN ${targetNames[kind].table} t ON t.project_id = s.project_id AND t.archived_at IS NULL
    WHERE s.id = ${scopeId} AND ${takesIn(kind, 's')} ON CONFLICT DO NOTHING`
}
