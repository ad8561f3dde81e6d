import type { Write } from '@heju/db'
import { naturalSortKey } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { roomKey } from './room-name.ts'

interface Renamed {
  id: string
  number: string
  unitKey: string | null
  /** Of the building. */
  key: string
  name: string
}

/** Gives rooms their new names, all in one statement. One that was archived meanwhile has given its key away. */
export function renameRooms(write: Write, renamed: readonly Renamed[], now: number): void {
  if (renamed.length === 0) return
  const rows = renamed.map(({ id, number, unitKey, key, name }) => [
    id,
    name,
    naturalSortKey(name),
    `${key}|${unitKey ?? ''}|${roomKey(number)}`,
  ])
  write.change(sql`UPDATE rooms SET name = j.value ->> 1, sort_key = j.value ->> 2, key = j.value ->> 3, changed_at = ${now}
    FROM json_each(${JSON.stringify(rows)}) AS j WHERE rooms.id = j.value ->> 0 AND rooms.archived_at IS NULL`)
}
