/**
 * What lies on somebody's desk. The kind names its text; `byHand` tasks are ticked off by whoever read them, the others
 * disappear when the matter itself moves on.
 */
export const taskKinds = {
  /** A matter that the company counts as major came in (D46). */
  complaint_major: { byHand: true },
  /** A complaint missed a term and was raised to the manager (D98). */
  complaint_overdue: { byHand: true },
  /** The owner was not content with what was done (D108). */
  complaint_dissatisfied: { byHand: true },
  /** Owners are asked whether they are content (D108). */
  complaint_revisit: { byHand: false },
  /** The day on which an owner was promised news (D101). */
  complaint_update: { byHand: false },
  /** A household found something low and said why (D174). */
  survey_low: { byHand: true },
  /** A demand to pay that no message can bring: somebody calls, visits or prints. Goes when that is written down. */
  reminder_by_hand: { byHand: true },
} as const satisfies Record<string, { byHand: boolean }>

export type TaskKind = keyof typeof taskKinds
export const taskKindNames = Object.keys(taskKinds) as [TaskKind, ...TaskKind[]]
