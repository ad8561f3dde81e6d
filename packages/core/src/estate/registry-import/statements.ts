import type { Write } from '@heju/db'
import { civilDateOf, firstDay, periodOf } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { sealId, sealPhone } from '../registry/index.ts'
import { importRefused, ownedMeanwhile } from './errors.ts'
import type { OccupancyRow } from './plan-occupancies.ts'
import type { PersonRow } from './plan-people.ts'
import type { TariffsToAdd } from './tariff-port.ts'

/** Rows of one stage. Stages are applied in this order, since later ones refer to earlier ones. */
export type ApplyPart =
  | { stage: 'buildings' | 'units' | 'rooms' | 'spaces'; rows: unknown[][] }
  | { stage: 'people'; rows: PersonRow[] }
  | { stage: 'occupancies'; rows: OccupancyRow[] }
  | { stage: 'tariffs'; rows: TariffsToAdd[] }

/**
 * Adds the set-based statements of one part: `INSERT … SELECT … FROM json_each`, one or two whatever the number of rows.
 * JSON keeps integers integers. Each statement may run again, and finds a row that somebody made meanwhile by its key.
 */
export async function addPart(
  ctx: Ctx,
  write: Write,
  projectId: string,
  part: Exclude<ApplyPart, { stage: 'tariffs' }>,
): Promise<void> {
  const month = firstDay(periodOf(civilDateOf(ctx.now, ctx.company.zone)))
  const place: Place = { projectId, now: ctx.now, month }
  const refused = importRefused({ stage: part.stage })
  switch (part.stage) {
    case 'buildings':
      return write.change(upsertBuildings(part.rows, place), refused)
    case 'units':
      return write.change(upsertUnits(part.rows, place), refused)
    case 'rooms':
      return write.change(upsertRooms(part.rows, place), refused)
    case 'spaces':
      return write.change(upsertSpaces(part.rows, place), refused)
    case 'people':
      return addPeople(ctx, write, part.rows, place)
    case 'occupancies':
      write.require(noOwnerCame(part.rows, place), ownedMeanwhile)
      return write.change(upsertOccupancies(part.rows, place), refused)
  }
}

interface Place {
  projectId: string
  now: number
  /** The first day of the month of the import. */
  month: string
}

const json = (rows: readonly unknown[]) => JSON.stringify(rows)
const buildingOf = (projectId: string, key: SQL) =>
  sql`(SELECT id FROM buildings WHERE project_id = ${projectId} AND key = ${key})`

function upsertBuildings(rows: unknown[][], { projectId, now }: Place): SQL {
  return sql`INSERT INTO buildings (id, project_id, key, name, sort_key, floors, created_at, changed_at)
    SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ${now}, ${now} FROM json_each(${json(rows)})
    WHERE true
    ON CONFLICT (project_id, key) DO UPDATE SET floors = coalesce(excluded.floors, floors), changed_at = excluded.changed_at`
}

function upsertUnits(rows: unknown[][], { projectId, now }: Place): SQL {
  return sql`INSERT INTO units (id, building_id, key, name, sort_key, floors, elevator, created_at, changed_at)
    SELECT value ->> 0, ${buildingOf(projectId, sql`value ->> 1`)}, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, ${now}, ${now}
    FROM json_each(${json(rows)}) WHERE true
    ON CONFLICT (building_id, key) DO UPDATE SET floors = coalesce(excluded.floors, floors),
      elevator = coalesce(excluded.elevator, elevator), changed_at = excluded.changed_at`
}

function upsertRooms(rows: unknown[][], { projectId, now, month }: Place): SQL {
  // A workbook says what is, not since when: another area holds from this month on, and bills of months before go by theirs.
  // Of a month in which the area changed already, the days before that keep the area that is on record for them. One that is
  // unknown since a day was known before, and is another like any; what never was known says nothing of earlier days.
  const areaSince = sql`area_from_on = CASE WHEN excluded.area_e2 <> coalesce(area_e2, iif(area_from_on IS NULL, excluded.area_e2, -1)) THEN max(${month}, coalesce(area_from_on, ${month})) ELSE area_from_on END`
  const building = buildingOf(projectId, sql`j.value ->> 2`)
  return sql`INSERT INTO rooms (id, project_id, key, building_id, unit_id, number, name, sort_key, floor, layout, area_e2,
      built_area_e2, inner_area_e2, use, state, handed_over_on, remark, created_at, changed_at)
    SELECT j.value ->> 0, ${projectId}, j.value ->> 1, ${building},
      (SELECT u.id FROM units u WHERE u.building_id = ${building} AND u.key = j.value ->> 3),
      j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8, j.value ->> 9, j.value ->> 10, j.value ->> 11,
      j.value ->> 12, j.value ->> 13, j.value ->> 14, coalesce(j.value ->> 15, ''), ${now}, ${now}
    FROM json_each(${json(rows)}) AS j WHERE true
    ON CONFLICT (project_id, key) DO UPDATE SET floor = coalesce(excluded.floor, floor), layout = coalesce(excluded.layout, layout),
      area_e2 = coalesce(excluded.area_e2, area_e2), ${areaSince}, built_area_e2 = coalesce(excluded.built_area_e2, built_area_e2),
      inner_area_e2 = coalesce(excluded.inner_area_e2, inner_area_e2), use = coalesce(excluded.use, use),
      state = coalesce(excluded.state, state), handed_over_on = coalesce(excluded.handed_over_on, handed_over_on),
      remark = CASE excluded.remark WHEN '' THEN remark ELSE excluded.remark END, changed_at = excluded.changed_at`
}

function upsertSpaces(rows: unknown[][], { projectId, now }: Place): SQL {
  return sql`INSERT INTO parking_spaces (id, project_id, key, lot, code, sort_key, kind, tenure, area_e2, created_at, changed_at)
    SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, ${now}, ${now}
    FROM json_each(${json(rows)}) WHERE true
    ON CONFLICT (project_id, key) DO UPDATE SET kind = coalesce(excluded.kind, kind), tenure = coalesce(excluded.tenure, tenure),
      area_e2 = coalesce(excluded.area_e2, area_e2), changed_at = excluded.changed_at`
}

async function addPeople(
  ctx: Ctx,
  write: Write,
  rows: readonly PersonRow[],
  { projectId, now }: Place,
): Promise<void> {
  const sealed = await Promise.all(rows.map((row) => sealPerson(ctx, row)))
  write.change(
    sql`INSERT INTO people (id, project_id, number, name, kind, gender, id_kind, id_sealed, id_index, id_masked, created_at, changed_at)
    SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, ${now}, ${now}
    FROM json_each(${json(sealed.map(({ person }) => person))}) WHERE true
    ON CONFLICT (id) DO UPDATE SET number = coalesce(number, excluded.number), gender = coalesce(gender, excluded.gender),
      id_kind = coalesce(id_kind, excluded.id_kind), id_sealed = coalesce(id_sealed, excluded.id_sealed),
      id_index = coalesce(id_index, excluded.id_index), id_masked = coalesce(id_masked, excluded.id_masked), changed_at = excluded.changed_at`,
    importRefused({ stage: 'people' }),
  )
  const phones = sealed.flatMap(({ phones: own }) => own)
  if (phones.length === 0) return
  // What a person has already keeps its place; the new ones follow in their order.
  write.change(
    sql`INSERT INTO person_phones (person_id, position, phone_sealed, phone_index, phone_last4, phone_masked)
    SELECT value ->> 0, (value ->> 1) + (SELECT coalesce(max(position) + 1, 0) FROM person_phones WHERE person_id = value ->> 0),
      value ->> 2, value ->> 3, value ->> 4, value ->> 5
    FROM json_each(${json(phones)}) WHERE true
    ON CONFLICT (person_id, phone_index) DO NOTHING`,
    importRefused({ stage: 'people' }),
  )
}

async function sealPerson(ctx: Ctx, row: PersonRow): Promise<{ person: unknown[]; phones: unknown[][] }> {
  const id = row.idNumber === null ? null : await sealId(ctx.vault, row.idNumber)
  const phones = await Promise.all(row.phones.map((phone) => sealPhone(ctx.vault, phone)))
  return {
    person: [
      row.id,
      row.number,
      row.name,
      row.kind,
      row.gender,
      row.idKind,
      id?.idSealed ?? null,
      id?.idIndex ?? null,
      id?.idMasked ?? null,
    ],
    phones: phones.map((phone, at) => [
      row.id,
      at,
      phone.phoneSealed,
      phone.phoneIndex,
      phone.phoneLast4,
      phone.phoneMasked,
    ]),
  }
}

/**
 * Whether no place of a new owner has got another one since the preview, who would be there at the same time: the preview
 * makes a co-owner, or a problem, of whom it finds there, and has judged those that are on record themselves. One whose first
 * day comes with the same rows is there from that day on.
 */
function noOwnerCame(rows: readonly OccupancyRow[], { projectId }: Place): SQL {
  const owners = rows.filter(({ role }) => role === 'owner')
  const values = owners.map((row) => [row.id, row.kind, row.placeKey, row.toOn, row.fromOn])
  const completed = rows.filter(({ fromOn }) => fromOn !== null).map(({ id, fromOn }) => [id, fromOn])
  const firstDayOf = sql`coalesce(o.from_on, (SELECT c.value ->> 1 FROM json_each(${json(completed)}) AS c WHERE c.value ->> 0 = o.id), '')`
  // Crossed in this order, each finds the next by its index: left to itself the database may begin with all occupancies.
  const owned = (kind: string, table: SQL, column: SQL) =>
    sql`SELECT 1 FROM json_each(${json(values)}) AS j
      CROSS JOIN ${table} t ON t.project_id = ${projectId} AND t.key = j.value ->> 2
      CROSS JOIN occupancies o ON o.${column} = t.id AND o.role IN ('owner', 'developer')
      WHERE j.value ->> 1 = ${kind} AND NOT EXISTS (SELECT 1 FROM occupancies x WHERE x.id = j.value ->> 0)
        AND (o.to_on IS NULL OR j.value ->> 4 IS NULL OR o.to_on >= j.value ->> 4)
        AND (j.value ->> 3 IS NULL OR ${firstDayOf} <= j.value ->> 3)`
  return sql`NOT EXISTS (${owned('room', sql`rooms`, sql`room_id`)})
    AND NOT EXISTS (${owned('parking', sql`parking_spaces`, sql`parking_space_id`)})`
}

function upsertOccupancies(rows: readonly OccupancyRow[], { projectId, now }: Place): SQL {
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
  return sql`INSERT INTO occupancies (id, project_id, person_id, room_id, parking_space_id, role, share_e4, from_on, to_on, plate, created_at, changed_at)
    SELECT j.value ->> 0, ${projectId}, j.value ->> 1, ${found('room', sql`rooms`)}, ${found('parking', sql`parking_spaces`)},
      j.value ->> 4, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8, ${now}, ${now}
    FROM json_each(${json(values)}) AS j WHERE true
    ON CONFLICT (id) DO UPDATE SET share_e4 = coalesce(share_e4, excluded.share_e4), from_on = coalesce(from_on, excluded.from_on),
      plate = CASE WHEN plate IS NULL THEN excluded.plate WHEN excluded.plate IS NULL OR instr(plate, excluded.plate) > 0 THEN plate
        ELSE plate || '、' || excluded.plate END, changed_at = excluded.changed_at
    ON CONFLICT DO NOTHING`
}
