import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { fileNotFound, files, openFile, type FileStore, type OpenFile } from '../../platform/files/index.ts'
import { admit, complaintById, photosOf, seenByOwners } from './matters.ts'
import { madeBy } from './own-complaint.ts'
import { complaints } from './tables.ts'

/**
 * Opens a photo for staff who may see its complaint. One round trip.
 * @throws `complaints.not_found`, `files.not_found`, `files.store_unavailable`
 */
export async function openComplaintPhoto(
  ctx: Ctx,
  store: FileStore,
  complaintId: string,
  fileId: string,
): Promise<OpenFile> {
  const permission = ctx.may('complaints.read') ? 'complaints.read' : 'complaints.own'
  ctx.require(permission)
  const [found, [photo]] = await ctx.db.orm.batch([
    complaintById(ctx, complaintId),
    photosOf(ctx, complaintId, eq(files.id, fileId)),
  ])
  admit(ctx, found, permission)
  if (photo === undefined) throw fileNotFound()
  return openFile(ctx, store, photo)
}

/**
 * Opens a photo for the owner whose complaint it is, unless it belongs to a note among staff. One round trip.
 * @throws `files.not_found` also for somebody else's
 */
export async function openMyPhoto(
  ctx: Ctx,
  store: FileStore,
  complaintId: string,
  fileId: string,
): Promise<OpenFile> {
  const ownerId = ctx.requireOwner()
  const theirs = sql`EXISTS (SELECT 1 FROM ${complaints} WHERE id = ${complaintId} AND ${madeBy(ownerId)})`
  const [photo] = await photosOf(ctx, complaintId, and(eq(files.id, fileId), seenByOwners, theirs))
  if (photo === undefined) throw fileNotFound()
  return openFile(ctx, store, photo)
}
