import { outbox, type Write } from '@heju/db'
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

/**
 * Takes what was given up of a type about something off the list, as part of a verb's write: the verb publishes it anew,
 * and it is the new event that says from now on how it stands.
 */
export function replaceGivenUp(write: Write, type: string, field: string, id: string): void {
  write.change(sql`UPDATE ${outbox} SET failure = NULL, first_failed_at = NULL, set_aside_at = NULL
    WHERE failure IS NOT NULL AND done_at IS NOT NULL AND type = ${type}
      AND json_extract(payload_json, ${`$.${field}`}) = ${id}`)
}
