import { Ctx } from '@heju/core'
import { mintAccessToken, sessionKeysOf, type Plane } from '@heju/core/people/identity'
import { permissionsOf, type Assignment, type Permission } from '@heju/core/permissions'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { TestApi, TestCaller } from '../../workers/api/src/testing.ts'
import { peopled, twoCompanies, type PeopledCompany } from '../setup/two-companies.ts'
import { isApi, isOwners, ownAccount, publicRoutes, routes, writes, type Route } from './routes.ts'
import { sampleRequest, type ApiDescription } from './samples.ts'

const closed = routes.filter((route) => !(route.name in publicRoutes))
const closedApi = closed.filter(isApi)
const staffApi = closedApi.filter((route) => !isOwners(route) && !ownAccount.has(route.name))

let api: TestApi
let ours: PeopledCompany
let theirs: PeopledCompany
let suspended: PeopledCompany
let description: ApiDescription

beforeAll(async () => {
  ;({ api, ours, theirs } = await twoCompanies())
  suspended = await peopled(api, { slug: 'tingyun', state: 'suspended', stateReason: '合同到期' })
  description = (await (await ours.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterEach(() => vi.restoreAllMocks())

/** Asks a route with a well-formed request, as somebody or with headers of one's own. */
async function ask(
  route: Route,
  company: PeopledCompany,
  who?: TestCaller,
  headers: Record<string, string> = {},
) {
  const { path, init } = sampleRequest(route, description, company)
  const before = await company.ledger()
  const response = await company.fetch(path, { ...init, headers: { ...init.headers, ...headers } }, who)
  const text = await response.text()
  return { status: response.status, text, written: (await company.ledger()).slice(before.length) }
}

const codeOf = (text: string): string => (JSON.parse(text) as { error: { code: string } }).error.code

/** A page sends to its door; the API says 401. Either way nothing is shown and nothing is done. */
function expectDoor(route: Route, answer: Awaited<ReturnType<typeof ask>>): void {
  if (isApi(route)) expect([answer.status, codeOf(answer.text)]).toEqual([401, 'access.sign_in'])
  else expect([302, 303, 401, 403]).toContain(answer.status)
  expect(answer.written).toEqual([])
}

async function token(company: PeopledCompany, plane: Plane, subject: string, roles: Assignment[] = []) {
  const session = { plane, subject, companyId: company.id, familyId: 'fam_test', assignments: roles }
  return mintAccessToken(await sessionKeysOf(api.env.SESSION_KEYS), session, Date.now())
}

const everything: Assignment[] = [{ role: 'company_admin', projects: 'all' }]

describe('the routes', () => {
  test('are all here, and those open to everybody exist', () => {
    expect(routes.length).toBeGreaterThan(20)
    const names = routes.map((route) => route.name)
    expect(Object.keys(publicRoutes).filter((name) => !names.includes(name))).toEqual([])
    expect([...ownAccount].filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('whoever has not signed in', () => {
  test.each(closed)('is not let in at $name', async (route) => {
    expectDoor(route, await ask(route, ours))
  })
})

describe('a token of another company', () => {
  test.each(closed)('opens nothing at $name', async (route) => {
    const [plane, subject] = isOwners(route)
      ? (['owner', theirs.ownerId] as const)
      : (['staff', 'stf_01kaqf3m7s8x2w9v4t6r0pjhzd'] as const)
    const foreign = await token(theirs, plane, subject, everything)
    expectDoor(route, await ask(route, ours, undefined, { authorization: `Bearer ${foreign}` }))
    const cookie = { cookie: `heju_${plane}=${foreign}`, origin: ours.origin }
    expectDoor(route, await ask(route, ours, undefined, cookie))
  })
})

describe('a token of the other side', () => {
  test.each(closed)('opens nothing at $name', async (route) => {
    const other = isOwners(route)
      ? await token(ours, 'staff', ours.ownerId, everything)
      : await token(ours, 'owner', ours.ownerId, everything)
    expectDoor(route, await ask(route, ours, undefined, { authorization: `Bearer ${other}` }))
    const cookie = { cookie: `__Host-heju_staff=${other}; __Host-heju_owner=${other}`, origin: ours.origin }
    const door = isOwners(route)
      ? { ...cookie, cookie: `__Host-heju_owner=${other}` }
      : { ...cookie, cookie: `__Host-heju_staff=${other}` }
    expectDoor(route, await ask(route, ours, undefined, door))
  })
})

describe('in a suspended company', () => {
  const changing = closed.filter((route) => writes(route) && !ownAccount.has(route.name))
  test.each(changing)('$name changes nothing', async (route) => {
    const who = isOwners(route) ? suspended.owner : suspended.staff.company_admin
    const answer = await ask(route, suspended, who)
    expect(answer.status).toBe(403)
    if (isApi(route)) expect(codeOf(answer.text)).toBe('company.suspended')
    expect(answer.written).toEqual([])
  })
})

describe('staff without the permission', () => {
  test.each(staffApi)('are refused at $name', async (route) => {
    const asked = new Set<Permission>()
    const { may } = Ctx.prototype
    vi.spyOn(Ctx.prototype, 'may').mockImplementation(function (this: Ctx, permission, projectId) {
      asked.add(permission)
      return may.call(this, permission, projectId)
    })
    const nobody = await ask(route, ours, ours.nobody)
    // A 422 means that the sample is not well formed and a 404 that it names nothing that is there, so that the guard
    // was not reached: add to samples.ts, or to the things in tests/setup.
    expect({ status: nobody.status, text: nobody.text }).toMatchObject({ status: 403 })
    expect(nobody.written).toEqual([])
    expect([...asked]).not.toEqual([])
    for (const [role, who] of Object.entries(ours.staff)) {
      const held = permissionsOf((who as { staff: Assignment[] }).staff)
      if (held.some((permission) => asked.has(permission))) continue
      const { status, text, written } = await ask(route, ours, who)
      // A thing that is there, but not for them, is not found.
      expect([role, status === 404 || codeOf(text)]).toEqual([role, status === 404 || 'access.not_allowed'])
      expect(written).toEqual([])
    }
  })
})
