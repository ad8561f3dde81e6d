import { defineError } from '@heju/kernel'

/** One refusal for every reason: wrong, out of date, used, tried too often, never sent. */
export const codeNotGood = defineError('owner_access.code_not_good', 'unauthenticated')

/** Others asked for so many that no further message goes out for now; the last one that was sent bears tries from here. */
export const codeStillGood = defineError('owner_access.code_still_good', 'rate_limited')

/** Others asked for all codes that a phone gets in a day, and used them up: known devices only, for `params.retryAfterSeconds`. */
export const noMoreCodes = defineError('owner_access.no_more_codes', 'rate_limited')

/** Too many wrong codes from this address, where the code is still good from others. */
export const tooManyGuesses = defineError('owner_access.too_many_guesses', 'rate_limited')

/** A minute between two codes, so many a day and an address: `params.retryAfterSeconds`. */
export const tooManyCodes = defineError('owner_access.too_many_codes', 'rate_limited')
