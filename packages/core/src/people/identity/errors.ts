import { defineError } from '@heju/kernel'

export const signInFirst = defineError('access.sign_in', 'unauthenticated')

/** One refusal for every reason: no such account, wrong password, invited only, disabled. */
export const signInRefused = defineError('identity.sign_in_refused', 'unauthenticated')
export const sessionEnded = defineError('identity.session_ended', 'unauthenticated')
export const tooManyTries = defineError('identity.too_many_tries', 'rate_limited')
export const passwordWrong = defineError('identity.password_wrong', 'precondition')
export const invitationNotGood = defineError('identity.invitation_not_good', 'not_found')
export const loginTaken = defineError('identity.login_taken', 'conflict')
export const lastAdministrator = defineError('identity.last_administrator', 'precondition')
export const notYourself = defineError('identity.not_yourself', 'precondition')
export const notYourOwnRoles = defineError('identity.not_your_own_roles', 'precondition')
export const staffNotInState = defineError('identity.staff_not_in_state', 'precondition')
export const projectUnknown = defineError('identity.project_unknown', 'not_found')
export const unitUnknown = defineError('identity.unit_unknown', 'not_found')
export const noLoginLeft = defineError('identity.no_login_left', 'precondition')
