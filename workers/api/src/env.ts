import type { DeploymentEnv } from '@heju/core/platform/deployment'
import type { JobMessage } from '@heju/core/platform/jobs'
import type { PortsEnv } from '@heju/gateways/ports'

/** Bindings of the api Worker; see wrangler.toml and docs/deploy.md. */
export interface Env extends DeploymentEnv, PortsEnv {
  ASSETS: Fetcher
  JOBS: Queue<JobMessage>
  LOGIN_LIMIT: RateLimit
  API_LIMIT: RateLimit
  /** Whoever may make themselves the first operator; see docs/deploy.md. */
  OPERATOR_EMAIL?: string
  /** As packages/local/src/deploy/password-hash.ts prints it. */
  OPERATOR_PASSWORD_HASH?: string
  /** In the address that the SMS provider reports to, at least 16 characters; see docs/deploy.md. */
  SMS_REPORT_SECRET?: string
  /** Companies that may be signed up from one address within an hour, if not as many as usual; see docs/deploy.md. */
  SIGN_UPS_PER_ADDRESS?: string
}
