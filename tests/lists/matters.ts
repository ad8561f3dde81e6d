import type { Ctx } from '@heju/core'
import { recordAnswer } from '@heju/core/insight/satisfaction'
import { scores } from '@heju/core/insight/satisfaction/testing'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { copyOf } from './copies.ts'

type Things = Readonly<Record<string, string>>

/**
 * What lists of matters have: households that answered, that were asked and that were not, work that stopped, messages, tasks
 * that are late, and complaints as they stand after days.
 */
export async function moreMatters(ctx: Ctx, things: Things): Promise<Record<string, string>> {
  const { roundId = '', roomId = '', importId = '', messageId = '', taskId = '' } = things
  for (const [number, told] of [
    ['1601', {}],
    ['1602', { invited_at: 1 }],
    ['1603', { invited_at: 1, reminded_at: 2 }],
    ['1604', {}],
  ] as const)
    await household(
      ctx,
      roundId,
      { room: things[`roomOf${number}`], person: things[`personOf${number}`] },
      told,
    )
  for (const room of [roomId, things.roomOf1601])
    await recordAnswer(ctx, {
      requestId: freshRequestId(),
      answerId: newId('answ', ctx.now),
      roundId: roundId as never,
      roomId: room as never,
      channel: 'visit',
      scores: scores(4, 2),
      comment: '楼道里夜里很吵',
      named: true,
    })
  await copyOf(ctx, 'messages', { id: messageId }, { id: newId('msg', ctx.now) })
  await copyOf(
    ctx,
    'tasks',
    { id: taskId },
    { id: newId('task', ctx.now), subject_id: things.mine ?? '', kind: 'complaint_major', due_at: 1 },
  )
  await stopped(ctx, things)
  await heldByReader(ctx, things)
  await moreComplaints(ctx, things)
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

async function household(
  { db }: Ctx,
  roundId: string,
  { room = '', person = '' }: { room: string | undefined; person: string | undefined },
  { invited_at = null, reminded_at = null }: { invited_at?: number | null; reminded_at?: number | null },
): Promise<void> {
  await db.client.execute({
    sql: `INSERT INTO survey_households (round_id, room_id, person_id, lead, invited_at, reminded_at) VALUES (?, ?, ?, 1, ?, ?)`,
    args: [roundId, room, person, invited_at, reminded_at],
  })
}

/** A message that was given up and set aside, and an event about a complaint that was given up. */
async function stopped(ctx: Ctx, { eventId = '', complaintId = '', messageId = '' }: Things): Promise<void> {
  const of = (type: string, payload: object) => ({
    id: newId('evt', ctx.now),
    type,
    payload_json: JSON.stringify(payload),
  })
  const waiting = { id: newId('msg', ctx.now), state: 'waiting', failure: null }
  await copyOf(ctx, 'messages', { id: messageId }, waiting)
  const ofMessage = { messageId: waiting.id }
  for (const event of [
    { ...of('message.send', ofMessage), set_aside_at: ctx.now },
    of('message.send', ofMessage),
    of('complaints.registered', { complaintId }),
  ])
    await copyOf(ctx, 'outbox', { id: eventId }, event)
}

/** News that the reader promised of what is in other hands, a task in their name, and links that they sent. */
async function heldByReader(ctx: Ctx, { taskId = '', mine = '', areaId = '' }: Things): Promise<void> {
  const own = { role: null, staff_id: ctx.actor.id }
  for (const kind of ['complaint_update', 'survey_low'])
    await copyOf(ctx, 'tasks', { id: taskId }, { id: newId('task', ctx.now), subject_id: mine, kind, ...own })
  for (const sql of [
    'UPDATE invitations SET invited_by = ? WHERE accepted_at IS NULL',
    'UPDATE area_stewards SET steward_id = ? WHERE area_id = (SELECT min(id) FROM areas)',
    'UPDATE area_stewards SET stand_in_id = ? WHERE area_id = (SELECT max(id) FROM areas)',
  ])
    await ctx.db.client.execute({ sql, args: [ctx.actor.id] })
  // An area of dunning for which they are responsible, and one for which they stand in.
  for (const [name, who] of [
    ['一组', { steward_id: ctx.actor.id, stand_in_id: null }],
    ['二组', { steward_id: null, stand_in_id: ctx.actor.id }],
  ] as const) {
    const id = newId('area', ctx.now)
    await copyOf(ctx, 'areas', { id: areaId }, { id, kind: 'dunning', name })
    await copyOf(ctx, 'area_stewards', { area_id: areaId }, { area_id: id, ...who })
  }
}

/**
 * Complaints in the reader's own hands: one whose terms are over, one whose terms end today, and one that is closed,
 * and one under a category of before there were service lines.
 */
async function moreComplaints(
  ctx: Ctx,
  { complaintId = '', revisited = '', commonPlaceId = '' }: Things,
): Promise<void> {
  const own = { handler_id: ctx.actor.id, first_receiver_id: ctx.actor.id }
  const soon = ctx.now + 1
  const over = { first_due_at: 1, whole_due_at: 1 }
  const dueNow = { first_due_at: soon, whole_due_at: soon }
  const categoryId = newId('ccat', ctx.now)
  await ctx.db.client.execute({
    sql: `INSERT INTO complaint_categories (id, name, about_fees, position, changed_at) VALUES (?, '宠物', 0, 99, 1)`,
    args: [categoryId],
  })
  const closed = { state: 'closed', closed_at: ctx.now, nature: 'effective' }
  const mine = [
    [complaintId, { ...over, room_id: null, common_place_id: commonPlaceId }],
    [complaintId, dueNow],
    [revisited, closed],
    [complaintId, { category_id: categoryId }],
  ] as const
  for (const [at, [like, change]] of mine.entries())
    await copyOf(
      ctx,
      'complaints',
      { id: like },
      { id: newId('cmpl', ctx.now), number: `TS-20200101-000${at}`, ...own, ...change },
    )
}
