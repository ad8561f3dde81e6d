import { companyNamed } from '@heju/core/platform/tenancy'
import { deploymentEnv, orSentence } from './environment.ts'
import { examineAndAttach } from './attachment.ts'
import { operatorCtx } from './operator.ts'
import { DeployFailure } from './settings.ts'

// Lets a company work in another database that is there already: one that was restored, or the one before. See
// docs/operate.md.
await orSentence(async () => {
  const [named, database] = process.argv.slice(2)
  if (named === undefined || database === undefined)
    throw new DeployFailure('Say which company, and the name of the database that it is to work in.')
  const env = deploymentEnv()
  const ctx = await operatorCtx(env)
  const company = await companyNamed(ctx, named)
  await examineAndAttach(ctx, env, company, await ctx.deployment.provisioner.find(database))
})
