import { translator } from '@heju/i18n'
import { registryTexts } from './texts.ts'
import { and, asc, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { listFile } from '../../platform/exports/index.ts'
import { decodeCursor } from '../../paging.ts'
import { spacesMeant } from './list-parking-spaces.ts'
import { joinedPlates, platesIn } from './plates.ts'
import { occupantsJson, ownerFirst, parseOccupants, runsToday } from './queries.ts'
import { exportParkingSpacesSchema } from './schemas.ts'
import { parkingSpaces } from './tables.ts'

/** The parking spaces of a project that the list shows, with who has them today, as a file; phones masked. */
export const exportParkingSpaces = listFile({
  schema: exportParkingSpacesSchema,
  permission: 'registry.read',
  action: 'registry.parking_spaces_exported',
  rows: async (ctx: Ctx, filter, after, most) => {
    const found = await spacesFound(ctx, filter, after, most)
    return found.map((row) => ({ ...row, holders: parseOccupants(row.held) }))
  },
  keyOf: ({ sortKey, id }) => [sortKey, id],
  table: (_ctx, locale) => {
    const say = translator(registryTexts, locale)
    const width = 18
    return {
      name: say('export.spaces'),
      columns: [
        [say('export.lot'), ({ lot }) => lot, { width }],
        [say('export.code'), ({ code }) => code, { width }],
        [say('export.kind'), ({ kind }) => kind && say(`parking.${kind}` as 'parking.ground'), { width }],
        [
          say('export.tenure'),
          ({ tenure }) => tenure && say(`tenure.${tenure}` as 'tenure.owned'),
          { width },
        ],
        [say('export.holders'), ({ holders }) => holders.map(({ name }) => name).join('、'), { width }],
        [
          say('export.phones'),
          ({ holders }) => holders.flatMap(({ phone }) => phone ?? []).join('、'),
          { width },
        ],
        [
          say('export.plates'),
          ({ holders }) => joinedPlates(holders.flatMap(({ plate }) => platesIn(plate ?? ''))),
          { width },
        ],
      ],
    }
  },
})

async function spacesFound(
  ctx: Ctx,
  filter: { projectId: string; search: string },
  after: string | undefined,
  most: number,
) {
  const { lot, code, kind, tenure, id, sortKey } = parkingSpaces
  const held = occupantsJson(
    sql`o.parking_space_id = parking_spaces.id AND ${runsToday(ctx, 'o')}`,
    ownerFirst,
  )
  const key = decodeCursor<[string, string]>(after, ['string', 'string'])
  return ctx.db.orm
    .select({ id, sortKey, lot, code, kind, tenure, held })
    .from(parkingSpaces)
    .where(and(...(await spacesMeant(ctx, filter)), key && sql`(${sortKey}, ${id}) > (${key[0]}, ${key[1]})`))
    .orderBy(asc(sortKey), asc(id))
    .limit(most)
}
