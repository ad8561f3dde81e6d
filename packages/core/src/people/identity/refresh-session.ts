import { compile } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { sessionEnded } from './errors.ts'
import { familyOf, hashRefreshToken, nextRefreshToken, wasIssued } from './refresh-tokens.ts'
import { lostAnswers, rotationGraceMs, sessionLives } from './rules.ts'
import { assignmentsJson, assignmentsOf } from '../roles/index.ts'
import type { SignedIn } from './sessions.ts'

/** A row of the last statement of `rotate`, as the database names its columns. */
interface SessionRow {
  subject_id: string
  token_sha256: string
  expires_at: number
  ended_at: number | null
  end_reason: string | null
  /** 1 when the account may be used. */
  usable: number
  assignments: string
}

/**
 * Changes a refresh token for its successor, with the roles as they now are. One round trip.
 *
 * Spent twice, a token means that its answer was lost on a weak line, or that somebody has a copy. Within a minute the same
 * successor is answered once more, since two tabs, or a page and its picture, renew at the same moment. Later, and as
 * long as the successor was not spent itself, there is another successor and the first is given up: an answer that was
 * lost is never missed. Was it not lost, its holder comes with what was given up, and then all of the family ends: owner
 * and thief both sign in anew, as they do when a token from further back comes.
 *
 * It goes past `ctx.write`: the guards are in the statements themselves, a repetition gets the same successor by
 * construction, and it must work in suspended companies, whose staff may read.
 *
 * @throws `identity.session_ended` for a token that is unknown, out of date, of another plane, signed out or reused,
 *   and for a member of staff who was disabled
 */
export async function refreshSession(
  ctx: Ctx,
  plane: 'staff' | 'owner',
  refreshToken: string,
): Promise<SignedIn> {
  const familyId = familyOf(refreshToken)
  if (familyId === undefined) throw sessionEnded()
  const successors = await successorsOf(ctx, familyId, refreshToken)
  const hashes = successors.map(({ sha256 }) => sha256)
  const spent = {
    sha256: await hashRefreshToken(refreshToken),
    issued: await wasIssued(ctx.vault, refreshToken),
  }
  const row = await rotate(ctx, plane, familyId, spent, hashes)
  if (row?.end_reason === 'reused' && row.ended_at === ctx.now) await reportReuse(ctx, row.subject_id)
  const good = row !== undefined && row.ended_at === null && row.expires_at > ctx.now && row.usable === 1
  const next = successors.find(({ sha256 }) => sha256 === row?.token_sha256)?.token
  if (!good || next === undefined) throw sessionEnded()
  const { subject_id: subject, assignments, expires_at: refreshUntil } = row
  const session = {
    plane,
    subject,
    companyId: ctx.company.id,
    familyId,
    assignments: assignmentsOf(assignments),
  }
  return { session, refreshToken: next, refreshUntil }
}

/** What a token may be changed for: the first at once, each later one when the one before never arrived. */
async function successorsOf(ctx: Ctx, familyId: string, token: string) {
  return Promise.all(
    Array.from({ length: lostAnswers + 1 }, async (_, again) => {
      const successor = await nextRefreshToken(ctx.vault, familyId, token, again)
      return { token: successor, sha256: await hashRefreshToken(successor) }
    }),
  )
}

async function rotate(
  ctx: Ctx,
  plane: 'staff' | 'owner',
  familyId: string,
  spent: { sha256: string; issued: boolean },
  successors: readonly string[],
): Promise<SessionRow | undefined> {
  const { now } = ctx
  const { idleMs, wholeMs } = sessionLives[plane]
  const alive = sql`id = ${familyId} AND plane = ${plane} AND ended_at IS NULL AND expires_at > ${now}`
  const renewed = sql`rotated_at = ${now}, expires_at = min(created_at + ${wholeMs}, ${now + idleMs})`
  const spend = sql`UPDATE sessions SET token_sha256 = ${successors[0]}, ${renewed} WHERE ${alive} AND token_sha256 = ${spent.sha256}`
  const given = JSON.stringify(successors)
  const steps = successors.slice(1).map((later, i) => sql`WHEN ${successors[i]} THEN ${later}`)
  const after = sql`CASE token_sha256 ${sql.join(steps, sql` `)} END`
  const giveAnother = sql`UPDATE sessions SET token_sha256 = ${after}, ${renewed}
    WHERE ${alive} AND rotated_at < ${now - rotationGraceMs} AND ${after} IS NOT NULL`
  // What was handed out and is not the token just spent, or the one before it, was spent before: the family ends. A
  // made-up one is refused and changes nothing, or whoever saw the id of a family could sign others out.
  const catchReuse = sql`UPDATE sessions SET ended_at = ${now}, end_reason = 'reused'
    WHERE ${alive} AND ${spent.issued ? 1 : 0} AND NOT (token_sha256 IN (SELECT value FROM json_each(${given})) AND rotated_at >= ${now - rotationGraceMs})`
  const usable =
    plane === 'staff'
      ? sql`EXISTS (SELECT 1 FROM staff WHERE staff.id = subject_id AND state = 'active')`
      : sql`EXISTS (SELECT 1 FROM owners WHERE owners.id = subject_id)`
  const read = sql`SELECT subject_id, token_sha256, expires_at, ended_at, end_reason, ${usable} AS usable,
    ${assignmentsJson(sql`subject_id`, todayOf(ctx))} AS assignments FROM sessions WHERE id = ${familyId} AND plane = ${plane}`
  const results = await ctx.db.client.batch([spend, giveAnother, catchReuse, read].map(compile), 'write')
  return results[3]?.rows[0] as SessionRow | undefined
}

async function reportReuse(ctx: Ctx, subjectId: string): Promise<void> {
  const allowed = { visitors: true, whileSuspended: true }
  await ctx.writeAnew(
    'identity.report_reuse',
    (write) => write.audit('identity.token_reused', subjectId),
    allowed,
  )
}
