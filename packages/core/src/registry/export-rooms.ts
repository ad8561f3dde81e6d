import { and, asc, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { writeTable, type DownloadTable, type TableCell } from '../spreadsheets/index.ts'
import { roomsFiltered } from './list-rooms.ts'
import { occupantsJson, ownerFirst, owning, parseOccupants, runsOn, today } from './queries.ts'
import { exportRoomsSchema, type ExportRooms } from './schemas.ts'
import { rooms } from './tables.ts'

/** Rows of one read: while an answer is taken apart it lies in memory several times. */
const rowsOfRead = 2_000

/** Headings and words in the language of who downloads. */
export interface RoomExportWords {
  sheet: string
  headings: readonly [
    room: string,
    building: string,
    unit: string,
    number: string,
    floor: string,
    area: string,
    use: string,
    state: string,
    owners: string,
    phones: string,
  ]
  use: (use: string) => string
  state: (state: string) => string
}

/**
 * Writes the rooms of a project that the list shows, with today's owners, as a file, phones masked. That it was made is on
 * record. Round trips: one for every 2,000 rooms and one to record it.
 */
export async function exportRooms(ctx: Ctx, raw: ExportRooms, words: RoomExportWords): Promise<Uint8Array> {
  const input = parse(exportRoomsSchema, raw)
  ctx.require('registry.read', input.projectId)
  ctx.require('exports.create', input.projectId)
  const rows = await allRooms(ctx, await roomsFiltered(ctx, input))
  const { projectId } = input
  await ctx.disclose('registry.export_rooms', {
    action: 'registry.rooms_exported',
    subjectId: projectId,
    projectId,
    detail: { rooms: rows.length },
  })
  const [room, building, unit, number, floor, area, use, state, owners, phones] = words.headings
  const table: DownloadTable = {
    name: words.sheet,
    columns: [
      { heading: room, width: 20 },
      { heading: building },
      { heading: unit },
      { heading: number },
      { heading: floor, kind: 'number' },
      { heading: area, kind: 'area' },
      { heading: use },
      { heading: state },
      { heading: owners, width: 24 },
      { heading: phones, width: 24 },
    ],
    rows: rows.map((row) => cellsOf(row, words)),
  }
  return writeTable(table, input.format)
}

type ExportedRoom = Awaited<ReturnType<typeof roomsAfter>>[number]

function cellsOf(row: ExportedRoom, words: RoomExportWords): TableCell[] {
  const owners = parseOccupants(row.owners)
  return [
    row.name,
    row.building,
    row.unit,
    row.number,
    row.floor,
    row.areaE2 === null ? null : row.areaE2 / 100,
    row.use === null ? null : words.use(row.use),
    row.state === null ? null : words.state(row.state),
    owners.map(({ name }) => name).join('、'),
    owners.flatMap(({ phone }) => phone ?? []).join('、'),
  ]
}

async function allRooms(ctx: Ctx, filter: readonly (SQL | undefined)[]): Promise<ExportedRoom[]> {
  const all: ExportedRoom[] = []
  for (;;) {
    const page = await roomsAfter(ctx, filter, all.at(-1))
    all.push(...page)
    if (page.length < rowsOfRead) return all
  }
}

function roomsAfter(
  ctx: Ctx,
  filter: readonly (SQL | undefined)[],
  after: { sortKey: string; id: string } | undefined,
) {
  const { id, name, number, floor, areaE2, use, state, sortKey } = rooms
  const building = sql<string>`(SELECT name FROM buildings WHERE id = rooms.building_id)`
  const unit = sql<string | null>`(SELECT name FROM units WHERE id = rooms.unit_id)`
  const owners = occupantsJson(
    sql`o.room_id = rooms.id AND o.role IN (${owning}) AND ${runsOn('o', today(ctx))}`,
    ownerFirst,
  )
  return ctx.db.orm
    .select({ id, name, building, unit, number, floor, areaE2, use, state, sortKey, owners })
    .from(rooms)
    .where(and(...filter, after && sql`(${rooms.sortKey}, ${rooms.id}) > (${after.sortKey}, ${after.id})`))
    .orderBy(asc(rooms.sortKey), asc(rooms.id))
    .limit(rowsOfRead)
}
