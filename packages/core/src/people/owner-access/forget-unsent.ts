import { sql } from 'drizzle-orm'
import type { EventHandler } from '../../platform/outbox/index.ts'
import { productKey } from '../../product-keys.ts'
import { takeBackTry, wasTriedSince } from '../identity/index.ts'
import { guessesADay, phoneCodes } from './rules.ts'

/** A code that was asked for went to nobody: its message was given up. */
export const codeUnsent = 'owner_access.code_unsent'

/**
 * Forgets at a phone what was counted for a code that nobody got, so that the next one goes out: whoever waits for it has
 * no last code to type in, and the one before is the last again. The minute between two codes, which the page told, still
 * holds; so does what was counted at the address that asked, which bounds how many codes anybody can cause while nothing
 * goes out. What strangers have of it is what they had before: as many codes as really go out.
 *
 * A code that was guessed at stays counted: else whoever asks for those of a phone whose messages are refused, and guesses
 * before they are, could guess without end. Of one that another has taken the place of nobody knows any more, so that it
 * stays counted when anything was typed in for the phone that day.
 */
export const forgetUnsentCode: EventHandler = async (ctx, { id, payload }) => {
  const until = Number(payload.askedAt) + phoneCodes.intervalMs
  await ctx.writeOnce(productKey('owner_access.forget_unsent', id), (write) => {
    const { phoneIndex, askedFrom } = payload.code as { phoneIndex: string; askedFrom: string }
    const code = sql`FROM sign_in_codes WHERE phone_index = ${phoneIndex}
      AND asked_from = ${askedFrom} AND created_at = ${Number(payload.askedAt)}`
    const typedIn = wasTriedSince((payload.guessedAt ?? []) as string[], ctx.now - guessesADay.windowMs)
    const notGuessed = sql`coalesce((SELECT attempts + attempts_elsewhere = 0 ${code}), NOT ${typedIn})`
    for (const key of payload.keys as string[]) write.change(takeBackTry(key, until, notGuessed))
    write.change(sql`DELETE ${code}`)
    return null
  })
}
