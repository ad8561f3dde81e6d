import type { CompanyRow } from '@heju/db'
import { companies, signups } from '@heju/db/platform-tables'
import { and, eq, lt } from 'drizzle-orm'
import type { PlatformCtx } from '../../platform-context.ts'
import { signUpNotFound } from './errors.ts'
import { provisioningSteps, stepsAfter } from './rules.ts'
import type { SignupProgress } from './schemas.ts'
import { isSignupKey } from './signup-key.ts'

export type SignupRow = typeof signups.$inferSelect

/**
 * How far a sign-up is, for the visitor who made it. One round trip.
 * @throws `tenancy.sign_up_not_found`, also for one whose key is wrong
 */
export async function signupProgress(
  ctx: PlatformCtx,
  asked: { signupId: string; key: string },
): Promise<SignupProgress> {
  const { signup, company } = await ownSignup(ctx, asked)
  return {
    signupId: signup.id,
    companyId: company.id,
    companyName: company.name,
    host: `${company.slug}.${ctx.deployment.baseHost}`,
    state: stateOf(signup, company),
    steps: stepsOf(company),
    failure: company.provisioningFailure,
    since: company.changedAt,
  }
}

/** The sign-up and its company. @throws `tenancy.sign_up_not_found` */
export async function ownSignup(
  ctx: PlatformCtx,
  asked: { signupId: string; key: string },
): Promise<{ signup: SignupRow; company: CompanyRow }> {
  const known = await isSignupKey(await ctx.vault, asked.signupId, asked.key)
  if (!known) throw signUpNotFound()
  const [found] = await ctx.db.orm
    .select({ signup: signups, company: companies })
    .from(signups)
    .innerJoin(companies, eq(companies.id, signups.companyId))
    .where(eq(signups.id, asked.signupId))
    .limit(1)
  if (found === undefined) throw signUpNotFound()
  return found
}

/** A message that shows no sign of life for so long was lost, or its sending failed after the sign-up was written. */
const silenceMs = 30_000

/**
 * Whether the message that sets a company up should be sent again: at most once in each silence, however often the
 * progress is asked for. No round trip while all goes well, one after a silence.
 */
export async function nudgeProvisioning(ctx: PlatformCtx, progress: SignupProgress): Promise<boolean> {
  if (progress.state !== 'working' || progress.since >= ctx.now - silenceMs) return false
  const { rowsAffected } = await ctx.db.orm
    .update(companies)
    .set({ changedAt: ctx.now })
    .where(
      and(
        eq(companies.id, progress.companyId),
        eq(companies.state, 'provisioning'),
        lt(companies.changedAt, ctx.now - silenceMs),
      ),
    )
  return rowsAffected === 1
}

function stateOf(signup: SignupRow, company: CompanyRow): SignupProgress['state'] {
  if (company.state === 'provisioning') return 'working'
  if (company.state === 'closed') return 'ended'
  return signup.handedOverAt === null ? 'ready' : 'handed_over'
}

function stepsOf(company: CompanyRow): SignupProgress['steps'] {
  const left = company.state === 'provisioning' ? stepsAfter(company.provisioningStep) : []
  const stateOfStep = (name: (typeof provisioningSteps)[number]) => {
    if (!left.includes(name)) return 'done'
    return left[0] === name ? 'current' : 'waiting'
  }
  return provisioningSteps.map((name) => ({ name, state: stateOfStep(name) }))
}
