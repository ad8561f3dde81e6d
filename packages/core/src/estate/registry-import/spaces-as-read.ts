import { sql, type SQL } from 'drizzle-orm'
import { parkingSpaces } from '../registry/index.ts'
import type { RegistryDraft } from './draft.ts'
import type { Existing } from './existing.ts'
import { rowsOfPart } from './import-rules.ts'
import { chunked } from './parts.ts'

/**
 * The spaces on record that had the codes of a workbook when it was compared with them, by their ids and keys, in whatever lots.
 * Which of them are meant, and what was asked, went by these.
 */
export interface SpacesAsRead {
  codes: string[]
  spaces: [id: string, key: string][]
}

/** As they were read, some codes at a time. */
export function spacesAsRead({ parkingSpaces: told }: RegistryDraft, { spaces }: Existing): SpacesAsRead[] {
  const byCode = Map.groupBy(spaces, ({ onRecord }) => codeOf(onRecord.key))
  // One that gets another name is under that of before until then.
  const renamed = spaces.filter(({ key, onRecord }) => key !== onRecord.key)
  const codes = [
    ...new Set([
      ...told.map(({ key }) => codeOf(key)),
      ...renamed.map(({ onRecord }) => codeOf(onRecord.key)),
    ]),
  ]
  return chunked(codes, rowsOfPart).map((some) => ({
    codes: some,
    spaces: some.flatMap((code) => (byCode.get(code) ?? []).map(({ id, onRecord }) => [id, onRecord.key])),
  }))
}

/** Whether the same spaces have these codes still, in the same lots: a condition. */
export function areSpacesAsRead(projectId: string, { codes, spaces }: SpacesAsRead): SQL {
  const read = sql`json_each(${JSON.stringify(spaces)}) AS j`
  return sql`NOT EXISTS (SELECT 1 FROM ${read} LEFT JOIN ${parkingSpaces} s ON s.id = j.value ->> 0 WHERE s.key IS NOT j.value ->> 1)
    AND NOT EXISTS (SELECT 1 FROM ${parkingSpaces} s WHERE s.project_id = ${projectId}
      AND substr(s.key, instr(s.key, '|') + 1) IN (SELECT value FROM json_each(${JSON.stringify(codes)}))
      AND s.id NOT IN (SELECT j.value ->> 0 FROM ${read}))`
}

/** Of a key, `lot|code`. */
function codeOf(key: string): string {
  return key.slice(key.indexOf('|') + 1)
}
