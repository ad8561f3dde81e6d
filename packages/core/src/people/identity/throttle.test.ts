import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { as, testCtx, testNow } from '../../testing.ts'
import { visitor } from '../../context.ts'
import {
  accountTries,
  countTry,
  type Backoff,
  type Quota,
  type ThrottleRule,
  type ThrottleState,
} from './rules.ts'
import { throttles } from './tables.ts'
import { countTries, throttleKey } from './throttle.ts'

const backoff: fc.Arbitrary<Backoff> = fc.record({
  kind: fc.constant('backoff' as const),
  freeTries: fc.integer({ min: 1, max: 6 }),
  firstWaitMs: fc.integer({ min: 1, max: 60_000 }),
  longestWaitMs: fc.integer({ min: 60_000, max: 900_000 }),
  forgottenAfterMs: fc.integer({ min: 900_000, max: 90_000_000 }),
})
const quota: fc.Arbitrary<Quota> = fc.record({
  kind: fc.constant('quota' as const),
  tries: fc.integer({ min: 1, max: 6 }),
  windowMs: fc.integer({ min: 1000, max: 600_000 }),
  intervalMs: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 90_000 })),
})
/** Waits between tries, in ms: none, some, beyond every window. */
const waits = fc.array(
  fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 120_000 }), fc.integer({ min: 0, max: 100_000_000 })),
  { minLength: 1, maxLength: 14 },
)

function replay(rule: ThrottleRule, delays: readonly number[]) {
  let known: ThrottleState | undefined
  let now = testNow
  return delays.map((delay) => {
    now += delay
    const { allowed, state } = countTry(rule, known, now)
    known = state
    return { now, allowed, state }
  })
}

describe('counting tries', () => {
  test('the database counts exactly as the rule does', async () => {
    const ctx = await testCtx()
    let keys = 0
    await fc.assert(
      fc.asyncProperty(fc.oneof(backoff, quota), waits, async (rule, delays) => {
        const key = `test:${(keys += 1)}`
        for (const { now, allowed, state } of replay(rule, delays)) {
          const counted = countTries(as(ctx, visitor, now), [{ key, rule }], [])
          if (allowed) await counted
          else
            await expect(counted).rejects.toMatchObject({
              params: { retryAfterSeconds: Math.ceil((state.blockedUntil - now) / 1000) },
            })
          const rows = await ctx.db.orm.select().from(throttles)
          expect(rows.find((row) => row.key === key)).toEqual({ key, ...state })
        }
      }),
      { numRuns: 40 },
    )
  })

  test('in no window are there more tries than the quota', () => {
    fc.assert(
      fc.property(quota, waits, (rule, delays) => {
        const allowed = replay(rule, delays).filter((one) => one.allowed)
        for (const { now, state } of allowed) {
          const inWindow = allowed.filter((one) => one.state.sinceAt === state.sinceAt && one.now <= now)
          expect(inWindow.length).toBeLessThanOrEqual(rule.tries)
        }
        for (const [i, one] of allowed.entries())
          if (i > 0) expect(one.now - (allowed[i - 1]?.now ?? 0)).toBeGreaterThanOrEqual(rule.intervalMs)
      }),
    )
  })

  test('waits double from the first one to the longest, and begin anew when all is forgotten', () => {
    let known: ThrottleState | undefined
    let now = testNow
    const waited: number[] = []
    for (let i = 0; i < 12; i++) {
      known = countTry(accountTries, known, now).state
      waited.push(Math.max(0, known.blockedUntil - now) / 1000)
      now = Math.max(now, known.blockedUntil)
    }
    expect(waited).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900])
    const later = countTry(accountTries, known, (known?.sinceAt ?? 0) + accountTries.forgottenAfterMs)
    expect(later.state.count).toBe(1)
  })

  test('who guesses without end gets no more than a hundred tries a day at one account', () => {
    let known: ThrottleState | undefined
    let now = testNow
    let tries = 0
    while (now < testNow + 86_400_000) {
      const { state } = countTry(accountTries, known, now)
      known = state
      tries += 1
      now = Math.max(state.blockedUntil, now)
    }
    expect(tries).toBeLessThanOrEqual(105)
  })

  test('a try is counted at an account only when its address may try at all', async () => {
    const ctx = await testCtx()
    const once: Quota = { kind: 'quota', tries: 1, windowMs: 60_000, intervalMs: 0 }
    const [first, second] = [
      { key: 'a', rule: once },
      { key: 'b', rule: accountTries },
    ]
    await countTries(ctx, [first, second], [])
    await expect(countTries(ctx, [first, second], [])).rejects.toMatchObject({
      code: 'identity.too_many_tries',
      params: { retryAfterSeconds: 60 },
    })
    const rows = await ctx.db.orm.select().from(throttles)
    expect(Object.fromEntries(rows.map((row) => [row.key, row.count]))).toEqual({ a: 1, b: 1 })
  })

  test('keys differ by kind and company, and do not tell what they stand for', async () => {
    const ctx = await testCtx()
    const key = await throttleKey(ctx, 'account', '+8613812341234')
    expect(key).not.toContain('1234')
    expect(await throttleKey(ctx, 'address', '+8613812341234')).not.toBe(key.replace('account', 'address'))
  })
})
