import { outbox } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'

/**
 * Whether the last event of a type about something was given up, so that nothing is coming any more. A condition for a
 * guarded write. Read through what waits and what was given up, not indexed: for rare decisions about one thing.
 * @param field of the event's payload that names the thing
 */
export function isGivenUp(type: string, field: string, id: string): SQL {
  const about = sql`type = ${type} AND json_extract(payload_json, ${`$.${field}`}) = ${id}`
  return sql`(EXISTS (SELECT 1 FROM ${outbox} WHERE ${about} AND failure IS NOT NULL AND done_at IS NOT NULL)
    AND NOT EXISTS (SELECT 1 FROM ${outbox} WHERE done_at IS NULL AND ${about}))`
}
