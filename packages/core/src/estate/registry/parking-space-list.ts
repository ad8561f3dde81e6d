import { translator } from '@heju/i18n'
import { isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { searchSchema } from './field-schemas.ts'
import { joinedPlates, platesIn } from './plates.ts'
import { occupantsJson, ownerFirst, parseOccupants, runsToday } from './queries.ts'
import { canonicalCode } from './room-name.ts'
import { listedSpaceSchema } from './schemas.ts'
import { peopleMeant } from './search.ts'
import { parkingSpaces } from './tables.ts'
import { registryTexts } from './texts.ts'

const { id, lot, code, kind, tenure, areaE2, sortKey } = parkingSpaces

/** The parking spaces of a project in natural order, with who has them today. */
export const parkingSpaceList = defineList({
  permission: 'registry.read',
  /** A part of a space's number or lot, a plate, or who has it: name, phone or its last four digits. */
  filter: { projectId: idSchema('proj'), search: searchSchema },
  item: listedSpaceSchema,
  project: parkingSpaces.projectId,
  where: async (ctx, filter) => [
    isNull(parkingSpaces.archivedAt),
    filter.search === '' ? undefined : await spacesMeant(ctx, filter),
  ],
  order: { by: { sortKey, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) => {
    const its = sql`o.parking_space_id = parking_spaces.id AND ${runsToday(ctx, 'o')}`
    return ctx.db.orm
      .select({ id, lot, code, kind, tenure, areaE2, sortKey, occupants: occupantsJson(its, ownerFirst) })
      .from(parkingSpaces)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit)
  },
  shown: ({ sortKey: _sortKey, occupants, ...space }) => ({ ...space, occupants: parseOccupants(occupants) }),
  file: {
    action: 'registry.parking_spaces_exported',
    table: (_ctx, locale) => {
      const say = translator(registryTexts, locale)
      const width = 18
      return {
        name: say('export.spaces'),
        columns: [
          [say('export.lot'), (row) => row.lot, { width }],
          [say('export.code'), (row) => row.code, { width }],
          [say('export.kind'), (row) => row.kind && say(`parking.${row.kind}`), { width }],
          [say('export.tenure'), (row) => row.tenure && say(`tenure.${row.tenure}`), { width }],
          [
            say('export.holders'),
            (row) =>
              holdersOf(row)
                .map(({ name }) => name)
                .join('、'),
            { width },
          ],
          [
            say('export.phones'),
            (row) =>
              holdersOf(row)
                .flatMap(({ phone }) => phone ?? [])
                .join('、'),
            { width },
          ],
          [
            say('export.plates'),
            (row) => joinedPlates(holdersOf(row).flatMap(({ plate }) => platesIn(plate ?? ''))),
            { width },
          ],
        ],
      }
    },
  },
})

function holdersOf({ occupants }: { occupants: string }) {
  return parseOccupants(occupants)
}

/** The condition for the spaces that a search means: by number or a part of it, lot and number, plate, or who has them. */
async function spacesMeant(
  ctx: Ctx,
  { projectId, search }: { projectId: string; search: string },
): Promise<SQL> {
  const [asked = ''] = platesIn(search)
  // One person may have several plates at a space.
  const plate = sql`SELECT parking_space_id FROM occupancies
    WHERE project_id = ${projectId} AND instr('、' || plate || '、', ${`、${asked}、`}) > 0 AND to_on IS NULL`
  const theirs = sql`SELECT parking_space_id FROM occupancies
    WHERE to_on IS NULL AND person_id IN (${await peopleMeant(ctx, projectId, search)})`
  const number = canonicalCode(search)
  const keyed = parkingSpaces.key
  const named = sql`substr(${keyed}, instr(${keyed}, '|') + 1) = ${number} OR replace(${keyed}, '|', '-') = ${number}`
  return sql`(instr(${code}, ${search}) > 0 OR instr(${lot}, ${search}) > 0 OR ${named} OR ${id} IN (${theirs} UNION ${plate}))`
}
