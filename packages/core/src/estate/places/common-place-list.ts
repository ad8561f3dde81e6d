import { translator } from '@heju/i18n'
import { eq, isNotNull, isNull, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import { idSchema } from '../../input.ts'
import { defineList } from '../../platform/lists/index.ts'
import { buildings, searchSchema, units } from '../registry/index.ts'
import { commonPlaceName } from './place-name.ts'
import { commonKinds } from './rules.ts'
import { listedCommonPlaceSchema } from './schemas.ts'
import { commonPlaces } from './tables.ts'
import { placeTexts } from './texts.ts'

const { id, projectId, buildingId, unitId, floor, kind, name, standingKey, sortKey, retiredAt, revision } =
  commonPlaces

/** The common places of a project: first those of the whole, then those of each building and unit in their order. */
export const commonPlaceList = defineList({
  permission: 'registry.read',
  filter: {
    projectId: idSchema('proj'),
    buildingId: v.optional(idSchema('bldg')),
    kind: v.optional(v.picklist(commonKinds)),
    state: v.optional(v.picklist(['used', 'retired']), 'used'),
    search: searchSchema,
  },
  item: listedCommonPlaceSchema,
  project: commonPlaces.projectId,
  where: (_ctx, filter) => [
    filter.state === 'used' ? isNull(retiredAt) : isNotNull(retiredAt),
    filter.buildingId === undefined ? undefined : eq(buildingId, filter.buildingId),
    filter.kind === undefined ? undefined : eq(kind, filter.kind),
    ...wordsIn(commonPlaceName(), filter.search),
  ],
  order: { by: { standingKey, sortKey, id }, direction: 'ascending' },
  query: (ctx, { where, orderBy, limit }) =>
    ctx.db.orm
      .select({
        id,
        projectId,
        buildingId,
        unitId,
        buildingName: sql<
          string | null
        >`(SELECT name FROM ${buildings} WHERE id = common_places.building_id)`,
        unitName: sql<string | null>`(SELECT name FROM ${units} WHERE id = common_places.unit_id)`,
        floor,
        kind,
        name,
        wholeName: commonPlaceName(),
        retiredAt,
        revision,
        standingKey,
        sortKey,
      })
      .from(commonPlaces)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit),
  shown: ({ standingKey: _standing, sortKey: _sort, ...place }) => place,
  file: {
    action: 'places.exported',
    table: (_ctx, locale) => {
      const say = translator(placeTexts, locale)
      return {
        name: say('title'),
        columns: [
          [say('wholeName'), (row) => row.wholeName, { width: 26 }],
          [say('kind'), (row) => say(`common.${row.kind}`), { width: 14 }],
          [say('building'), (row) => row.buildingName, { width: 12 }],
          [say('unit'), (row) => row.unitName, { width: 12 }],
          [say('floor'), (row) => row.floor, { kind: 'number', width: 8 }],
          [say('name'), (row) => row.name, { width: 18 }],
          [
            say('state'),
            (row) => say(row.retiredAt === null ? 'state.used' : 'state.retired'),
            { width: 10 },
          ],
        ],
      }
    },
  },
})

/** Whether a name has each word of a search in it, whatever stands between its parts. */
export function wordsIn(whole: SQL, search: string): SQL[] {
  const words = search.split(/[\s-]+/).filter((word) => word !== '')
  return words.map((word) => sql`instr(lower(${whole}), ${word.toLowerCase()}) > 0`)
}
