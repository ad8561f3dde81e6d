import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { detailTexts } from '@heju/i18n/texts/audit-details'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'
import { trueRequest } from '../routes/requests.ts'
import { companyCtx } from '../setup/two-companies.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

const named = (key: string) => `detail.${key}` in detailTexts

/** The keys of the details of all entries that there are. */
async function keysEntered(): Promise<string[]> {
  const { client } = (await companyCtx(all.api, all.company.id)).db
  const { rows } = await client.execute(
    'SELECT DISTINCT j.key AS key FROM audit_log, json_each(audit_log.detail_json) AS j',
  )
  return rows.map(({ key }) => String(key))
}

describe('each fact of an entry has a name in the log', () => {
  test.each(routes.filter((route) => writes(route) || route.path.endsWith('/file')))(
    'at $name',
    async (route) => {
      await all.asItWas()
      const { path, init, who } = trueRequest(route, description, all)
      expect((await all.company.fetch(path, init, who)).status).toBeLessThan(400)
      expect((await keysEntered()).filter((key) => !named(key))).toEqual([])
    },
  )

  test('also where a job enters it', () => {
    const folder = join(import.meta.dirname, '../../packages/core/src')
    const sources = globSync('**/*.ts', { cwd: folder })
      .filter((name) => !/test(ing)?\.ts$/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .filter((text) => /\.(audit|disclose)\(/.test(text))
    const literal = sources.flatMap((text) =>
      [...text.matchAll(/detail(?::| =) \{([^{}]*)\}/g)].map(([, inside = '']) => inside),
    )
    const keys = literal.flatMap((inside) =>
      [...inside.matchAll(/(?:^|,)\s*(\w+)\s*(?=[:,]|$)/g)].map(([, key = '']) => key),
    )
    expect(keys.length).toBeGreaterThan(80)
    expect([...new Set(keys)].filter((key) => !named(key))).toEqual([])
  })
})
