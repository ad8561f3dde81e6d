import { defineError } from '@heju/kernel'

export const wordingForbidden = defineError('reminders.wording_forbidden', 'invalid')
export const stagesUnordered = defineError('reminders.stages_unordered', 'invalid')
export const daytimeUnusable = defineError('reminders.daytime_unusable', 'invalid')
export const reminderNotFound = defineError('reminders.not_found', 'not_found')
export const evidenceInFuture = defineError('reminders.evidence_in_future', 'invalid')
