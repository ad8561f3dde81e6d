import { and, asc, isNull, notInArray, or } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { categoriesOfStaff } from './category-dictionary.ts'
import { complaintCategories } from './tables.ts'

export const categorySchema = v.object({
  id: v.string(),
  /** Names its text when the product brought it along and the company has not renamed it. */
  code: v.nullable(v.string()),
  name: v.nullable(v.string()),
  /** Null on the first level. */
  parentId: v.nullable(v.string()),
  aboutFees: v.boolean(),
  position: v.number(),
})
export type Category = v.InferOutput<typeof categorySchema>

/** Reads the categories in use, for whoever has more to read in the same round trip; owners are not offered those of staff. */
export function categoriesInUse(ctx: Ctx) {
  const { id, code, name, parentId, aboutFees, position, archivedAt } = complaintCategories
  return ctx.db.orm
    .select({ id, code, name, parentId, aboutFees, position })
    .from(complaintCategories)
    .where(and(isNull(archivedAt), ctx.actor.kind === 'owner' ? offeredToOwners() : undefined))
    .orderBy(asc(position), asc(id))
}

/** The categories among which an owner may choose: a condition. */
export function offeredToOwners() {
  const { code } = complaintCategories
  return or(isNull(code), notInArray(code, [...categoriesOfStaff]))
}

/** What complaints may be about, for staff and owners. One round trip. */
export async function listCategories(ctx: Ctx): Promise<Category[]> {
  if (ctx.actor.kind === 'staff') ctx.require('projects.read')
  else ctx.requireOwner()
  return categoriesInUse(ctx)
}
