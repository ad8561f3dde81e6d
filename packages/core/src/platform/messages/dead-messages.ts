import { and, eq, inArray, ne, sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { messages } from './tables.ts'

/** Messages that were given up and may be sent again, of the projects in which the actor may. @param purpose of one only */
export function deadMessages(ctx: Ctx, purpose?: string): SQL | undefined {
  const scope = ctx.projectsWhere('messages.resend')
  return and(
    eq(messages.state, 'dead'),
    ne(messages.purpose, 'otp'),
    scope === 'all' ? undefined : inArray(messages.projectId, [...scope]),
    purpose === undefined ? undefined : eq(messages.purpose, purpose),
  )
}

/** How many messages were given up and may be sent again: a query of one number. */
export function countOfDead(ctx: Ctx): SQL {
  return sql`SELECT count(*) FROM ${messages} WHERE ${deadMessages(ctx)}`
}

export const failuresFilterSchema = v.object({
  purpose: v.optional(v.pipe(v.string(), v.maxLength(60))),
})
export type FailuresFilter = v.InferInput<typeof failuresFilterSchema>

/** The reason for which messages were given up, and how many. */
export const messageFailureSchema = v.object({ failure: v.string(), messages: v.number() })
export type MessageFailure = v.InferOutput<typeof messageFailureSchema>

/** For which reasons messages were given up that may be sent again, the most frequent first. One round trip. */
export async function listFailures(ctx: Ctx, raw: FailuresFilter): Promise<MessageFailure[]> {
  const { purpose } = parse(failuresFilterSchema, raw)
  return ctx.db.orm.all<MessageFailure>(sql`SELECT failure, count(*) AS messages FROM ${messages}
    WHERE ${deadMessages(ctx, purpose)} AND failure IS NOT NULL GROUP BY failure ORDER BY messages DESC, failure`)
}
