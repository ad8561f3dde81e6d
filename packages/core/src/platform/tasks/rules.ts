import type { Permission } from '../../permissions/index.ts'

/**
 * What lies on somebody's desk. The kind names its text; `byHand` tasks are ticked off by whoever read them, the others
 * disappear when the matter itself moves on. `permission` is what it takes to do it where it is asked of a role: whoever holds
 * a role of the company's own that was made from it, and may not do that, does not get it. None is asked for by name.
 */
export const taskKinds = {
  /** A matter that the company counts as major came in (D46). */
  complaint_major: { byHand: true, permission: 'complaints.escalated' },
  /** A complaint missed a term and was raised to the manager (D98). */
  complaint_overdue: { byHand: true, permission: 'complaints.escalated' },
  /** The owner was not content with what was done (D108). */
  complaint_dissatisfied: { byHand: true, permission: 'complaints.escalated' },
  /** Owners are asked whether they are content (D108). */
  complaint_revisit: { byHand: false, permission: 'revisits.record' },
  /** The day on which an owner was promised news (D101). */
  complaint_update: { byHand: false, permission: null },
  /** A household found something low and said why (D174). */
  survey_low: { byHand: true, permission: 'surveys.record' },
  /** A demand to pay that no message can bring: somebody calls, visits or prints. Goes when that is written down. */
  reminder_by_hand: { byHand: true, permission: 'messages.resend' },
  /** A colleague who left or moved handed over what they held. */
  handed_over: { byHand: true, permission: null },
} as const satisfies Record<string, { byHand: boolean; permission: Permission | null }>

export type TaskKind = keyof typeof taskKinds
export const taskKindNames = Object.keys(taskKinds) as [TaskKind, ...TaskKind[]]

/** Kinds that may be asked of a role. */
export type TaskKindOfRole = {
  [K in TaskKind]: (typeof taskKinds)[K]['permission'] extends null ? never : K
}[TaskKind]
/** Kinds that are for one colleague, by name. */
export type TaskKindOfOne = Exclude<TaskKind, TaskKindOfRole>
