import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { fileNotFound, files, openFile, type FileStore, type OpenFile } from '../../platform/files/index.ts'
import { admit, complaintById } from './access.ts'
import { madeBy } from './own-complaint.ts'
import { stepKindsForOwners } from './rules.ts'
import { complaints, complaintSteps } from './tables.ts'

/** Reads the photos of a complaint with the step that each belongs to. */
export function photosOf(ctx: Ctx, complaintId: string, of?: SQL) {
  const { id, contentType, size, subjectId } = files
  return ctx.db.orm
    .select({ id, contentType, size, stepId: subjectId })
    .from(files)
    .innerJoin(complaintSteps, eq(complaintSteps.id, files.subjectId))
    .where(and(eq(complaintSteps.complaintId, complaintId), of))
    .orderBy(files.id)
}

/** Photos as pages list them, by step. */
export function photosByStep(rows: Awaited<ReturnType<typeof photosOf>>) {
  const all = Map.groupBy(rows, (row) => row.stepId)
  return (stepId: string) =>
    (all.get(stepId) ?? []).map(({ id, contentType, size }) => ({
      id,
      contentType: contentType ?? '',
      size: size ?? 0,
    }))
}

/** What owners see photos of: steps that they see themselves. */
export const seenByOwners = inArray(complaintSteps.kind, stepKindsForOwners)

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
