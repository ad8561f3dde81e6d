import { deploymentOf } from '@heju/core/platform/deployment'
import { noTrips } from '@heju/db'
import { companies } from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { latestTag } from '../../migrations/tenant/latest.ts'
import { routes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'
import { trueRequest } from '../routes/requests.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
  await ofTomorrow()
}, 120_000)
afterAll(() => all.close())

/** What a later version adds without harm: a column of every table, a table of its own, an index. */
async function ofTomorrow(): Promise<void> {
  const deployment = deploymentOf(all.api.env)
  const db = await deployment.tenant((await deployment.company(all.company.id, Date.now(), noTrips()))!)
  const { rows } = await db.client.execute(
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'libsql_%'",
  )
  expect(rows.length).toBeGreaterThan(40)
  await db.client.migrate([
    ...rows.map(
      ({ name }) => `ALTER TABLE "${String(name)}" ADD COLUMN of_tomorrow TEXT NOT NULL DEFAULT 'later'`,
    ),
    'CREATE TABLE tomorrow (id TEXT PRIMARY KEY, bill_id TEXT REFERENCES bills (id))',
    'CREATE INDEX bills_of_tomorrow ON bills (of_tomorrow)',
    `INSERT INTO _migrations (tag, sha256, applied_at) VALUES ('9000_tomorrow', '-', 0)`,
  ])
  const platform = await deployment.platform()
  await platform.orm
    .update(companies)
    .set({ schemaTag: '9000_tomorrow' })
    .where(eq(companies.id, all.company.id))
}

describe('code that was rolled back, at a company whose schema is ahead of it', () => {
  test('is behind it indeed', () => {
    expect(latestTag < '9000_tomorrow').toBe(true)
  })

  test.each(routes)('$name answers as it did', async (route) => {
    await all.asItWas()
    const { path, init, who } = trueRequest(route, description, all)
    const response = await all.company.fetch(path, init, who)
    expect({ status: response.status, text: response.status < 400 || (await response.text()) }).toEqual({
      status: expect.toSatisfy((status: number) => status < 400),
      text: true,
    })
  })
})
