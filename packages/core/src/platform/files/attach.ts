import type { Write } from '@heju/db'
import { and, eq, gt, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { photoNotYours } from './errors.ts'
import { unattachedLifeMs } from './rules.ts'
import { files } from './tables.ts'

/**
 * Attaches photos to a subject as part of a verb's write. Only who sent a photo may attach it, once.
 * @throws `files.not_yours`, at the write, when one of them cannot be attached
 */
export function attachFiles(ctx: Ctx, write: Write, subjectId: string, fileIds: readonly string[]): void {
  if (fileIds.length === 0) return
  write.change(
    ctx.db.orm
      .update(files)
      .set({ subjectId })
      .where(
        and(
          inArray(files.id, [...fileIds]),
          eq(files.uploadedBy, ctx.actor.id),
          isNotNull(files.storedAt),
          gt(files.createdAt, ctx.now - unattachedLifeMs),
          isNull(files.subjectId),
        ),
      ),
  )
  write.require(sql`changes() = ${fileIds.length}`, photoNotYours)
}
