import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isApi, publicRoutes, routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { companyWithAll, type CompanyWithAll } from './company-with-all.ts'
import { trueRequest } from './requests.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

/** Addresses that need no sign-in that stands, with the reason. */
const free: Readonly<Record<string, string>> = {
  'POST /api/v1/portal/payments/:orderId/check': 'books what the provider says, whoever has us ask',
  'POST /portal/sign-out': 'the refresh token says whose sign-in is to end',
}

/** Whatever writes or reveals: files leave the company, and what is masked is shown. */
const guarded = routes.filter(
  (route) =>
    !(route.name in publicRoutes) && !(route.name in free) && (writes(route) || route.path.endsWith('/file')),
)

const ways = {
  'was ended': 'UPDATE sessions SET ended_at = 1',
  'belongs to a colleague who was shut out': `UPDATE staff SET state = 'disabled'`,
  'claims a role that was taken away': 'DELETE FROM role_assignments',
}

async function refusedAfter(way: string, route: (typeof routes)[number]): Promise<void> {
  await all.asItWas()
  const { path, init, who } = trueRequest(route, description, all)
  // Of the copy that is asked: the company's own handle looks at the database of the beginning.
  const { client } = (await companyCtx(all.api, all.company.id)).db
  await client.execute(way)
  const ledger = async () => (await client.execute('SELECT scope, id FROM _requests')).rows.length
  const before = await ledger()
  const response = await all.company.fetch(path, init, who)
  const text = await response.text()
  if (isApi(route))
    expect({ status: response.status, text }).toEqual({
      status: 401,
      text: expect.stringContaining('"access.standing_lost"'),
    })
  else
    // A page of the portal leads to the door, or is it, where words wait to be sent or somebody was about to pay; one for
    // staff to print says it, as the console asks to sign in.
    expect([response.status, response.headers.get('location')]).toEqual(
      path.startsWith('/portal') && !text.includes('name="phone"')
        ? [303, expect.stringContaining('/sign-in')]
        : [401, null],
    )
  expect(await ledger()).toBe(before)
  expect(response.headers.get('server-timing')).toMatch(/provider;desc="0 /)
}

describe('a sign-in that was ended, with an access token that is good for minutes yet', () => {
  test.each(guarded)('$name does nothing and tells nothing', async (route) => {
    await refusedAfter(ways['was ended'], route)
  })
})

describe.each(['belongs to a colleague who was shut out', 'claims a role that was taken away'] as const)(
  'a sign-in that %s',
  (how) => {
    const ofStaff = guarded.filter(({ path }) => path.startsWith('/api/v1/') && !path.includes('/portal/'))
    test.each(ofStaff)('$name does nothing and tells nothing', async (route) => {
      await refusedAfter(ways[how], route)
    })
  },
)
