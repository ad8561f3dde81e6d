import { defineError } from '@heju/kernel'

export const stoppedNotFound = defineError('stopped_work.not_found', 'not_found')
