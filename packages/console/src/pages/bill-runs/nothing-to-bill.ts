/** Why a place is not billed where nobody has anything to do about it. */
const settled = ['already_billed', 'billed_otherwise', 'archived', 'not_yet', 'ended', 'zero']

/** Why a run has no bills: all of its month is billed already, or something is in the way that its skips tell. */
export function whyNothing(skipped: readonly { reason: string }[]): 'billed' | 'left' {
  const reasons = skipped.map(({ reason }) => reason)
  const billed = reasons.includes('already_billed') || reasons.includes('billed_otherwise')
  return billed && reasons.every((reason) => settled.includes(reason)) ? 'billed' : 'left'
}
