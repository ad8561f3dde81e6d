import { and, asc, eq } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { parse, requestIdSchema } from '../../input.ts'
import { deadMessages } from './dead-messages.ts'
import { messageNotDead } from './errors.ts'
import { sendAgain } from './send-again.ts'
import { messages } from './tables.ts'

/** As many as go out at one press: of more, the next press sends the next. */
const mostAtOnePress = 500

export const resendFailedSchema = v.object({
  requestId: requestIdSchema,
  /** Code of the reason for which they were given up. */
  failure: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  purpose: v.optional(v.pipe(v.string(), v.maxLength(60))),
})
export type ResendFailed = v.InferInput<typeof resendFailedSchema>

export const resentSchema = v.object({
  messages: v.number(),
  /** Whether there are more of them than go out at one press. */
  more: v.boolean(),
})
export type Resent = v.InferOutput<typeof resentSchema>

/**
 * Sends again what was given up for one reason, the oldest first, at most `mostAtOnePress`: an account was topped up, a
 * template approved. Each project's log says how many.
 * @throws `messages.not_dead` when there is none, or one of them was sent again meanwhile
 */
export async function resendFailed(ctx: Ctx, raw: ResendFailed): Promise<Resent> {
  ctx.require('messages.resend')
  const input = parse(resendFailedSchema, raw)
  return ctx.write('messages.resend_failed', input, async (write) => {
    const { failure, purpose } = input
    const found = await ctx.db.orm
      .select({ id: messages.id, projectId: messages.projectId })
      .from(messages)
      .where(and(deadMessages(ctx, purpose), eq(messages.failure, failure)))
      .orderBy(asc(messages.id))
      .limit(mostAtOnePress + 1)
    const these = found.slice(0, mostAtOnePress)
    if (these.length === 0) throw messageNotDead()
    sendAgain(
      ctx,
      write,
      these.map(({ id }) => id),
      ['dead'],
      messageNotDead(),
    )
    for (const [projectId, theirs] of Map.groupBy(these, (one) => one.projectId))
      write.audit('messages.resent_failed', projectId ?? ctx.company.id, {
        projectId: projectId ?? undefined,
        detail: { failure, messages: theirs.length },
      })
    return { messages: these.length, more: found.length > these.length }
  })
}
