import { defineError } from '@heju/kernel'

/** One refusal for every reason: wrong, out of date, used, tried too often, never sent. */
export const codeNotGood = defineError('owner_access.code_not_good', 'unauthenticated')

/** Others asked for so many that no further message goes out for now; the last one still holds a good code. */
export const codeStillGood = defineError('owner_access.code_still_good', 'rate_limited')

/** A minute between two codes, so many a day and an address: `params.retryAfterSeconds`. */
export const tooManyCodes = defineError('owner_access.too_many_codes', 'rate_limited')
