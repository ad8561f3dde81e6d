import * as v from 'valibot'
import { idSchema, givenRevisionSchema, requestIdSchema } from '../../input.ts'
import { dateSchema, optional, plainNameSchema, plainSchema, remarkSchema } from './field-schemas.ts'
import { largestAreaE2, occupancyRoles, parkingKinds, roomStates, roomUses, tenures } from './rules.ts'

/** ㎡ × 10^2; more than nothing. */
const areaSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestAreaE2))
/** A storey; below ground it is negative. */
export const floorSchema = v.pipe(v.number(), v.integer(), v.minValue(-20), v.maxValue(300))
const buildingFields = { name: plainNameSchema(40), floors: optional(floorSchema) }
export const createBuildingSchema = v.object({
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  buildingId: idSchema('bldg'),
  ...buildingFields,
})
export type CreateBuilding = v.InferInput<typeof createBuildingSchema>
export const changeBuildingSchema = v.object({
  requestId: requestIdSchema,
  buildingId: idSchema('bldg'),
  revision: givenRevisionSchema,
  ...buildingFields,
})
export type ChangeBuilding = v.InferInput<typeof changeBuildingSchema>

const roomFields = {
  floor: optional(floorSchema),
  layout: optional(plainNameSchema(40)),
  builtAreaE2: optional(areaSchema),
  innerAreaE2: optional(areaSchema),
  /** 计费面积 where agreed; without it fees are calculated by the built area. */
  chargeAreaE2: optional(areaSchema),
  use: optional(v.picklist(roomUses)),
  state: optional(v.picklist(roomStates)),
  handedOverOn: optional(dateSchema),
  remark: remarkSchema,
}
export const createRoomSchema = v.object({
  requestId: requestIdSchema,
  roomId: idSchema('room'),
  buildingId: idSchema('bldg'),
  /** Name of the unit; made when the building has none of that name. */
  unit: optional(plainNameSchema(40)),
  number: plainNameSchema(40),
  ...roomFields,
})
export type CreateRoom = v.InferInput<typeof createRoomSchema>
export const changeRoomSchema = v.object({
  requestId: requestIdSchema,
  roomId: idSchema('room'),
  revision: givenRevisionSchema,
  ...roomFields,
  /**
   * Where what fees are calculated by becomes another: the first day of the new area, earlier bills going by the one before;
   * null when what was before was a mistake and never held. Where it stays: its first day, put right.
   */
  areaFromOn: v.optional(v.nullable(dateSchema)),
})
export type ChangeRoom = v.InferInput<typeof changeRoomSchema>

const spaceFields = {
  lot: v.optional(v.pipe(plainSchema, v.maxLength(40)), ''),
  code: plainNameSchema(40),
  kind: optional(v.picklist(parkingKinds)),
  tenure: optional(v.picklist(tenures)),
  areaE2: optional(areaSchema),
}
export const createParkingSpaceSchema = v.object({
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  parkingSpaceId: idSchema('park'),
  ...spaceFields,
})
export type CreateParkingSpace = v.InferInput<typeof createParkingSpaceSchema>
export const changeParkingSpaceSchema = v.object({
  requestId: requestIdSchema,
  parkingSpaceId: idSchema('park'),
  revision: givenRevisionSchema,
  ...spaceFields,
})
export type ChangeParkingSpace = v.InferInput<typeof changeParkingSpaceSchema>

/** How much of a project is on record. */
export const registryContentsSchema = v.object({
  buildings: v.number(),
  rooms: v.number(),
  /** Rooms of which nobody is on record as owner today. */
  roomsWithoutOwner: v.number(),
  parkingSpaces: v.number(),
  people: v.number(),
})
export type RegistryContents = v.InferOutput<typeof registryContentsSchema>

const namedRoomSchema = v.object({ id: v.string(), name: v.string() })
/** One room that is on record twice. */
export const roomTwiceSchema = v.object({ first: namedRoomSchema, second: namedRoomSchema })
export type RoomTwice = v.InferOutput<typeof roomTwiceSchema>

export const buildingSchema = v.object({
  id: v.string(),
  name: v.string(),
  floors: v.nullable(v.number()),
  rooms: v.number(),
  revision: v.number(),
})
export type Building = v.InferOutput<typeof buildingSchema>

/** Somebody at a place, as lists show them. */
const occupantSchema = v.object({
  occupancyId: v.string(),
  personId: v.string(),
  name: v.string(),
  role: v.picklist(occupancyRoles),
  shareE4: v.nullable(v.number()),
  fromOn: v.nullable(v.string()),
  toOn: v.nullable(v.string()),
  /** Masked: 138****1234. */
  phone: v.nullable(v.string()),
  plate: v.nullable(v.string()),
  revision: v.number(),
})
export type Occupant = v.InferOutput<typeof occupantSchema>

const listedRoom = {
  id: v.string(),
  name: v.string(),
  floor: v.nullable(v.number()),
  areaE2: v.nullable(v.number()),
  use: v.nullable(v.picklist(roomUses)),
  state: v.nullable(v.picklist(roomStates)),
}
/** A room in a list, with those whose it is today. */
export const listedRoomSchema = v.object({ ...listedRoom, owners: v.array(occupantSchema) })

export const roomPageSchema = v.object({
  ...listedRoom,
  /** The first day of `areaE2`; null where it always was so. */
  areaFromOn: v.nullable(v.string()),
  /** What fees were calculated by before, the latest first. */
  earlierAreas: v.array(
    v.object({ areaE2: v.nullable(v.number()), fromOn: v.nullable(v.string()), toOn: v.string() }),
  ),
  projectId: v.string(),
  buildingId: v.string(),
  revision: v.number(),
  number: v.string(),
  layout: v.nullable(v.string()),
  builtAreaE2: v.nullable(v.number()),
  innerAreaE2: v.nullable(v.number()),
  handedOverOn: v.nullable(v.string()),
  remark: v.string(),
  /** All who are or were anything there, the present ones first. */
  occupants: v.array(occupantSchema),
})
export type RoomPage = v.InferOutput<typeof roomPageSchema>

const listedSpace = {
  id: v.string(),
  lot: v.string(),
  code: v.string(),
  kind: v.nullable(v.picklist(parkingKinds)),
  tenure: v.nullable(v.picklist(tenures)),
  areaE2: v.nullable(v.number()),
  /** Of a list: those of today; of a space's own page: all who had it, the present ones first. */
  occupants: v.array(occupantSchema),
}
export const listedSpaceSchema = v.object(listedSpace)
export const spacePageSchema = v.object({ ...listedSpace, projectId: v.string(), revision: v.number() })
export type SpacePage = v.InferOutput<typeof spacePageSchema>
