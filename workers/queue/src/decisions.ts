import type { ErrorKind, HejuError } from '@heju/kernel'

/** `retry`: the same message may succeed later. `dead`: it cannot, so it becomes a record that staff can see. */
export type Decision = 'retry' | 'dead'

const decisions: Record<ErrorKind, Decision> = {
  invalid: 'dead',
  unauthenticated: 'dead',
  forbidden: 'dead',
  not_found: 'dead',
  wrong_method: 'dead',
  conflict: 'retry', // somebody changed the same thing meanwhile: look again
  precondition: 'dead',
  too_large: 'dead',
  unsupported: 'dead',
  rate_limited: 'retry',
  suspended: 'dead',
  upgrading: 'retry',
  unavailable: 'retry',
  provider: 'retry', // a refusal may pass (quota, maintenance); the queue's bound on retries ends it
  internal: 'retry', // a fault of ours may be mended by the next deployment
}

const firstDelaySeconds = 2
const longestDelaySeconds = 15 * 60

/** What becomes of a message whose handling failed. */
export function decisionOn(error: HejuError): Decision {
  return decisions[error.kind]
}

/**
 * Seconds until the next try: 2, 4, 8 … up to a quarter of an hour, or what the error asks for.
 * @param attempt how often it was tried, 1 after the first time
 */
export function delaySeconds(error: HejuError, attempt: number): number {
  const asked = error.params.retryAfterSeconds
  if (typeof asked === 'number') return Math.min(asked, longestDelaySeconds)
  return Math.min(firstDelaySeconds * 2 ** (attempt - 1), longestDelaySeconds)
}
