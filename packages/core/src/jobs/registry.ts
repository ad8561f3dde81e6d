import { calendarCorrected } from '../calendar/index.ts'
import {
  alertManagers,
  announceReply,
  complaintRegistered,
  complaintReopened,
  complaintReplied,
  promptRevisits,
  raiseOverdue,
  reckonAgain,
  thankOwner,
} from '../complaints/index.ts'
import { unattachedFiles } from '../files/index.ts'
import { computeRun } from '../billing/index.ts'
import { sendMessage } from '../messages/index.ts'
import { applyConfirmedImport } from '../registry-import/index.ts'
import { remindersJob, sendReminder } from '../reminders/index.ts'
import { closeOvertaken, watchOrder } from '../payments/index.ts'
import { askEventType, askHouseholds, surveysJob } from '../satisfaction/index.ts'
import { wakeHandler, type EventHandler, type ScheduledJob } from '../outbox/index.ts'

/** What the schedule knows: each job stands under its own name. */
export const scheduledJobs: Readonly<Record<string, ScheduledJob>> = {
  [remindersJob.name]: remindersJob,
  [raiseOverdue.name]: raiseOverdue,
  [promptRevisits.name]: promptRevisits,
  [unattachedFiles.name]: unattachedFiles,
  [surveysJob.name]: surveysJob,
}

/** Who carries out which event of the outbox. */
export const eventHandlers: Readonly<Record<string, EventHandler>> = {
  'schedule.wake': wakeHandler,
  'message.send': sendMessage,
  'billing.run_requested': computeRun,
  'reminder.send': sendReminder,
  [askEventType]: askHouseholds,
  'registry_import.confirmed': applyConfirmedImport,
  [complaintRegistered]: thankOwner,
  [complaintReplied]: announceReply,
  [complaintReopened]: alertManagers,
  [calendarCorrected]: reckonAgain,
  'payments.watch': watchOrder,
  'payments.settled': closeOvertaken,
}
