import { sql, type SQL } from 'drizzle-orm'
import { nameOfPlaceRef } from '../../estate/places/index.ts'

/**
 * What the place of a complaint is called today, for lists and titles; where it was said in words, those. What it was called
 * when it was registered stays in the complaint's own column.
 * @param complaint the table or its alias
 */
export function placeNow(complaint = 'complaints'): SQL<string> {
  const c = sql.raw(complaint)
  return sql<string>`coalesce(${nameOfPlaceRef(sql`${c}.place_id`)}, ${c}.place)`
}
