import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { complaintClosed, complaintNotFound, noRoomForPhotos } from './errors.ts'
import { judgedAnew } from './judged-anew.ts'
import {
  keepPhotos,
  keepWords,
  newPhotos,
  photosSent,
  photosThere,
  type PhotosKept,
  type SaidAgain,
} from './keep-photos.ts'
import { complaintOfOwner } from './own-complaint.ts'
import { policy } from './rules.ts'
import { addedBefore } from './said-before.ts'
import { addOwnerWordsSchema, type AddOwnerWords } from './schemas.ts'
import { complaints } from './tables.ts'

type WordsAdded = { complaintId: string; result: 'added' | SaidAgain } & PhotosKept

/**
 * Adds what an owner has to say, or photos, to a complaint of theirs. It changes nothing else: thanks do not reopen a
 * matter that was replied to, a rating does.
 *
 * The words that they added a short while ago are not added twice; photos that the complaint has not got yet are kept, as
 * far as it takes them. Words are added whether their photos fit or not.
 * @returns the complaint, whether something was added, all was known, or words were known and photos are new, and how
 *   many photos are kept and left
 * @throws `complaints.not_found`, `complaints.closed`, `complaints.no_room_for_photos` where nothing but photos came and
 *   none of them fits
 */
export async function addOwnerWords(ctx: Ctx, raw: AddOwnerWords): Promise<WordsAdded> {
  const ownerId = ctx.requireOwner()
  const input = parse(addOwnerWordsSchema, raw)
  const { complaintId, words } = input
  const added = addedBefore(ctx, ownerId, complaintId, words)
  const outcome = await judgedAnew((meanwhile): Promise<WordsAdded> =>
    ctx.write('complaints.add_owner_words', input, async (write) => {
      const { complaint, wordsKnown, photos } = await readWords(ctx, ownerId, input)
      if (complaint.state === 'closed') throw complaintClosed()
      // It may be closed just now, and nobody would read them.
      write.require(
        sql`EXISTS (SELECT 1 FROM ${complaints} WHERE id = ${complaintId} AND state <> 'closed')`,
        complaintClosed,
      )
      if (wordsKnown) {
        // A reply that comes at that moment makes them new.
        write.require(added, meanwhile)
        return { complaintId, ...keepPhotos(ctx, write, complaint, photos, meanwhile) }
      }
      // Without words the photos are all that is said.
      if (words === '') {
        const { result, ...kept } = keepPhotos(ctx, write, complaint, photos, meanwhile)
        return { complaintId, result: result === 'photos_kept' ? 'added' : result, ...kept }
      }
      write.require(sql`NOT ${added}`, meanwhile)
      const kept = keepWords(ctx, write, complaint, { words, photos }, meanwhile)
      return { complaintId, result: 'added' as const, ...kept }
    }),
  )
  // That nothing was added is told only once the photos are let go of: they would count as left unused.
  if (words === '' && outcome.result === 'photos_left')
    throw noRoomForPhotos({ most: policy.photosOfEachSide })
  return outcome
}

/** What words for a complaint need to know. One round trip. */
async function readWords(
  ctx: Ctx,
  ownerId: string,
  { complaintId, words, fileIds }: ReturnType<typeof parse<typeof addOwnerWordsSchema>>,
) {
  const { orm } = ctx.db
  const [[complaint], [before], there, sent] = await orm.batch([
    complaintOfOwner(ctx, complaintId),
    orm.select({ known: addedBefore(ctx, ownerId, complaintId, words) }).from(sql`(SELECT 1)`),
    photosThere(ctx, eq(complaints.id, complaintId)),
    photosSent(ctx, ownerId, fileIds),
  ])
  if (complaint === undefined) throw complaintNotFound()
  return {
    complaint,
    wordsKnown: Boolean(before?.known),
    photos: newPhotos(ownerId, fileIds, sent, there),
  }
}
