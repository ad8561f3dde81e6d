import { execFileSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { mintAccessToken, newSession, sessionKeysOf, staff, type Session } from '@heju/core/people/identity'
import { roleAssignments } from '@heju/core/people/roles'
import type { TenantDb } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { latestTag } from '../../migrations/tenant/latest.ts'
import { cookieName } from '../../workers/api/src/http/session-cookies.ts'
import { company, ctxOf, now, platform, type Bed } from './bed.ts'

const baseHost = 'heju.test'
const administrator = 'stf_01jd8f5x3v9w7t2b6k4m8n0pqr'

/** Asks a company's host for an address, signed in as an administrator of the company or as nobody; with a body it writes. */
export type Ask = (path: string, as?: 'staff', body?: object) => Promise<Response>

/**
 * The api Worker in this process, as it is bundled for deploying, over the company whose database `name` is: the proxies
 * that stand before a local workerd cost more than what is measured.
 */
export async function apiOf(bed: Bed, name: string, db: TenantDb): Promise<Ask> {
  const session = await signAdministratorIn(bed, db)
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
  const token = await mintAccessToken(await sessionKeysOf(env.SESSION_KEYS), session, Date.now())
  const host = `https://${company.slug}.${baseHost}`
  const cookie = `${cookieName('https://host', 'staff')}=${token}`
  return async (path, as, body) => {
    const json = { origin: host, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }
    const request = new Request(host + path, {
      headers: { ...(as && { cookie }), ...(body && json) },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    })
    return worker.fetch(request, env, { waitUntil() {}, passThroughOnException() {} })
  }
}

/** The sign-in that the token speaks of: every write asks whether it stands, and whether its roles are held. */
async function signAdministratorIn(bed: Bed, db: TenantDb): Promise<Session> {
  const ctx = await ctxOf(bed, db, 'job')
  const assignments = [{ role: 'company_admin', projects: 'all' }] as const
  const { signedIn, record } = await newSession(ctx, {
    plane: 'staff',
    subject: administrator,
    assignments,
    agent: 'bench',
  })
  await ctx.write('bench.sign_in', { requestId: 'bench-sign-in' }, (write) => {
    const at = { createdAt: now, changedAt: now }
    write.add(db.orm.insert(staff).values({ id: administrator, name: '测量', state: 'active', ...at }))
    const held = { staffId: administrator, role: 'company_admin', scopeKind: 'company', scopeId: '' } as const
    write.add(db.orm.insert(roleAssignments).values(held))
    record(write)
    return null
  })
  return signedIn.session
}

interface Worker {
  fetch(request: Request, env: object, context: object): Promise<Response>
}

async function apiWorker({ dataDir }: Bed): Promise<Worker> {
  const root = join(import.meta.dirname, '../..')
  const folder = join(dataDir, 'api')
  // The pages of the console need not be built for what is measured; without their folder nothing is bundled.
  mkdirSync(join(root, 'packages/console/dist'), { recursive: true })
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
    // What a write leaves to be done is not part of its answer.
    JOBS: { send: async () => undefined },
  }
}
