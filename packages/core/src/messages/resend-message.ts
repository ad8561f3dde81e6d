import { and, eq, inArray } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../context.ts'
import { idSchema, parse, requestIdSchema } from '../input.ts'
import { messageNotDead, messageNotFound } from './errors.ts'
import { messages } from './tables.ts'

export const resendMessageSchema = v.object({ requestId: requestIdSchema, messageId: idSchema('msg') })
export type ResendMessage = v.InferInput<typeof resendMessageSchema>

/**
 * Sends a message again that was given up or that did not arrive.
 * @throws `messages.not_found`, `messages.not_dead`
 */
export async function resendMessage(ctx: Ctx, raw: ResendMessage): Promise<{ messageId: string }> {
  ctx.require('messages.resend')
  const input = parse(resendMessageSchema, raw)
  return ctx.write('messages.resend', input, async (write) => {
    const { messageId } = input
    const [message] = await ctx.db.orm
      .select({ projectId: messages.projectId, state: messages.state })
      .from(messages)
      .where(eq(messages.id, messageId))
    if (message === undefined || !ctx.may('messages.resend', message.projectId ?? undefined))
      throw messageNotFound()
    const given = inArray(messages.state, ['dead', 'failed'])
    write.changeOne(
      ctx.db.orm
        .update(messages)
        .set({ state: 'waiting', failure: null, settledAt: null })
        .where(and(eq(messages.id, messageId), given)),
      messageNotDead,
    )
    write.publish({ type: 'message.send', messageId })
    write.audit('messages.resent', messageId, { projectId: message.projectId ?? undefined })
    return { messageId }
  })
}
