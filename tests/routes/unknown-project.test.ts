import { newId } from '@heju/kernel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isApi, isOwners, routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyWithAll, type CompanyWithAll } from './company-with-all.ts'
import { trueRequest } from './requests.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

/** A true request with a project that is not there; null where it names none. */
function elsewhere(name: string) {
  const route = routes.find((one) => one.name === name)!
  const { path, init, who } = trueRequest(route, description, all)
  const projectId = newId('proj', Date.now())
  const address = new URL(path, all.company.origin)
  if (address.searchParams.has('projectId')) {
    address.searchParams.set('projectId', projectId)
    return { path: address.pathname + address.search, init, who }
  }
  if (typeof init.body !== 'string' || !init.body.startsWith('{')) return null
  const body = JSON.parse(init.body) as Record<string, unknown>
  if (typeof body['projectId'] !== 'string') return null
  return { path, init: { ...init, body: JSON.stringify({ ...body, projectId }) }, who }
}

const changing = routes.filter((route) => writes(route) && isApi(route) && !isOwners(route))
const excepted = new Set([
  'POST /api/v1/projects', // it is made by it
  'POST /api/v1/tariffs/scope', // it writes nothing: in no project it finds no places
])

describe('a project that is not there, named by whoever acts in all of them', () => {
  test('is said not to be there, by every route that takes one', async () => {
    const answers: string[] = []
    for (const { name } of changing) {
      const asked = elsewhere(name)
      if (asked === null || excepted.has(name)) continue
      const response = await all.company.fetch(asked.path, asked.init, asked.who)
      const { error } = (await response.json()) as { error?: { code: string } }
      answers.push(`${name} ${response.status} ${error?.code}`)
    }
    expect(answers.length).toBeGreaterThanOrEqual(9)
    expect(answers.filter((one) => !one.endsWith(' 404 projects.not_found'))).toEqual([])
  })
})
