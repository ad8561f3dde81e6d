import { settledReasons } from '@heju/core/fees/billing/shape'

/** Why a run has no bills: all of its month is billed already, or something is in the way that its skips tell. */
export function whyNothing(skipped: readonly { reason: string }[]): 'billed' | 'left' {
  const reasons = skipped.map(({ reason }) => reason)
  const billed = reasons.includes('already_billed') || reasons.includes('billed_otherwise')
  return billed && reasons.every((reason) => settledReasons.some((each) => each === reason))
    ? 'billed'
    : 'left'
}

/**
 * What a project lacks of which nothing was billed: any tariff, or the approval of those that it has. Undefined where
 * something is in use by now, of which the skips tell.
 */
export function whatIsLacking(
  skipped: readonly { reason: string }[],
  tariffs: readonly { state: string }[],
): 'tariff' | 'approval' | undefined {
  if (!skipped.some(({ reason }) => reason === 'no_tariff' || reason === 'tariff_draft')) return undefined
  if (tariffs.length === 0) return 'tariff'
  return tariffs.every(({ state }) => state === 'draft') ? 'approval' : undefined
}
