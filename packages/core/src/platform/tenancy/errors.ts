import { defineError } from '@heju/kernel'

/** `params.alternatives`: free addresses near the one that was wished, parted by `, `; empty when none is. */
export const slugTaken = defineError('tenancy.slug_taken', 'conflict')
export const slugReserved = defineError('tenancy.slug_reserved', 'conflict')
export const signUpTooOften = defineError('tenancy.sign_up_too_often', 'rate_limited')
export const signUpNotFound = defineError('tenancy.sign_up_not_found', 'not_found')
export const notReady = defineError('tenancy.not_ready', 'precondition')
export const handedOver = defineError('tenancy.handed_over', 'precondition')
export const handoverInvalid = defineError('tenancy.handover_invalid', 'unauthenticated')
export const companyUnknown = defineError('tenancy.company_unknown', 'not_found')
export const transitionRefused = defineError('tenancy.transition_refused', 'precondition')
/** Another database was attached to the company while this one was looked at. */
export const databaseMoved = defineError('tenancy.database_moved', 'conflict')
export const slugNotConfirmed = defineError('tenancy.slug_not_confirmed', 'invalid')
