import { timingSafeEqual } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import {
  addressTries,
  blockedUntil,
  countStatement,
  countTries,
  forgetOldTries,
  forgetTries,
  knowAddress,
  newSession,
  owners,
  placesOf,
  retryAt,
  takeBackTry,
  throttleKey,
  type Caller,
  type Results,
  type SignedIn,
} from '../identity/index.ts'
import { parse } from '../../input.ts'
import { indexPhone } from '../../estate/registry/index.ts'
import { codeNotGood, noMoreCodes, tooManyGuesses } from './errors.ts'
import { hashCode } from './hash-code.ts'
import { mayEnter } from './may-enter.ts'
import { ofNewest, stillGood } from './newest-code.ts'
import { codeTries, codeTriesElsewhere, guessesADay, guessesFrom } from './rules.ts'
import { verifyCodeSchema, type VerifyCode } from './schemas.ts'
import { signInCodes } from './tables.ts'

/**
 * Signs an owner in by a code that was sent. The try is counted before the code is compared, so that a hundred
 * guesses at once are five: at the code that the same address asked for, and at the newest of the phone if another did. A
 * second tap on the button within some seconds gets in too.
 * @throws `owner_access.code_not_good`, `owner_access.too_many_guesses`, `owner_access.no_more_codes` when as much was typed
 *   in for the phone as its codes of a day bear, `identity.too_many_tries`
 */
export async function verifyCode(ctx: Ctx, raw: VerifyCode, caller: Caller): Promise<SignedIn> {
  const { phone, code } = parse(verifyCodeSchema, raw)
  const phoneIndex = await indexPhone(ctx.vault, phone)
  const address = await throttleKey(ctx, 'address', caller.address)
  const codeHash = await hashCode(ctx, phoneIndex, code)
  const places = await placesOf(ctx, 'code-phone-address', phone, caller)
  const guesses = await throttleKey(ctx, 'code-guess', `${phone}|${caller.address}`)
  const guessDay = await throttleKey(ctx, 'guess-day', phone)
  const { ownerId, askedFrom, countedAt } = await ownerOf(ctx, {
    phoneIndex,
    codeHash,
    address,
    guesses,
    guessDay,
    places,
  })
  const [strangers, day] = [
    await throttleKey(ctx, 'code-phone', phone),
    await throttleKey(ctx, 'code-day', phone),
  ]
  const { signedIn, record } = await newSession(ctx, {
    plane: 'owner',
    subject: ownerId,
    assignments: [],
    agent: caller.agent,
  })
  await ctx.writeAnew(
    'owner_access.verify_code',
    (write) => {
      write.changeOne(
        ctx.db.orm
          .update(signInCodes)
          .set({ usedAt: sql`coalesce(used_at, ${ctx.now})` })
          .where(
            and(
              eq(signInCodes.phoneIndex, phoneIndex),
              eq(signInCodes.askedFrom, askedFrom),
              eq(signInCodes.codeHash, codeHash),
              stillGood(ctx.now),
            ),
          ),
        codeNotGood,
      )
      write.change(ctx.db.orm.update(owners).set({ lastSignedInAt: ctx.now }).where(eq(owners.id, ownerId)))
      record(write)
      for (const key of countedAt) write.change(takeBackTry(key))
      // Whoever holds the phone has shown it: what strangers asked for is no reason to wait.
      write.change(forgetTries(strangers))
      write.change(forgetTries(day))
      write.change(forgetTries(guesses))
      write.change(forgetTries(guessDay))
      for (const place of places) write.change(knowAddress(place, ctx.now))
      for (const old of forgetOldTries(ctx.now)) write.change(old)
      // Codes of phones that never came back.
      write.change(sql`DELETE FROM ${signInCodes} WHERE expires_at < ${ctx.now - 24 * 3600 * 1000}`)
      write.audit('owner_access.signed_in', ownerId)
    },
    { visitors: true },
  )
  return signedIn
}

/**
 * Counts the try and compares; answers the account that the phone opens, from where the code was asked for, and the keys of
 * the try.
 */
async function ownerOf(
  ctx: Ctx,
  asked: {
    phoneIndex: string
    codeHash: string
    address: string
    guesses: string
    guessDay: string
    places: readonly [string, ...string[]]
  },
): Promise<{ ownerId: string; askedFrom: string; countedAt: string[] }> {
  const { phoneIndex, codeHash, address, guesses, guessDay, places } = asked
  const [place, ...device] = places
  const here = sql`asked_from = ${place}`
  const newestFrom = ofNewest(sql`asked_from`, phoneIndex, ctx.now)
  const elsewhere = { key: guesses, rule: guessesFrom, unlessKnown: device }
  const bears = sql`phone_index = ${phoneIndex} AND ${stillGood(ctx.now)}
    AND CASE WHEN ${here} THEN attempts < ${codeTries} ELSE attempts_elsewhere < ${codeTriesElsewhere}
      AND asked_from = ${newestFrom} AND ${blockedUntil(elsewhere, ctx.now)} = 0 END`
  const day = { key: guessDay, rule: guessesADay, unlessKnown: places }
  // `changes()`: a try that is not let through is none, and uses up nothing of a code.
  const attempt = sql`UPDATE sign_in_codes
    SET attempts = attempts + (${here}), attempts_elsewhere = attempts_elsewhere + (NOT ${here})
    WHERE changes() = 1 AND ${bears}
    RETURNING code_hash, asked_from`
  const account = sql`SELECT id FROM ${owners} WHERE phone_index = ${phoneIndex} AND ${mayEnter(ctx, phoneIndex)}`
  const counted = sql`changes() > 0 AND ${newestFrom} <> ${place}`
  const { read, keys } = await countTries(
    ctx,
    [
      { key: address, rule: addressTries, unlessKnown: device },
      {
        ...day,
        when: sql`EXISTS (SELECT 1 FROM sign_in_codes WHERE ${bears})`,
        refusal: (answers) => refusalOf(answers, ctx.now),
      },
    ],
    [
      attempt,
      countStatement({ ...elsewhere, when: counted }, ctx.now),
      account,
      sql`SELECT ${blockedUntil(elsewhere, ctx.now)} AS here, ${blockedUntil(day, ctx.now)} AS day`,
    ],
  )
  const [tried = [], , accounts] = read.map(({ rows }) => rows)
  const right = tried.find((row) => equal(String(row.code_hash), codeHash))
  const ownerId = accounts?.[0]?.id
  if (right === undefined || typeof ownerId !== 'string') throw codeNotGood()
  return { ownerId, askedFrom: String(right.asked_from), countedAt: keys }
}

/** Why nothing was compared, by the waits that were read. */
function refusalOf(answers: Results, now: number) {
  const waits = answers[3]?.rows[0]
  const [here, day] = [Number(waits?.here), Number(waits?.day)]
  if (day > 0) return noMoreCodes(retryAt(day, now))
  return here > 0 ? tooManyGuesses(retryAt(here, now)) : codeNotGood()
}

function equal(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
