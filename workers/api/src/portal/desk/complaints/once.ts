import { parse, type Ctx } from '@heju/core'
import {
  addOwnerWords,
  addOwnerWordsSchema,
  complain,
  complainSchema,
  type AddOwnerWords,
  type Complain,
} from '@heju/core/desk/complaints'
import { digitsOf } from '../../form-ids.ts'
import type { Said } from './one-complaint-page.tsx'

/** What became of a form: what its page says of the words, and the photos that it has no room for. */
export interface Outcome {
  complaintId: string
  said: Said
  photosKept: number
  photosLeft: number
}

const saidOf = { registered: 'new', known: 'known', photos_kept: 'photos', photos_left: 'known' } as const
const addedOf = {
  added: 'words',
  known: 'wordsKnown',
  photos_kept: 'morePhotos',
  photos_left: 'wordsKnown',
} as const

/**
 * Registers what a form says. A form that comes back out of the browser's history may be sent again with something else,
 * so each content of it is a request of its own, with an id of its own for what is made of it. What was said before in
 * the same words is known by these, whichever form it came in.
 */
export async function complainOnce(ctx: Ctx, raw: Complain): Promise<Outcome> {
  const wanted = parse(complainSchema, raw)
  const digits = await digitsOf(ctx, wanted)
  const own = `${wanted.complaintId.slice(0, 15)}${digits.slice(0, 16)}`
  const input = { ...wanted, requestId: `req_${digits}`, complaintId: own }
  const { result, ...kept } = await complain(ctx, input)
  return { ...kept, said: saidOf[result] }
}

/** The same for words that are added to a complaint. */
export async function addWordsOnce(ctx: Ctx, raw: AddOwnerWords): Promise<Outcome> {
  const wanted = parse(addOwnerWordsSchema, raw)
  const requestId = `req_${await digitsOf(ctx, wanted)}`
  const { result, ...kept } = await addOwnerWords(ctx, { ...wanted, requestId })
  return { ...kept, said: addedOf[result] }
}
