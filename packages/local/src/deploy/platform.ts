import { deploymentOf } from '@heju/core/platform/deployment'
import { migrate } from '@heju/db'
import { migrationFiles } from '@heju/db/migration-files'
import { deploymentEnv, orSentence } from './environment.ts'

// Creates the platform database where it is missing, and brings it up to date. Run once before the first deployment and
// after each that changes it; it can be repeated. The variables are those of the Workers: see docs/deploy.md.
await orSentence(async () => {
  const env = deploymentEnv()
  const deployment = deploymentOf(env)
  if (env.DATABASE_PROVIDER === 'sqld' && env.PLATFORM_NAMESPACE !== undefined) {
    await deployment.provisioner.create(env.PLATFORM_NAMESPACE)
  }
  const applied = await migrate(await deployment.platform(), migrationFiles('platform'), Date.now())
  process.stdout.write(
    applied.length === 0 ? 'The platform database is up to date.\n' : `Applied: ${applied.join(', ')}\n`,
  )
})
