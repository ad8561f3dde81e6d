import { deploymentOf, type DeploymentEnv } from '@heju/core/deployment'
import { claimDueJobs, type JobMessage } from '@heju/core/jobs'

/** Bindings of the scheduled Worker; see its wrangler.toml. */
interface Env extends DeploymentEnv {
  JOBS: Queue<JobMessage>
}

/** A tick takes at most so many hundreds; what is left comes a minute later. */
const mostBatches = 50

/** Turns what is due into queue messages. It opens no company's database. */
export default {
  async scheduled(controller, env) {
    const platform = await deploymentOf(env).platform()
    for (let batch = 0; batch < mostBatches; batch++) {
      const due = await claimDueJobs(platform, controller.scheduledTime)
      if (due.length === 0) return
      await env.JOBS.sendBatch(
        due.map((job) => ({ body: { type: 'scheduled', ...job } satisfies JobMessage })),
      )
    }
  },
} satisfies ExportedHandler<Env>
