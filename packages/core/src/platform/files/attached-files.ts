import { and, asc, isNotNull, lte, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { removedAfterMs } from './rules.ts'
import { files } from './tables.ts'

/** A file as it has been since it was made bare: with its id that names one state of it, which changes no more. */
export interface BareFile {
  id: string
  /** Epoch ms. */
  bareAt: number
}

/**
 * Files that stay, in the order in which they were made bare: attached to something, and old enough that no earlier one
 * can still be attached. So who asks for those after the last one that was seen misses none, sees no photo with what a
 * camera wrote beside it, and sees one again that was made barer since.
 * @param after the last one that was seen; at 0 the first
 */
export async function attachedFiles(ctx: Ctx, after: BareFile, most: number): Promise<BareFile[]> {
  ctx.requireJob()
  const rows = await ctx.db.orm
    .select({ id: files.id, bareAt: files.bareAt })
    .from(files)
    .where(
      and(
        sql`(bare_at, id) > (${after.bareAt}, ${after.id})`,
        lte(files.bareAt, ctx.now - removedAfterMs),
        isNotNull(files.subjectId),
        isNotNull(files.storedAt),
      ),
    )
    .orderBy(asc(files.bareAt), asc(files.id))
    .limit(most)
  return rows.map(({ id, bareAt }) => ({ id, bareAt: Number(bareAt) }))
}
