import { and, desc, eq, gte, inArray, lt, sql } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { decodeCursor, pageEntries, pageOf, type Page } from '../../paging.ts'
import { messages, messageStates } from './tables.ts'

export const messageFilterSchema = v.object({
  ...pageEntries,
  state: v.optional(v.picklist(messageStates)),
  purpose: v.optional(v.pipe(v.string(), v.maxLength(60))),
  /** Code of the reason for which it was given up or did not arrive. */
  failure: v.optional(v.pipe(v.string(), v.maxLength(100))),
  subjectId: v.optional(v.pipe(v.string(), v.maxLength(60))),
})
export type MessageFilter = v.InferInput<typeof messageFilterSchema>

/** A message as staff see it: whom it went to is masked, and what it says stays sealed. */
export const messageSchema = v.object({
  id: v.string(),
  purpose: v.string(),
  subjectId: v.string(),
  projectId: v.nullable(v.string()),
  phoneMasked: v.string(),
  state: v.picklist(messageStates),
  attempts: v.number(),
  failure: v.nullable(v.string()),
  createdAt: v.number(),
  sentAt: v.nullable(v.number()),
})
export type MessageRow = v.InferOutput<typeof messageSchema>

/**
 * Messages to people, newest first; sign-in codes are left out. Who works in some projects sees those of his projects.
 * One round trip.
 */
export async function listMessages(ctx: Ctx, raw: MessageFilter): Promise<Page<MessageRow>> {
  const scope = ctx.projectsWhere('messages.read')
  const { state, purpose, failure, subjectId, after, limit } = parse(messageFilterSchema, raw)
  const key = decodeCursor<[string]>(after, ['string'])
  const rows = await ctx.db.orm
    .select({
      id: messages.id,
      purpose: messages.purpose,
      subjectId: messages.subjectId,
      projectId: messages.projectId,
      phoneMasked: sql<string>`'*******' || ${messages.phoneLast4}`,
      state: messages.state,
      attempts: messages.attempts,
      failure: messages.failure,
      createdAt: messages.createdAt,
      sentAt: messages.sentAt,
    })
    .from(messages)
    .where(
      and(
        sql`${messages.purpose} <> 'otp'`,
        scope === 'all' ? undefined : inArray(messages.projectId, [...scope]),
        state === undefined ? undefined : eq(messages.state, state),
        purpose === undefined ? undefined : eq(messages.purpose, purpose),
        failure === undefined ? undefined : eq(messages.failure, failure),
        subjectId === undefined ? undefined : eq(messages.subjectId, subjectId),
        key === undefined ? gte(messages.id, '') : lt(messages.id, key[0]),
      ),
    )
    .orderBy(desc(messages.id))
    .limit(limit + 1)
  return pageOf(rows, limit, (row) => [row.id])
}
