import type { CompanyRow } from '@heju/db'
import { companies, signups } from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import type { PlatformCtx } from '../platform-context.ts'
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
