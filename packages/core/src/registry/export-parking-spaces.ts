import { and, asc, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { writeTable, type DownloadTable } from '../spreadsheets/index.ts'
import { spacesMeant } from './list-parking-spaces.ts'
import { joinedPlates, platesIn } from './plates.ts'
import { occupantsJson, ownerFirst, parseOccupants, runsToday } from './queries.ts'
import { exportParkingSpacesSchema, type ExportParkingSpaces } from './schemas.ts'
import { parkingSpaces } from './tables.ts'

/** Rows of one read: while an answer is taken apart it lies in memory several times. */
const rowsOfRead = 2_000

/** Headings and words in the language of who downloads. */
export interface SpaceExportWords {
  sheet: string
  headings: readonly [
    lot: string,
    code: string,
    kind: string,
    tenure: string,
    holders: string,
    phones: string,
    plates: string,
  ]
  kind: (kind: string) => string
  tenure: (tenure: string) => string
}

/**
 * Writes the parking spaces of a project that the list shows as a file, with who has them today, phones masked. That it
 * was made is on record. Round trips: one for every 2,000 spaces and one to record it.
 */
export async function exportParkingSpaces(
  ctx: Ctx,
  raw: ExportParkingSpaces,
  words: SpaceExportWords,
): Promise<Uint8Array> {
  const input = parse(exportParkingSpacesSchema, raw)
  ctx.require('registry.read', input.projectId)
  ctx.require('exports.create', input.projectId)
  const spaces = await allSpaces(ctx, await spacesMeant(ctx, input))
  const { projectId } = input
  await ctx.disclose('registry.export_parking_spaces', {
    action: 'registry.parking_spaces_exported',
    subjectId: projectId,
    projectId,
    detail: { spaces: spaces.length },
  })
  const table: DownloadTable = {
    name: words.sheet,
    columns: words.headings.map((heading) => ({ heading, width: 18 })),
    rows: spaces.map((space) => {
      const holders = parseOccupants(space.held)
      return [
        space.lot,
        space.code,
        space.kind && words.kind(space.kind),
        space.tenure && words.tenure(space.tenure),
        holders.map(({ name }) => name).join('、'),
        holders.flatMap(({ phone }) => phone ?? []).join('、'),
        joinedPlates(holders.flatMap(({ plate }) => platesIn(plate ?? ''))),
      ]
    }),
  }
  return writeTable(table, input.format)
}

type ExportedSpace = Awaited<ReturnType<typeof spacesAfter>>[number]

async function allSpaces(ctx: Ctx, filter: readonly SQL[]): Promise<ExportedSpace[]> {
  const all: ExportedSpace[] = []
  for (;;) {
    const page = await spacesAfter(ctx, filter, all.at(-1))
    all.push(...page)
    if (page.length < rowsOfRead) return all
  }
}

function spacesAfter(ctx: Ctx, filter: readonly SQL[], after: { sortKey: string; id: string } | undefined) {
  const { lot, code, kind, tenure, id, sortKey } = parkingSpaces
  const held = occupantsJson(
    sql`o.parking_space_id = parking_spaces.id AND ${runsToday(ctx, 'o')}`,
    ownerFirst,
  )
  const beyond = after && sql`(${sortKey}, ${id}) > (${after.sortKey}, ${after.id})`
  return ctx.db.orm
    .select({ id, sortKey, lot, code, kind, tenure, held })
    .from(parkingSpaces)
    .where(and(...filter, beyond))
    .orderBy(asc(sortKey), asc(id))
    .limit(rowsOfRead)
}
