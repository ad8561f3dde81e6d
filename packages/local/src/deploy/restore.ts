import type { PlatformCtx } from '@heju/core'
import { examineDatabase } from '@heju/core/platform/backups'
import type { DeploymentEnv } from '@heju/core/platform/deployment'
import { companyNamed } from '@heju/core/platform/tenancy'
import { PlatformDb } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { platformSubject } from '@heju/db/platform-tables'
import { SqldProvisioner, type DatabasePlace } from '@heju/db/provisioning'
import { examineAndAttach } from './attachment.ts'
import { serveDump } from './dump-file.ts'
import { deploymentEnv, orSentence } from './environment.ts'
import { operatorCtx } from './operator.ts'
import { DeployFailure } from './settings.ts'

// Makes a new database of a backup, looks at it, and lets the company work in it. Run on the machine of sqld, which
// fetches the dump from here. See docs/operate.md.
const say = (line: string) => void process.stdout.write(`${line}\n`)

await orSentence(async () => {
  const [named, dump] = process.argv.slice(2)
  if (named === undefined || dump === undefined)
    throw new DeployFailure(
      'Say which company (or platform), and the file of the dump or the name of the backup, databases/<company id>/<date>.sql.gz.',
    )
  const env = deploymentEnv()
  if (named === platformSubject) await restorePlatform(env, dump)
  else await restoreCompany(env, named, dump)
})

async function restoreCompany(env: DeploymentEnv, named: string, dump: string): Promise<void> {
  const ctx = await operatorCtx(env)
  const company = await companyNamed(ctx, named)
  const provisioner = sqldOf(ctx)
  const place = await restored(provisioner, nameAnew(company.id, ctx.now), dump)
  await examineAndAttach(ctx, env, company, place).catch(async (error: unknown) => {
    // What was refused must not lie about as if it were somebody's; but it may be attached, and the answer was lost.
    const { databaseNamespace } = await companyNamed(ctx, named)
    if (databaseNamespace !== place.namespace) await provisioner.destroy(place)
    throw error
  })
}

/** The platform database is named by a setting of the Workers, so that the last step is the operator's. */
async function restorePlatform(env: DeploymentEnv, dump: string): Promise<void> {
  const provisioner = sqldOf(await operatorCtx(env))
  const place = await restored(provisioner, nameAnew('heju-platform', Date.now()), dump)
  const db = new PlatformDb(await provisioner.endpoint(place))
  const { schemaTag, rows } = await examineDatabase(db, migrationFiles('platform'))
  say(`${place.namespace} holds ${rows.companies} companies; its schema is ${schemaTag}.`)
  say(
    `To work with it, set PLATFORM_NAMESPACE to ${place.namespace} and deploy; to go back, set it as it was.`,
  )
}

async function restored(provisioner: SqldProvisioner, name: string, dump: string): Promise<DatabasePlace> {
  const served = await serveDump(dump)
  try {
    say(`Making ${name}…`)
    return await provisioner.restore(name, served.url)
  } finally {
    await served.close()
  }
}

function sqldOf({ deployment: { provisioner } }: PlatformCtx): SqldProvisioner {
  if (provisioner instanceof SqldProvisioner) return provisioner
  throw new DeployFailure(
    'On Turso, make the database of Turso’s own history (turso db create NEW --from-db OLD --timestamp …), and then: node scripts/run.cjs attach COMPANY NEW.',
  )
}

/** `comp-01jd…-r261128143005`: which company it was made for, and when. At most 50 characters. */
function nameAnew(subject: string, now: number): string {
  const at = new Date(now).toISOString().replaceAll(/\D/g, '').slice(2, 14)
  return `${subject.replace('_', '-')}-r${at}`
}
