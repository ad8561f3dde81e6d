import { defineError } from '@heju/kernel'

export const wordingForbidden = defineError('reminders.wording_forbidden', 'invalid')
export const stagesUnordered = defineError('reminders.stages_unordered', 'invalid')
export const daytimeUnusable = defineError('reminders.daytime_unusable', 'invalid')
