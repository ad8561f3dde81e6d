import { compile, type CompanyRow, type Migration } from '@heju/db'
import { companies, signups } from '@heju/db/platform-tables'
import { HejuError } from '@heju/kernel'
import { and, eq } from 'drizzle-orm'
import type { PlatformCtx } from '../platform-context.ts'
import { companyUnknown, transitionRefused } from './errors.ts'
import { provisioning, type Progress, type Setup } from './provisioning-steps.ts'
import { stepsAfter } from './rules.ts'

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
      await finishStep(
        setup,
        { provisioningStep: step, provisioningFailure: null, ...progress.company },
        progress,
      )
    }
  } catch (error) {
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
async function finishStep(setup: Setup, changes: Partial<CompanyRow>, progress: Progress): Promise<void> {
  const { ctx, company } = setup
  const changed = { ...changes, changedAt: ctx.now }
  const underWay = and(eq(companies.id, company.id), eq(companies.state, 'provisioning'))
  const update = ctx.db.orm.update(companies).set(changed).where(underWay)
  const [updated] = await ctx.db.client.batch([update, ...(progress.also ?? [])].map(compile), 'write')
  if (updated?.rowsAffected !== 1) throw transitionRefused({ from: company.state, to: 'active' })
  Object.assign(company, changed)
}

async function noteFailure(ctx: PlatformCtx, companyId: string, error: unknown): Promise<void> {
  const provisioningFailure = error instanceof HejuError ? error.code : 'database.unavailable'
  await ctx.db.orm
    .update(companies)
    .set({ provisioningFailure, changedAt: ctx.now })
    .where(and(eq(companies.id, companyId), eq(companies.state, 'provisioning')))
    // The register itself may be what does not answer; the error that matters is the first one.
    .catch(() => undefined)
}
