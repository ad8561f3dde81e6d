import type { Write } from '@heju/db'
import type { HejuError } from '@heju/kernel'
import { and, eq, inArray, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { files, letGoOfFiles } from '../../platform/files/index.ts'
import type { StepOf } from '../../platform/procedure/index.ts'
import { policy } from './rules.ts'
import { recordStep } from './matters.ts'
import { complaints, complaintSteps } from './tables.ts'

/** Photos that came and wait; those of them which their owner has not given to a complaint yet; and how many it has of owners. */
export interface NewPhotos {
  came: readonly string[]
  more: readonly string[]
  there: number
}

/** Reads what `newPhotos` goes by. @param of which complaint */
export function photosThere(ctx: Ctx, of: SQL | undefined) {
  return ctx.db.orm
    .select({ id: files.id, sha256: files.sha256, byId: complaintSteps.byId })
    .from(complaints)
    .innerJoin(complaintSteps, eq(complaintSteps.matterId, complaints.id))
    .innerJoin(files, eq(files.subjectId, complaintSteps.id))
    .where(and(of, eq(complaintSteps.byKind, 'owner')))
}

/** Reads the hashes of photos that came, by id. */
export function photosSent(ctx: Ctx, ownerId: string, fileIds: readonly string[]) {
  return ctx.db.orm
    .select({ id: files.id, sha256: files.sha256 })
    .from(files)
    .where(and(inArray(files.id, [...fileIds]), eq(files.uploadedBy, ownerId)))
}

/**
 * A photo is known by its bytes: a form that was loaded anew sends the same one as another file. One that comes out of the
 * browser's history may name the very file that the complaint has: that one does not come again.
 */
export function newPhotos(
  ownerId: string,
  fileIds: readonly string[],
  sent: Awaited<ReturnType<typeof photosSent>>,
  there: Awaited<ReturnType<typeof photosThere>>,
): NewPhotos {
  const theirs = there.filter(({ byId }) => byId === ownerId)
  const given = new Set(theirs.map(({ id }) => id))
  const own = new Set(theirs.map(({ sha256 }) => sha256))
  const hashes = new Map(sent.map(({ id, sha256 }) => [id, sha256]))
  const came = fileIds.filter((id) => !given.has(id))
  const more = came.filter((id) => !own.has(hashes.get(id) ?? null))
  return { came, more, there: there.length }
}

/** What became of what was said again: nothing new came, new photos are kept, or there was room for none of them. */
export const saidAgain = ['known', 'photos_kept', 'photos_left'] as const
export type SaidAgain = (typeof saidAgain)[number]

/** How many photos a complaint keeps of those that came, and how many it has no room for: those that came last. */
export const photosKeptEntries = {
  photosKept: v.pipe(v.number(), v.integer(), v.minValue(0)),
  photosLeft: v.pipe(v.number(), v.integer(), v.minValue(0)),
}
export interface PhotosKept {
  photosKept: number
  photosLeft: number
}

/** Cuts photos that came to the first that there is room for. */
function fitting({ more, there }: Omit<NewPhotos, 'came'>): { fileIds: readonly string[] } & PhotosKept {
  const fileIds = more.slice(0, Math.max(0, policy.photosOfEachSide - there))
  return { fileIds, photosKept: fileIds.length, photosLeft: more.length - fileIds.length }
}

const without = (all: readonly string[], some: readonly string[]) => all.filter((id) => !some.includes(id))

/**
 * Keeps photos that came with words which are on record already, as part of a verb's write, as far as there is room.
 * @param meanwhile what is thrown when one of them has come by another request since they were read, or others took the places
 */
export function keepPhotos(
  ctx: Ctx,
  write: Write,
  complaint: StepOf & { projectId: string },
  photos: NewPhotos,
  meanwhile: HejuError,
): { result: SaidAgain } & PhotosKept {
  const { fileIds, ...counts } = fitting(photos)
  letGoOfFiles(ctx, write, without(photos.came, fileIds))
  if (fileIds.length === 0) return { result: counts.photosLeft === 0 ? 'known' : 'photos_left', ...counts }
  write.require(noneIsThere(ctx, complaint.id, fileIds), meanwhile)
  recordOwnerWords(ctx, write, complaint, { words: '', fileIds }, meanwhile)
  return { result: 'photos_kept', ...counts }
}

/**
 * Writes down new words with the photos that came with them, as part of a verb's write. The words are heard also where
 * there is no room for the photos; where it is short, none takes it that the complaint has already.
 * @param meanwhile what is thrown when others took the places since they were counted
 */
export function keepWords(
  ctx: Ctx,
  write: Write,
  complaint: StepOf & { projectId: string },
  { words, photos }: { words: string; photos: NewPhotos },
  meanwhile: HejuError,
): PhotosKept {
  const { came, there } = photos
  const allFit = there + came.length <= policy.photosOfEachSide
  const { fileIds, ...counts } = fitting(allFit ? { more: came, there } : photos)
  letGoOfFiles(ctx, write, without(came, fileIds))
  recordOwnerWords(ctx, write, complaint, { words, fileIds }, meanwhile)
  return counts
}

function recordOwnerWords(
  ctx: Ctx,
  write: Write,
  complaint: StepOf & { projectId: string },
  { words, fileIds }: { words: string; fileIds: readonly string[] },
  meanwhile: HejuError,
): void {
  const { id, projectId } = complaint
  if (fileIds.length > 0) {
    const places = sql`(SELECT count(*) FROM (${photosThere(ctx, eq(complaints.id, id))}))`
    write.require(sql`${places} + ${fileIds.length} <= ${policy.photosOfEachSide}`, meanwhile)
  }
  recordStep(ctx, write, complaint, { kind: 'owner_words', ownerWords: words, fileIds })
  write.audit('complaints.owner_words_added', id, { projectId })
}

function noneIsThere(ctx: Ctx, complaintId: string, fileIds: readonly string[]): SQL {
  const sent = ctx.db.orm
    .select({ sha256: files.sha256 })
    .from(files)
    .where(inArray(files.id, [...fileIds]))
  return sql`NOT EXISTS (SELECT 1 FROM ${complaintSteps} s JOIN ${files} f ON f.subject_id = s.id
    WHERE s.complaint_id = ${complaintId} AND s.by_kind = 'owner' AND s.by_id = ${ctx.actor.id}
      AND f.sha256 IN ${sent})`
}
