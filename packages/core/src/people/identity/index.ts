export { acceptInvitation } from './accept-invitation.ts'
export {
  accessTokenSeconds,
  actorOf,
  mintAccessToken,
  readAccessToken,
  sessionKeysOf,
  type Plane,
  type Session,
} from './access-tokens.ts'
export { moveProject, moveUnit } from './move-in-tree.ts'
export { resolvedBy, underOf, underQuery } from './assignments.ts'
export { sessionOf } from './claims.ts'
export { changeAssignments as assignmentsChange } from './change-assignments.ts'
export { changePassword } from './change-password.ts'
export { changeStaff } from './change-staff.ts'
export { createFirstAdministrator } from './create-first-administrator.ts'
export { deviceNamed, deviceSeconds, mintDeviceToken, readDeviceToken } from './device-tokens.ts'
export { disableStaff as staffShutOut, enableStaff } from './disable-staff.ts'
export { endSignIns } from './end-sign-ins.ts'
export { holdsThere } from './holds-there.ts'
export { invitationsSent } from './invitations-sent.ts'
export * from './errors.ts'
export { inviteColleague, type InvitationLink } from './invite-colleague.ts'
export { tellsLogin } from './password-rules.ts'
export * from './passwords.ts'
export { readInvitation } from './read-invitation.ts'
export { readMe } from './read-me.ts'
export { refreshSession } from './refresh-session.ts'
export { renewInvitation } from './renew-invitation.ts'
export { addressTries, type Backoff, type Quota } from './rules.ts'
export { isSealedForUs } from './sealed-for-us.ts'
export { newSession, type Caller, type SignedIn } from './sessions.ts'
export { signIn } from './sign-in.ts'
export { signInHandedOver } from './sign-in-handed-over.ts'
export { signOut, signOutEverywhere } from './sign-out.ts'
export { staffList } from './staff-list.ts'
export { owners, staff } from './tables.ts'
export {
  blockedUntil,
  countStatement,
  countTries,
  forgetOldTries,
  forgetTries,
  forgetTriesBefore,
  isKnownPlace,
  keysOf,
  knowAddress,
  placesOf,
  retryAt,
  takeBackTry,
  throttleKey,
  wasTriedSince,
  type Results,
} from './throttle.ts'
export { unitsIn } from './scopes-given.ts'
export * from './shape.ts'
