import { sql, type SQL } from 'drizzle-orm'
import { occupancies } from '../../estate/registry/index.ts'

/**
 * Whether a person has an open complaint about fees: while it is open they are not reminded to pay. A complaint of which
 * only the room is known counts for everybody who has to do with the room today. Written out without bound values, so
 * that the partial indexes serve it.
 * @param personId the column that holds the person, with its alias
 */
export function openFeeComplaintsOf(personId: SQL): SQL<number> {
  const open = sql.raw('fc.about_fees = 1 AND fc.closed_at IS NULL')
  return sql<number>`(EXISTS (SELECT 1 FROM complaints fc WHERE fc.person_id = ${personId} AND ${open})
    OR EXISTS (SELECT 1 FROM ${occupancies} fo JOIN complaints fc ON fc.room_id = fo.room_id
      WHERE fo.person_id = ${personId} AND fo.to_on IS NULL AND fc.person_id IS NULL AND ${open}))`
}
