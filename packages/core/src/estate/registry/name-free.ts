import { databaseConflict, type Write } from '@heju/db'
import type { ErrorDefinition } from '@heju/kernel'
import { sql, type SQLWrapper } from 'drizzle-orm'
import { wordKey } from './words.ts'

/** Something that people tell from others by its name. */
export interface Named {
  id: string
  name: string
}

/** What one has to be told from. */
export interface Beside {
  /** The query of their `id` and `name`, and what it found. */
  beside: SQLWrapper
  read: readonly Named[]
}

/**
 * Requires that a name is none that others have, as readers see them: in whichever width, case, script of Chinese, with
 * blanks or without. The database cannot compare so: the names were read, and at the write there is none that was not.
 * @param names what it is called, in every language where that differs
 * @param namesOf the same of the others
 * @throws `taken`; at the write `database.conflict` when another came meanwhile
 */
export function requireNameFree(
  write: Write,
  names: readonly string[],
  {
    beside,
    read,
    namesOf = ({ name }) => [name],
  }: Beside & { namesOf?: (other: Named) => readonly string[] },
  taken: ErrorDefinition,
): void {
  const keys = names.map(wordKey)
  if (read.some((other) => namesOf(other).some((name) => keys.includes(wordKey(name))))) throw taken()
  const known = JSON.stringify(read.map(({ id, name }) => [id, name]))
  write.require(
    sql`NOT EXISTS (SELECT 1 FROM (${beside}) AS beside WHERE NOT EXISTS (SELECT 1 FROM json_each(${known}) AS known
      WHERE known.value ->> 0 = beside.id AND known.value ->> 1 = beside.name))`,
    databaseConflict,
  )
}
