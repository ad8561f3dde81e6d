import { mostTriesOf } from '@heju/core'
import type { HejuError } from '@heju/kernel'

/** `retry`: the same message may succeed later. `dead`: it cannot, so it becomes a record that staff can see. */
export type Decision = 'retry' | 'dead'

const firstDelaySeconds = 2
const longestDelaySeconds = 15 * 60

/**
 * What becomes of a message whose handling failed.
 * @param attempt how often it was tried, 1 after the first time
 */
export function decisionOn(error: HejuError, attempt: number): Decision {
  return attempt < mostTriesOf(error) ? 'retry' : 'dead'
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
