import { defineError } from '@heju/kernel'

export const billNotFound = defineError('payments.bill_not_found', 'not_found')
export const billPaid = defineError('payments.bill_paid', 'precondition')
export const billWithdrawn = defineError('payments.bill_withdrawn', 'precondition')
export const billsOfSeveralProjects = defineError('payments.several_projects', 'precondition')
export const overpaid = defineError('payments.overpaid', 'precondition')

export const onlineUnavailable = defineError('payments.online_unavailable', 'precondition')
export const orderNotFound = defineError('payments.order_not_found', 'not_found')
/** Somebody else has a payment of the same bill under way that cannot be closed right now. */
export const billBeingPaid = defineError('payments.bill_being_paid', 'unavailable')
/** It asks for more than is owed by now: a bill of it was paid in another way, wholly or in part. */
export const orderOvertaken = defineError('payments.order_overtaken', 'precondition')
/**
 * Staff would take a bill back, or allocate money to it, of which an online payment is open: the provider is silent, or
 * does not say clearly that it can be paid no more.
 */
export const onlineUncertain = defineError('payments.online_uncertain', 'unavailable')
/**
 * The same where the provider refuses to close it, with its code as `reason`. `minutes` after its opening the payment is
 * over by itself, as soon as the provider says that nobody paid it.
 */
export const closingRefused = defineError('payments.closing_refused', 'provider')
/** The same where its answer cannot be trusted, or it cannot be asked with the merchant's settings; `why` says which. */
export const closingFailed = defineError('payments.closing_failed', 'provider')
/** The payer of an online payment enters the password this moment; the words are for staff, who have somebody else at the desk. */
export const onlineBusy = defineError('payments.online_busy', 'unavailable')
/** The desk would take money for a bill that was settled online, and takes none. */
export const paidOnline = defineError('payments.paid_online', 'precondition')
/** The same where what came online fits no bill and waits for a decision. It holds the bill no longer: a second try takes the money. */
export const onlineMismatch = defineError('payments.online_mismatch', 'precondition')
export const orderInProgress = defineError('payments.order_in_progress', 'conflict')
/** A bill was to be taken back, and its payer had just paid it. */
export const paidMeanwhile = defineError('payments.paid_meanwhile', 'precondition')
export const orderMoved = defineError('payments.order_moved', 'conflict')

export const paymentNotFound = defineError('payments.payment_not_found', 'not_found')
export const paidOnOutOfRange = defineError('payments.paid_on_out_of_range', 'precondition')
export const alreadyReversed = defineError('payments.already_reversed', 'precondition')
export const notReversible = defineError('payments.not_reversible', 'precondition')

export const receiptNotFound = defineError('payments.receipt_not_found', 'not_found')

export const exceptionNotFound = defineError('payments.exception_not_found', 'not_found')
export const exceptionResolved = defineError('payments.exception_resolved', 'precondition')
/** The money came to the account of one legal entity, and the bill is owed to another. */
export const billOfAnotherEntity = defineError('payments.bill_of_another_entity', 'precondition')
/** A colleague decided about a part of it at the same time. */
export const exceptionMoved = defineError('payments.exception_moved', 'conflict')
export const exceptionExceeded = defineError('payments.exception_exceeded', 'precondition')

export const merchantNotFound = defineError('payments.merchant_not_found', 'not_found')
export const merchantIncomplete = defineError('payments.merchant_incomplete', 'precondition')
/** Its money would come to the account of one legal entity and be receipted in the name of another. */
export const merchantOfAnother = defineError('payments.merchant_of_another', 'precondition')
export const merchantEntityDiffers = defineError('payments.merchant_entity_differs', 'precondition')
export const projectHandedOver = defineError('payments.project_handed_over', 'conflict')
export const merchantInUse = defineError('payments.merchant_in_use', 'conflict')
