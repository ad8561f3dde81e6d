import { and, asc, eq, inArray, isNull, notInArray, or, sql } from 'drizzle-orm'
import { alias, QueryBuilder } from 'drizzle-orm/sqlite-core'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { categoriesOfStaff } from './category-dictionary.ts'
import { listCategoriesSchema, type ListCategories } from './list-schemas.ts'
import { serviceLineSchema, type ServiceLine } from '../../estate/service-lines/index.ts'
import { parse } from '../../input.ts'
import { complaintCategories } from './tables.ts'

export const categorySchema = v.object({
  id: v.string(),
  /** Names its text when the product brought it along and the company has not renamed it. */
  code: v.nullable(v.string()),
  name: v.nullable(v.string()),
  /** Null on the first level. */
  parentId: v.nullable(v.string()),
  /** What it is under, as `code` and `name` say it: also where that was put away, and is in no list itself. */
  parentCode: v.nullable(v.string()),
  parentName: v.nullable(v.string()),
  /** That of the first level; null where the company has not chosen yet. */
  serviceLine: v.nullable(serviceLineSchema),
  aboutFees: v.boolean(),
  position: v.number(),
  /** Put away: complaints that are under it stay there, and no other comes under it. */
  archived: v.boolean(),
  revision: v.number(),
})
export type Category = v.InferOutput<typeof categorySchema>

/**
 * Reads the categories in use, for whoever has more to read in the same round trip; owners are not offered those of staff.
 * Each of the first level is followed by what is under it: a position counts among those beside it only, and whoever chooses
 * looks for the narrower one below the wider.
 */
export function categoriesInUse(ctx: Ctx) {
  return read(ctx, false)
}

function read(ctx: Ctx, withArchived: boolean) {
  const { id, code, name, parentId, aboutFees, position, revision, archivedAt } = complaintCategories
  const archived = sql<boolean>`${archivedAt} IS NOT NULL`.mapWith(Boolean)
  const above = alias(complaintCategories, 'above')
  const parent = {
    parentCode: above.code,
    parentName: above.name,
    serviceLine: sql<ServiceLine | null>`CASE WHEN ${parentId} IS NULL THEN ${complaintCategories.serviceLine} ELSE ${above.serviceLine} END`,
  }
  return ctx.db.orm
    .select({ id, code, name, parentId, ...parent, aboutFees, position, revision, archived })
    .from(complaintCategories)
    .leftJoin(above, eq(above.id, parentId))
    .where(
      and(
        withArchived ? undefined : isNull(archivedAt),
        ctx.actor.kind === 'owner' ? offeredToOwners() : undefined,
      ),
    )
    .orderBy(
      asc(sql`coalesce(${above.position}, ${position})`),
      asc(sql`coalesce(${parentId}, ${id})`),
      asc(sql`${parentId} IS NOT NULL`),
      asc(position),
      asc(id),
    )
}

/** The categories among which an owner may choose: a condition. Neither those of staff are, nor what stands under one. */
export function offeredToOwners() {
  const { code, parentId } = complaintCategories
  const ofStaff = alias(complaintCategories, 'of_staff')
  const theirs = new QueryBuilder()
    .select({ id: ofStaff.id })
    .from(ofStaff)
    .where(inArray(ofStaff.code, [...categoriesOfStaff]))
  return and(
    or(isNull(code), notInArray(code, [...categoriesOfStaff])),
    or(isNull(parentId), notInArray(parentId, theirs)),
  )
}

/** What complaints may be about, for staff and owners; for staff also what was put away. One round trip. */
export async function listCategories(ctx: Ctx, raw: ListCategories = {}): Promise<Category[]> {
  const { archived } = parse(listCategoriesSchema, raw)
  if (ctx.actor.kind === 'staff') ctx.require('projects.read')
  else ctx.requireOwner()
  return read(ctx, archived && ctx.actor.kind === 'staff')
}
