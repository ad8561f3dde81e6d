import { defineError } from '@heju/kernel'

export const itemNotFound = defineError('fee_items.not_found', 'not_found')
/** Readers of some language would see two items in use under one name. */
export const itemNameTaken = defineError('fee_items.name_taken', 'conflict')
/** The company's own have no other word than their name. */
export const itemUnnamed = defineError('fee_items.unnamed', 'invalid')
/** Bills were made by what it was: whose money that is, and what it displaced, does not change behind them. */
export const itemFixed = defineError('fee_items.fixed', 'precondition')
/** Tariffs in use still charge it. */
export const itemCharged = defineError('fee_items.charged', 'precondition')
/** Tariffs in use charge it to a kind of place that it is to be for no longer. */
export const itemKindCharged = defineError('fee_items.kind_charged', 'precondition')
/** It is out of use, or there is none. */
export const itemNotInUse = defineError('fee_items.not_in_use', 'precondition')
/** It is not for rooms, or not for parking spaces. */
export const itemNotForTarget = defineError('fee_items.not_for_target', 'precondition')
/** Only who sets tariffs in all projects may charge it. */
export const itemOfHeadOffice = defineError('fee_items.of_head_office', 'precondition')
