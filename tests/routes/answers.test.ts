import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isApi, routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { baseRequests, type BaseRequest } from './base-requests.ts'
import { budgetOf, exceptions, type Spent } from './budgets.ts'
import { companyWithAll, type CompanyWithAll } from './company-with-all.ts'
import { problemsWith } from './described.ts'
import { trueRequest } from './requests.ts'
import { baseApp } from '../../workers/api/src/base/app.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

/** What `Server-Timing` says of an answer: the company's database, the platform's, providers. */
function spentOn(response: Response): Spent {
  const timing = response.headers.get('server-timing') ?? ''
  const [db, platform, provider] = ['db', 'platform', 'provider'].map((name) =>
    Number(new RegExp(`\\b${name};desc="(\\d+) `).exec(timing)?.[1]),
  )
  return { db: db ?? NaN, platform: platform ?? NaN, provider: provider ?? NaN }
}

const within = (spent: Spent, budget: Spent): boolean =>
  spent.db <= budget.db && spent.platform <= budget.platform && spent.provider <= budget.provider

describe('a true answer at a company’s host', () => {
  test.each(routes)('$name stays in its budget and is what its description says', async (route) => {
    await all.asItWas()
    const { path, init, who } = trueRequest(route, description, all)
    const response = await all.company.fetch(path, init, who)
    // A refusal means that requests.ts lacks what this route needs for a true answer.
    expect({ status: response.status, text: response.status < 400 || (await response.text()) }).toEqual({
      status: expect.toSatisfy((status: number) => status < 400),
      text: true,
    })
    const [spent, budget] = [spentOn(response), budgetOf(route.name, writes(route))]
    expect({ spent, within: within(spent, budget) }).toEqual({ spent, within: true })
    if (isApi(route)) expect(await problemsWith(response, route, description)).toEqual([])
  })

  test('has no exception from the budget for a route that is not there', () => {
    const names = [...routes.map(({ name }) => name), ...Object.keys(baseRequests)]
    expect(Object.keys(exceptions).filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('a true answer at the base host', () => {
  const atBase = [
    ...new Set(
      baseApp.routes
        .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
        .map(({ method, path }) => `${method} ${path}`),
    ),
  ]
  test.each(atBase)('%s stays in its budget', async (name) => {
    const wanted: BaseRequest | undefined = baseRequests[name]
    if (wanted === undefined) throw new Error(`base-requests.ts does not tell how ${name} is asked`)
    const { path, init } = wanted(all)
    const response = await all.api.base(path, init)
    expect([response.status, response.status < 400 || (await response.text())]).toEqual([
      response.status,
      true,
    ])
    const [spent, budget] = [spentOn(response), budgetOf(name, !name.startsWith('GET'))]
    expect({ spent, within: within(spent, budget) }).toEqual({ spent, within: true })
  })
})
