import { parse, type Ctx } from '@heju/core'
import {
  addOwnerWords,
  addOwnerWordsSchema,
  complain,
  complainSchema,
  complaintClosed,
  getMyComplaint,
  tooManyPhotosOfOne,
  type AddOwnerWords,
  type Complain,
} from '@heju/core/complaints'
import { requestReused } from '@heju/db'
import { digitsOf } from '../form-ids.ts'
import type { Said } from './one-complaint-page.tsx'

/**
 * Registers what a form says, once however often it is sent. A form that comes back out of the browser's history is sent
 * again since its answer was lost, or with other words, which are another matter. So a matter is known by its form, its
 * sender and its words; its photos are no part of that, for browsers forget which were chosen. Those that come with words
 * that are known already are kept with them.
 */
export async function complainOnce(ctx: Ctx, raw: Complain): Promise<{ complaintId: string; said: Said }> {
  const wanted = parse(complainSchema, raw)
  const { fileIds, ...words } = wanted
  const digits = await digitsOf(ctx, words)
  const complaintId = `${wanted.complaintId.slice(0, 15)}${digits.slice(0, 16)}`
  try {
    return { ...(await complain(ctx, { ...wanted, requestId: `req_${digits}`, complaintId })), said: 'new' }
  } catch (error) {
    if (!requestReused.is(error)) throw error
    return { complaintId, said: (await keepPhotos(ctx, complaintId, digits, fileIds)) ? 'photos' : 'known' }
  }
}

/** The same for words that are added to a complaint. */
export async function addWordsOnce(ctx: Ctx, raw: AddOwnerWords): Promise<Said> {
  const { fileIds, ...words } = parse(addOwnerWordsSchema, raw)
  const digits = await digitsOf(ctx, words)
  try {
    await addOwnerWords(ctx, { ...words, requestId: `req_${digits}`, fileIds })
    return 'words'
  } catch (error) {
    if (!requestReused.is(error)) throw error
    return (await keepPhotos(ctx, words.complaintId, digits, fileIds)) ? 'morePhotos' : 'wordsKnown'
  }
}

/**
 * Adds the photos that are not with a complaint yet.
 * @param said what the words are known by that they came with
 * @returns whether there were any and it took them: a closed one takes none, nor one that has as many as it may have, and
 *   its page tells what can be done
 */
async function keepPhotos(
  ctx: Ctx,
  complaintId: string,
  said: string,
  fileIds: readonly string[],
): Promise<boolean> {
  if (fileIds.length === 0) return false
  const { steps } = await getMyComplaint(ctx, complaintId)
  const there = new Set(steps.flatMap(({ photos }) => photos.map(({ id }) => id)))
  const more = fileIds.filter((id) => !there.has(id))
  if (more.length === 0) return false
  const requestId = `req_${await digitsOf(ctx, { said, more })}`
  try {
    await addOwnerWords(ctx, { requestId, complaintId, fileIds: more })
    return true
  } catch (error) {
    if (complaintClosed.is(error) || tooManyPhotosOfOne.is(error)) return false
    throw error
  }
}
