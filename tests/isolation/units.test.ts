import { projectMove } from '@heju/core/estate/organisation'
import { addStaff, testPassword } from '@heju/core/people/identity/testing'
import { roles } from '@heju/core/permissions'
import { freshRequestId } from '@heju/core/testing'
import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { peopled, type PeopledCompany } from '../setup/two-companies.ts'
import { testApi } from '../../workers/api/src/testing.ts'
import { isApi, isOwners, ownAccount, publicRoutes, routes } from './routes.ts'
import { sampleRequest, type ApiDescription } from './samples.ts'

const staffApi = routes.filter(
  (route) => isApi(route) && !isOwners(route) && !(route.name in publicRoutes) && !ownAccount.has(route.name),
)

/** What is the company's and no project's, by what their ids begin with. */
const ofCompany = /^(stf|unit|entity|role|fitem|ccat)_/

let company: PeopledCompany
let description: ApiDescription
/** Somebody with every role for a unit of 300 projects, among which the company's one project with things in it is not. */
let regional: { login: string; cookie: string; set: string[] }

beforeAll(async () => {
  company = await peopled(await testApi(), { slug: 'cuihu', name: '翠湖物业' })
  description = (await (await company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
  const { ctx, things } = company
  const unitId = things.unitId ?? ''
  await ctx.db.orm.run(sql`INSERT INTO project_units (project_id, from_on, unit_id, created_at)
    SELECT printf('proj_%026d', value), '', ${unitId}, 0 FROM generate_series(1, 300)`)
  const assignments = roles
    .filter((role) => role !== 'company_admin')
    .map((role) => ({ role, scope: { kind: 'unit' as const, unitId } }))
  const { phone } = await addStaff(ctx, { name: '区域经理', assignments })
  regional = await signedIn(phone)
})

async function signedIn(login: string) {
  const response = await company.fetch('/api/v1/session', {
    method: 'POST',
    body: JSON.stringify({ login, password: testPassword }),
    headers: { origin: company.origin },
  })
  expect(response.status).toBe(200)
  const set = response.headers.getSetCookie()
  return { login, set, cookie: set.map((each) => each.slice(0, each.indexOf(';'))).join('; ') }
}

const asked = (path: string, init: RequestInit = {}) =>
  company.fetch(path, {
    ...init,
    headers: { ...(init.headers as object), cookie: regional.cookie, origin: company.origin },
  })

describe('somebody who works for a unit of 300 projects', () => {
  test('has cookies that a browser keeps, and each request reads no more than before', async () => {
    for (const cookie of regional.set) expect(cookie.length).toBeLessThan(3500)
    const response = await asked('/api/v1/session')
    const me = (await response.json()) as { staff: { assignments: { role: string; projects: string[] }[] } }
    expect(me.staff.assignments.map(({ projects }) => projects.length)).toEqual(Array(13).fill(300))
    expect(response.headers.get('server-timing')).toMatch(/db;desc="1 /)
    expect((await asked('/api/v1/complaints?limit=5')).headers.get('server-timing')).toMatch(/db;desc="1 /)
  })

  test.each(staffApi)('neither sees nor changes anything of another project by $name', async (route) => {
    const { path, init } = sampleRequest(route, description, company)
    const response = await asked(path, init)
    const text = await response.text()
    // What the request itself names may come back in a refusal.
    if (response.status >= 400) {
      expect([403, 404, 409, 415, 422]).toContain(response.status)
      return
    }
    const shown = Object.values(company.things).filter(
      (id) => /^[a-z]+_[0-9a-z]{26}$/.test(id) && !ofCompany.test(id) && text.includes(id),
    )
    expect(shown).toEqual([])
  })

  test('sees the project from the moment at which it comes to the unit, with the next token', async () => {
    const { ctx, things } = company
    const projectId = things.projectId ?? ''
    const list = async () =>
      ((await (await asked('/api/v1/complaints?limit=50')).json()) as { items: unknown[] }).items.length
    expect(await list()).toBe(0)
    const fromOn = new Date(ctx.now + 8 * 3600_000).toISOString().slice(0, 10)
    const move = { requestId: freshRequestId(), projectId, unitId: things.unitId ?? '', fromOn }
    await projectMove(ctx, move)
    regional = await signedIn(regional.login)
    expect(await list()).toBeGreaterThan(0)
  })
})
