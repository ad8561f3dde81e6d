import { defineError } from '@heju/kernel'

/** Wrong address, wrong password and a disabled operator get the same answer. */
export const operatorRefused = defineError('operators.refused', 'unauthenticated')
export const operatorTriesTooOften = defineError('operators.too_many_tries', 'rate_limited')
export const operatorSignInFirst = defineError('operators.sign_in_first', 'unauthenticated')
