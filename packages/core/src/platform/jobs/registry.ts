import { sealJob } from '../audit-chain/index.ts'
import { calendarCorrected } from '../calendar/index.ts'
import {
  alertManagers,
  announceReply,
  complaintRegistered,
  complaintReopened,
  complaintReplied,
  promptRevisits,
  raiseOverdue,
  calculateAgain,
  thankOwner,
} from '../../desk/complaints/index.ts'
import { makePhotosBare, unattachedFiles } from '../files/index.ts'
import { computeRun } from '../../fees/billing/index.ts'
import { noteReports, reportsArrived, sendMessage } from '../messages/index.ts'
import { codeUnsent, forgetUnsentCode } from '../../people/owner-access/index.ts'
import { applyConfirmedImport } from '../../estate/registry-import/index.ts'
import { remindersJob, sendReminder } from '../../fees/reminders/index.ts'
import { closeOvertaken, watchOrder } from '../../fees/payments/index.ts'
import { askEventType, askHouseholds, surveysJob } from '../../insight/satisfaction/index.ts'
import { runJobEvent, wakeHandler, type EventHandler, type ScheduledJob } from '../outbox/index.ts'
import { jobUnknown } from './messages.ts'

/** What the schedule knows: each job stands under its own name. */
export const scheduledJobs: Readonly<Record<string, ScheduledJob>> = {
  [remindersJob.name]: remindersJob,
  [raiseOverdue.name]: raiseOverdue,
  [promptRevisits.name]: promptRevisits,
  [unattachedFiles.name]: unattachedFiles,
  [makePhotosBare.name]: makePhotosBare,
  [surveysJob.name]: surveysJob,
  [sealJob.name]: sealJob,
}

/** Runs a job again that stopped, because somebody asked for it; the schedule itself tries it from time to time. */
const runJobAgain: EventHandler = async (ctx, { payload }, ports) => {
  const job = scheduledJobs[String(payload.job)]
  if (job === undefined) throw jobUnknown({ job: String(payload.job) })
  const next = await job.run(ctx, ports, Number(payload.dueAt))
  if (next !== null) await ports.wake(job.name, next)
}

/** Who carries out which event of the outbox. */
export const eventHandlers: Readonly<Record<string, EventHandler>> = {
  'schedule.wake': wakeHandler,
  [runJobEvent]: runJobAgain,
  'message.send': sendMessage,
  [reportsArrived]: noteReports,
  [codeUnsent]: forgetUnsentCode,
  'billing.run_requested': computeRun,
  'reminder.send': sendReminder,
  [askEventType]: askHouseholds,
  'registry_import.confirmed': applyConfirmedImport,
  [complaintRegistered]: thankOwner,
  [complaintReplied]: announceReply,
  [complaintReopened]: alertManagers,
  [calendarCorrected]: calculateAgain,
  'payments.watch': watchOrder,
  'payments.settled': closeOvertaken,
}
