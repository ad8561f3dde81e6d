import { outbox, type Write } from '@heju/db'
import { defineError } from '@heju/kernel'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Ports } from './ports.ts'

/** One event of the outbox, as its handler gets it. It may come more than once: `id` tells a repetition. */
export interface OutboxEvent {
  id: string
  type: string
  payload: Record<string, unknown>
  /** Epoch milliseconds at which the change was written. */
  at: number
  /** How often it was tried, this time included. */
  attempt: number
  /** Since when it fails, epoch ms; absent at the first try. */
  failingSince?: number
}

/**
 * Carries out an event. Throwing means: later again, if the error's kind lets that help, else it stands still until
 * somebody sees to it.
 */
export type EventHandler = (ctx: Ctx, event: OutboxEvent, ports: Ports) => Promise<void>

/**
 * Thrown by a handler whose time has not come: `params.retryAfterSeconds` says when to ask again. It is no failure, and
 * nobody is shown one.
 */
export const notYet = defineError('outbox.not_yet', 'rate_limited')

/** It was begun and never came to an end: the Worker was stopped over it, for its time or its memory, or went away. */
export const cutOff = defineError('outbox.cut_off', 'internal')

/** A job of the schedule. */
export interface ScheduledJob {
  /** Stable: it stands in the schedule. */
  name: string
  /**
   * Does what is due at `dueAt`; running it again for the same `dueAt` adds nothing.
   * @returns the next instant (epoch ms) at which this company has work of this kind, or null when it has none:
   *   idle companies are not visited
   */
  run(ctx: Ctx, ports: Ports, dueAt: number): Promise<number | null>
}

/** Says, as part of a verb's write, that a job has work at `at` (epoch ms). */
export function wake(write: Write, job: string, at: number): void {
  write.publish({ type: 'schedule.wake', job, at })
}

/**
 * Says of an event that was just published that it is wanted because an earlier one came to nothing: it is shown among
 * what does not get on, until it comes to something.
 */
export function stillFailing(
  ctx: Ctx,
  write: Write,
  { eventId, failure, since }: { eventId: string; failure: string; since: number },
): void {
  write.change(ctx.db.orm.update(outbox).set({ failure, firstFailedAt: since }).where(eq(outbox.id, eventId)))
}

export const wakeHandler: EventHandler = async (_ctx, event, ports) => {
  await ports.wake(String(event.payload.job), Number(event.payload.at))
}
