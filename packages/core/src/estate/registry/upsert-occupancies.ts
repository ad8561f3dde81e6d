import { sql, type SQL } from 'drizzle-orm'
import type { OccupancyRole } from './shape.ts'
import { occupancies, parkingSpaces, rooms } from './tables.ts'
import type { BringIn } from './upsert-places.ts'

/** An occupancy to write; the place is found by its key when it is written. */
export interface OccupancyRow {
  id: string
  personId: string
  kind: 'room' | 'parking'
  placeKey: string
  role: OccupancyRole
  shareE4: number | null
  fromOn: string | null
  toOn: string | null
  plate: string | null
}

export function upsertOccupancies(rows: readonly OccupancyRow[], { projectId, now }: BringIn): SQL {
  const values = rows.map((row) => [
    row.id,
    row.personId,
    row.kind,
    row.placeKey,
    row.role,
    row.shareE4,
    row.fromOn,
    row.toOn,
    row.plate,
  ])
  const found = (kind: string, table: SQL) =>
    sql`CASE j.value ->> 2 WHEN ${kind} THEN (SELECT t.id FROM ${table} t WHERE t.project_id = ${projectId} AND t.key = j.value ->> 3) END`
  // Without a target the conflict may be with any of the unique indexes: somebody entered the same meanwhile.
  return sql`INSERT INTO ${occupancies} (id, project_id, person_id, room_id, parking_space_id, role, share_e4, from_on, to_on, plate, created_at, changed_at)
    SELECT j.value ->> 0, ${projectId}, j.value ->> 1, ${found('room', sql`${rooms}`)}, ${found('parking', sql`${parkingSpaces}`)},
      j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8, ${now}, ${now}
    FROM json_each(${JSON.stringify(values)}) AS j WHERE true
    ON CONFLICT (id) DO UPDATE SET share_e4 = coalesce(share_e4, excluded.share_e4), from_on = coalesce(from_on, excluded.from_on),
      plate = CASE WHEN plate IS NULL THEN excluded.plate WHEN excluded.plate IS NULL OR instr(plate, excluded.plate) > 0 THEN plate
        ELSE plate || '、' || excluded.plate END, changed_at = excluded.changed_at
    ON CONFLICT DO NOTHING`
}
