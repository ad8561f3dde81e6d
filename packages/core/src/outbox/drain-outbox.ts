import { defineError, type HejuError } from '@heju/kernel'
import { outbox, retryWhenBusy } from '@heju/db'
import { and, eq, isNull, sql } from 'drizzle-orm'
import { mostTriesOf } from '../another-try.ts'
import type { Ctx } from '../context.ts'
import { failureOf } from '../failure.ts'
import { notYet, type EventHandler, type OutboxEvent } from './event.ts'
import type { Ports } from './ports.ts'

/** As many as one queue message carries out; with more waiting, the next message goes on. */
const claimed = 20
/** For so long no other consumer takes a claimed event; one that died frees it again by this. */
const leaseMs = 60_000
const longestBackoffMs = 60 * 60_000

/** One that a newer version wrote while it is being rolled out. */
export const eventUnknown = defineError('outbox.event_unknown', 'upgrading')

/**
 * Carries out what waits in a company's outbox, each event at least once.
 * @returns when to come again (epoch ms), or null when nothing waits
 */
export async function drainOutbox(
  ctx: Ctx,
  handlers: Readonly<Record<string, EventHandler>>,
  ports: Ports,
): Promise<number | null> {
  ctx.requireJob()
  for (const row of await claim(ctx)) {
    await settle(ctx, row, await attempt(ctx, row, handlers[row.type], ports))
  }
  return nextDue(ctx)
}

type Row = typeof outbox.$inferSelect

async function claim(ctx: Ctx): Promise<Row[]> {
  const waiting = sql`SELECT id FROM ${outbox} WHERE done_at IS NULL AND not_before <= ${ctx.now} ORDER BY not_before LIMIT ${claimed}`
  const claiming = ctx.db.orm
    .update(outbox)
    .set({ notBefore: ctx.now + leaseMs, attempts: sql`attempts + 1` })
    .where(sql`${outbox.id} IN (${waiting})`)
    .returning()
  const rows = await retryWhenBusy(() => claiming.execute())
  // Ids are time-ordered, so events of one company are taken up in the order of their changes.
  return rows.toSorted((a, b) => a.id.localeCompare(b.id))
}

/** Carries out one event. One that cannot even be read keeps no other waiting. */
async function attempt(
  ctx: Ctx,
  row: Row,
  handler: EventHandler | undefined,
  ports: Ports,
): Promise<HejuError | undefined> {
  try {
    if (handler === undefined) throw eventUnknown({ type: row.type })
    await handler(ctx, eventOf(row), ports)
    return undefined
  } catch (error) {
    return failureOf(error)
  }
}

function eventOf({ id, type, payloadJson, at, attempts, firstFailedAt }: Row): OutboxEvent {
  const payload = JSON.parse(payloadJson) as Record<string, unknown>
  const failing = firstFailedAt === null ? {} : { failingSince: firstFailedAt }
  return { id, type, payload, at, attempt: attempts, ...failing }
}

async function settle(ctx: Ctx, row: Row, failure: HejuError | undefined): Promise<void> {
  const settling = ctx.db.orm
    .update(outbox)
    .set(outcome(ctx, row, failure))
    .where(and(eq(outbox.id, row.id), isNull(outbox.doneAt)))
  // Left unsettled, what was carried out would be carried out again: a message would go out twice.
  await retryWhenBusy(() => settling.execute())
}

function outcome({ now }: Ctx, { attempts, firstFailedAt }: Row, failure: HejuError | undefined) {
  if (failure === undefined) return { doneAt: now, failure: null, firstFailedAt: null }
  const notBefore = now + backoffMs(attempts, failure)
  // It was no failure, so it counts as no try.
  if (failure.code === notYet.code) return { notBefore, attempts: attempts - 1 }
  const failed = { failure: failure.code, firstFailedAt: firstFailedAt ?? now }
  return attempts >= mostTriesOf(failure) ? { ...failed, doneAt: now } : { ...failed, notBefore }
}

function backoffMs(attempts: number, failure: HejuError): number {
  const asked = Number(failure.params.retryAfterSeconds ?? 0) * 1000
  return Math.max(asked, Math.min(5_000 * 3 ** (attempts - 1), longestBackoffMs))
}

async function nextDue(ctx: Ctx): Promise<number | null> {
  const [row] = await ctx.db.orm
    .select({ at: sql<number | null>`min(not_before)` })
    .from(outbox)
    .where(isNull(outbox.doneAt))
  return row?.at ?? null
}
