import type { Ctx } from '../../context.ts'
import type { Assignment } from '../../permissions/index.ts'
import { sql } from 'drizzle-orm'
import { assignmentsJson, assignmentsOf } from '../roles/index.ts'
import { todayOf } from '../../today.ts'
import type { Session, SessionRead } from './access-tokens.ts'
import { staff } from './tables.ts'

/**
 * What an access token says of roles. Few stand in it as they are. Those in many projects would not fit: a browser keeps
 * cookies up to 4 kB, and 300 projects are 10. Of them the token says the hash, and the isolate keeps what has it: the token
 * claims the same as if all stood in it, for as long, and grows no more.
 */
export type Claim = { roles?: readonly Assignment[]; roles_sha256?: string }

/** Characters of JSON that stand in the token. */
const longestInToken = 1500
/** As many claims an isolate keeps at once: with 300 projects each, some 10 MB. */
const mostKept = 500
const kept = new Map<string, readonly Assignment[]>()

/** @param payload of a token whose signature is good */
export function claimIn({ roles, roles_sha256 }: Claim): Claim {
  return roles_sha256 === undefined ? { roles: roles ?? [] } : { roles_sha256 }
}

export async function claimOf(assignments: readonly Assignment[]): Promise<Claim> {
  if (JSON.stringify(assignments).length <= longestInToken) return { roles: assignments }
  return { roles_sha256: await keep(assignments) }
}

/**
 * The session that a token stands for. What only its hash says is read where this isolate has not met it yet: one round trip,
 * once for each isolate. Somebody whose roles have changed since has those that they hold now.
 */
export async function sessionOf(
  read: SessionRead,
  ask: <T>(verb: (ctx: Ctx) => Promise<T>) => Promise<T>,
): Promise<Session> {
  const { claim, ...session } = read
  const { roles = [], roles_sha256: hash } = claim
  if (hash === undefined) return { ...session, assignments: roles }
  const known = kept.get(hash)
  if (known !== undefined) {
    touch(hash, known)
    return { ...session, assignments: known }
  }
  const assignments = await ask((ctx) => heldNow(ctx, session.subject))
  await keep(assignments)
  return { ...session, assignments }
}

async function heldNow(ctx: Ctx, staffId: string): Promise<readonly Assignment[]> {
  const [row] = await ctx.db.orm
    .select({ held: assignmentsJson(sql`staff.id`, todayOf(ctx)) })
    .from(staff)
    .where(sql`staff.id = ${staffId} AND staff.state = 'active'`)
  return assignmentsOf(row?.held ?? null)
}

async function keep(assignments: readonly Assignment[]): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(assignments))
  const hash = Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('base64url')
  touch(hash, assignments)
  return hash
}

/** The one that nobody asked for the longest gives way. */
function touch(hash: string, assignments: readonly Assignment[]): void {
  kept.delete(hash)
  kept.set(hash, assignments)
  const [oldest] = kept.keys()
  if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
}
