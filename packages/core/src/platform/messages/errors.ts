import { defineError } from '@heju/kernel'

export const messageNotFound = defineError('messages.not_found', 'not_found')
/** Accepted by the provider, and not delivered to the phone. */
export const notDelivered = defineError('messages.not_delivered', 'provider')
/** A code that comes when it is not good any more is of no use. */
export const tooLate = defineError('messages.too_late', 'precondition')
export const messageNotDead = defineError('messages.not_dead', 'precondition')
