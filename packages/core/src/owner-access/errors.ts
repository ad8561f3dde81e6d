import { defineError } from '@heju/kernel'

/** One refusal for every reason: wrong, out of date, used, tried too often, never sent. */
export const codeNotGood = defineError('owner_access.code_not_good', 'unauthenticated')

/** A minute between two codes, so many a day and an address: `params.retryAfterSeconds`. */
export const tooManyCodes = defineError('owner_access.too_many_codes', 'rate_limited')
