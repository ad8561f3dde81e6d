import { mintAccessToken, sessionKeysOf } from '@heju/core/people/identity'
import { addSignIn } from '@heju/core/people/identity/testing'
import type { JobMessage } from '@heju/core/platform/jobs'
import { testDeploymentEnv, testNow } from '@heju/core/testing'
import { deploymentOf } from '@heju/core/platform/deployment'
import { noTrips } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { freshNamespace } from '@heju/db/testing'
import { newId } from '@heju/kernel'
import type { Assignment } from '@heju/core/permissions'
import { latestTag } from '../../../migrations/tenant/latest.ts'
import { companyApp } from './app.ts'
import { baseApp } from './base/app.ts'
import type { Env } from './env.ts'
import { cookieName } from './http/session-cookies.ts'

/** One installation of its own, asked as a browser would ask it. */
export interface TestApi {
  env: Env
  /** What was put in the queue. */
  sent: JobMessage[]
  /** Asks the base host. */
  base(path: string, init?: RequestInit): Promise<Response>
  /** Asks a company's host by its whole address, signed in as nobody. */
  at(url: string, init?: RequestInit): Promise<Response>
  /** A company that was set up; `more` changes its row in the register. */
  company(more?: Partial<typeof companies.$inferInsert>): Promise<TestCompany>
}

export interface TestCompany {
  id: string
  origin: string
  /** Asks the company's host, signed in as `who` or as nobody. */
  fetch(path: string, init?: RequestInit, who?: TestCaller): Promise<Response>
}

export type TestCaller = { staff: readonly Assignment[]; id?: string } | { owner: string }

export async function testApi(): Promise<TestApi> {
  const sent: JobMessage[] = []
  const allow = { limit: async () => ({ success: true }) }
  const queue = {
    send: async (body: JobMessage) => void sent.push(body),
    sendBatch: async (messages: Iterable<{ body: JobMessage }>) => {
      for (const { body } of messages) sent.push(body)
    },
  }
  const bindings = { JOBS: queue, LOGIN_LIMIT: allow, API_LIMIT: allow }
  const env = { ...(await testDeploymentEnv()), ...bindings } as unknown as Env
  const ask = async (app: typeof baseApp | typeof companyApp, request: Request) => {
    const waiting: Promise<unknown>[] = []
    const execution = {
      waitUntil: (work: Promise<unknown>) => void waiting.push(work),
      passThroughOnException() {},
    }
    const answer = await app.fetch(request, env, execution as unknown as ExecutionContext)
    await Promise.all(waiting)
    return answer
  }
  return {
    env,
    sent,
    at: (url, init) => ask(companyApp, new Request(url, init)),
    base: (path, init) => ask(baseApp, new Request(`https://${env.BASE_HOST}${path}`, init)),
    async company(more = {}) {
      const row = await companyRow(env, more)
      const origin = `https://${row.slug}.${env.BASE_HOST}`
      return {
        id: row.id,
        origin,
        fetch: async (path, init, who) =>
          ask(
            companyApp,
            new Request(`${origin}${path}`, await signedIn(env, { id: row.id, origin }, init, who)),
          ),
      }
    },
  }
}

async function companyRow(env: Env, more: Partial<typeof companies.$inferInsert>) {
  const [id, namespace] = [newId('comp', testNow), await freshNamespace('tenant')]
  const row = {
    id,
    slug: 'cuihu',
    name: '翠湖物业',
    state: 'active',
    databaseKind: 'sqld',
    databaseUrl: env.SQLD_URL ?? '',
    databaseNamespace: namespace,
    schemaTag: latestTag,
    schemaSentTag: latestTag,
    createdAt: testNow,
    changedAt: testNow,
    ...more,
  } as const
  const platform = await deploymentOf(env).platform()
  await platform.orm.insert(companies).values(row)
  return row
}

const families = new Map<string, string>()

/**
 * The sign-in that a token is of, as the company's database knows it: made at the first request of somebody, with what
 * they are said to hold. What becomes of it afterwards is for the test.
 * @returns its id
 */
export async function signInOf(
  env: Env,
  companyId: string,
  who: { plane: 'staff' | 'owner'; subject: string; assignments: readonly Assignment[] },
): Promise<string> {
  const name = JSON.stringify([companyId, who])
  const known = families.get(name)
  if (known !== undefined) return known
  const deployment = deploymentOf(env)
  const now = Date.now()
  const row = await deployment.company(companyId, now, noTrips())
  const familyId = newId('fam', now)
  families.set(name, familyId)
  await addSignIn((await deployment.tenant(row!)).orm, { ...who, familyId, now })
  return familyId
}

/** The request with the cookie that a sign-in would have left. */
async function signedIn(
  env: Env,
  company: { id: string; origin: string },
  init: RequestInit = {},
  who?: TestCaller,
): Promise<RequestInit> {
  const headers = new Headers(init.headers)
  if (init.body !== undefined && !headers.has('content-type')) headers.set('content-type', 'application/json')
  if (who === undefined) return { ...init, headers }
  const plane = 'owner' in who ? ('owner' as const) : ('staff' as const)
  const subject = 'owner' in who ? who.owner : (who.id ?? 'stf_01jd8f5x3v9w7t2b6k4m8n0pqr')
  const assignments = 'owner' in who ? [] : who.staff
  const familyId = await signInOf(env, company.id, { plane, subject, assignments })
  const session = { plane, subject, companyId: company.id, familyId, assignments }
  const keys = await sessionKeysOf(env.SESSION_KEYS)
  const token = await mintAccessToken(keys, session, Date.now())
  headers.set('cookie', `${cookieName(company.origin, plane)}=${token}`)
  headers.set('origin', company.origin)
  return { ...init, headers }
}
