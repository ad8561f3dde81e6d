import { messageTexts, type MessagePurpose } from './texts.ts'
import { fill, nearestLocale } from '@heju/i18n'
import { compile, outbox } from '@heju/db'
import { HejuError, isWithinDaytime, newId, nextDaytime, type TimeOfDay } from '@heju/kernel'
import { and, eq, sql, type SQL } from 'drizzle-orm'
import { mostTriesOf } from '../../another-try.ts'
import type { Ctx } from '../../context.ts'
import { notYet, type EventHandler, type OutboxEvent, type Ports } from '../outbox/index.ts'
import type { Delivery, OutgoingMessage } from './channel.ts'
import { tooLate } from './errors.ts'
import { messageReports, messages } from './tables.ts'
import { outIdOf } from './out-id.ts'

type Message = typeof messages.$inferSelect

/**
 * Sends one message, at least once, and at most once where the channel can be asked what became of an earlier try.
 * What can never be sent is recorded as dead, for staff to see; the event is then done.
 */
export const sendMessage: EventHandler = async (ctx, event, ports) => {
  const [message] = await ctx.db.orm
    .select()
    .from(messages)
    .where(eq(messages.id, String(event.payload.messageId)))
  if (message === undefined || message.state !== 'waiting') return
  if (ctx.now >= (message.goodUntil ?? Infinity)) return giveUp(ctx, event, tooLate.code)
  leaveAsleep(ctx, message)
  const outgoing = await written(ctx, message, ports)
  try {
    const earlier = event.attempt > 1 ? await askForEarlier(ctx, ports, outgoing) : null
    const sent = earlier ?? (await ports.channel.send(outgoing))
    await settle(ctx, message.id, stateOf(sent.state), sent.providerMessageId)
    await noteOnWay(ctx, message.id, ports.channel.name, sent)
  } catch (error) {
    const code = error instanceof HejuError ? error.code : 'request.internal'
    if (event.attempt < mostTriesOf(error)) throw error
    await giveUp(ctx, event, code)
  }
}

/** What was caused by somebody a moment ago is awaited; what comes later than this is not, and wakes nobody. */
const freshMs = 30 * 60_000

const daytime = ['08:00' as TimeOfDay, '21:00' as TimeOfDay] as const

/** A message that could not go out for hours waits for the morning, but for one that is of use for a while only. */
function leaveAsleep({ now, company: { zone } }: Ctx, { createdAt, goodUntil }: Message): void {
  if (goodUntil !== null || now - createdAt <= freshMs || isWithinDaytime(now, zone, ...daytime)) return
  throw notYet({ retryAfterSeconds: Math.ceil((nextDaytime(now, zone, ...daytime) - now) / 1000) })
}

/** The message as the person reads it. */
async function written(ctx: Ctx, message: Message, ports: Ports): Promise<OutgoingMessage> {
  const params = JSON.parse(await ctx.vault.unseal('messages.params', message.paramsSealed)) as Record<
    string,
    string
  >
  if (message.goodUntil !== null) params.minutes = String(Math.ceil((message.goodUntil - ctx.now) / 60_000))
  const purpose = message.purpose as MessagePurpose
  const locale = nearestLocale(message.locale) ?? 'zh-CN'
  return {
    to: await ctx.vault.unseal('messages.phone', message.phoneSealed),
    templateCode: ports.smsTemplates[purpose] ?? '',
    params,
    text: fill(messageTexts[purpose], locale, { company: ctx.company.name, ...params }).trim(),
    outId: outIdOf(ctx.company.id, message.id),
  }
}

/** An earlier try whose answer got lost may have gone out: a channel that can be asked is asked first. */
async function askForEarlier(ctx: Ctx, ports: Ports, outgoing: OutgoingMessage): Promise<Delivery | null> {
  const { to, outId } = outgoing
  return (await ports.channel.queryDelivery?.({ to, outId, sentAt: ctx.now })) ?? null
}

/** What the channel said at once; later reports come by `recordReports`. */
async function noteOnWay(
  ctx: Ctx,
  messageId: string,
  channel: string,
  sent: Delivery | { providerMessageId: string; state: 'accepted' | 'delivered' },
): Promise<void> {
  const state = sent.state === 'pending' ? 'accepted' : sent.state
  const said =
    'reportedAt' in sent ? { reason: sent.reason, at: sent.reportedAt ?? ctx.now } : { at: ctx.now }
  const { providerMessageId } = sent
  await ctx.db.orm
    .insert(messageReports)
    .values({ messageId, channel, state, providerMessageId, recordedAt: ctx.now, ...said })
    .onConflictDoNothing()
}

type Sent = 'sent' | 'delivered' | 'failed'

/** What a message that waited became. */
type Outcome = Pick<Message, 'providerMessageId' | 'failure' | 'settledAt'> & {
  state: Message['state'] | SQL<Message['state']>
}

function stateOf(state: 'accepted' | Delivery['state']): Sent {
  return state === 'delivered' ? 'delivered' : state === 'failed' ? 'failed' : 'sent'
}

/** Gives a message up, and says so to whom its sender named, once. */
async function giveUp(ctx: Ctx, { payload }: OutboxEvent, failure: string): Promise<void> {
  const id = String(payload.messageId)
  const dead = settled(ctx, id, { state: 'dead', providerMessageId: null, failure, settledAt: ctx.now })
  const { type, ...about } = (payload.ifUnsent ?? {}) as { type?: string }
  const told = sql`INSERT INTO ${outbox} (id, type, payload_json, at)
    SELECT ${newId('evt', ctx.now)}, ${type}, ${JSON.stringify(about)}, ${ctx.now} WHERE changes() = 1`
  await ctx.db.client.batch((type === undefined ? [dead] : [dead, told]).map(compile), 'write')
}

async function settle(ctx: Ctx, id: string, state: Sent, providerMessageId: string | null): Promise<void> {
  const over = state === 'sent' ? null : ctx.now
  // The report may have come before the answer that it is about.
  const said = sql`(SELECT r.state FROM ${messageReports} r WHERE r.message_id = ${id} AND r.state <> 'accepted'
    AND r.provider_message_id = ${providerMessageId} ORDER BY r.seq DESC LIMIT 1)`
  const reported = state === 'sent' ? sql<Message['state']>`coalesce(${said}, 'sent')` : state
  await settled(ctx, id, { state: reported, providerMessageId, failure: null, settledAt: over })
}

function settled(ctx: Ctx, id: string, outcome: Outcome) {
  return ctx.db.orm
    .update(messages)
    .set({ ...outcome, attempts: sql`attempts + 1`, sentAt: ctx.now })
    .where(and(eq(messages.id, id), eq(messages.state, 'waiting')))
}
