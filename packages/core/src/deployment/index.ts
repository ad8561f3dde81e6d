import { Deployment } from '@heju/db'
import { SqldProvisioner, type DatabaseProvisioner } from '@heju/db/provisioning'

/** Variables and secrets that all three Workers have. */
export interface DeploymentEnv {
  /** Host of sign-up and operator, with its port if any; companies answer at `<slug>.<BASE_HOST>`. */
  BASE_HOST: string
  DATABASE_PROVIDER: 'sqld' | 'turso'
  SQLD_URL?: string
  SQLD_ADMIN_URL?: string
  SQLD_ADMIN_KEY?: string
  /** Ed25519, PKCS#8 PEM. */
  SQLD_TOKEN_KEY?: string
  /** Namespace of the platform database on sqld. */
  PLATFORM_NAMESPACE: string
  /** JSON array of Ed25519 private JWKs with kid; the first signs. */
  SESSION_KEYS: string
  /** 32 bytes in base64; seals personal data and provider secrets. */
  VAULT_KEY: string
}

const opened = new WeakMap<DeploymentEnv, Deployment>()

/** The deployment that an isolate's bindings describe; made once an isolate. */
export function deploymentOf(env: DeploymentEnv): Deployment {
  const known = opened.get(env)
  if (known !== undefined) return known
  const provisioner = provisionerOf(env)
  const place = { kind: 'sqld', url: env.SQLD_URL ?? '', namespace: env.PLATFORM_NAMESPACE } as const
  const deployment = new Deployment(provisioner, () => provisioner.endpoint(place), env.BASE_HOST)
  opened.set(env, deployment)
  return deployment
}

function provisionerOf(env: DeploymentEnv): DatabaseProvisioner {
  return new SqldProvisioner({
    url: required(env, 'SQLD_URL'),
    adminUrl: required(env, 'SQLD_ADMIN_URL'),
    adminKey: required(env, 'SQLD_ADMIN_KEY'),
    tokenPrivateKeyPem: required(env, 'SQLD_TOKEN_KEY'),
  })
}

function required(env: DeploymentEnv, name: keyof DeploymentEnv): string {
  const value = env[name]
  if (value === undefined || value === '')
    throw new Error(`The variable ${name} is not set: see docs/deploy.md`)
  return value
}
