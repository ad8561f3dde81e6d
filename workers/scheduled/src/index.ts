import { deploymentOf, type DeploymentEnv } from '@heju/core/platform/deployment'
import { PlatformCtx } from '@heju/core'
import { sealAudit } from '@heju/core/platform/audit-chain'
import { fanOutBackups } from '@heju/core/platform/backups'
import { claimDueJobs, claimOutboxes, type JobMessage } from '@heju/core/platform/jobs'
import { fanOutMigrations } from '@heju/core/platform/tenancy'
import { latestTag } from '../../../migrations/tenant/latest.ts'

/** Bindings of the scheduled Worker; see its wrangler.toml. */
interface Env extends DeploymentEnv {
  JOBS: Queue<JobMessage>
}

/** A tick takes at most so many hundreds; what is left comes a minute later. */
const mostBatches = 50

/** Turns what is due into queue messages. It opens no company's database. */
export default {
  async scheduled(controller, env) {
    const ctx = await contextOf(env, controller.scheduledTime)
    await sendDueJobs(ctx, env)
    await sendOutboxes(ctx, env)
    // After a deployment the first tick finds every company, later ones none.
    await fanOutMigrations(ctx, latestTag, (messages) => send(env, messages))
    await fanOutBackups(ctx, (messages) => send(env, messages))
    // What operators and sign-ups entered in the platform's log since the last minute; companies' logs are sealed with
    // their outbox.
    await sealAudit(ctx)
  },
} satisfies ExportedHandler<Env>

async function sendDueJobs({ db, now }: PlatformCtx, env: Env): Promise<void> {
  for (let batch = 0; batch < mostBatches; batch++) {
    const due = await claimDueJobs(db, now)
    if (due.length === 0) return
    await send(
      env,
      due.map((job) => ({ type: 'scheduled', ...job })),
    )
  }
}

async function sendOutboxes({ db, now }: PlatformCtx, env: Env): Promise<void> {
  for (let batch = 0; batch < mostBatches; batch++) {
    const due = await claimOutboxes(db, now)
    if (due.length === 0) return
    await send(
      env,
      due.map((companyId) => ({ type: 'outbox', companyId })),
    )
  }
}

async function send(env: Env, messages: JobMessage[]): Promise<void> {
  await env.JOBS.sendBatch(messages.map((body) => ({ body })))
}

async function contextOf(env: Env, now: number): Promise<PlatformCtx> {
  const deployment = deploymentOf(env)
  return new PlatformCtx({
    deployment,
    db: await deployment.platform(),
    actor: { kind: 'job', id: 'tick' },
    now,
    requestId: `tick-${now}`,
    vaultKey: env.VAULT_KEY,
  })
}
