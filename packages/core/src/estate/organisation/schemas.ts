import * as v from 'valibot'
import { daySchema } from '../../platform/calendar/shape.ts'
import { givenRevisionSchema, idSchema, nameSchema, requestIdSchema } from '../../input.ts'
import { isCreditCode } from './credit-code.ts'
import { unitKinds } from './rules.ts'

const shortText = (longest: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(longest)), '')
const dayOrNone = v.optional(v.nullable(daySchema), null)

const unitFieldsSchema = v.object({
  kind: v.picklist(unitKinds),
  name: nameSchema(60),
  openedOn: dayOrNone,
})

export const addUnitSchema = v.object({
  ...unitFieldsSchema.entries,
  requestId: requestIdSchema,
  unitId: idSchema('unit'),
  parentId: idSchema('unit'),
})
export type AddUnit = v.InferInput<typeof addUnitSchema>

export const changeUnitSchema = v.object({
  ...unitFieldsSchema.entries,
  requestId: requestIdSchema,
  unitId: idSchema('unit'),
  revision: givenRevisionSchema,
})
export type ChangeUnit = v.InferInput<typeof changeUnitSchema>

export const moveUnitSchema = v.object({
  requestId: requestIdSchema,
  unitId: idSchema('unit'),
  parentId: idSchema('unit'),
  /** The first day under the new one. */
  fromOn: daySchema,
})
export type MoveUnit = v.InferInput<typeof moveUnitSchema>

/** The first day on which it is there no more; null opens it again. */
const closedOnSchema = v.nullable(daySchema)
export const closeUnitSchema = v.object({
  requestId: requestIdSchema,
  unitId: idSchema('unit'),
  closedOn: closedOnSchema,
})
export type CloseUnit = v.InferInput<typeof closeUnitSchema>

/** 2–6 capital letters or digits. */
const seriesCodeSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toUpperCase(),
  v.regex(/^[A-Z0-9]{2,6}$/, 'organisation.field.series_code'),
)
const entityFieldsSchema = v.object({
  name: nameSchema(80),
  creditCode: v.optional(
    v.pipe(
      v.string(),
      v.trim(),
      v.toUpperCase(),
      v.maxLength(18),
      v.check((text) => text === '' || isCreditCode(text), 'organisation.field.credit_code'),
    ),
    '',
  ),
  address: shortText(200),
  phone: shortText(30),
  openedOn: dayOrNone,
})

export const addEntitySchema = v.object({
  ...entityFieldsSchema.entries,
  seriesCode: seriesCodeSchema,
  requestId: requestIdSchema,
  entityId: idSchema('entity'),
})
export type AddEntity = v.InferInput<typeof addEntitySchema>

/** All fields of an entity, as its form holds them. */
export const changeEntitySchema = v.object({
  ...entityFieldsSchema.entries,
  /** Empty for the one whose receipts have none. */
  seriesCode: v.union([v.literal(''), seriesCodeSchema]),
  requestId: requestIdSchema,
  entityId: idSchema('entity'),
  revision: givenRevisionSchema,
})
export type ChangeEntity = v.InferInput<typeof changeEntitySchema>

export const closeEntitySchema = v.object({
  requestId: requestIdSchema,
  entityId: idSchema('entity'),
  closedOn: closedOnSchema,
})
export type CloseEntity = v.InferInput<typeof closeEntitySchema>

export const moveProjectSchema = v.object({
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  unitId: idSchema('unit'),
  /** The first day under the new unit. */
  fromOn: daySchema,
})
export type MoveProject = v.InferInput<typeof moveProjectSchema>

/** Null from the beginning. */
const fromOnSchema = v.nullable(v.string())

const unitSchema = v.object({
  id: v.string(),
  kind: v.picklist(unitKinds),
  name: v.string(),
  openedOn: v.nullable(v.string()),
  closedOn: v.nullable(v.string()),
  revision: v.number(),
  /** Under what it stood, stands and will stand, in order; none for the root. */
  parents: v.array(v.object({ parentId: v.string(), fromOn: fromOnSchema })),
})

const entitySchema = v.object({
  id: v.string(),
  name: v.string(),
  creditCode: v.string(),
  address: v.string(),
  phone: v.string(),
  seriesCode: v.string(),
  openedOn: v.nullable(v.string()),
  closedOn: v.nullable(v.string()),
  revision: v.number(),
})

/** The tree with its whole history, and whose each project was. */
export const organisationSchema = v.object({
  units: v.array(unitSchema),
  entities: v.array(entitySchema),
  /** Those that the caller works in. */
  projects: v.array(
    v.object({
      projectId: v.string(),
      units: v.array(v.object({ unitId: v.string(), fromOn: fromOnSchema })),
      entities: v.array(v.object({ entityId: v.string(), fromOn: fromOnSchema })),
    }),
  ),
})
export type Organisation = v.InferOutput<typeof organisationSchema>
