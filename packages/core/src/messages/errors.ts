import { defineError } from '@heju/kernel'

export const messageNotFound = defineError('messages.not_found', 'not_found')
export const messageNotDead = defineError('messages.not_dead', 'precondition')
