import type { DeploymentEnv } from '@heju/core/deployment'
import type { JobMessage } from '@heju/core/jobs'

/** Bindings of the api Worker; see wrangler.toml and docs/deploy.md. */
export interface Env extends DeploymentEnv {
  ASSETS: Fetcher
  JOBS: Queue<JobMessage>
  FILES: R2Bucket
  LOGIN_LIMIT: RateLimit
  API_LIMIT: RateLimit
}
