import type { CompanyRow, Migration } from '@heju/db'
import { companies, signups } from '@heju/db/platform-tables'
import { and, eq } from 'drizzle-orm'
import { failureOf } from '../../failure.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { companyUnknown, transitionRefused } from './errors.ts'
import { provisioning, type Progress, type Setup } from './provisioning-steps.ts'
import { stepsAfter, type ProvisioningStep } from './rules.ts'

/**
 * Sets a company up, from the step after the last one finished. Can be repeated at any time, also while another
 * consumer is at it: every step finds what an earlier try left and goes on from there.
 * @param migrations of the company's plane
 * @throws whatever stopped a step, after its code was written to the register for the page and the operator
 */
export async function provisionCompany(
  ctx: PlatformCtx,
  companyId: string,
  migrations: readonly Migration[],
): Promise<void> {
  ctx.requireJob()
  const setup = await setupOf(ctx, companyId, migrations)
  // Set up already by an earlier delivery, or given up by the operator.
  if (setup.company.state !== 'provisioning') return
  try {
    for (const step of stepsAfter(setup.company.provisioningStep)) {
      const progress = await provisioning[step](setup)
      await finishStep(setup, step, progress)
    }
  } catch (error) {
    // Another delivery finished first, or the operator gave the company up meanwhile.
    if (transitionRefused.is(error)) return
    await noteFailure(ctx, companyId, error)
    throw error
  } finally {
    ctx.deployment.forget(companyId)
  }
}

async function setupOf(
  ctx: PlatformCtx,
  companyId: string,
  migrations: readonly Migration[],
): Promise<Setup> {
  const [found] = await ctx.db.orm
    .select({ company: companies, signup: signups })
    .from(companies)
    .innerJoin(signups, eq(signups.companyId, companies.id))
    .where(eq(companies.id, companyId))
    .limit(1)
  if (found === undefined) throw companyUnknown()
  return { ctx, migrations, ...found }
}

/** Writes a step down with what it leads to, as long as the company is still being set up. */
async function finishStep(setup: Setup, step: ProvisioningStep, progress: Progress): Promise<void> {
  const { ctx, company } = setup
  const finished = { provisioningStep: step, provisioningFailure: null, changedAt: ctx.now }
  const changes: Partial<CompanyRow> = { ...finished, ...progress.company }
  const underWay = and(eq(companies.id, company.id), eq(companies.state, 'provisioning'))
  const given = transitionRefused({ from: company.state, to: 'active' })
  await ctx.writeAnew('tenancy.provision', (write) => {
    write.changeOne(ctx.db.orm.update(companies).set(changes).where(underWay), given)
    for (const statement of progress.also ?? []) write.change(statement)
    if (changes.state === 'active') write.audit('tenancy.activated', company.id)
  })
  Object.assign(company, changes)
}

async function noteFailure(ctx: PlatformCtx, companyId: string, error: unknown): Promise<void> {
  const provisioningFailure = failureOf(error).code
  await ctx.db.orm
    .update(companies)
    .set({ provisioningFailure, changedAt: ctx.now })
    .where(and(eq(companies.id, companyId), eq(companies.state, 'provisioning')))
    // The register itself may be what does not answer; the error that matters is the first one.
    .catch(() => undefined)
}
