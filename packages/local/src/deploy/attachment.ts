import { Ctx, companyOf, Vault, type PlatformCtx } from '@heju/core'
import { examineDatabase, type Examined } from '@heju/core/platform/backups'
import type { DeploymentEnv } from '@heju/core/platform/deployment'
import { attachDatabase } from '@heju/core/platform/tenancy'
import { placeOf, TenantDb, type CompanyRow } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import type { DatabasePlace } from '@heju/db/provisioning'

const say = (line: string) => void process.stdout.write(`${line}\n`)

/**
 * Looks at a database and lets its company work in it from now on; says what is different and how to go back.
 * @throws what `examineDatabase` and `attachDatabase` throw
 */
export async function examineAndAttach(
  ctx: PlatformCtx,
  env: DeploymentEnv,
  company: CompanyRow,
  place: DatabasePlace,
): Promise<void> {
  const found = await examined(ctx, env, company, place)
  const before = await rowsBefore(ctx, env, company)
  const request = { requestId: crypto.randomUUID(), companyId: company.id }
  const name = await attachDatabase(ctx, { ...request, place, schemaTag: found.schemaTag })
  say(
    `${company.name} (${company.slug}) works in ${place.namespace} now; all of the Workers know it in 30 seconds.`,
  )
  say(`Its schema is ${found.schemaTag}; what it lacks is brought up by the next tick.`)
  sayDifference(before, found.rows)
  say(`Before, it was ${name}, which is left as it is. To go back:`)
  say(`  node scripts/run.cjs attach ${company.slug} ${name}`)
}

async function examined(
  ctx: PlatformCtx,
  env: DeploymentEnv,
  row: CompanyRow,
  place: DatabasePlace,
): Promise<Examined> {
  const db = new TenantDb(await ctx.deployment.provisioner.endpoint(place))
  const { now, requestId } = ctx
  const vault = await Vault.open(env.VAULT_KEY, row.id)
  const actor = { kind: 'job', id: 'examine' } as const
  const within = new Ctx({ company: companyOf(row), actor, now, requestId, db, vault })
  return examineDatabase(db, migrationFiles('tenant'), within)
}

/** What the database before held, as far as it still answers. */
async function rowsBefore(
  ctx: PlatformCtx,
  env: DeploymentEnv,
  company: CompanyRow,
): Promise<Examined['rows'] | undefined> {
  if (company.databaseUrl === null) return undefined
  return examined(ctx, env, company, placeOf(company)).then(
    ({ rows }) => rows,
    () => undefined,
  )
}

function sayDifference(before: Examined['rows'] | undefined, now: Examined['rows']): void {
  const total = Object.values(now).reduce((sum, count) => sum + count, 0)
  say(`It holds ${total} rows in ${Object.keys(now).length} tables.`)
  if (before === undefined)
    return say('The database before does not answer, so there is nothing to compare with.')
  const changed = Object.keys(now).filter((table) => now[table] !== before[table])
  if (changed.length === 0) return say('Every table has as many rows as before.')
  say('Rows before and now, where they differ:')
  for (const table of changed) say(`  ${table}: ${before[table] ?? 0} → ${now[table]}`)
}
