import { migrate, placeOf, type CompanyRow, type Migration, type Statement } from '@heju/db'
import { schedules, signups } from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import { createFirstAdministrator } from '../../people/identity/index.ts'
import type { PlatformCtx } from '../../platform-context.ts'
import { firstJobs } from './first-jobs.ts'
import type { ProvisioningStep } from './rules.ts'
import { seeds } from './seeds.ts'
import type { SignupRow } from './signup-progress.ts'

/** What the steps work on; `company` is kept up to date from step to step. */
export interface Setup {
  ctx: PlatformCtx
  company: CompanyRow
  signup: SignupRow
  migrations: readonly Migration[]
}

/** What a finished step changes in the register, written together with the progress. */
export interface Progress {
  company?: Partial<CompanyRow>
  also?: readonly Statement[]
}

/** The steps of setting a company up. Each may be run again after it was cut off anywhere, also after it was done. */
export const provisioning: Record<ProvisioningStep, (setup: Setup) => Promise<Progress>> = {
  async database({ ctx, company }) {
    const place = await ctx.deployment.provisioner.create(databaseName(company.id))
    return {
      company: {
        databaseKind: place.kind,
        databaseUrl: place.url,
        databaseNamespace: place.namespace,
        databaseTokenSealed: place.tokenSealed ?? null,
      },
    }
  },

  async schema({ ctx, company, migrations }) {
    await migrate(await ctx.deployment.tenant(company, ctx.db.trips), migrations, ctx.now)
    const schemaTag = migrations.at(-1)?.tag ?? ''
    return { company: { schemaTag, schemaSentTag: schemaTag } }
  },

  async dictionaries({ ctx, company }) {
    const within = await ctx.within(company)
    for (const { seed } of seeds) await seed(within)
    return {}
  },

  async administrator({ ctx, company, signup }) {
    const vault = await ctx.vault
    await createFirstAdministrator(await ctx.within(company), {
      staffId: signup.staffId,
      name: await vault.unseal('signups.name', signup.nameSealed ?? ''),
      phone: await vault.unseal('signups.phone', signup.phoneSealed ?? ''),
      passwordHash: signup.passwordHash ?? '',
    })
    // The company's own database has them now, and nothing else should.
    const handedOn = { nameSealed: null, phoneSealed: null, passwordHash: null }
    return { also: [ctx.db.orm.update(signups).set(handedOn).where(eq(signups.id, signup.id))] }
  },

  async schedules({ ctx, company }) {
    const due = firstJobs.map(({ job, firstDueAt }) => {
      return { companyId: company.id, job, dueAt: firstDueAt(ctx.now, company.zone) }
    })
    if (due.length === 0) return {}
    return { also: [ctx.db.orm.insert(schedules).values(due).onConflictDoNothing()] }
  },

  async activation({ ctx, company }) {
    // The size is for the operator to see; not knowing it is no reason to keep a company waiting.
    const sizeBytes = await ctx.deployment.provisioner.sizeBytes(placeOf(company)).catch(() => null)
    return { company: { state: 'active', sizeBytes, sizeMeasuredAt: sizeBytes === null ? null : ctx.now } }
  },
}

/** Not made of the address: that may be given to somebody else one day. */
function databaseName(companyId: string): string {
  return companyId.replace('_', '-')
}
