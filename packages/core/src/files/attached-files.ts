import { and, asc, gt, isNotNull, lte } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { removedAfterMs } from './rules.ts'
import { files } from './tables.ts'

/**
 * Ids of files that stay, in the order in which they came: attached to something, and old enough that no earlier one can
 * still be attached. So who asks for those after the last one that was seen misses none.
 * @param after the last id that was seen, '' for the first
 */
export async function attachedFiles(ctx: Ctx, after: string, most: number): Promise<string[]> {
  ctx.requireJob()
  const rows = await ctx.db.orm
    .select({ id: files.id })
    .from(files)
    .where(
      and(
        gt(files.id, after),
        lte(files.createdAt, ctx.now - removedAfterMs),
        isNotNull(files.subjectId),
        isNotNull(files.storedAt),
      ),
    )
    .orderBy(asc(files.id))
    .limit(most)
  return rows.map(({ id }) => id)
}
