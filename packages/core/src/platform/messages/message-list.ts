import { eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { defineList, projectsInOrder, type Order } from '../lists/index.ts'
import { messages, messageStates } from './tables.ts'

/** A message as staff see it: whom it went to is masked, and what it says stays sealed. */
const messageSchema = v.object({
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

const { id, purpose, subjectId, projectId, state, attempts, failure, createdAt, sentAt } = messages

/** Messages to people, newest first; sign-in codes are left out. Who works in some projects sees those of his projects. */
export const messageList = defineList({
  permission: 'messages.read',
  filter: {
    state: v.optional(v.picklist(messageStates)),
    purpose: v.optional(v.pipe(v.string(), v.maxLength(60))),
    /** Code of the reason for which it was given up or did not arrive. */
    failure: v.optional(v.pipe(v.string(), v.maxLength(100))),
    subjectId: v.optional(v.pipe(v.string(), v.maxLength(60))),
  },
  item: messageSchema,
  project: projectsInOrder(projectId),
  where: (_ctx, filter) => [
    sql`${purpose} <> 'otp'`,
    filter.state === undefined ? undefined : eq(state, filter.state),
    filter.purpose === undefined ? undefined : eq(purpose, filter.purpose),
    filter.failure === undefined ? undefined : eq(failure, filter.failure),
    filter.subjectId === undefined ? undefined : eq(subjectId, filter.subjectId),
  ],
  // Ids are in the order of time; the indexes of a state and of a subject have the time itself.
  order: (filter): Order =>
    filter.state === undefined && filter.subjectId === undefined
      ? { by: { id }, direction: 'descending' }
      : { by: { createdAt, id }, direction: 'descending' },
  query: (ctx, { where, orderBy, limit }) => {
    const phoneMasked = sql<string>`'*******' || ${messages.phoneLast4}`
    return ctx.db.orm
      .select({ id, purpose, subjectId, projectId, phoneMasked, state, attempts, failure, createdAt, sentAt })
      .from(messages)
      .where(where)
      .orderBy(...orderBy)
      .limit(limit)
  },
  shown: (message) => message,
})
