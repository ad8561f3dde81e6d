import { outbox, type Write } from '@heju/db'
import { newId, type HejuError } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { messages, type MessageState } from './tables.ts'

/**
 * Sends messages again as part of a verb's write, in three statements however many they are: each waits anew, and goes
 * out like any that waits, by day where it is hours old. Codes to sign in with are none of them: another is asked for.
 * @param states in which they must still be
 * @param otherwise thrown when one of them is not any more: then none is sent
 */
export function sendAgain(
  ctx: Ctx,
  write: Write,
  ids: readonly string[],
  states: readonly MessageState[],
  otherwise: HejuError,
): void {
  const events = JSON.stringify(ids.map((id) => [newId('evt', ctx.now), id]))
  write.change(sql`UPDATE ${messages} SET state = 'waiting', failure = NULL, settled_at = NULL
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) AND purpose <> 'otp'
      AND state IN (SELECT value FROM json_each(${JSON.stringify(states)}))`)
  write.require(sql`changes() = ${ids.length}`, otherwise)
  write.change(sql`INSERT INTO ${outbox} (id, type, payload_json, at)
    SELECT value ->> 0, 'message.send', json_object('messageId', value ->> 1), ${ctx.now} FROM json_each(${events})`)
  write.publishedInBulk()
}
