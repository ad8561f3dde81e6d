import { sql, type SQL } from 'drizzle-orm'
import { buildings, parkingSpaces, rooms, units } from './tables.ts'

/** Where and when rows are brought in. */
export interface BringIn {
  projectId: string
  now: number
  /** The first day of the month of the import. */
  month: string
}

const json = (rows: readonly unknown[]) => JSON.stringify(rows)
const buildingOf = (projectId: string, key: SQL) =>
  sql`(SELECT id FROM ${buildings} WHERE project_id = ${projectId} AND key = ${key})`

/** Whether the buildings of rows are there under these keys: a condition. */
export function areBuildings(projectId: string, keys: readonly string[]): SQL {
  const isMissing = sql`${buildingOf(projectId, sql`value`)} IS NULL`
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${json([...new Set(keys)])}) WHERE ${isMissing})`
}

export function upsertBuildings(rows: unknown[][], { projectId, now }: BringIn): SQL {
  return sql`INSERT INTO ${buildings} (id, project_id, key, name, sort_key, floors, created_at, changed_at)
    SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ${now}, ${now} FROM json_each(${json(rows)})
    WHERE true
    ON CONFLICT (project_id, key) DO UPDATE SET floors = coalesce(excluded.floors, floors), changed_at = excluded.changed_at`
}

export function upsertUnits(rows: unknown[][], { projectId, now }: BringIn): SQL {
  return sql`INSERT INTO ${units} (id, building_id, key, name, sort_key, floors, elevator, created_at, changed_at)
    SELECT value ->> 0, ${buildingOf(projectId, sql`value ->> 1`)}, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, ${now}, ${now}
    FROM json_each(${json(rows)}) WHERE true
    ON CONFLICT (building_id, key) DO UPDATE SET floors = coalesce(excluded.floors, floors),
      elevator = coalesce(excluded.elevator, elevator), changed_at = excluded.changed_at`
}

export function upsertRooms(rows: unknown[][], { projectId, now, month }: BringIn): SQL {
  // A workbook says what is, not since when: another area holds from this month on, and bills of months before go by theirs.
  // Of a month in which the area changed already, the days before that keep the area that is on record for them. One that is
  // unknown since a day was known before, and is another like any; what never was known says nothing of earlier days.
  const areaSince = sql`area_from_on = CASE WHEN excluded.area_e2 <> coalesce(area_e2, iif(area_from_on IS NULL, excluded.area_e2, -1)) THEN max(${month}, coalesce(area_from_on, ${month})) ELSE area_from_on END`
  const building = buildingOf(projectId, sql`j.value ->> 2`)
  return sql`INSERT INTO ${rooms} (id, project_id, key, building_id, unit_id, number, name, sort_key, floor, layout, area_e2,
      built_area_e2, inner_area_e2, use, state, handed_over_on, remark, created_at, changed_at)
    SELECT j.value ->> 0, ${projectId}, j.value ->> 1, ${building},
      (SELECT u.id FROM ${units} u WHERE u.building_id = ${building} AND u.key = j.value ->> 3),
      j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8, j.value ->> 9, j.value ->> 10, j.value ->> 11,
      j.value ->> 12, j.value ->> 13, j.value ->> 14, coalesce(j.value ->> 15, ''), ${now}, ${now}
    FROM json_each(${json(rows)}) AS j WHERE true
    ON CONFLICT (project_id, key) DO UPDATE SET floor = coalesce(excluded.floor, floor), layout = coalesce(excluded.layout, layout),
      area_e2 = coalesce(excluded.area_e2, area_e2), ${areaSince}, built_area_e2 = coalesce(excluded.built_area_e2, built_area_e2),
      inner_area_e2 = coalesce(excluded.inner_area_e2, inner_area_e2), use = coalesce(excluded.use, use),
      state = coalesce(excluded.state, state), handed_over_on = coalesce(excluded.handed_over_on, handed_over_on),
      remark = CASE excluded.remark WHEN '' THEN remark ELSE excluded.remark END, changed_at = excluded.changed_at`
}

/** Whether those of these spaces that are on record are under their keys, and no others are: a condition. */
export function areSpacesOfKeys(projectId: string, rows: unknown[][]): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${json(rows)}) AS j
    JOIN ${parkingSpaces} s ON s.id = j.value ->> 0 OR (s.project_id = ${projectId} AND s.key = j.value ->> 1)
    WHERE s.id <> j.value ->> 0 OR s.key <> j.value ->> 1)`
}

export function upsertSpaces(rows: unknown[][], { projectId, now }: BringIn): SQL {
  return sql`INSERT INTO ${parkingSpaces} (id, project_id, key, lot, code, sort_key, kind, tenure, area_e2, created_at, changed_at)
    SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, ${now}, ${now}
    FROM json_each(${json(rows)}) WHERE true
    ON CONFLICT (project_id, key) DO UPDATE SET kind = coalesce(excluded.kind, kind), tenure = coalesce(excluded.tenure, tenure),
      area_e2 = coalesce(excluded.area_e2, area_e2), changed_at = excluded.changed_at`
}
