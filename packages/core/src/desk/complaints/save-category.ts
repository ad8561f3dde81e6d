import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireAsShown } from '../../revisions.ts'
import {
  categoryLineInherited,
  categoryLineMissing,
  categoryNameTaken,
  categoryNotFound,
  categoryTooDeep,
  categoryUnnamed,
} from './errors.ts'
import { categoryCodes } from './category-dictionary.ts'
import { lastPosition, saveCategorySchema, type SaveCategory } from './schemas.ts'
import { complaintCategories, complaints } from './tables.ts'
import { complaintTexts } from './texts.ts'

type Category = ReturnType<typeof parse<typeof saveCategorySchema>>

/** What the categories of the product are called, in every language: pairs of a code and a name. */
const namesOfProduct = JSON.stringify(
  categoryCodes.flatMap((code) =>
    Object.values(complaintTexts[`category.${code}` as keyof typeof complaintTexts]).map((name) => [
      code,
      name,
    ]),
  ),
)

/**
 * Adds a category, or changes what is said of one. There are two levels, no more. When it begins or ceases to be about fees,
 * so do the open complaints under it, and reminders pause or go on.
 * @throws `complaints.category_line_missing`, `complaints.category_line_inherited`, `complaints.category_too_deep`, `complaints.category_not_found` under one that is put away,
 *   `complaints.category_name_taken`, `complaints.category_unnamed` for one of the company's own without a name, `request.changed_meanwhile`
 */
export async function saveCategory(ctx: Ctx, raw: SaveCategory): Promise<{ categoryId: string }> {
  ctx.require('company.settings')
  const input = parse(saveCategorySchema, raw)
  return ctx.write('complaints.save_category', input, (write) => {
    const { categoryId, revision, parentId = null, aboutFees } = input
    requireAsShown(write, complaintCategories, { id: categoryId, revision })
    // Seen as it was before: what stands under a category that is put away stays there, and nothing else comes under it.
    const putAway = sql`SELECT 1 FROM ${complaintCategories} WHERE id = ${parentId} AND archived_at IS NOT NULL`
    const stays = sql`SELECT 1 FROM ${complaintCategories} WHERE id = ${categoryId} AND parent_id = ${parentId}`
    write.require(sql`NOT EXISTS (${putAway}) OR EXISTS (${stays})`, categoryNotFound)
    if (!input.serviceLine && !input.parentId) write.require(lineStays(input), categoryLineMissing)
    const said = saidOf(input, ctx.now)
    write.add(
      ctx.db.orm
        .insert(complaintCategories)
        .values({ id: categoryId, aboutFees: false, position: lastPosition, ...said })
        .onConflictDoUpdate({ target: complaintCategories.id, set: said }),
    )
    const above = sql`SELECT 1 FROM ${complaintCategories} WHERE id = ${parentId} AND parent_id IS NULL AND id <> ${categoryId}`
    const below = sql`SELECT 1 FROM ${complaintCategories} WHERE parent_id = ${categoryId}`
    const unnamed = sql`SELECT 1 FROM ${complaintCategories} WHERE id = ${categoryId} AND name IS NULL AND code IS NULL`
    write.require(sql`NOT EXISTS (${unnamed})`, categoryUnnamed)
    if (parentId !== null) write.require(sql`EXISTS (${above}) AND NOT EXISTS (${below})`, categoryTooDeep)
    write.require(sql`NOT EXISTS (${namesakeOf(categoryId)})`, categoryNameTaken)
    const ofItsOwn = sql`SELECT 1 FROM ${complaintCategories} WHERE id = ${categoryId} AND parent_id IS NOT NULL AND service_line IS NOT NULL`
    write.require(sql`NOT EXISTS (${ofItsOwn})`, categoryLineInherited)
    if (aboutFees !== undefined)
      write.change(
        ctx.db.orm
          .update(complaints)
          .set({ aboutFees })
          .where(and(eq(complaints.categoryId, categoryId), isNull(complaints.closedAt))),
      )
    const { archived, serviceLine } = input
    write.audit('complaints.category_saved', categoryId, {
      detail: {
        ...(serviceLine !== undefined && { serviceLine }),
        ...(aboutFees !== undefined && { aboutFees }),
        ...(archived !== undefined && { archived }),
      },
    })
    return { categoryId }
  })
}

/**
 * Seen as it was before, where no line is said: one that is there keeps what it has, also none, as long as it does not come up to
 * the first level.
 */
function lineStays({ categoryId, parentId }: Category): SQL {
  const place = parentId === null ? sql` AND parent_id IS NULL` : sql.empty()
  return sql`EXISTS (SELECT 1 FROM ${complaintCategories} WHERE id = ${categoryId}${place})`
}

/** The columns of what is said. What comes below another gives up the line that it had on the first level. */
function saidOf(
  { archived, name, parentId, serviceLine: chosen, aboutFees, position }: Category,
  now: number,
) {
  const serviceLine = chosen ?? (parentId ? null : undefined)
  const said = { name, parentId, serviceLine, aboutFees, position }
  return {
    ...(Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) as Partial<
      typeof complaintCategories.$inferInsert
    >),
    ...(archived !== undefined && { archivedAt: archived ? now : null }),
    changedAt: now,
  }
}

/**
 * One in use beside a category in use, under the same parent or on the first level, that readers of some language see under
 * the same name. Two that have their names from the product never do.
 */
function namesakeOf(categoryId: string): SQL {
  const hasName = (code: SQL, name: SQL) =>
    sql`EXISTS (SELECT 1 FROM json_each(${namesOfProduct}) WHERE value ->> 0 = ${code} AND value ->> 1 = ${name})`
  return sql`SELECT 1 FROM ${complaintCategories} AS own JOIN ${complaintCategories} AS beside
    ON beside.id <> own.id AND beside.parent_id IS own.parent_id AND beside.archived_at IS NULL
    WHERE own.id = ${categoryId} AND own.archived_at IS NULL AND (own.name = beside.name
      OR beside.name IS NULL AND ${hasName(sql`beside.code`, sql`own.name`)}
      OR own.name IS NULL AND ${hasName(sql`own.code`, sql`beside.name`)})`
}
