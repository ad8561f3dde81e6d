import type { Ctx } from '@heju/core'
import { recordAnswer } from '@heju/core/insight/satisfaction'
import { scores } from '@heju/core/insight/satisfaction/testing'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'

type Things = Readonly<Record<string, string>>

/** What lists of matters have: a household that answered beside one that did not, and work that stopped. */
export async function moreMatters(ctx: Ctx, things: Things): Promise<Record<string, string>> {
  const { roundId = '', roomId = '', keptId = '', buyerId = '', importId = '' } = things
  await ctx.db.client.execute({
    sql: 'INSERT INTO survey_households (round_id, room_id, person_id, lead) VALUES (?, ?, ?, 1)',
    args: [roundId, keptId, buyerId],
  })
  await recordAnswer(ctx, {
    requestId: freshRequestId(),
    answerId: newId('answ', ctx.now),
    roundId: roundId as never,
    roomId: roomId as never,
    channel: 'visit',
    scores: scores(4, 2),
    comment: '楼道里夜里很吵',
    named: true,
  })
  // What was given up of an import waits for somebody as long as the import does.
  await ctx.db.client.execute({
    sql: `UPDATE import_jobs SET state = 'applying' WHERE id = ?`,
    args: [importId],
  })
  const { rows } = await ctx.db.client.execute({
    sql: 'SELECT number FROM complaints WHERE id = ?',
    args: [things.complaintId ?? ''],
  })
  return { complaintNumber: String(rows[0]?.number) }
}
