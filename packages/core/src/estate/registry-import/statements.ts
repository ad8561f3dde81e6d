import type { Write } from '@heju/db'
import { firstDay, periodOf } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import {
  areBuildings,
  areSpacesOfKeys,
  giveLots,
  upsertBuildings,
  upsertOccupancies,
  upsertPeople,
  upsertRooms,
  upsertSpaces,
  upsertUnits,
  type BringIn,
  type LotGiven,
  type OccupancyRow,
  type PersonRow,
} from '../registry/index.ts'
import { todayOf } from '../../today.ts'
import {
  buildingsMeanwhile,
  importRefused,
  lotsMeanwhile,
  ownedMeanwhile,
  previewOutdated,
} from './errors.ts'
import { stillAsRead, type PlaceAsRead } from './places-as-read.ts'
import type { TariffsToAdd } from './tariff-port.ts'

/** Rows of one stage. Stages are applied in this order, since later ones refer to earlier ones. */
export type ApplyPart =
  | { stage: 'buildings' | 'units' | 'rooms'; rows: unknown[][] }
  | { stage: 'spaces'; rows: unknown[][]; lots?: LotGiven[] }
  | { stage: 'people'; rows: PersonRow[] }
  | { stage: 'occupancies'; rows: OccupancyRow[]; asRead: PlaceAsRead[] }
  | { stage: 'tariffs'; rows: TariffsToAdd[] }

/**
 * Adds the set-based statements of one part: `INSERT … SELECT … FROM json_each`, one or two whatever the number of rows.
 * JSON keeps integers integers. Each statement may run again, and finds a building, unit or room that somebody made meanwhile
 * by its key.
 */
export async function addPart(
  ctx: Ctx,
  write: Write,
  projectId: string,
  part: Exclude<ApplyPart, { stage: 'tariffs' }>,
): Promise<void> {
  const month = firstDay(periodOf(todayOf(ctx)))
  const place: BringIn = { projectId, now: ctx.now, month }
  const refused = importRefused({ stage: part.stage })
  // Those that come in were written before; one that was there may be called otherwise since.
  const inBuildings = (keys: unknown[]) =>
    write.require(areBuildings(projectId, keys.map(String)), buildingsMeanwhile)
  switch (part.stage) {
    case 'buildings':
      return write.change(upsertBuildings(part.rows, place), refused)
    case 'units':
      inBuildings(part.rows.map((row) => row[1]))
      return write.change(upsertUnits(part.rows, place), refused)
    case 'rooms':
      inBuildings(part.rows.map((row) => row[2]))
      return write.change(upsertRooms(part.rows, place), refused)
    case 'spaces':
      // Those that are on record are found by their lots.
      giveLots(write, part.lots ?? [], place, lotsMeanwhile())
      // One that was given another name, or the name of one of these, is none that was looked at.
      write.require(areSpacesOfKeys(projectId, part.rows), lotsMeanwhile)
      return write.change(upsertSpaces(part.rows, place), refused)
    case 'people':
      for (const one of await upsertPeople(ctx, part.rows, place)) write.change(one, refused)
      return
    case 'occupancies':
      // Kept before it was known by what who pays is judged: nobody has looked at it.
      if ((part as Partial<typeof part>).asRead === undefined) throw previewOutdated()
      write.require(stillAsRead(projectId, part.asRead), ownedMeanwhile)
      return write.change(upsertOccupancies(part.rows, place), refused)
  }
}
