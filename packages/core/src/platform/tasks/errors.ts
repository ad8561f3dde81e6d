import { defineError } from '@heju/kernel'

export const taskNotFound = defineError('tasks.not_found', 'not_found')
