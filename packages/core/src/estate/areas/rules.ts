import type { Permission } from '../../permissions/index.ts'

/** What an area is for. A room belongs to at most one of a kind on a day. */
export const areaKinds = [
  'steward', // 管家责任区
  'dunning', // 催缴责任区
] as const
export type AreaKind = (typeof areaKinds)[number]

/**
 * What it takes to be responsible for an area, or to stand in, in its project: to do what is to be done for its rooms. A
 * collector of arrears handles no complaints.
 */
export const stewardPermissions = {
  steward: 'complaints.handle',
  dunning: 'messages.resend',
} as const satisfies Record<AreaKind, Permission>
