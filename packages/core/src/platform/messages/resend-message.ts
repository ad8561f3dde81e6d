import { and, eq, ne } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema, parse, requestIdSchema } from '../../input.ts'
import { messageNotDead, messageNotFound } from './errors.ts'
import { sendAgain } from './send-again.ts'
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
      .select({ projectId: messages.projectId })
      .from(messages)
      .where(and(eq(messages.id, messageId), ne(messages.purpose, 'otp')))
    if (message === undefined || !ctx.may('messages.resend', message.projectId ?? undefined))
      throw messageNotFound()
    sendAgain(ctx, write, [messageId], ['dead', 'failed'], messageNotDead())
    write.audit('messages.resent', messageId, { projectId: message.projectId ?? undefined })
    return { messageId }
  })
}
