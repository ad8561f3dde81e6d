import { sendMessage } from '../messages/index.ts'
import { closeOvertaken, watchOrder } from '../payments/index.ts'
import { wakeHandler, type EventHandler, type ScheduledJob } from '../outbox/index.ts'

/** What the schedule knows: each job stands under its own name. */
export const scheduledJobs: Readonly<Record<string, ScheduledJob>> = {}

/** Who carries out which event of the outbox. */
export const eventHandlers: Readonly<Record<string, EventHandler>> = {
  'schedule.wake': wakeHandler,
  'message.send': sendMessage,
  'payments.watch': watchOrder,
  'payments.settled': closeOvertaken,
}
