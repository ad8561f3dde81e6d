import { newId } from '@heju/kernel'
import type { Write } from '@heju/db'
import type { Ctx } from '../context.ts'
import { messages } from './tables.ts'

export interface NewMessage {
  purpose: string
  subjectId: string
  projectId?: string
  /** Mainland mobile number, digits only. */
  phone: string
  params: Readonly<Record<string, string>>
  /** Epoch ms before which it is not sent. */
  notBefore?: number
}

/**
 * Puts a message in the outbox as part of a verb's write; the queue Worker sends it, at least once.
 * @returns the message's id
 */
export async function enqueueMessage(ctx: Ctx, write: Write, message: NewMessage): Promise<string> {
  const id = newId('msg', ctx.now)
  const { purpose, subjectId, projectId, phone, params, notBefore } = message
  write.add(
    ctx.db.orm.insert(messages).values({
      id,
      purpose,
      subjectId,
      projectId: projectId ?? null,
      phoneSealed: await ctx.vault.seal('messages.phone', phone),
      phoneLast4: phone.slice(-4),
      paramsSealed: await ctx.vault.seal('messages.params', JSON.stringify(params)),
      locale: ctx.company.locale,
      state: 'waiting',
      createdAt: ctx.now,
    }),
  )
  write.publish({ type: 'message.send', messageId: id }, notBefore ?? 0)
  return id
}
