import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { categoryTooDeep, categoryUnnamed } from './errors.ts'
import { saveCategorySchema, type SaveCategory } from './schemas.ts'
import { complaintCategories, complaints } from './tables.ts'

/**
 * Adds or changes a category. There are two levels, no more. When it begins or ceases to be about fees, so do the open
 * complaints under it, and reminders pause or go on.
 * @throws `complaints.category_too_deep`, `complaints.category_unnamed` for one of the company's own without a name
 */
export async function saveCategory(ctx: Ctx, raw: SaveCategory): Promise<{ categoryId: string }> {
  ctx.require('company.settings')
  const input = parse(saveCategorySchema, raw)
  return ctx.write('complaints.save_category', input, (write) => {
    const { categoryId, name, parentId, aboutFees, position } = input
    const values = {
      name,
      parentId,
      aboutFees,
      position,
      archivedAt: input.archived ? ctx.now : null,
      changedAt: ctx.now,
    }
    write.add(
      ctx.db.orm
        .insert(complaintCategories)
        .values({ id: categoryId, ...values })
        .onConflictDoUpdate({ target: complaintCategories.id, set: values }),
    )
    const above = sql`SELECT 1 FROM ${complaintCategories} WHERE id = ${parentId} AND parent_id IS NULL AND id <> ${categoryId}`
    const below = sql`SELECT 1 FROM ${complaintCategories} WHERE parent_id = ${categoryId}`
    const named = sql`SELECT 1 FROM ${complaintCategories} WHERE id = ${categoryId} AND code IS NOT NULL`
    if (name === null) write.require(sql`EXISTS (${named})`, categoryUnnamed)
    if (parentId !== null) write.require(sql`EXISTS (${above}) AND NOT EXISTS (${below})`, categoryTooDeep)
    write.change(
      ctx.db.orm
        .update(complaints)
        .set({ aboutFees })
        .where(and(eq(complaints.categoryId, categoryId), isNull(complaints.closedAt))),
    )
    write.audit('complaints.category_saved', categoryId, { detail: { aboutFees, archived: input.archived } })
    return { categoryId }
  })
}
