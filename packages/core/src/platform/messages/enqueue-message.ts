import { newId } from '@heju/kernel'
import type { Write } from '@heju/db'
import type { Ctx } from '../../context.ts'
import { messages } from './tables.ts'

export interface NewMessage {
  purpose: string
  subjectId: string
  projectId?: string
  /** Mainland mobile number, digits only. */
  phone: string
  /** Of a message with a `goodUntil`, `minutes` is what is left of it when it goes out. */
  params: Readonly<Record<string, string>>
  /** Epoch ms before which it is not sent. */
  notBefore?: number
  /** Epoch ms from which on what it says is of no use: it is then not sent any more. */
  goodUntil?: number
}

/**
 * Puts a message in the outbox as part of a verb's write; the queue Worker sends it, at least once.
 * @param ifUnsent an event that is published when it is given up without having been sent
 * @returns the message's id
 */
export async function enqueueMessage(
  ctx: Ctx,
  write: Write,
  message: NewMessage,
  ifUnsent?: { type: string; [key: string]: unknown },
): Promise<string> {
  const row = await sealedRow(ctx, message)
  write.add(ctx.db.orm.insert(messages).values(row))
  const { id: messageId } = row
  write.publish({ type: 'message.send', messageId, ...(ifUnsent && { ifUnsent }) }, message.notBefore ?? 0)
  return messageId
}

/** A message as it waits, whom it goes to and what it says sealed. */
export async function sealedRow(ctx: Ctx, message: NewMessage): Promise<typeof messages.$inferInsert> {
  const { purpose, subjectId, projectId, phone, params, goodUntil } = message
  const [phoneSealed, paramsSealed] = await Promise.all([
    ctx.vault.seal('messages.phone', phone),
    ctx.vault.seal('messages.params', JSON.stringify(params)),
  ])
  return {
    id: newId('msg', ctx.now),
    purpose,
    subjectId,
    projectId: projectId ?? null,
    phoneSealed,
    phoneLast4: phone.slice(-4),
    paramsSealed,
    locale: ctx.company.locale,
    state: 'waiting',
    createdAt: ctx.now,
    goodUntil: goodUntil ?? null,
  }
}
