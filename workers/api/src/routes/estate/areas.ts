import {
  areaList,
  areaPageSchema,
  areaRoomList,
  areasOfRoom,
  areasOfRoomSchema,
  changeArea,
  changeAreaSchema,
  closeArea,
  closeAreaSchema,
  createArea,
  createAreaSchema,
  ofAreaSchema,
  ofProjectSchema,
  ofRoomSchema,
  placesToChoose,
  placesToChooseSchema,
  readArea,
} from '@heju/core/estate/areas'
import { Hono } from 'hono'
import * as v from 'valibot'
import { command, fileOf, listOf, question } from '../../http/command.ts'
import type { HttpEnv } from '../../http/env.ts'

const answer = v.object({ areaId: v.string() })

/** Named areas of rooms (责任区), and who is responsible for them. */
export const areaRoutes = new Hono<HttpEnv>()
  .get(...listOf('/', 'Areas of a project by name, with who is responsible and how many rooms', areaList))
  .get(...fileOf('/file', 'The areas that the list shows, as a file', areaList))
  .post(...command('/', 'Make an area of buildings, units and rooms', createArea, createAreaSchema, answer))
  .get(...listOf('/rooms', 'The rooms of an area, or those that belong to none', areaRoomList))
  .get(...fileOf('/rooms/file', 'The rooms that the list shows, as a file', areaRoomList))
  .get(
    ...question(
      '/places',
      'Buildings, units and rooms to choose from, with where each belongs',
      placesToChoose,
      ofProjectSchema,
      placesToChooseSchema,
    ),
  )
  .get(
    ...question(
      '/of-room/:roomId',
      'The areas to which a room belongs today',
      areasOfRoom,
      ofRoomSchema,
      areasOfRoomSchema,
    ),
  )
  .get(...question('/:areaId', 'An area with its history', readArea, ofAreaSchema, areaPageSchema))
  .put(
    ...command(
      '/:areaId',
      'Change an area: its places and who is responsible from a day on',
      changeArea,
      changeAreaSchema,
      answer,
    ),
  )
  .post(...command('/:areaId/closing', 'Close an area from a day on', closeArea, closeAreaSchema, answer))
