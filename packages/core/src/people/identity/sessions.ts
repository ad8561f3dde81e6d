import type { Write } from '@heju/db'
import { newId } from '@heju/kernel'
import type { Assignment } from '../../permissions/index.ts'
import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import type { Session } from './access-tokens.ts'
import { firstRefreshToken, hashRefreshToken } from './refresh-tokens.ts'
import { sessionLives } from './rules.ts'
import { sessions, type sessionEnds } from './tables.ts'

/** From where somebody knocks, as the edge saw it. */
export interface Caller {
  /** Address for counting tries: IPv4, or the /64 of an IPv6 address. */
  address: string
  /** `User-Agent`. */
  agent: string
  /** What the browser was given to be known again by, whatever address it comes from; absent for programs. */
  device?: string
}

/** Somebody is signed in: the edge makes an access token of `session` and hands out both. */
export interface SignedIn {
  session: Session
  refreshToken: string
  /** Epoch ms at which the refresh token ends unless it is used before. */
  refreshUntil: number
}

const longestAgent = 120
/** Ended sign-ins stay for a while, for whoever looks into what happened. */
const keptAfterEndMs = 30 * 24 * 3600 * 1000

/**
 * A new family of refresh tokens. The verb writes it with `record` and answers `signedIn` itself: what a write's body
 * answers is kept in the ledger, and a token must not be.
 */
export async function newSession(
  ctx: Ctx,
  who: { plane: 'staff' | 'owner'; subject: string; assignments: readonly Assignment[]; agent: string },
): Promise<{ signedIn: SignedIn; record: (write: Write) => void }> {
  const { plane, subject, assignments, agent } = who
  const familyId = newId('fam', ctx.now)
  const refreshToken = await firstRefreshToken(ctx.vault, familyId)
  const refreshUntil = ctx.now + sessionLives[plane].idleMs
  const row = {
    id: familyId,
    plane,
    subjectId: subject,
    tokenSha256: await hashRefreshToken(refreshToken),
    rotatedAt: ctx.now,
    createdAt: ctx.now,
    expiresAt: refreshUntil,
    agent: agent.slice(0, longestAgent),
  }
  const record = (write: Write) => {
    write.add(ctx.db.orm.insert(sessions).values(row))
    write.change(sql`DELETE FROM ${sessions} WHERE expires_at < ${ctx.now - keptAfterEndMs}`)
  }
  const session = { plane, subject, companyId: ctx.company.id, familyId, assignments }
  return { signedIn: { session, refreshToken, refreshUntil }, record }
}

/** Ends the sign-ins of somebody, all or all but one. Access tokens already given only read for their five minutes. */
export function endSessions(
  ctx: Ctx,
  subjectId: string,
  endReason: (typeof sessionEnds)[number],
  exceptFamily?: string,
) {
  const others = exceptFamily === undefined ? undefined : ne(sessions.id, exceptFamily)
  return ctx.db.orm
    .update(sessions)
    .set({ endedAt: ctx.now, endReason })
    .where(and(eq(sessions.subjectId, subjectId), isNull(sessions.endedAt), others))
}
