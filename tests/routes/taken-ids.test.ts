import { errorTexts } from '@heju/core/error-texts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { routes, writes } from '../isolation/routes.ts'
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

const changing = routes.filter(writes)

/** What was done under one key is asked for again under another. */
async function again(name: string): Promise<{ status: number; text: string }> {
  const route = changing.find((one) => one.name === name)!
  await all.asItWas()
  const { path, init, who } = trueRequest(route, description, all)
  expect((await all.company.fetch(path, init, who)).status).toBeLessThan(400)
  const headers = { ...init.headers, 'idempotency-key': crypto.randomUUID() }
  const response = await all.company.fetch(path, { ...init, headers }, who)
  return { status: response.status, text: await response.text() }
}

describe('what a client gave an id, under that id again and another key', () => {
  // Where nothing else tells that it is there: a name, a place, the step that it took.
  test.each([
    'POST /api/v1/payments',
    'POST /api/v1/complaints',
    'POST /api/v1/bill-runs',
    'POST /api/v1/registry/people',
    'POST /api/v1/imports/uploads',
    'POST /api/v1/reminders/:reminderId/evidence',
    'POST /api/v1/satisfaction/answers',
    'POST /api/v1/portal/surveys/answers',
  ])('%s: it is said to be there, and nothing of it', async (name) => {
    const { status, text } = await again(name)
    const { error } = JSON.parse(text) as { error: object }
    expect({ status, error }).toEqual({
      status: 409,
      error: {
        code: 'request.id_taken',
        message: errorTexts['request.id_taken']!['zh-CN'],
        params: {},
        fields: [],
        requestId: expect.any(String),
      },
    })
  })

  test.each(changing)('$name never blames somebody else for it', async ({ name }) => {
    const { status, text } = await again(name)
    expect(status).toBeLessThan(500)
    expect(text).not.toContain('database.conflict')
    expect(text).not.toContain(errorTexts['database.conflict']!['zh-CN'])
  })
})
