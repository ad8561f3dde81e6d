import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import {
  blockedUntil,
  countTries,
  isKnownPlace,
  keysOf,
  placesOf,
  retryAt,
  throttleKey,
  type Caller,
  type Results,
  owners,
  forgetTriesBefore,
} from '../identity/index.ts'
import { codeStillGood, noMoreCodes, tooManyCodes, tooManyGuesses } from './errors.ts'
import { mayEnter } from './may-enter.ts'
import { newestBears } from './newest-code.ts'
import { addressCodes, codesADay, phoneCodes, strangersCodes } from './rules.ts'

/** What is read of a phone with the count. */
interface Asked {
  /** Whether the phone opens the portal, 1 or 0. */
  known: number
  owner_id: string | null
  /** Epoch ms before which no other code goes out to those who are not known; 0 when one does. */
  next_at: number
}

/**
 * Counts that a code is asked for, at the address, at the phone from here, and at the phone from all that are not known
 * for it, and reads whom it is for, in one round trip.
 * @returns the key of phone and address, what was read, under which keys the code was counted at its phone, and under
 *   which what is typed in for it may be
 * @throws as `requestCode` does
 */
export async function countRequest(ctx: Ctx, phone: string, phoneIndex: string, caller: Caller) {
  const places = await placesOf(ctx, 'code-phone-address', phone, caller)
  const [askedFrom, ...device] = places
  const address = await throttleKey(ctx, 'code-address', caller.address)
  const here = { key: askedFrom, rule: phoneCodes, unlessKnown: device }
  const day = { key: await throttleKey(ctx, 'code-day', phone), rule: codesADay, unlessKnown: places }
  const strangers = {
    key: await throttleKey(ctx, 'code-phone', phone),
    rule: strangersCodes,
    unlessKnown: places,
  }
  const until = (one: { key: string; unlessKnown: readonly string[] }) => blockedUntil(one, ctx.now)
  const guesses = await throttleKey(ctx, 'code-guess', `${phone}|${caller.address}`)
  const guessesUntil = blockedUntil({ key: guesses, unlessKnown: device }, ctx.now)
  const bears = newestBears(phoneIndex, askedFrom, guessesUntil, ctx.now)
  const tries = [
    { key: address, rule: addressCodes, unlessKnown: device },
    {
      ...strangers,
      // Nothing is counted of a request that the other two refuse.
      when: sql`${until(here)} = 0 AND ${until(day)} = 0`,
      evenSo: sql`NOT ${bears.anywhere}`,
      refusal: (answers: Results) => refusalOf(answers, ctx.now),
    },
    here,
    day,
  ]
  const known = sql`SELECT ${mayEnter(ctx, phoneIndex)} AS known,
    (SELECT id FROM ${owners} WHERE phone_index = ${phoneIndex}) AS owner_id,
    CASE WHEN ${isKnownPlace(places, ctx.now)} THEN 0 ELSE max(${until(strangers)}, ${until(day)}) END AS next_at`
  const waits = sql`SELECT ${bears.here} AS bears_here, ${bears.anywhere} AS bears, ${until(here)} AS here,
    ${until(strangers)} AS strangers, ${until(day)} AS day`
  const guessDay = { key: await throttleKey(ctx, 'guess-day', phone), unlessKnown: places }
  // A new day of codes is one of guesses too: whoever is sent a code can type it in.
  const anew = forgetTriesBefore(guessDay.key, day.key)
  const { read, keys } = await countTries(ctx, tries, [known, waits, anew], tooManyCodes)
  const [, ...atPhone] = keys
  return {
    askedFrom,
    atPhone,
    guessedAt: keysOf(guessDay),
    row: read[0]?.rows[0] as unknown as Asked | undefined,
  }
}

/** Why no further code goes out to a phone, by the `waits` that were read. */
function refusalOf(answers: Results, now: number) {
  const waits = answers[1]?.rows[0]
  const [here, strangers, day] = [Number(waits?.here), Number(waits?.strangers), Number(waits?.day)]
  if (here > 0) return tooManyCodes(retryAt(here, now))
  const next = retryAt(Math.max(strangers, day), now)
  if (waits?.bears_here === 1) return codeStillGood(next)
  return waits?.bears === 1 ? tooManyGuesses(next) : noMoreCodes(retryAt(day, now))
}
