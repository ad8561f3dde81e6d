import { sql, type SQL } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { parkingSpaces, rooms } from '../registry/index.ts'
import type { PlaceRef } from './place-ref.ts'
import { commonPlaces } from './tables.ts'

/**
 * Whether a room, parking space or common place is of a project and in use: a condition. Whatever comes to a place asks it in its
 * write, and not before only.
 */
export function placeInUse({ kind, id }: PlaceRef, projectId: string): SQL<number> {
  const its = sql`id = ${id} AND project_id = ${projectId}`
  const standing = (table: SQLiteTable) =>
    sql<number>`EXISTS (SELECT 1 FROM ${table} WHERE ${its} AND archived_at IS NULL)`
  switch (kind) {
    case 'common':
      return sql`EXISTS (SELECT 1 FROM ${commonPlaces} WHERE ${its} AND retired_at IS NULL)`
    case 'room':
      return standing(rooms)
    case 'parking':
      return standing(parkingSpaces)
    default:
      return sql`0`
  }
}
