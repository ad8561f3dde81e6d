import type { Write } from '@heju/db'
import { defineError } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core'

/** What a form holds was changed by somebody else since it was shown. */
const changedMeanwhile = defineError('request.changed_meanwhile', 'conflict')

/**
 * Requires that a thing is still as it was shown to whoever changes it: of two forms that were open at once the second would put
 * back what the first changed. To be asked before the verb changes it itself. Triggers count its revision, whatever changes it.
 * Where a verb may be asked without one, it holds for whatever is there. What is not there yet, as settings that nobody has made,
 * was never changed.
 * @throws `request.changed_meanwhile` at the write
 */
export function requireAsShown(
  write: Write,
  table: SQLiteTable & { id: SQLiteColumn; revision: SQLiteColumn },
  shown: { id: string | number; revision: number | undefined },
): void {
  if (shown.revision === undefined) return
  const standing = sql`(SELECT ${table.revision} FROM ${table} WHERE ${table.id} = ${shown.id})`
  write.require(sql`coalesce(${standing}, 0) = ${shown.revision}`, changedMeanwhile)
}

/** What of a thing becomes something else, for its entry in the log: as it was, and as it is now. */
export function changesOf(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): Record<string, { from: unknown; to: unknown }> {
  const changed = Object.entries(after).filter(
    ([key, to]) => JSON.stringify(before[key]) !== JSON.stringify(to),
  )
  return Object.fromEntries(changed.map(([key, to]) => [key, { from: before[key], to }]))
}
