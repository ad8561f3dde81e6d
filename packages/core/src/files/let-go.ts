import type { Write } from '@heju/db'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { wake } from '../outbox/index.ts'
import { removedAfterMs } from './rules.ts'
import { files } from './tables.ts'

/**
 * Lets go of photos that came along and are not kept, as part of a verb's write: as if a day had passed, they are removed,
 * and are none of those that their sender left unused. Otherwise whoever sends the same photos a few times could soon
 * send nothing at all. What is attached to something stays.
 */
export function letGoOfFiles(ctx: Ctx, write: Write, fileIds: readonly string[]): void {
  if (fileIds.length === 0) return
  const unattached = and(eq(files.uploadedBy, ctx.actor.id), isNull(files.subjectId))
  write.change(
    ctx.db.orm
      .update(files)
      .set({ createdAt: ctx.now - removedAfterMs })
      .where(and(inArray(files.id, [...fileIds]), unattached)),
  )
  wake(write, 'unattached_files', ctx.now)
}
