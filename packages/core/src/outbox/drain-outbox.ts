import { HejuError } from '@heju/kernel'
import { outbox } from '@heju/db'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import type { EventHandler, OutboxEvent } from './event.ts'
import type { Ports } from './ports.ts'

/** As many as one queue message carries out; with more waiting, the next message goes on. */
const claimed = 20
/** For so long no other consumer takes a claimed event; one that died frees it again by this. */
const leaseMs = 60_000
/** A failure that might pass is given up after so many tries. */
export const mostAttempts = 8
const longestBackoffMs = 60 * 60_000

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
  for (const event of await claim(ctx)) {
    const failure = await attempt(ctx, event, handlers[event.type], ports)
    await settle(ctx, event, failure)
  }
  return nextDue(ctx)
}

async function claim(ctx: Ctx): Promise<OutboxEvent[]> {
  const waiting = sql`SELECT id FROM ${outbox} WHERE done_at IS NULL AND not_before <= ${ctx.now} ORDER BY not_before LIMIT ${claimed}`
  const rows = await ctx.db.orm
    .update(outbox)
    .set({ notBefore: ctx.now + leaseMs, attempts: sql`attempts + 1` })
    .where(sql`${outbox.id} IN (${waiting})`)
    .returning()
  // Ids are time-ordered, so events of one company are taken up in the order of their changes.
  return rows
    .toSorted((a, b) => a.id.localeCompare(b.id))
    .map(({ id, type, payloadJson, at, attempts }) => ({
      id,
      type,
      payload: JSON.parse(payloadJson) as Record<string, unknown>,
      at,
      attempt: attempts,
    }))
}

async function attempt(
  ctx: Ctx,
  event: OutboxEvent,
  handler: EventHandler | undefined,
  ports: Ports,
): Promise<HejuError | Error | undefined> {
  if (handler === undefined) return new Error(`no handler for ${event.type}`)
  try {
    await handler(ctx, event, ports)
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

async function settle(ctx: Ctx, event: OutboxEvent, failure: Error | undefined): Promise<void> {
  const mine = and(eq(outbox.id, event.id), isNull(outbox.doneAt))
  if (failure === undefined) {
    await ctx.db.orm.update(outbox).set({ doneAt: ctx.now, failure: null }).where(mine)
    return
  }
  const code = failure instanceof HejuError ? failure.code : 'request.internal'
  const dead = !mayPass(failure) || event.attempt >= mostAttempts
  await ctx.db.orm
    .update(outbox)
    .set(
      dead
        ? { doneAt: ctx.now, failure: code }
        : { notBefore: ctx.now + backoffMs(event.attempt, failure), failure: code },
    )
    .where(mine)
}

/** Whether trying again can help without anybody changing anything. */
function mayPass(failure: Error): boolean {
  if (!(failure instanceof HejuError)) return true
  return ['unavailable', 'rate_limited', 'conflict', 'upgrading', 'internal'].includes(failure.kind)
}

function backoffMs(attempts: number, failure: Error): number {
  const asked = failure instanceof HejuError ? Number(failure.params.retryAfterSeconds ?? 0) * 1000 : 0
  return Math.max(asked, Math.min(5_000 * 3 ** (attempts - 1), longestBackoffMs))
}

async function nextDue(ctx: Ctx): Promise<number | null> {
  const [row] = await ctx.db.orm
    .select({ at: sql<number | null>`min(not_before)` })
    .from(outbox)
    .where(isNull(outbox.doneAt))
  return row?.at ?? null
}
