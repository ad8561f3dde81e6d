import type { Write } from '@heju/db'
import { and, eq, inArray, isNull } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { wake } from '../outbox/index.ts'
import { removedAfterMs } from './rules.ts'
import { fileIdsSchema } from './schemas.ts'
import { sender } from './sender.ts'
import { files } from './tables.ts'

/**
 * Lets go of photos that came along and are not kept, as part of a verb's write: as if a day had passed, they are removed,
 * and are none of those that their sender left unused. Otherwise whoever sends the same photos a few times could soon
 * send nothing at all. What is attached to something stays.
 */
export function letGoOfFiles(ctx: Ctx, write: Write, fileIds: readonly string[]): void {
  if (fileIds.length === 0) return
  const unattached = and(eq(files.uploadedBy, ctx.actor.id), isNull(files.subjectId))
  write.changeUnlogged(
    ctx.db.orm
      .update(files)
      .set({ createdAt: ctx.now - removedAfterMs })
      .where(and(inArray(files.id, [...fileIds]), unattached)),
  )
  wake(write, 'unattached_files', ctx.now)
}

const photosSchema = v.object({ fileIds: fileIdsSchema })

/** Lets go of photos that wait in a form, once its sender has taken them off or none of them can be used. */
export async function letGoOfPhotos(ctx: Ctx, raw: v.InferInput<typeof photosSchema>): Promise<void> {
  const { fileIds } = parse(photosSchema, raw)
  if (fileIds.length === 0) return
  sender(ctx)
  await ctx.writeAnew('files.let_go', (write) => letGoOfFiles(ctx, write, fileIds))
}
