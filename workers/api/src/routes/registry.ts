import { idSchema, pageSchema } from '@heju/core'
import {
  buildingSchema,
  changeBuilding,
  changeBuildingSchema,
  changeRoom,
  changeRoomSchema,
  createBuilding,
  createBuildingSchema,
  createRoom,
  createRoomSchema,
  exportRooms,
  exportRoomsSchema,
  getRoom,
  listBuildings,
  listedRoomSchema,
  listRooms,
  listRoomsSchema,
  readContents,
  registryContentsSchema,
  roomPageSchema,
} from '@heju/core/registry'
import { translator, type Locale } from '@heju/i18n'
import { registryTexts } from '@heju/i18n/texts/registry'
import { Hono } from 'hono'
import * as v from 'valibot'
import { withCtx } from '../http/context.ts'
import { anySpreadsheet, body, idempotent, params, query, route } from '../http/describe.ts'
import { download, spreadsheetTypes } from '../http/download.ts'
import type { HttpEnv } from '../http/env.ts'

const ofBuilding = v.object({ buildingId: idSchema('bldg') })
const ofRoom = v.object({ roomId: idSchema('room') })

/** Buildings and rooms; parking spaces and people have files of their own. */
export const registryRoutes = new Hono<HttpEnv>()
  .get(
    '/contents',
    route('How much of a project is on record', registryContentsSchema),
    query(v.object({ projectId: idSchema('proj') })),
    async (c) => c.json(await withCtx(c, (ctx) => readContents(ctx, c.req.valid('query').projectId))),
  )
  .get(
    '/buildings',
    route('The buildings of a project in natural order', v.object({ buildings: v.array(buildingSchema) })),
    query(v.object({ projectId: idSchema('proj') })),
    async (c) => {
      const { projectId } = c.req.valid('query')
      return c.json({ buildings: await withCtx(c, (ctx) => listBuildings(ctx, projectId)) })
    },
  )
  .post(
    '/buildings',
    route('Add a building', ofBuilding, [401, 403, 409, 422]),
    idempotent,
    body(v.omit(createBuildingSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => createBuilding(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .put(
    '/buildings/:buildingId',
    route('Change a building; its rooms take the new name', ofBuilding, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofBuilding),
    body(v.omit(changeBuildingSchema, ['requestId', 'buildingId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => changeBuilding(ctx, input)))
    },
  )
  .get(
    '/rooms',
    route('Rooms of a project in natural order, with today’s owners', pageSchema(listedRoomSchema)),
    query(listRoomsSchema),
    async (c) => c.json(await withCtx(c, (ctx) => listRooms(ctx, c.req.valid('query')))),
  )
  .post(
    '/rooms',
    route('Add a room', ofRoom, [401, 403, 404, 409, 422]),
    idempotent,
    body(v.omit(createRoomSchema, ['requestId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      return c.json(await withCtx(c, (ctx) => createRoom(ctx, { requestId, ...c.req.valid('json') })))
    },
  )
  .post(
    '/rooms/export',
    route('The rooms that the list shows with their owners, as a file', anySpreadsheet, [401, 403, 422]),
    idempotent,
    body(v.omit(exportRoomsSchema, ['requestId'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('json') }
      const words = exportWords(c.var.locale)
      const file = await withCtx(c, (ctx) => exportRooms(ctx, input, words))
      return download(file, `${words.sheet}.${input.format}`, spreadsheetTypes[input.format])
    },
  )
  .get(
    '/rooms/:roomId',
    route('A room with all who are or were anything there', roomPageSchema, [401, 403, 404]),
    params(ofRoom),
    async (c) => c.json(await withCtx(c, (ctx) => getRoom(ctx, c.req.valid('param').roomId))),
  )
  .put(
    '/rooms/:roomId',
    route('Change what is known of a room', ofRoom, [401, 403, 404, 422]),
    idempotent,
    params(ofRoom),
    body(v.omit(changeRoomSchema, ['requestId', 'roomId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => changeRoom(ctx, input)))
    },
  )

function exportWords(locale: Locale) {
  const t = translator(registryTexts, locale)
  const headings = ['room', 'floor', 'area', 'use', 'state', 'owners', 'phones'] as const
  return {
    sheet: t('export.rooms'),
    headings: headings.map((heading) => t(`export.${heading}`)) as [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ],
    use: (use: string) => t(`use.${use}` as 'use.other'),
    state: (state: string) => t(`state.${state}` as 'state.vacant'),
  }
}
