import { Deployment } from '@heju/db'
import { SqldProvisioner, TursoProvisioner, type DatabaseProvisioner } from '@heju/db/provisioning'
import { defineError } from '@heju/kernel'
import { platformVault } from '../../vault.ts'

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
  /** JSON object of headers that the proxy before sqld lets through, for both of its ports. */
  SQLD_HEADERS?: string
  TURSO_API_URL?: string
  TURSO_ORGANIZATION?: string
  /** Where new databases lie. */
  TURSO_GROUP?: string
  TURSO_API_TOKEN?: string
  /** Namespace of the platform database on sqld. */
  PLATFORM_NAMESPACE?: string
  /** Address and token of the platform database on Turso. */
  PLATFORM_URL?: string
  PLATFORM_TOKEN?: string
  /** JSON array of Ed25519 private JWKs with kid; the first signs. */
  SESSION_KEYS: string
  /** 32 bytes in base64; seals personal data and provider secrets. */
  VAULT_KEY: string
}

/** A Worker was deployed without something that it cannot do without; `params.name` says what. */
const settingMissing = defineError('deployment.setting_missing', 'unavailable')

const opened = new WeakMap<DeploymentEnv, Deployment>()

/**
 * The deployment that an isolate's bindings describe; made once an isolate.
 * @throws `deployment.setting_missing`
 */
export function deploymentOf(env: DeploymentEnv): Deployment {
  const known = opened.get(env)
  if (known !== undefined) return known
  required(env, 'BASE_HOST')
  const provider = Object.hasOwn(providers, env.DATABASE_PROVIDER)
    ? providers[env.DATABASE_PROVIDER]
    : undefined
  if (provider === undefined) throw missing('DATABASE_PROVIDER')
  const deployment = provider(env)
  opened.set(env, deployment)
  return deployment
}

const providers: Record<DeploymentEnv['DATABASE_PROVIDER'], (env: DeploymentEnv) => Deployment> = {
  sqld(env) {
    const url = required(env, 'SQLD_URL')
    const provisioner = new SqldProvisioner({
      url,
      adminUrl: required(env, 'SQLD_ADMIN_URL'),
      adminKey: required(env, 'SQLD_ADMIN_KEY'),
      tokenPrivateKeyPem: required(env, 'SQLD_TOKEN_KEY'),
      headers: JSON.parse(env.SQLD_HEADERS ?? '{}') as Record<string, string>,
    })
    const platform = { kind: 'sqld', url, namespace: required(env, 'PLATFORM_NAMESPACE') } as const
    return new Deployment(provisioner, () => provisioner.endpoint(platform), env.BASE_HOST)
  },
  turso(env) {
    const platform = { url: required(env, 'PLATFORM_URL'), token: required(env, 'PLATFORM_TOKEN') }
    return new Deployment(tursoProvisioner(env), async () => platform, env.BASE_HOST)
  },
}

function tursoProvisioner(env: DeploymentEnv): DatabaseProvisioner {
  const vault = platformVault(env.VAULT_KEY)
  return new TursoProvisioner({
    apiUrl: env.TURSO_API_URL ?? 'https://api.turso.tech',
    organization: required(env, 'TURSO_ORGANIZATION'),
    group: required(env, 'TURSO_GROUP'),
    apiToken: required(env, 'TURSO_API_TOKEN'),
    // The database's name is authenticated with the token, so that a sealed token opens no other company's row.
    seal: async (database, token) => (await vault).seal(`companies.database_token:${database}`, token),
    unseal: async (database, sealed) => (await vault).unseal(`companies.database_token:${database}`, sealed),
  })
}

function required(env: DeploymentEnv, name: keyof DeploymentEnv): string {
  const value = env[name]
  if (value === undefined || value === '') throw missing(name)
  return value
}

/** The name stands in the log as well, as the code of the cause. */
function missing(name: keyof DeploymentEnv): Error {
  return settingMissing({ name }, { cause: Object.assign(new Error(name), { code: name }) })
}
