import { idSchema } from '@heju/core'
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
  roomList,
  getRoom,
  listBuildings,
  listRoomsTwice,
  roomTwiceSchema,
  readContents,
  registryContentsSchema,
  roomPageSchema,
  tellRoomsApart,
  tellRoomsApartSchema,
} from '@heju/core/estate/registry'
import { archiveDouble, archiveDoubleSchema } from '@heju/core/estate/rooms-twice'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const ofBuilding = v.object({ buildingId: idSchema('bldg') })
const ofRoom = v.object({ roomId: idSchema('room') })

/** Buildings and rooms; parking spaces and people have files of their own. */
export const registryRoutes = new Hono<HttpEnv>()
  .get(
    ...question(
      '/contents',
      'How much of a project is on record',
      (ctx, { projectId }) => readContents(ctx, projectId),
      v.object({ projectId: idSchema('proj') }),
      registryContentsSchema,
    ),
  )
  .get(
    ...question(
      '/buildings',
      'The buildings of a project in natural order',
      async (ctx, { projectId }) => ({ buildings: await listBuildings(ctx, projectId) }),
      v.object({ projectId: idSchema('proj') }),
      v.object({ buildings: v.array(buildingSchema) }),
    ),
  )
  .post(...command('/buildings', 'Add a building', createBuilding, createBuildingSchema, ofBuilding))
  .put(
    ...command(
      '/buildings/:buildingId',
      'Change a building; its rooms take the new name',
      changeBuilding,
      changeBuildingSchema,
      ofBuilding,
    ),
  )
  .get(...listOf('/rooms', 'Rooms of a project in natural order, with today’s owners', roomList))
  .post(...command('/rooms', 'Add a room', createRoom, createRoomSchema, ofRoom))
  .get(
    ...question(
      '/rooms/twice',
      'Rooms that are on record twice, as 0802 and 802',
      async (ctx, { projectId }) => ({ pairs: await listRoomsTwice(ctx, projectId) }),
      v.object({ projectId: idSchema('proj') }),
      v.object({ pairs: v.array(roomTwiceSchema) }),
    ),
  )
  .post(
    ...command(
      '/rooms/:roomId/apart',
      'Say that two rooms which seem to be one are two',
      tellRoomsApart,
      tellRoomsApartSchema,
      ofRoom,
    ),
  )
  .post(
    ...command(
      '/rooms/:roomId/archive',
      'Archive a room that is on record twice',
      archiveDouble,
      archiveDoubleSchema,
      ofRoom,
    ),
  )
  .get(...fileOf('/rooms/file', 'The rooms that the list shows with their owners, as a file', roomList))
  .get(
    ...question(
      '/rooms/:roomId',
      'A room with all who are or were anything there',
      (ctx, { roomId }) => getRoom(ctx, roomId),
      ofRoom,
      roomPageSchema,
    ),
  )
  .put(...command('/rooms/:roomId', 'Change what is known of a room', changeRoom, changeRoomSchema, ofRoom))
