import { sendMessage } from '../messages/index.ts'
import { applyConfirmedImport } from '../registry-import/index.ts'
import { remindersJob, sendReminder } from '../reminders/index.ts'
import { closeOvertaken, watchOrder } from '../payments/index.ts'
import { wakeHandler, type EventHandler, type ScheduledJob } from '../outbox/index.ts'

/** What the schedule knows: each job stands under its own name. */
export const scheduledJobs: Readonly<Record<string, ScheduledJob>> = {
  [remindersJob.name]: remindersJob,
}

/** Who carries out which event of the outbox. */
export const eventHandlers: Readonly<Record<string, EventHandler>> = {
  'schedule.wake': wakeHandler,
  'message.send': sendMessage,
  'reminder.send': sendReminder,
  'registry_import.confirmed': applyConfirmedImport,
  'payments.watch': watchOrder,
  'payments.settled': closeOvertaken,
}
