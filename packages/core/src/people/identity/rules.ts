import type { Plane } from './access-tokens.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/**
 * How long a refresh token lives unused, and a sign-in in all. Staff share computers at the desk; owners come once a
 * month and should not need a new code each time.
 */
export const sessionLives: Record<Exclude<Plane, 'operator'>, { idleMs: number; wholeMs: number }> = {
  staff: { idleMs: 14 * day, wholeMs: 60 * day },
  owner: { idleMs: 90 * day, wholeMs: 365 * day },
}

/**
 * How long a spent refresh token still gets the same successor: two tabs that renew at once both go on, and so does
 * whoever asks again at once. A thief gains nothing he would not have with the token he stole.
 */
export const rotationGraceMs = minute

/**
 * How often in a row an answer may be lost for good: later than the grace, the spent token gets another successor, as
 * long as the one before was not used.
 */
export const lostAnswers = 3

export const invitationLifeMs = 7 * day

/** Tries are free at first; each one after that makes the next wait twice as long. */
export interface Backoff {
  kind: 'backoff'
  freeTries: number
  firstWaitMs: number
  longestWaitMs: number
  /** Without a try for so long, counting begins anew. */
  forgottenAfterMs: number
}

/** So many in a fixed window, and not faster than one in each interval. */
export interface Quota {
  kind: 'quota'
  tries: number
  windowMs: number
  intervalMs: number
}
export type ThrottleRule = Backoff | Quota

/**
 * Wrong passwords for one account from one address: five are free, then 30 s, 1 min, 2 min … up to 15 min each. Whoever
 * guesses from elsewhere keeps nobody out who signs in from where they are.
 */
export const accountTries: Backoff = {
  kind: 'backoff',
  freeTries: 5,
  firstWaitMs: 30 * second,
  longestWaitMs: 15 * minute,
  forgottenAfterMs: day,
}

/**
 * Tries at one account from all addresses together from which nobody has signed in to it: what many addresses of one
 * guesser have between them. Addresses that are known for the account do not count and are not stopped.
 */
export const strangersTries: Quota = { kind: 'quota', tries: 30, windowMs: hour, intervalMs: 0 }

/** An address from which somebody signed in stays known for so long after the last time. */
export const addressKnownMs = 90 * day

/**
 * Wrong passwords and codes from one address. Whole offices and mobile carriers share one, so it is generous, and a
 * device that is known for the account is counted by itself.
 */
export const addressTries: Quota = { kind: 'quota', tries: 60, windowMs: 10 * minute, intervalMs: 0 }

export interface ThrottleState {
  count: number
  /** Backoff: the last try. Quota: the start of the window. Epoch ms. */
  sinceAt: number
  /** Epoch ms before which nothing is tried. */
  blockedUntil: number
}

/** Whether a try is let through, and what is remembered of it. The SQL of throttle.ts does the same in the database. */
export function countTry(
  rule: ThrottleRule,
  known: ThrottleState | undefined,
  now: number,
): { allowed: boolean; state: ThrottleState } {
  if (known !== undefined && known.blockedUntil > now) return { allowed: false, state: known }
  const fresh = known === undefined || known.sinceAt <= now - memoryOf(rule)
  const count = fresh ? 1 : known.count + 1
  const sinceAt = fresh || rule.kind === 'backoff' ? now : known.sinceAt
  return { allowed: true, state: { count, sinceAt, blockedUntil: blockedUntil(rule, count, sinceAt, now) } }
}

export function memoryOf(rule: ThrottleRule): number {
  return rule.kind === 'backoff' ? rule.forgottenAfterMs : rule.windowMs
}

/** Zero when one need not wait: not `now`, since the clocks of two machines differ by some milliseconds. */
function blockedUntil(rule: ThrottleRule, count: number, sinceAt: number, now: number): number {
  if (rule.kind === 'quota') {
    const next = rule.intervalMs === 0 ? 0 : now + rule.intervalMs
    return count >= rule.tries ? Math.max(sinceAt + rule.windowMs, next) : next
  }
  if (count < rule.freeTries) return 0
  return now + Math.min(rule.longestWaitMs, rule.firstWaitMs * 2 ** Math.min(count - rule.freeTries, 30))
}

export const staffStates = ['invited', 'active', 'disabled'] as const
export type StaffState = (typeof staffStates)[number]
