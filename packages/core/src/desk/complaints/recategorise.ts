import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { admit, change, complaintById, recordStep } from './matters.ts'
import { categoryNotFound, complaintClosed, complaintMoved, nothingChanged } from './errors.ts'
import { recategoriseSchema, type Recategorise } from './schemas.ts'
import { categoryIsThere, isAboutFees } from './registration.ts'
import { complaintCategories, complaints } from './tables.ts'

/**
 * Puts a complaint under the category that it is really about; owners often choose another. One about fees pauses
 * reminders from now on, and no longer does when it turns out to be about something else.
 * @throws `complaints.category_not_found`, `complaints.nothing_changed`, `complaints.closed`, `complaints.moved`
 */
export async function recategorise(ctx: Ctx, raw: Recategorise): Promise<{ complaintId: string }> {
  const input = parse(recategoriseSchema, raw)
  ctx.require('complaints.handle')
  return ctx.write('complaints.recategorise', input, async (write) => {
    const { complaintId, categoryId } = input
    const [found, [category]] = await ctx.db.orm.batch([
      complaintById(ctx, complaintId),
      ctx.db.orm
        .select({ id: complaintCategories.id })
        .from(complaintCategories)
        .where(and(eq(complaintCategories.id, categoryId), isNull(complaintCategories.archivedAt))),
    ])
    const complaint = admit(ctx, found, 'complaints.handle')
    if (complaint.state === 'closed') throw complaintClosed()
    if (category === undefined) throw categoryNotFound()
    if (categoryId === complaint.categoryId) throw nothingChanged()
    write.require(categoryIsThere(categoryId), categoryNotFound)
    // The log says what it was before.
    write.requireAsRead(complaints, { id: complaintId, categoryId: complaint.categoryId }, complaintMoved)
    const detail = { from: complaint.categoryId, to: categoryId }
    change(ctx, write, complaint, { categoryId, aboutFees: isAboutFees(categoryId) })
    recordStep(ctx, write, complaint, { kind: 'recategorised', detail })
    write.audit('complaints.recategorised', complaintId, { projectId: complaint.projectId, detail })
    return { complaintId }
  })
}
