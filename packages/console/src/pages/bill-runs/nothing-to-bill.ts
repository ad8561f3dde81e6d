import { settledReasons } from '@heju/core/billing/shape'

/** Why a run has no bills: all of its month is billed already, or something is in the way that its skips tell. */
export function whyNothing(skipped: readonly { reason: string }[]): 'billed' | 'left' {
  const reasons = skipped.map(({ reason }) => reason)
  const billed = reasons.includes('already_billed') || reasons.includes('billed_otherwise')
  return billed && reasons.every((reason) => settledReasons.some((each) => each === reason))
    ? 'billed'
    : 'left'
}
