import { outbox } from '@heju/db'
import { defineError } from '@heju/kernel'
import { and, desc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { notAllowed } from '../context.ts'

export const deadLetterNotFound = defineError('outbox.dead_letter_not_found', 'not_found')

/** An event that was given up: what it was, when, and why. */
export interface DeadLetter {
  id: string
  type: string
  failure: string
  attempts: number
  at: number
  gaveUpAt: number
}

const pageSize = 50

/** Events that were given up, newest first. @param before id of the last one of the page before */
export async function listDeadLetters(ctx: Ctx, before?: string): Promise<DeadLetter[]> {
  if (ctx.projectsWhere('messages.read') !== 'all') throw notAllowed({ permission: 'messages.read' })
  const rows = await ctx.db.orm
    .select({
      id: outbox.id,
      type: outbox.type,
      failure: outbox.failure,
      attempts: outbox.attempts,
      at: outbox.at,
      gaveUpAt: outbox.doneAt,
    })
    .from(outbox)
    .where(
      and(
        isNotNull(outbox.failure),
        isNotNull(outbox.doneAt),
        before === undefined ? undefined : lt(outbox.id, before),
      ),
    )
    .orderBy(desc(outbox.id))
    .limit(pageSize)
  return rows.map((row) => ({ ...row, failure: row.failure ?? '', gaveUpAt: row.gaveUpAt ?? 0 }))
}

/** Gives a dead letter another life. @throws `outbox.dead_letter_not_found` when it is not dead */
export async function retryDeadLetter(
  ctx: Ctx,
  input: { requestId: string; eventId: string },
): Promise<{ eventId: string }> {
  ctx.require('messages.resend')
  return ctx.write('outbox.retry', input, (write) => {
    write.changeOne(
      ctx.db.orm
        .update(outbox)
        .set({ doneAt: null, failure: null, attempts: 0, notBefore: ctx.now })
        .where(and(eq(outbox.id, input.eventId), isNotNull(outbox.doneAt), sql`failure IS NOT NULL`)),
      deadLetterNotFound,
    )
    write.audit('outbox.retried', input.eventId)
    write.publishedInBulk()
    return { eventId: input.eventId }
  })
}
