import type { DeploymentEnv } from '@heju/core/platform/deployment'
import type { JobMessage } from '@heju/core/platform/jobs'
import type { PortsEnv } from '@heju/gateways/ports'

/** Bindings of the queue Worker; see its wrangler.toml and docs/deploy.md. */
export interface Env extends DeploymentEnv, PortsEnv {
  JOBS: Queue<JobMessage>
  /** Where a message goes that no repetition can help: the queue that its consumer turns into records for staff. */
  DEAD: Queue<JobMessage>
  BACKUPS: R2Bucket
}
