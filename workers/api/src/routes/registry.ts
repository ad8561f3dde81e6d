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
  roomExportWords,
  getRoom,
  listBuildings,
  listedRoomSchema,
  listRooms,
  listRoomsSchema,
  listRoomsTwice,
  roomTwiceSchema,
  readContents,
  registryContentsSchema,
  roomPageSchema,
  tellRoomsApart,
  tellRoomsApartSchema,
} from '@heju/core/registry'
import { archiveDouble, archiveDoubleSchema } from '@heju/core/rooms-twice'
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
  .get(
    '/rooms/twice',
    route('Rooms that are on record twice, as 0802 and 802', v.object({ pairs: v.array(roomTwiceSchema) })),
    query(v.object({ projectId: idSchema('proj') })),
    async (c) => {
      const { projectId } = c.req.valid('query')
      return c.json({ pairs: await withCtx(c, (ctx) => listRoomsTwice(ctx, projectId)) })
    },
  )
  .post(
    '/rooms/:roomId/apart',
    route('Say that two rooms which seem to be one are two', ofRoom, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofRoom),
    body(v.pick(tellRoomsApartSchema, ['otherId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => tellRoomsApart(ctx, input)))
    },
  )
  .post(
    '/rooms/:roomId/archive',
    route('Archive a room that is on record twice', ofRoom, [401, 403, 404, 409, 422]),
    idempotent,
    params(ofRoom),
    body(v.pick(archiveDoubleSchema, ['keptId'])),
    async (c) => {
      const requestId = c.req.valid('header')['idempotency-key']
      const input = { requestId, ...c.req.valid('param'), ...c.req.valid('json') }
      return c.json(await withCtx(c, (ctx) => archiveDouble(ctx, input)))
    },
  )
  .post(
    '/rooms/export',
    route('The rooms that the list shows with their owners, as a file', anySpreadsheet, [401, 403, 422]),
    idempotent,
    body(v.omit(exportRoomsSchema, ['requestId'])),
    async (c) => {
      const input = { requestId: c.req.valid('header')['idempotency-key'], ...c.req.valid('json') }
      const words = roomExportWords(c.var.locale)
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
