import type { Write } from '@heju/db'
import type { HejuError } from '@heju/kernel'
import { and, eq, gt, inArray, isNull, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { files } from '../files/index.ts'
import { policy } from './rules.ts'
import { recordStep, type StepOf } from './steps.ts'
import { complaints, complaintSteps } from './tables.ts'

/** What an owner says of a matter. */
export interface MatterSaid {
  roomId: string
  categoryId: string
  text: string
  wish: string
}

/**
 * What is a matter that the same owner registered in the same words a short while ago, and that waits for its reply still:
 * a condition on complaints. A form that was loaded anew has other ids, so that the words alone tell that it was sent
 * before. Who says the same once there was a reply says that it is so again, and somebody has to hear it; only what comes
 * within minutes may be the form whose answer was lost.
 * The category is the one that the owner chose, also where staff have put the matter under another since.
 */
export function saidBefore(ctx: Ctx, ownerId: string, said: MatterSaid): SQL | undefined {
  const chosen = sql`coalesce((SELECT s.detail_json ->> 'from' FROM ${complaintSteps} s
    WHERE s.complaint_id = ${complaints.id} AND s.kind = 'recategorised' ORDER BY s.seq LIMIT 1), ${complaints.categoryId})`
  return and(
    eq(complaints.ownerId, ownerId),
    gt(complaints.registeredAt, ctx.now - policy.sameMatterMs),
    eq(complaints.roomId, said.roomId),
    sql`${chosen} = ${said.categoryId}`,
    eq(complaints.text, said.text),
    eq(complaints.wish, said.wish),
    ne(complaints.state, 'closed'),
    or(isNull(complaints.repliedAt), gt(complaints.registeredAt, ctx.now - policy.sentAgainMs)),
  )
}

/** Whether an owner added the same words to a complaint a short while ago, and no reply came since: a condition. */
export function addedBefore(ctx: Ctx, ownerId: string, complaintId: string, words: string): SQL<boolean> {
  return sql<boolean>`EXISTS (SELECT 1 FROM ${complaintSteps} WHERE complaint_id = ${complaintId}
    AND kind = 'owner_words' AND by_kind = 'owner' AND by_id = ${ownerId} AND owner_words = ${words}
    AND at > ${ctx.now - policy.sameWordsMs}
    AND (at > ${ctx.now - policy.sentAgainMs}
      OR at >= coalesce((SELECT replied_at FROM ${complaints} WHERE id = ${complaintId}), 0)))`
}

/** Of photos that came, those which their owner has not given to a complaint yet, and how many it has of owners. */
export interface NewPhotos {
  more: readonly string[]
  there: number
}

/** Reads what `newPhotos` goes by. @param of which complaint */
export function photosThere(ctx: Ctx, of: SQL | undefined) {
  return ctx.db.orm
    .select({ sha256: files.sha256, byId: complaintSteps.byId })
    .from(complaints)
    .innerJoin(complaintSteps, eq(complaintSteps.complaintId, complaints.id))
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

/** A photo is known by its bytes: a form that was loaded anew sends the same one as another file. */
export function newPhotos(
  ownerId: string,
  fileIds: readonly string[],
  sent: Awaited<ReturnType<typeof photosSent>>,
  there: Awaited<ReturnType<typeof photosThere>>,
): NewPhotos {
  const own = new Set(there.filter(({ byId }) => byId === ownerId).map(({ sha256 }) => sha256))
  const hashes = new Map(sent.map(({ id, sha256 }) => [id, sha256]))
  const more = fileIds.filter((id) => !own.has(hashes.get(id) ?? null))
  return { more, there: there.length }
}

/** What became of what was said again: nothing new came, new photos are kept, or they would be more than a complaint takes. */
export const saidAgain = ['known', 'photos_kept', 'photos_left'] as const
export type SaidAgain = (typeof saidAgain)[number]

/**
 * Keeps photos that came with words which are on record already, as part of a verb's write. None where there would be more
 * than a complaint takes.
 * @param meanwhile what is thrown when one of them has come by another request since they were read, or others took the places
 */
export function keepPhotos(
  ctx: Ctx,
  write: Write,
  complaint: StepOf & { projectId: string },
  { more, there }: NewPhotos,
  meanwhile: HejuError,
): SaidAgain {
  if (more.length === 0) return 'known'
  if (there + more.length > policy.photosOfEachSide) return 'photos_left'
  const places = sql`(SELECT count(*) FROM (${photosThere(ctx, eq(complaints.id, complaint.id))}))`
  write.require(sql`${places} + ${more.length} <= ${policy.photosOfEachSide}`, meanwhile)
  recordOwnerWords(ctx, write, complaint, { words: '', fileIds: more, unlessThere: meanwhile })
  return 'photos_kept'
}

/** Writes down what an owner adds, as part of a verb's write. @param unlessThere what is thrown when a photo is there already */
export function recordOwnerWords(
  ctx: Ctx,
  write: Write,
  complaint: StepOf & { projectId: string },
  added: { words: string; fileIds: readonly string[]; unlessThere?: HejuError },
): void {
  const { words, fileIds, unlessThere } = added
  const { id, projectId } = complaint
  if (unlessThere !== undefined) write.require(noneIsThere(ctx, id, fileIds), unlessThere)
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
