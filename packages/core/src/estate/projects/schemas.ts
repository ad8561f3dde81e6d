import * as v from 'valibot'
import { givenRevisionSchema, idSchema, nameSchema, requestIdSchema } from '../../input.ts'
import { firstUnitId } from '../organisation/shape.ts'
import { priceRegimes, projectTypes, serviceModes } from './rules.ts'

const projectFieldsSchema = v.object({
  name: nameSchema(60),
  type: v.picklist(projectTypes),
  serviceMode: v.optional(v.picklist(serviceModes), 'custom'),
  /** Left out: the usual regime of the type. */
  priceRegime: v.optional(v.picklist(priceRegimes)),
  address: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), ''),
  phone: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(30)), ''),
})

export const createProjectSchema = v.object({
  ...projectFieldsSchema.entries,
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  /** Left out: the root of the tree. */
  unitId: v.optional(idSchema('unit'), firstUnitId),
  /** Left out: the company's only legal entity that is open, or the first of several. */
  entityId: v.optional(idSchema('entity')),
})
export type CreateProject = v.InferInput<typeof createProjectSchema>

/** All fields of a project, as its form holds them: nothing is guessed for one that is there. */
export const changeProjectSchema = v.object({
  ...projectFieldsSchema.entries,
  serviceMode: v.picklist(serviceModes),
  priceRegime: v.picklist(priceRegimes),
  requestId: requestIdSchema,
  projectId: idSchema('proj'),
  revision: givenRevisionSchema,
})
export type ChangeProject = v.InferInput<typeof changeProjectSchema>

export const projectSchema = v.object({
  id: v.string(),
  name: v.string(),
  type: v.picklist(projectTypes),
  serviceMode: v.picklist(serviceModes),
  priceRegime: v.picklist(priceRegimes),
  address: v.string(),
  phone: v.string(),
  revision: v.number(),
})
export type Project = v.InferOutput<typeof projectSchema>
