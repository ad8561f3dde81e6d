import { defineError } from '@heju/kernel'

export const roleNotFound = defineError('roles.not_found', 'not_found')
export const roleNameTaken = defineError('roles.name_taken', 'conflict')
/** It carries what concerns the whole company, and was to be given for a part of it. */
export const roleForCompany = defineError('roles.for_company', 'invalid')
export const roleHeldForPart = defineError('roles.held_for_part', 'precondition')
export const roleHeld = defineError('roles.held', 'precondition')
export const roleHeldYourself = defineError('roles.held_yourself', 'precondition')
export const roleChangedMeanwhile = defineError('roles.changed_meanwhile', 'conflict')
/** Somebody would take money and correct it in one place. */
export const moneyLineCrossed = defineError('roles.money_line', 'precondition')
/** Who changes the tree would reach more by it than before. */
export const scopeWidened = defineError('roles.scope_widened', 'precondition')
/** By a change of the tree somebody would take money and correct it in one place, or audit and change. */
export const movedOverLine = defineError('roles.moved_over_line', 'precondition')
/** Somebody would audit and change. */
export const auditLineCrossed = defineError('roles.audit_line', 'precondition')
