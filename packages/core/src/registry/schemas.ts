import { isCivilDate, parsePhone, type CivilDate } from '@heju/kernel'
import * as v from 'valibot'
import { idSchema, nameSchema, requestIdSchema } from '../input.ts'
import { pageEntries } from '../paging.ts'
import {
  genders,
  idKinds,
  largestAreaE2,
  occupancyRoles,
  parkingKinds,
  personKinds,
  roomStates,
  roomUses,
  tenures,
  wholeShareE4,
} from './rules.ts'

const optional = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null)

export const dateSchema = v.pipe(
  v.string(),
  v.check(isCivilDate, 'field.date'),
  v.transform((text) => text as CivilDate),
)
/** ㎡ × 10^2; more than nothing. */
const areaSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(largestAreaE2))
const floorSchema = v.pipe(v.number(), v.integer(), v.minValue(-20), v.maxValue(300))
const remarkSchema = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(500)), '')

/** A phone as people write it; becomes E.164. */
export const phoneSchema = v.pipe(
  v.string(),
  v.transform((text) => parsePhone(text)?.number ?? ''),
  v.check((number) => number !== '', 'field.phone'),
)

const buildingFields = { name: nameSchema(40), floors: optional(floorSchema) }
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
  ...buildingFields,
})
export type ChangeBuilding = v.InferInput<typeof changeBuildingSchema>

const roomFields = {
  floor: optional(floorSchema),
  layout: optional(nameSchema(40)),
  builtAreaE2: optional(areaSchema),
  innerAreaE2: optional(areaSchema),
  /** 计费面积 where agreed; without it fees are reckoned by the built area. */
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
  unit: optional(nameSchema(40)),
  number: nameSchema(40),
  ...roomFields,
})
export type CreateRoom = v.InferInput<typeof createRoomSchema>
export const changeRoomSchema = v.object({
  requestId: requestIdSchema,
  roomId: idSchema('room'),
  ...roomFields,
})
export type ChangeRoom = v.InferInput<typeof changeRoomSchema>

const spaceFields = {
  kind: optional(v.picklist(parkingKinds)),
  tenure: optional(v.picklist(tenures)),
  areaE2: optional(areaSchema),
}
export const createParkingSpaceSchema = v.object({
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  parkingSpaceId: idSchema('park'),
  lot: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(40)), ''),
  code: nameSchema(40),
  ...spaceFields,
})
export type CreateParkingSpace = v.InferInput<typeof createParkingSpaceSchema>
export const changeParkingSpaceSchema = v.object({
  requestId: requestIdSchema,
  parkingSpaceId: idSchema('park'),
  ...spaceFields,
})
export type ChangeParkingSpace = v.InferInput<typeof changeParkingSpaceSchema>

const idDocumentSchema = v.object({
  kind: v.picklist(idKinds),
  number: v.pipe(v.string(), v.trim(), v.toUpperCase(), v.minLength(5), v.maxLength(20)),
})
const personFields = {
  name: nameSchema(80),
  kind: v.optional(v.picklist(personKinds), 'natural'),
  /** The company's own number for the customer (业主编号). */
  number: optional(nameSchema(40)),
  gender: optional(v.picklist(genders)),
  remark: remarkSchema,
}
const phonesSchema = v.pipe(v.array(phoneSchema), v.maxLength(5))
export const createPersonSchema = v.object({
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  personId: idSchema('pers'),
  ...personFields,
  /** The first is the main one, to which messages go. */
  phones: v.optional(phonesSchema, []),
  idDocument: optional(idDocumentSchema),
})
export type CreatePerson = v.InferInput<typeof createPersonSchema>
export const changePersonSchema = v.object({
  requestId: requestIdSchema,
  personId: idSchema('pers'),
  ...personFields,
  /** Left out: as they are. They are shown masked, so that a form cannot send them back. */
  phones: v.optional(phonesSchema),
  idDocument: v.optional(v.nullable(idDocumentSchema)),
})
export type ChangePerson = v.InferInput<typeof changePersonSchema>

export const placeSchema = v.variant('kind', [
  v.object({ kind: v.literal('room'), id: idSchema('room') }),
  v.object({ kind: v.literal('parking'), id: idSchema('park') }),
])
export type Place = v.InferOutput<typeof placeSchema>
const shareSchema = optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(wholeShareE4)))

export const giveOccupancySchema = v.object({
  requestId: requestIdSchema,
  occupancyId: idSchema('occ'),
  personId: idSchema('pers'),
  place: placeSchema,
  role: v.picklist(occupancyRoles),
  shareE4: shareSchema,
  fromOn: optional(dateSchema),
  toOn: optional(dateSchema),
  plate: optional(v.pipe(v.string(), v.trim(), v.toUpperCase(), v.maxLength(12))),
})
export type GiveOccupancy = v.InferInput<typeof giveOccupancySchema>

export const endOccupancySchema = v.object({
  requestId: requestIdSchema,
  occupancyId: idSchema('occ'),
  /** The last day. */
  toOn: dateSchema,
})
export type EndOccupancy = v.InferInput<typeof endOccupancySchema>

export const transferOwnershipSchema = v.object({
  requestId: requestIdSchema,
  place: placeSchema,
  /** The first day of the new owners. */
  fromOn: dateSchema,
  newOwners: v.pipe(
    v.array(v.object({ occupancyId: idSchema('occ'), personId: idSchema('pers'), shareE4: shareSchema })),
    v.minLength(1),
    v.maxLength(20),
  ),
  /** The family of the old owner leaves with them; tenants stay, since a sale does not end a lease (民法典 725). */
  householdLeaves: v.optional(v.boolean(), true),
})
export type TransferOwnership = v.InferInput<typeof transferOwnershipSchema>

export const unmaskPersonSchema = v.object({ requestId: requestIdSchema, personId: idSchema('pers') })
export type UnmaskPerson = v.InferInput<typeof unmaskPersonSchema>

const searchSchema = v.optional(v.pipe(v.string(), v.trim(), v.maxLength(60)), '')
export const listRoomsSchema = v.object({
  projectId: idSchema('proj'),
  buildingId: v.optional(idSchema('bldg')),
  state: v.optional(v.picklist(roomStates)),
  /** A room's name or number, an owner's name, a phone or its last four digits. */
  search: searchSchema,
  ...pageEntries,
})
export type ListRooms = v.InferInput<typeof listRoomsSchema>
export const exportRoomsSchema = v.object({
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  format: v.picklist(['xlsx', 'csv']),
})
export type ExportRooms = v.InferInput<typeof exportRoomsSchema>
export const listPeopleSchema = v.object({
  projectId: idSchema('proj'),
  /** A name, a phone or its last four digits, the company's own number. */
  search: searchSchema,
  ...pageEntries,
})
export type ListPeople = v.InferInput<typeof listPeopleSchema>
export const listParkingSpacesSchema = v.object({
  projectId: idSchema('proj'),
  search: searchSchema,
  ...pageEntries,
})
export type ListParkingSpaces = v.InferInput<typeof listParkingSpacesSchema>

export const buildingSchema = v.object({
  id: v.string(),
  name: v.string(),
  floors: v.nullable(v.number()),
  rooms: v.number(),
})
export type Building = v.InferOutput<typeof buildingSchema>

/** Somebody at a place, as lists show them. */
export const occupantSchema = v.object({
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
export type ListedRoom = v.InferOutput<typeof listedRoomSchema>

export const roomPageSchema = v.object({
  ...listedRoom,
  projectId: v.string(),
  buildingId: v.string(),
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

/** A place of a person. */
export const personPlaceSchema = v.object({
  occupancyId: v.string(),
  kind: v.picklist(['room', 'parking']),
  id: v.string(),
  name: v.string(),
  role: v.picklist(occupancyRoles),
  shareE4: v.nullable(v.number()),
  fromOn: v.nullable(v.string()),
  toOn: v.nullable(v.string()),
  plate: v.nullable(v.string()),
})

const listedPerson = {
  id: v.string(),
  number: v.nullable(v.string()),
  name: v.string(),
  kind: v.picklist(personKinds),
  /** Masked; the main one first. */
  phones: v.array(v.string()),
  places: v.array(personPlaceSchema),
}
export const listedPersonSchema = v.object(listedPerson)
export type ListedPerson = v.InferOutput<typeof listedPersonSchema>
export const personPageSchema = v.object({
  ...listedPerson,
  projectId: v.string(),
  gender: v.nullable(v.picklist(genders)),
  idKind: v.nullable(v.picklist(idKinds)),
  /** Masked: 1101**********0011. */
  idMasked: v.nullable(v.string()),
  remark: v.string(),
})
export type PersonPage = v.InferOutput<typeof personPageSchema>

export const unmaskedPersonSchema = v.object({
  phones: v.array(v.string()),
  idNumber: v.nullable(v.string()),
})
export type UnmaskedPerson = v.InferOutput<typeof unmaskedPersonSchema>

export const listedSpaceSchema = v.object({
  id: v.string(),
  lot: v.string(),
  code: v.string(),
  kind: v.nullable(v.picklist(parkingKinds)),
  tenure: v.nullable(v.picklist(tenures)),
  areaE2: v.nullable(v.number()),
  occupants: v.array(occupantSchema),
})
export type ListedSpace = v.InferOutput<typeof listedSpaceSchema>
