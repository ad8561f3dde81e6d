import { outbox, type Write } from '@heju/db'
import { newId } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { sealedRow, type NewMessage } from './enqueue-message.ts'
import { messages } from './tables.ts'

/** SQLite takes 32,766 arguments in a statement; a message has sixteen. */
const mostAtOnce = 1000

/**
 * Puts many messages in the outbox as part of a verb's write, in two statements however many they are.
 * @param list at most 1000
 * @returns their ids, in the same order
 */
export async function enqueueMessages(
  ctx: Ctx,
  write: Write,
  list: readonly NewMessage[],
): Promise<string[]> {
  if (list.length === 0) return []
  if (list.length > mostAtOnce) throw new RangeError(`${list.length} messages in one write`)
  const rows = await Promise.all(list.map((message) => sealedRow(ctx, message)))
  write.add(ctx.db.orm.insert(messages).values(rows))
  const events = rows.map(({ id }, i) => [newId('evt', ctx.now), id, list[i]?.notBefore ?? 0])
  write.add(sql`INSERT INTO ${outbox} (id, type, payload_json, at, not_before)
    SELECT value ->> 0, 'message.send', json_object('messageId', value ->> 1), ${ctx.now}, value ->> 2
    FROM json_each(${JSON.stringify(events)})`)
  write.publishedInBulk()
  return rows.map(({ id }) => id)
}
