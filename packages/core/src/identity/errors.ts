import { defineError } from '@heju/kernel'

export const signInFirst = defineError('access.sign_in', 'unauthenticated')
