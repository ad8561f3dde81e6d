import { defineError, type ErrorDefinition } from '@heju/kernel'
import type { SkipReason } from './rules.ts'

export const tariffNotFound = defineError('billing.tariff_not_found', 'not_found')
export const tariffNameTaken = defineError('billing.tariff_name_taken', 'conflict')
export const tariffNotDraft = defineError('billing.tariff_not_draft', 'precondition')
/** What is approved is switched off, not dropped: bills may have been made by it. */
export const tariffInUse = defineError('billing.tariff_in_use', 'precondition')
/** The price has no approval basis, or none of the three that there are (D133). */
export const approvalMissing = defineError('billing.approval_missing', 'precondition')
/** Under guided prices a property fee names its grade, the grade's base price and the range (D118). */
export const guidanceMissing = defineError('billing.guidance_missing', 'precondition')
export const priceOutOfRange = defineError('billing.price_out_of_range', 'precondition')
/** An addition would be a way around the range. */
export const additionNotGuided = defineError('billing.addition_not_guided', 'precondition')
export const priceOverlaps = defineError('billing.price_overlaps', 'conflict')
export const wrongTargets = defineError('billing.wrong_targets', 'precondition')
/** Places would get a second charge of the same item, and nobody has said whether they should. */
export const chargedTwice = defineError('billing.charged_twice', 'conflict')
export const targetNotFound = defineError('billing.target_not_found', 'not_found')
export const payerNotUser = defineError('billing.payer_not_user', 'precondition')
/** The agreement would begin before whoever pays by it is anything to the place. */
export const payerNotThereYet = defineError('billing.payer_not_there_yet', 'precondition')
export const agreementExists = defineError('billing.agreement_exists', 'conflict')
export const agreementNotFound = defineError('billing.agreement_not_found', 'not_found')

export const runNotFound = defineError('billing.run_not_found', 'not_found')
export const runNotReady = defineError('billing.run_not_ready', 'precondition')
/** What is charged has changed since the draft was computed: published, it would bill what is charged otherwise now. */
export const runOutdated = defineError('billing.run_outdated', 'precondition')
export const runOver = defineError('billing.run_over', 'precondition')
/** Somebody else asked for a draft of the same month at the same moment. */
export const runUnderWay = defineError('billing.run_under_way', 'conflict')
/** A run's step was done by another consumer meanwhile; the next one goes on from there. */
export const runMoved = defineError('billing.run_moved', 'conflict')
/** Publishing now would make owners overdue before they have seen the bill. */
export const dueInPast = defineError('billing.due_in_past', 'precondition')
export const dueTooFar = defineError('billing.due_too_far', 'invalid')

export const billNotFound = defineError('billing.bill_not_found', 'not_found')
export const billNotVoidable = defineError('billing.bill_not_voidable', 'precondition')
export const inDraftRun = defineError('billing.in_draft_run', 'precondition')

/** Why one room cannot be billed alone: each reason has a text of its own, with what to do about it. */
export const cannotBill: Readonly<Record<SkipReason, ErrorDefinition>> = {
  archived: defineError('billing.cannot_bill_archived', 'precondition'),
  no_tariff: defineError('billing.cannot_bill_no_tariff', 'precondition'),
  not_yet: defineError('billing.cannot_bill_not_yet', 'precondition'),
  ended: defineError('billing.cannot_bill_ended', 'precondition'),
  tariff_draft: defineError('billing.cannot_bill_tariff_draft', 'precondition'),
  tariff_disabled: defineError('billing.cannot_bill_tariff_disabled', 'precondition'),
  no_price: defineError('billing.cannot_bill_no_price', 'precondition'),
  no_area: defineError('billing.cannot_bill_no_area', 'precondition'),
  billed_otherwise: defineError('billing.cannot_bill_billed_otherwise', 'precondition'),
  already_billed: defineError('billing.cannot_bill_already_billed', 'precondition'),
  no_developer: defineError('billing.cannot_bill_no_developer', 'precondition'),
  no_owner: defineError('billing.cannot_bill_no_owner', 'precondition'),
  zero: defineError('billing.cannot_bill_zero', 'precondition'),
}
