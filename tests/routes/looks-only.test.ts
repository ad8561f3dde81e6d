import { permissionRules, permissions } from '@heju/core/permissions'
import { createRole } from '@heju/core/people/roles'
import { requests } from '@heju/db'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isApi, isOwners, ownAccount, publicRoutes, routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyCtx } from '../setup/two-companies.ts'
import type { TestCaller } from '../../workers/api/src/testing.ts'
import { companyWithAll, type CompanyWithAll } from './company-with-all.ts'
import { trueRequest } from './requests.ts'

/** Whatever shows: what a role of a company's own carries at most that audits. */
const looks = permissions.filter((one) => permissionRules[one].effect === 'reads')

let all: CompanyWithAll
let description: ApiDescription
let who: TestCaller
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
  const roleId = newId('role', Date.now())
  const role = { roleId, name: '巡视专员', template: 'auditor' as const, permissions: looks }
  await createRole(all.company.ctx, { ...role, requestId: freshRequestId() })
  const own = { template: 'auditor' as const, permissions: looks }
  who = { staff: [{ role: roleId, projects: 'all', own }] }
  // What its sign-in leaves in the database is of the beginning.
  await all.company.fetch('/api/v1/projects', {}, who)
})
afterAll(() => all.close())

/** Sent by POST, and changes nothing: it shows what is masked, with an entry in the log. */
const shows: ReadonlySet<string> = new Set([
  'POST /api/v1/registry/people/:personId/unmask',
  'POST /api/v1/complaints/:complaintId/contact',
])

const ofStaff = routes.filter(
  (route) =>
    isApi(route) &&
    writes(route) &&
    !isOwners(route) &&
    !(route.name in publicRoutes) &&
    !ownAccount.has(route.name),
)

describe('a role that only looks, whatever it shows', () => {
  test.each(ofStaff)('$name: changes nothing', async (route) => {
    const { path, init } = trueRequest(route, description, all)
    const { orm } = (await companyCtx(all.api, all.company.id)).db
    const before = await orm.select({ id: requests.id }).from(requests)
    const response = await all.company.fetch(path, init, who)
    if (shows.has(route.name)) return expect(response.status).toBe(200)
    expect([response.status, await response.text()]).toEqual([
      403,
      expect.stringContaining('"access.not_allowed"'),
    ])
    expect(await orm.select({ id: requests.id }).from(requests)).toEqual(before)
  })
})
