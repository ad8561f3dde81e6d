import { defineError } from '@heju/kernel'

/** Receipts of that day or later are in another's name. */
export const receivedSince = defineError('handover.received_since', 'precondition')
