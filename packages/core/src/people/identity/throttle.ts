import { compile, type Statement, type TenantDb } from '@heju/db'
import type { ErrorDefinition, HejuError } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { tooManyTries } from './errors.ts'
import type { Caller } from './sessions.ts'
import { addressKnownMs, countTry, memoryOf, type ThrottleRule } from './rules.ts'
import { knownAddresses, throttles } from './tables.ts'

/** What the statements of a batch answered, one entry each. */
export type Results = Awaited<ReturnType<TenantDb['client']['batch']>>

/** Something that is counted: `key` says at whom or from where, without personal data. */
export interface Try {
  key: string
  rule: ThrottleRule
  /** Counted under the first of these keys instead that stands for an address or device from which the account was signed in to. */
  unlessKnown?: readonly string[]
  /** Counted only where this holds, and refused where not. */
  when?: SQL
  /** Where this holds it is let through though it would have to wait, and counted like any other. */
  evenSo?: SQL
  /** What is thrown when this one is not let through, by what the reads answered, instead of the refusal of all. */
  refusal?: (read: Results) => HejuError
}

/** The key of tries at somebody or from somewhere: a keyed hash, so that the table tells nobody's number or address. */
export async function throttleKey(ctx: Ctx, kind: string, value: string): Promise<string> {
  return `${kind}:${await ctx.vault.index(`throttles.${kind}`, value)}`
}

/**
 * Counts tries and reads what is needed to judge them, in one round trip. Counting comes before judging: a hundred
 * guesses sent at once are a hundred tries, not one. Each is counted only when those before it are let through.
 *
 * This goes past `ctx.write` on purpose: a repeated try is another try, whatever request id it carries, and it must
 * count for visitors and in suspended companies too.
 *
 * @param reads statements that see the state after counting; they run also when the try is refused
 * @param refusal what is thrown when a try is not let through, of kind `rate_limited`
 * @returns what the reads answered, and under which key each try was counted
 * @throws `identity.too_many_tries` (or `refusal`) with `retryAfterSeconds`
 */
export async function countTries(
  ctx: Ctx,
  tries: readonly Try[],
  reads: readonly Statement[],
  refusal: ErrorDefinition = tooManyTries,
): Promise<{ read: Results; keys: string[] }> {
  const counting = tries.map((one, i) =>
    countStatement(
      { ...one, when: i > 0 ? sql`changes() = 1 AND ${one.when ?? sql`true`}` : one.when },
      ctx.now,
    ),
  )
  const state = sql`SELECT ${sql.join(
    tries.map((one) => blockedUntil(one, ctx.now)),
    sql`, `,
  )}`
  const results = await ctx.db.client.batch([...counting, state, ...reads].map(compile), 'write')
  // The last count tells: where an earlier one is refused, the later ones are not made.
  if (tries.length > 0 && results[tries.length - 1]?.rows.length === 0) {
    const refused = tries.findIndex((_, i) => results[i]?.rows.length === 0)
    const own = tries[refused]?.refusal?.(results.slice(tries.length + 1))
    if (own !== undefined) throw own
    // Who waits for the one that refused has to wait for those after it too.
    const waits = tries.map((_, i) => Number(results[tries.length]?.rows[0]?.[i])).slice(refused)
    throw refusal(retryAt(Math.max(...waits), ctx.now))
  }
  const counted = results.slice(0, tries.length)
  return { read: results.slice(tries.length + 1), keys: counted.map(({ rows }) => String(rows[0]?.key)) }
}

/** @param until epoch ms at which it can be tried again */
export function retryAt(until: number, now: number): { retryAfterSeconds: number } {
  return { retryAfterSeconds: Math.max(1, Math.ceil((until - now) / 1000)) }
}

/** Until when a try has to wait, epoch ms; 0 when it need not. */
export function blockedUntil(one: Pick<Try, 'key' | 'unlessKnown'>, now: number): SQL<number> {
  return sql<number>`coalesce((SELECT blocked_until FROM throttles WHERE key = ${countedKey(one, now)} AND blocked_until > ${now}), 0)`
}

/** The kind stands before the colon of a key. */
const ofKind = (key: string) => ` ${key.split(':')[0]}`

/**
 * The keys of an account at an address and, where the browser is known again, at a device: a phone changes its address
 * many times a day.
 */
export async function placesOf(
  ctx: Ctx,
  kind: string,
  account: string,
  caller: Caller,
): Promise<[string, ...string[]]> {
  const address = await throttleKey(ctx, kind, `${account}|${caller.address}`)
  if (caller.device === undefined) return [address]
  return [address, await throttleKey(ctx, kind, `${account}|device ${caller.device}`)]
}

/** Whether somebody signed in from one of the places, lately enough. */
export function isKnownPlace(places: readonly string[], now: number): SQL {
  return sql`EXISTS (SELECT 1 FROM ${knownAddresses} WHERE key IN (SELECT value FROM json_each(${JSON.stringify(places)}))
    AND last_at >= ${now - addressKnownMs})`
}

/** Notes that an account was signed in to from an address or device. @param key of the two together */
export function knowAddress(key: string, now: number): SQL {
  return sql`INSERT INTO ${knownAddresses} (key, last_at) VALUES (${key}, ${now})
    ON CONFLICT (key) DO UPDATE SET last_at = ${now}`
}

/** Forgets what was counted at a key before what is counted at another began. */
export function forgetTriesBefore(key: string, otherKey: string): SQL {
  return sql`DELETE FROM ${throttles} WHERE key = ${key}
    AND since_at < (SELECT since_at FROM ${throttles} WHERE key = ${otherKey})`
}

/** Whether any try is counted at one of the keys whose count began after `since`, epoch ms. */
export function wasTriedSince(keys: readonly string[], since: number): SQL {
  return sql`EXISTS (SELECT 1 FROM ${throttles} WHERE key IN (SELECT value FROM json_each(${JSON.stringify(keys)}))
    AND count > 0 AND since_at > ${since})`
}

/** Takes a try at an account back, and with it all that were counted: it was the right one. */
export function forgetTries(key: string): SQL {
  return sql`DELETE FROM ${throttles} WHERE key = ${key} OR (key > ${`${key} `} AND key < ${`${key}!`})`
}

/**
 * Takes one try back: it was the right one, or came to nothing by no fault of who made it. The others stay counted.
 * @param waitUntil what is waited for nevertheless, epoch ms
 * @param when taken back only where this holds
 */
export function takeBackTry(key: string, waitUntil = 0, when = sql`true`): SQL {
  return sql`UPDATE ${throttles} SET count = count - 1, blocked_until = min(blocked_until, ${waitUntil})
    WHERE key = ${key} AND count > 0 AND ${when}`
}

/** Removes what is too old to matter. Done by the way at a good sign-in, so that idle companies need no job for it. */
export function forgetOldTries(now: number): SQL[] {
  return [
    sql`DELETE FROM ${throttles} WHERE since_at < ${now - 2 * 24 * 3600 * 1000} AND blocked_until < ${now}`,
    sql`DELETE FROM ${knownAddresses} WHERE last_at < ${now - addressKnownMs}`,
  ]
}

/** All keys under which a try may be counted. */
export function keysOf({ key, unlessKnown = [] }: Pick<Try, 'key' | 'unlessKnown'>): string[] {
  return [key, ...unlessKnown.map((known) => known + ofKind(key))]
}

/**
 * What a try is counted under: its key, or the same kind of a place or device that is known for the account, so that
 * strangers' tries are counted apart.
 */
function countedKey({ key, unlessKnown }: Pick<Try, 'key' | 'unlessKnown'>, now: number): SQL {
  return unlessKnown === undefined
    ? sql`${key}`
    : sql`coalesce((SELECT key || ${ofKind(key)} FROM known_addresses WHERE key IN (SELECT value FROM json_each(${JSON.stringify(unlessKnown)}))
          AND last_at >= ${now - addressKnownMs} ORDER BY key LIMIT 1), ${key})`
}

/** The SQL of `countTry`. It answers a row when the try is let through. */
export function countStatement(one: Omit<Try, 'refusal'>, now: number): SQL {
  const { rule, when = sql`true`, evenSo = sql`false` } = one
  const { state: first } = countTry(rule, undefined, now)
  const fresh = sql`since_at <= ${now - memoryOf(rule)}`
  const count = sql`(CASE WHEN ${fresh} THEN 1 ELSE count + 1 END)`
  const sinceAt =
    rule.kind === 'backoff' ? sql`${now}` : sql`(CASE WHEN ${fresh} THEN ${now} ELSE since_at END)`
  const next = rule.kind === 'quota' && rule.intervalMs > 0 ? now + rule.intervalMs : 0
  const nextAt =
    rule.kind === 'quota'
      ? sql`CASE WHEN ${count} >= ${rule.tries} THEN max(${sinceAt} + ${rule.windowMs}, ${next}) ELSE ${next} END`
      : sql`CASE WHEN ${count} < ${rule.freeTries} THEN 0
          ELSE ${now} + min(${rule.longestWaitMs}, ${rule.firstWaitMs} << min(${count} - ${rule.freeTries}, 30)) END`
  return sql`INSERT INTO throttles (key, count, since_at, blocked_until)
    SELECT ${countedKey(one, now)}, 1, ${now}, ${first.blockedUntil} WHERE ${when}
    ON CONFLICT (key) DO UPDATE SET count = ${count}, since_at = ${sinceAt}, blocked_until = ${nextAt}
    WHERE blocked_until <= ${now} OR ${evenSo}
    RETURNING count, key`
}
