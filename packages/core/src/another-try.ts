import type { ErrorKind } from '@heju/kernel'
import { failureOf } from './failure.ts'

/**
 * Whether doing the same again can help, without anybody changing anything: `never`; `soon`, where a race was lost or a
 * fault may have been of the moment; `later`, where somebody else has to come back first.
 */
export type AnotherTry = 'never' | 'soon' | 'later'

/** One table for the outbox, for queue messages and for money that cannot be booked. */
const helps: Record<ErrorKind, AnotherTry> = {
  invalid: 'never',
  unauthenticated: 'never',
  forbidden: 'never',
  not_found: 'never',
  wrong_method: 'never',
  conflict: 'soon', // somebody changed the same thing meanwhile: look again
  precondition: 'never',
  too_large: 'never',
  unsupported: 'never',
  rate_limited: 'later',
  suspended: 'never',
  upgrading: 'later',
  unavailable: 'later',
  provider: 'never', // it understood and says no, until somebody changes something
  internal: 'soon', // a fault of ours is mended by people: they should see it within minutes
}

/**
 * With the pauses of the outbox, what is tried `soon` is given up after less than four minutes, and what is tried `later`
 * after a day; with those of the queue the latter takes five hours.
 */
const tries: Record<AnotherTry, number> = { never: 1, soon: 5, later: 30 }

/** However it fails. Tried more often than this, it was not seen to fail: whoever tried it was stopped over it. */
export const mostTries = Math.max(...Object.values(tries))

export function anotherTry(error: unknown): AnotherTry {
  return helps[failureOf(error).kind]
}

/** How often something that fails like this is tried before it is given up and shown to people. */
export function mostTriesOf(error: unknown): number {
  return tries[anotherTry(error)]
}
