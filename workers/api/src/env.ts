import type { DeploymentEnv } from '@heju/core/deployment'
import type { JobMessage } from '@heju/core/jobs'
import type { PortsEnv } from '@heju/gateways/ports'

/** Bindings of the api Worker; see wrangler.toml and docs/deploy.md. */
export interface Env extends DeploymentEnv, PortsEnv {
  ASSETS: Fetcher
  JOBS: Queue<JobMessage>
  LOGIN_LIMIT: RateLimit
  API_LIMIT: RateLimit
}
