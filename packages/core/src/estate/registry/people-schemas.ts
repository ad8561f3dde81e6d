import * as v from 'valibot'
import { idSchema, givenRevisionSchema, requestIdSchema } from '../../input.ts'
import {
  dateSchema,
  optional,
  phoneSchema,
  plainNameSchema,
  plainSchema,
  remarkSchema,
} from './field-schemas.ts'
import { personName } from './person-name.ts'
import { joinedPlates, platesIn } from './plates.ts'
import { genders, idKinds, occupancyRoles, personKinds, wholeShareE4 } from './rules.ts'

export const idDocumentSchema = v.object({
  kind: v.picklist(idKinds),
  number: v.pipe(
    plainSchema,
    v.transform((text) => text.replaceAll(/[\s-]/g, '').toUpperCase()),
    v.minLength(5),
    v.maxLength(20),
  ),
})
const personFields = {
  name: v.pipe(plainNameSchema(80), v.transform(personName)),
  kind: v.optional(v.picklist(personKinds), 'natural'),
  /** The company's own number for the customer (业主编号). */
  number: optional(plainNameSchema(40)),
  gender: optional(v.picklist(genders)),
  remark: remarkSchema,
}
/** Most phones of a person. */
export const mostPhones = 5
const phonesSchema = v.pipe(v.array(phoneSchema), v.maxLength(mostPhones))
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
  revision: givenRevisionSchema,
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

/** One plate, or several. */
const plateSchema = v.pipe(
  optional(v.pipe(v.string(), v.maxLength(60))),
  v.transform((text) => joinedPlates(platesIn(text ?? ''))),
)

export const giveOccupancySchema = v.object({
  requestId: requestIdSchema,
  occupancyId: idSchema('occ'),
  personId: idSchema('pers'),
  place: placeSchema,
  role: v.picklist(occupancyRoles),
  shareE4: shareSchema,
  fromOn: optional(dateSchema),
  toOn: optional(dateSchema),
  plate: plateSchema,
})
export type GiveOccupancy = v.InferInput<typeof giveOccupancySchema>

export const changeOccupancySchema = v.object({
  requestId: requestIdSchema,
  occupancyId: idSchema('occ'),
  revision: givenRevisionSchema,
  role: v.picklist(occupancyRoles),
  shareE4: shareSchema,
  fromOn: optional(dateSchema),
  /** The last day; null: it goes on. */
  toOn: optional(dateSchema),
  plate: plateSchema,
})
export type ChangeOccupancy = v.InferInput<typeof changeOccupancySchema>

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

/** A place of a person. */
const personPlaceSchema = v.object({
  occupancyId: v.string(),
  kind: v.picklist(['room', 'parking']),
  id: v.string(),
  name: v.string(),
  role: v.picklist(occupancyRoles),
  shareE4: v.nullable(v.number()),
  fromOn: v.nullable(v.string()),
  toOn: v.nullable(v.string()),
  plate: v.nullable(v.string()),
  revision: v.number(),
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
  revision: v.number(),
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
