import { sql, type SQL } from 'drizzle-orm'

/** Whether no bill of a room counts, drafts included: a condition. */
export function noBillsOf(roomId: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM bills WHERE room_id = ${roomId} AND voided_at = 0)`
}

/** Whether no tariff charges a place after a day: a condition. */
export function noChargesAfter(placeId: string, day: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM tariff_assignments WHERE target_id = ${placeId} AND (to_on IS NULL OR to_on > ${day}))`
}
