import { defineError, type HejuError } from '@heju/kernel'
import { compile, outbox, retryWhenBusy, type Statement } from '@heju/db'
import { and, eq, isNull, sql, type SQL } from 'drizzle-orm'
import { mostTries, mostTriesOf } from '../../another-try.ts'
import type { Ctx } from '../../context.ts'
import { failureOf } from '../../failure.ts'
import { cutOff, notYet, type EventHandler, type OutboxEvent } from './event.ts'
import type { Ports } from './ports.ts'

/** As many as one queue message carries out; with more waiting, the next message goes on. */
const mostCarriedOut = 20
/** Of these one step is as much as a message has time for: it ends with it, and the next message goes on. */
const fillsMessage = new Set(['registry_import.confirmed', 'billing.run_requested', 'survey.ask'])
/** For so long no other consumer takes a claimed event; one that died frees it again by this. */
export const leaseMs = 60_000
const longestBackoffMs = 60 * 60_000

/** One that a newer version wrote while it is being rolled out. */
const eventUnknown = defineError('outbox.event_unknown', 'upgrading')

/**
 * Carries out what waits in a company's outbox, each event at least once. One is claimed at a time, together with the
 * outcome of the one before: whatever becomes of this Worker, only the one that it had begun counts as tried.
 * @param hasTime whether another one can be carried out within the lease, which counts from the beginning of the message
 * @returns when to come again (epoch ms), or null when nothing waits
 */
export async function drainOutbox(
  ctx: Ctx,
  handlers: Readonly<Record<string, EventHandler>>,
  ports: Ports,
  hasTime: () => boolean = () => true,
): Promise<number | null> {
  ctx.requireJob()
  let settled: Statement[] = []
  for (let carriedOut = 0; carriedOut < mostCarriedOut; carriedOut++) {
    const { row, next } = await turn(ctx, [...settled, claim(ctx.now)])
    if (row === undefined) return next
    settled = [settle(ctx, row, await attempt(ctx, row, handlers[row.type], ports))]
    if (fillsMessage.has(row.type) || !hasTime()) break
  }
  return (await turn(ctx, settled)).next
}

/** An event as it was claimed: this try is counted, and a try before it that never ended stands as a failure. */
interface Row {
  id: string
  type: string
  payload_json: string
  at: number
  attempts: number
  failure: string | null
  first_failed_at: number | null
}

/** Settles one event, claims the next, and says when there is one to come again for: one round trip. */
async function turn(
  ctx: Ctx,
  statements: readonly Statement[],
): Promise<{ row: Row | undefined; next: number | null }> {
  const next = sql`SELECT min(not_before) AS at FROM ${outbox} WHERE done_at IS NULL`
  // Left unsettled, what was carried out would be carried out again: a message would go out twice.
  const results = await retryWhenBusy(() => ctx.db.client.batch([...statements, next].map(compile), 'write'))
  const [row] = results.at(-2)?.rows ?? []
  const at = results.at(-1)?.rows[0]?.at
  return { row: row as Row | undefined, next: typeof at === 'number' ? at : null }
}

/**
 * What waits longest goes first, and in the order of the changes: ids are time-ordered. One whose try came to no end
 * waited out a lease, so that those behind it are carried out before it is begun again.
 */
function claim(now: number): SQL {
  return sql`UPDATE ${outbox} SET not_before = ${now + leaseMs}, attempts = attempts + 1,
      failure = CASE WHEN attempts > 0 THEN coalesce(failure, ${cutOff.code}) ELSE failure END,
      first_failed_at = CASE WHEN attempts > 0 THEN coalesce(first_failed_at, ${now}) ELSE first_failed_at END
    WHERE id = (SELECT id FROM ${outbox} WHERE done_at IS NULL AND not_before <= ${now} ORDER BY not_before, id LIMIT 1)
    RETURNING id, type, payload_json, at, attempts, failure, first_failed_at`
}

/** Carries out one event. One that cannot even be read keeps no other waiting. */
async function attempt(
  ctx: Ctx,
  row: Row,
  handler: EventHandler | undefined,
  ports: Ports,
): Promise<HejuError | undefined> {
  // The last try that it had did not come to an end, or it would be settled: another could stop the next Worker.
  if (row.attempts > (cutOff.code === row.failure ? mostTriesOf(cutOff()) : mostTries)) return cutOff()
  try {
    if (handler === undefined) throw eventUnknown({ type: row.type })
    await handler(ctx, eventOf(row), ports)
    return undefined
  } catch (error) {
    return failureOf(error)
  }
}

function eventOf({ id, type, payload_json, at, attempts, first_failed_at }: Row): OutboxEvent {
  const payload = JSON.parse(payload_json) as Record<string, unknown>
  const failing = first_failed_at === null ? {} : { failingSince: first_failed_at }
  return { id, type, payload, at, attempt: attempts, ...failing }
}

function settle(ctx: Ctx, row: Row, failure: HejuError | undefined): Statement {
  return ctx.db.orm
    .update(outbox)
    .set(outcome(ctx, row, failure))
    .where(and(eq(outbox.id, row.id), isNull(outbox.doneAt)))
}

function outcome({ now }: Ctx, { attempts, first_failed_at }: Row, failure: HejuError | undefined) {
  if (failure === undefined) return { doneAt: now, failure: null, firstFailedAt: null }
  const notBefore = now + backoffMs(attempts, failure)
  // It was no failure, so it counts as no try.
  if (failure.code === notYet.code) return { notBefore, attempts: attempts - 1 }
  const failed = { failure: failure.code, firstFailedAt: first_failed_at ?? now }
  return attempts >= mostTriesOf(failure) ? { ...failed, doneAt: now } : { ...failed, notBefore }
}

function backoffMs(attempts: number, failure: HejuError): number {
  const asked = Number(failure.params.retryAfterSeconds ?? 0) * 1000
  return Math.max(asked, Math.min(5_000 * 3 ** Math.min(attempts - 1, 12), longestBackoffMs))
}
