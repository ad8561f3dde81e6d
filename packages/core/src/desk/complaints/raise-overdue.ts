import { sql } from 'drizzle-orm'
import { ladderJob, type Ladder } from '../../platform/procedure/index.ts'
import { complaintMatters } from './matters.ts'
import { clocksJob } from './registration.ts'
import { policy, type RaiseReason } from './rules.ts'
import { complaintRaises, complaints } from './tables.ts'

/** Of both terms the manager hears at once (D98). */
const rungs = [{ afterMs: 0, task: 'complaint_overdue', to: { role: 'project_manager' } }] as const

/** The two clocks of D98: which column says when it ends, who hears, and where it still runs. */
export const complaintLadder: Ladder<RaiseReason> = {
  job: clocksJob,
  verb: 'complaints.raise_overdue',
  clocks: [
    {
      reason: 'first_overdue',
      dueAt: complaints.firstDueAt,
      rung: complaints.firstRung,
      running: sql`first_handled_at IS NULL AND closed_at IS NULL`,
      rungs,
    },
    {
      reason: 'whole_overdue',
      dueAt: complaints.wholeDueAt,
      rung: complaints.wholeRung,
      running: sql`replied_at IS NULL AND closed_at IS NULL`,
      rungs,
    },
  ],
  raises: complaintRaises,
  urgent: sql`emergency = 1`,
  daytime: policy.daytime,
}

/** Raises complaints that missed a term to the manager, once for each term: in daytime, an emergency at once. */
export const raiseOverdue = ladderJob(complaintMatters, complaintLadder)
