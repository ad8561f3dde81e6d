import { defineError } from '@heju/kernel'
import type { MessageReport } from '../messages/index.ts'

/** What travels through the queue: which work, for which company, for which period. Small, and free of personal data. */
export type JobMessage =
  /** Set up a new company's database, step by step. */
  | { type: 'provision'; companyId: string }
  /** Bring a company's database up to the code's schema. */
  | { type: 'migrate'; companyId: string }
  /** Note how large a company's database is. */
  | { type: 'measure'; companyId: string }
  /** Note that a company has no room to write. */
  | { type: 'storage_full'; companyId: string }
  /** Back up what a company has (or, in its place, `platform`); the day names the backup, so that a repetition is recognised. */
  | { type: 'backup'; companyId: string; on: string }
  /** Carry out what waits in a company's outbox. */
  | { type: 'outbox'; companyId: string }
  /** What the SMS provider reported about messages of a company. */
  | { type: 'reports'; companyId: string; reports: MessageReport[] }
  /** A job of the schedule that is due; `dueAt` names the run, so that a repetition is recognised. */
  | { type: 'scheduled'; companyId: string; job: string; dueAt: number }

/** A job that a newer version put into the schedule while it is being rolled out. */
export const jobUnknown = defineError('jobs.job_unknown', 'upgrading')
