import { newId } from '@heju/kernel'
import { compile, sha256Hex } from '@heju/db'
import { operators, operatorSessions, operatorSignInFailures } from '@heju/db/platform-tables'
import { and, count, eq, gt, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { verifyNoPassword, verifyPassword } from '../../people/identity/index.ts'
import { parse } from '../../input.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { randomToken } from '../tenancy/index.ts'
import { operatorRefused, operatorTriesTooOften } from './errors.ts'

/** An operator's day. There is no renewal: the next day begins with a sign-in. */
export const operatorSessionMs = 10 * 3_600_000
const countedMs = 15 * 60_000
/**
 * Tries within 15 minutes: from one address, and at one account from all addresses from which it was not signed in to
 * before, so that nobody can lock an operator out from elsewhere.
 */
const mostTries = { email: 50, ip: 10 }

const signInOperatorSchema = v.object({
  email: v.pipe(v.string(), v.trim(), v.toLowerCase(), v.maxLength(120)),
  password: v.pipe(v.string(), v.maxLength(128)),
})
export type SignInOperator = v.InferInput<typeof signInOperatorSchema>

/** Who may make themselves the first operator of a new installation; from the Worker's secrets. */
export interface FirstOperator {
  email: string
  /** As `hashPassword` makes it. */
  passwordHash: string
}

/**
 * Signs an operator in.
 * @param ip address of the visitor, to count tries
 * @param first taken in when the installation has no operator yet
 * @returns the token for the cookie; only its hash is kept
 * @throws `operators.refused`, `operators.too_many_tries`
 */
export async function signInOperator(
  ctx: PlatformCtx,
  raw: SignInOperator,
  ip: string,
  first?: FirstOperator,
): Promise<{ token: string; expiresAt: number }> {
  const { email, password } = parse(signInOperatorSchema, raw)
  if (first?.email.toLowerCase() === email) await takeInFirst(ctx, email, first.passwordHash)
  const tries = await countTry(ctx, email, ip)
  const [operator] = await ctx.db.orm.select().from(operators).where(eq(operators.email, email)).limit(1)
  const good =
    operator === undefined
      ? await verifyNoPassword(password)
      : await verifyPassword(password, operator.passwordHash)
  if (operator === undefined || !good || operator.disabledAt !== null) throw operatorRefused()

  const token = randomToken()
  const tokenSha256 = await sha256Hex(token)
  const expiresAt = ctx.now + operatorSessionMs
  await ctx.writeAnew('operators.sign_in', (write) => {
    // Comparing takes its time, in which they may be disabled or get another password.
    const { id, passwordHash } = operator
    write.requireAsRead(operators, { id, passwordHash, disabledAt: null }, operatorRefused)
    const { ipIndex } = tries
    const session = { tokenSha256, operatorId: operator.id, createdAt: ctx.now, expiresAt, ipIndex }
    write.add(ctx.db.orm.insert(operatorSessions).values(session))
    write.change(tries.forget)
    write.audit('operators.signed_in', operator.id)
  })
  return { token, expiresAt }
}

/** Counted before the password is looked at, so that many tries at the same moment count too. */
async function countTry(ctx: PlatformCtx, email: string, ip: string) {
  const vault = await ctx.vault
  const emailIndex = await vault.index('operators.email', email)
  const ipIndex = await vault.index('operators.ip', ip)
  const { orm, client } = ctx.db
  const failures = operatorSignInFailures
  const since = ctx.now - countedMs
  const countOf = (column: typeof failures.emailIndex | typeof failures.ipIndex, index: string) =>
    orm
      .select({ tries: count() })
      .from(failures)
      .where(and(eq(column, index), gt(failures.at, since)))
  const known = sql`SELECT EXISTS (SELECT 1 FROM ${operatorSessions} AS s JOIN ${operators} AS o ON o.id = s.operator_id
    WHERE o.email = ${email} AND s.ip_index = ${ipIndex}) AS known`
  const results = await client.batch(
    [
      sql`DELETE FROM ${failures} WHERE at <= ${since}`,
      orm.insert(failures).values({ emailIndex, ipIndex, at: ctx.now }),
      countOf(failures.emailIndex, emailIndex),
      countOf(failures.ipIndex, ipIndex),
      known,
    ].map(compile),
    'write',
  )
  const [byEmail = 0, byIp = 0, isKnown = 0] = results.slice(2).map((result) => Number(result.rows[0]?.[0]))
  if ((byEmail > mostTries.email && isKnown === 0) || byIp > mostTries.ip)
    throw operatorTriesTooOften({ retryAfterSeconds: countedMs / 1000, minutes: countedMs / 60_000 })
  return { ipIndex, forget: orm.delete(failures).where(eq(failures.ipIndex, ipIndex)) }
}

async function takeInFirst(ctx: PlatformCtx, email: string, passwordHash: string): Promise<void> {
  await ctx.db.client.execute(
    compile(
      sql`INSERT INTO ${operators} (id, email, name, password_hash, created_at)
        SELECT ${newId('oper', ctx.now)}, ${email}, ${email}, ${passwordHash}, ${ctx.now}
        WHERE NOT EXISTS (SELECT 1 FROM ${operators})`,
    ),
  )
}
