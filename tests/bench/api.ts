import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { mintAccessToken, sessionKeysOf } from '@heju/core/identity'
import { companies } from '@heju/db/platform-tables'
import { latestTag } from '../../migrations/tenant/latest.ts'
import { cookieName } from '../../workers/api/src/http/session-cookies.ts'
import { company, now, platform, type Bed } from './bed.ts'

const baseHost = 'heju.test'

/** Asks a company's host for an address, signed in as an administrator of the company or as nobody. */
export type Ask = (path: string, as?: 'staff') => Promise<Response>

/**
 * The api Worker in this process, as it is bundled for deploying, over the company whose database is `name`: the proxies
 * that stand before a local workerd cost more than what is measured.
 */
export async function apiOf(bed: Bed, name: string): Promise<Ask> {
  const register = await platform(bed, 'bench-api')
  await register.orm.insert(companies).values({
    id: company.id,
    slug: company.slug,
    name: company.name,
    state: 'active',
    databaseKind: 'sqld',
    databaseUrl: bed.server.url,
    databaseNamespace: name,
    schemaTag: latestTag,
    schemaSentTag: latestTag,
    createdAt: now,
    changedAt: now,
  })
  const env = envOf(bed)
  const worker = await apiWorker(bed)
  const token = await mintAccessToken(
    await sessionKeysOf(env.SESSION_KEYS),
    {
      plane: 'staff',
      subject: 'stf_01jd8f5x3v9w7t2b6k4m8n0pqr',
      companyId: company.id,
      familyId: 'bench',
      assignments: [{ role: 'company_admin', projects: 'all' }],
    },
    Date.now(),
  )
  const headers = { cookie: `${cookieName('https://host', 'staff')}=${token}` }
  return async (path, as) => {
    const request = new Request(`https://${company.slug}.${baseHost}${path}`, as && { headers })
    return worker.fetch(request, env, { waitUntil() {}, passThroughOnException() {} })
  }
}

interface Worker {
  fetch(request: Request, env: object, context: object): Promise<Response>
}

async function apiWorker({ dataDir }: Bed): Promise<Worker> {
  const root = join(import.meta.dirname, '../..')
  const folder = join(dataDir, 'api')
  execFileSync('wrangler', ['deploy', '--dry-run', '-c', 'wrangler.toml', '--outdir', folder], { cwd: root })
  const bundle: { default: Worker } = await import(join(folder, 'index.js'))
  return bundle.default
}

function envOf({ keys, server }: Bed) {
  const allow = { limit: async () => ({ success: true }) }
  return {
    BASE_HOST: baseHost,
    DATABASE_PROVIDER: 'sqld',
    SQLD_URL: server.url,
    SQLD_ADMIN_URL: server.adminUrl,
    SQLD_ADMIN_KEY: keys.sqldAdminKey,
    SQLD_TOKEN_KEY: keys.sqldTokenKey,
    PLATFORM_NAMESPACE: 'bench-api',
    SESSION_KEYS: JSON.stringify(keys.sessionKeys),
    VAULT_KEY: keys.vaultKey,
    LOGIN_LIMIT: allow,
    API_LIMIT: allow,
  }
}
