import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { fileNotFound } from './errors.ts'
import { openFile, type OpenFile } from './open-file.ts'
import type { FileStore } from './storage.ts'
import { files } from './tables.ts'

/**
 * Opens a photo for the owner who sent it with a form that is still to be mended, so that they see what goes along. Once
 * it belongs to something, that says who sees it. One round trip.
 * @throws `files.not_found` also for somebody else's, `files.store_unavailable`
 */
export async function openSentPhoto(ctx: Ctx, store: FileStore, fileId: string): Promise<OpenFile> {
  const ownerId = ctx.requireOwner()
  const { id, contentType } = files
  const waits = and(eq(files.uploadedBy, ownerId), isNull(files.subjectId), isNotNull(files.storedAt))
  const [photo] = await ctx.db.orm
    .select({ id, contentType })
    .from(files)
    .where(and(eq(id, fileId), waits))
  if (photo === undefined) throw fileNotFound()
  return openFile(ctx, store, photo)
}
