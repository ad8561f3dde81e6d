import { PlatformCtx } from '@heju/core'
import { deploymentOf, type DeploymentEnv } from '@heju/core/platform/deployment'

/** The context of a command that an operator runs; in the history it stands as such. */
export async function operatorCtx(env: DeploymentEnv): Promise<PlatformCtx> {
  const deployment = deploymentOf(env)
  return new PlatformCtx({
    deployment,
    db: await deployment.platform(),
    actor: { kind: 'operator', id: 'command' },
    now: Date.now(),
    requestId: crypto.randomUUID(),
    vaultKey: env.VAULT_KEY,
  })
}
