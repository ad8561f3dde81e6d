import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { errorSchema } from '../../workers/api/src/http/answers.ts'
import { isApi, isOwners, publicRoutes, routes, writes, type Route } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { companyWithAll, type CompanyWithAll } from './company-with-all.ts'
import { operationOf } from './described.ts'
import { trueRequest } from './requests.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

const api = routes.filter((route) => isApi(route) && !route.path.endsWith('/openapi.json'))
const changing = api.filter(writes)
const uploads = (route: Route) => route.path.endsWith('/uploads')

/** Asks a route with a true request that is changed a little. */
async function ask(
  route: Route,
  change: (init: RequestInit & { headers: Record<string, string> }) => void = () => undefined,
) {
  const { path, init, who } = trueRequest(route, description, all)
  const changed = { ...init, headers: { ...init.headers } as Record<string, string> }
  change(changed)
  return all.company.fetch(path, changed, who)
}

/** A refusal in the one shape that there is. @returns its code */
async function refusalOf(response: Response): Promise<string> {
  expect(response.headers.get('content-type')).toContain('application/json')
  const { error } = v.parse(
    v.strictObject({ error: v.strictObject(errorSchema.entries.error.entries) }),
    await response.json(),
  )
  expect(error.message).toMatch(/[\u4e00-\u9fff]/)
  expect(error.requestId).toBe(response.headers.get('x-request-id'))
  return error.code
}

/** Writes that take no key: what they give must not be kept, or doing them twice is the same as once. */
const keyless: Readonly<Record<string, string>> = {
  'POST /api/v1/session': 'its answer holds secrets',
  'POST /api/v1/session/refresh': 'its answer holds secrets',
  'DELETE /api/v1/session': 'twice is the same as once',
  'POST /api/v1/session/sign-out-everywhere': 'twice is the same as once',
  'POST /api/v1/portal/session': 'its answer holds secrets',
  'POST /api/v1/portal/session/code': 'the database counts how often',
  'POST /api/v1/portal/session/refresh': 'its answer holds secrets',
  'DELETE /api/v1/portal/session': 'twice is the same as once',
  'POST /api/v1/portal/session/sign-out-everywhere': 'twice is the same as once',
  'POST /api/v1/invitations/read': 'it changes nothing',
  'POST /api/v1/tariffs/scope': 'it changes nothing',
  'POST /api/v1/invitations/accept': 'its link is good once, and its answer holds secrets',
  'POST /api/v1/portal/payments/:orderId/check': 'it asks how an order stands',
  'POST /api/v1/portal/payments/:orderId/continuation': 'the provider is asked for the same order',
  'POST /api/v1/portal/payments/:orderId/cancellation': 'an order ends once',
}

/** Writes that show what is masked, or let a file leave: each time is one disclosure more. With what the log says. */
const disclosing: Readonly<Record<string, string>> = {
  'POST /api/v1/registry/people/:personId/unmask': 'people.unmasked',
  'POST /api/v1/complaints/:complaintId/contact': 'complaints.contact_revealed',
}

describe('a key of idempotency', () => {
  const keyed = changing.filter((route) => !(route.name in keyless))

  test('is asked for by every write, but for those that say why not', () => {
    const takes = (route: Route) =>
      (operationOf(route, description)?.parameters ?? []).some(
        ({ name, in: place, required }) =>
          place === 'header' && required && name.toLowerCase() === 'idempotency-key',
      )
    expect(
      changing
        .filter((route) => !takes(route))
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(Object.keys(keyless).toSorted())
  })

  test.each(keyed)('left out is named as the field that is missing at $name', async (route) => {
    const response = await ask(route, (init) => delete init.headers['idempotency-key'])
    expect(response.status).toBe(422)
    expect(await refusalOf(response.clone())).toBe('request.invalid')
    expect(JSON.stringify(await response.json())).toContain('idempotency-key')
  })

  test.each(keyed.filter((route) => !(route.name in disclosing)))(
    'that comes again brings the same answer and no second deed at $name',
    async (route) => {
      const { first, second, deedsOfFirst, deedsOfSecond } = await askTwice(route)
      expect(deedsOfSecond).toEqual(deedsOfFirst)
      // What leaves as a file is a disclosure, and has its entry each time.
      expect(first.headers.get('content-type')).toMatch(/^application\/json/)
      // The provider gives a new way to pay the same order.
      if (route.name !== 'POST /api/v1/portal/payments')
        expect(await second.json()).toEqual(await first.json())
    },
  )

  test.each(keyed.filter((route) => route.name in disclosing))(
    'that comes again discloses again, and the log says so each time at $name',
    async (route) => {
      const { deedsOfFirst, deedsOfSecond } = await askTwice(route)
      expect(deedsOfFirst[0]).toBe(disclosing[route.name])
      expect(deedsOfSecond).toEqual([disclosing[route.name], ...deedsOfFirst])
    },
  )

  test('with other content is refused', async () => {
    await all.asItWas()
    const route = api.find(({ name }) => name === 'POST /api/v1/complaints/:complaintId/notes') as Route
    const key = crypto.randomUUID()
    const noting = (note: string) => (init: RequestInit & { headers: Record<string, string> }) => {
      init.headers['idempotency-key'] = key
      init.body = JSON.stringify({ note })
    }
    expect((await ask(route, noting('已联系维保单位'))).status).toBe(200)
    const other = await ask(route, noting('还没有联系'))
    expect([other.status, await refusalOf(other)]).toEqual([409, 'request.reused'])
  })

  async function askTwice(route: Route) {
    await all.asItWas()
    const { path, init, who } = trueRequest(route, description, all)
    const first = await all.company.fetch(path, init, who)
    const deedsOfFirst = await deeds()
    const second = await all.company.fetch(path, init, who)
    expect([first.status, second.status]).toEqual([200, 200])
    return { first, second, deedsOfFirst, deedsOfSecond: await deeds() }
  }

  /** What the audit log says was done, newest first. */
  async function deeds(): Promise<string[]> {
    // The company's own handle looks at the database of the beginning: ask where it is now.
    const response = await all.company.fetch(
      '/api/v1/audit?limit=200',
      undefined,
      all.company.staff.company_admin,
    )
    return ((await response.json()) as { items: { action: string }[] }).items.map(({ action }) => action)
  }
})

describe('what is not well formed is refused in the one shape', () => {
  const taking = changing.filter((route) => !uploads(route))
  const withBody = taking.filter((route) => route.method !== 'DELETE')

  test.each(withBody)(
    'broken JSON, another type, another encoding and too much of it at $name',
    async (route) => {
      const hasBody = (init: RequestInit) => init.body !== undefined
      const { init } = trueRequest(route, description, all)
      if (!hasBody(init)) return
      const json = { 'content-type': 'application/json' }
      const cases: [string, string, Record<string, string>, number, string][] = [
        ['broken', '{"a":', json, 422, 'request.invalid'],
        ['text', '{}', { 'content-type': 'text/plain' }, 415, 'request.json_expected'],
        [
          'a form',
          'a=1',
          { 'content-type': 'application/x-www-form-urlencoded' },
          415,
          'request.json_expected',
        ],
        ['GBK', '{}', { 'content-type': 'application/json; charset=gbk' }, 415, 'request.json_expected'],
        ['much', `{"a":"${'字'.repeat(100_000)}"}`, json, 413, 'request.too_large'],
      ]
      for (const [what, body, headers, status, code] of cases) {
        const response = await ask(route, (wanted) =>
          Object.assign(wanted, { body, headers: { ...wanted.headers, ...headers } }),
        )
        expect([what, response.status, await refusalOf(response)]).toEqual([what, status, code])
      }
    },
  )

  test.each(api.filter(uploads))('too long a file at $name', async (route) => {
    const response = await ask(route, (init) =>
      Object.assign(init, { body: new Uint8Array(31 * 1024 * 1024) }),
    )
    expect(response.status).toBe(413)
    await refusalOf(response)
  })

  test.each(['/api/v1/nothing', '/api/v1/staff/a/b/c/d', '/nothing'])('%s is not found', async (path) => {
    const response = await all.company.fetch(path, undefined, all.company.staff.company_admin)
    expect([response.status, await refusalOf(response)]).toEqual([404, 'request.not_found'])
  })

  test('an unknown address tells nothing to those who have not signed in', async () => {
    const [unknown, known] = [
      await all.company.fetch('/api/v1/nothing'),
      await all.company.fetch('/api/v1/staff'),
    ]
    expect([unknown.status, known.status]).toEqual([401, 401])
  })

  test.each(api)('a method that $name does not take is named, with those that it does', async (route) => {
    const { path, who } = trueRequest(route, description, all)
    const response = await all.company.fetch(
      path,
      { method: 'PATCH' },
      who ?? (isOwners(route) ? all.company.owner : all.company.staff.company_admin),
    )
    expect([response.status, await refusalOf(response)]).toEqual([405, 'request.wrong_method'])
    const allowed = response.headers.get('allow')?.split(', ')
    expect(allowed).toContain(route.method)
  })

  test('a request without a body is one, also where a proxy hands on an empty one', async () => {
    const url = `${all.company.origin}/api/v1/session/refresh`
    const bodies = [undefined, new Uint8Array(), new ReadableStream({ start: (stream) => stream.close() })]
    for (const body of bodies) {
      const response = await all.api.at(url, { method: 'POST', body, duplex: 'half' } as RequestInit)
      // Not by its type: nobody was signed in there.
      expect([response.status, await refusalOf(response)]).toEqual([401, 'identity.session_ended'])
    }
    const untyped = { method: 'POST', body: new Blob(['{}']) }
    expect((await all.api.at(url, untyped)).status).toBe(415)
  })

  test.each(withBody)('text that nobody can read is named with its field at $name', async (route) => {
    const { init } = trueRequest(route, description, all)
    if (init.body === undefined) return
    const body = JSON.parse(String(init.body)) as Record<string, unknown>
    for (const [name, value] of Object.entries(body)) {
      if (typeof value !== 'string') continue
      for (const mark of ['\0', '\u0007', '\uD800']) {
        const response = await ask(route, (wanted) => {
          wanted.body = JSON.stringify({ ...body, [name]: `${value}${mark}` })
        })
        const { error } = v.parse(errorSchema, await response.clone().json())
        const named = error.fields.some(({ path }) => path === name)
        expect([name, response.status, named]).toEqual([name, 422, true])
      }
    }
  })

  test.each(taking)(
    'a list for an object, and levels without end within any field, are named at $name',
    async (route) => {
      const { init } = trueRequest(route, description, all)
      const body = JSON.parse(String(init.body ?? '{}')) as Record<string, unknown>
      const named = async (sent: string) => {
        const response = await ask(route, (wanted) => {
          wanted.body = sent
          wanted.headers['content-type'] = 'application/json'
        })
        const { error } = v.parse(errorSchema, await response.clone().json())
        return [
          response.status,
          await refusalOf(response),
          error.fields.map(({ path, code }) => [path, code]),
        ]
      }
      for (const list of ['[]', '[1]', '[{}]'])
        expect([list, await named(list)]).toEqual([list, [422, 'request.invalid', [['', 'field.object']]]])
      const deep = [`${'['.repeat(5_000)}${']'.repeat(5_000)}`, `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`]
      for (const name of [...Object.keys(body), 'z'])
        for (const value of deep) {
          const rest = JSON.stringify({ ...body, [name]: undefined }).slice(1)
          const sent = `{${JSON.stringify(name)}:${value}${rest === '}' ? '' : ','}${rest}`
          expect([name, await named(sent)]).toEqual([
            name,
            [422, 'request.invalid', [[name, 'field.too_deep']]],
          ])
        }
      // Within the body a list is no object either.
      for (const [name, value] of Object.entries(body)) {
        if (typeof value !== 'object' || value === null || Array.isArray(value)) continue
        const [status, code] = await named(JSON.stringify({ ...body, [name]: [] }))
        expect([name, status, code]).toEqual([name, 422, 'request.invalid'])
      }
    },
  )

  test('asks a browser for no camera, place or payment', async () => {
    for (const path of ['/portal/sign-in', '/api/v1/openapi.json', '/console']) {
      const policy = (await all.company.fetch(path)).headers.get('permissions-policy')
      for (const feature of ['camera=()', 'geolocation=()', 'microphone=()', 'payment=()'])
        expect([path, policy]).toEqual([path, expect.stringContaining(feature)])
    }
  })

  test('a form of the portal that is none is told on a page, not as a fault of ours', async () => {
    const response = await all.company.fetch(
      '/portal/payments',
      { method: 'POST', body: '{}', headers: { 'content-type': 'application/json', accept: 'text/html' } },
      all.company.owner,
    )
    expect([response.status, response.headers.get('content-type')]).toEqual([415, 'text/html; charset=UTF-8'])
  })
})

describe('a list', () => {
  test('is paged by a key wherever it may grow', async () => {
    for (const route of api.filter((one) => one.method === 'GET')) {
      const operation = operationOf(route, description)
      const [content] = Object.values(operation?.responses?.['200']?.content ?? {})
      const { properties = {} } = (content?.schema ?? {}) as { properties?: object }
      if (!('items' in properties && 'next' in properties)) continue
      const names = (operation?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name)
      expect([route.name, names.includes('after') || names.includes('part')]).toEqual([route.name, true])
      if (!names.includes('after')) continue
      const { path, init, who } = trueRequest(route, description, all)
      const bad = await all.company.fetch(`${path}${path.includes('?') ? '&' : '?'}after=nonsense`, init, who)
      expect([route.name, bad.status, await refusalOf(bad)]).toEqual([route.name, 422, 'request.invalid'])
      const first = await all.company.fetch(`${path}${path.includes('?') ? '&' : '?'}limit=1`, init, who)
      const { items, next } = (await first.json()) as { items: unknown[]; next: string | null }
      expect([route.name, items.length <= 1]).toEqual([route.name, true])
      if (next === null) continue
      const second = await all.company.fetch(
        `${path}${path.includes('?') ? '&' : '?'}limit=1&after=${encodeURIComponent(next)}`,
        init,
        who,
      )
      const later = (await second.json()) as { items: unknown[] }
      expect([route.name, later.items.length, JSON.stringify(later.items) === JSON.stringify(items)]).toEqual(
        [route.name, 1, false],
      )
    }
  })
})

describe('a limit', () => {
  test.each(routes.filter(({ path }) => !path.startsWith('/notices/')))(
    'of requests holds at $name, and says when to come back',
    async (route) => {
      const { env } = all.api
      const open = env.API_LIMIT
      Object.assign(env, { API_LIMIT: { limit: async () => ({ success: false }) } })
      const response = await ask(route).finally(() => Object.assign(env, { API_LIMIT: open }))
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60'])
      if (isApi(route)) expect(await refusalOf(response)).toBe('request.too_many')
    },
  )

  test('of notices counts each merchant and sender apart, so that no flood stops the provider', async () => {
    const { env } = all.api
    const open = env.API_LIMIT
    const keys: string[] = []
    Object.assign(env, {
      API_LIMIT: { limit: async ({ key }: { key: string }) => ({ success: keys.push(key) > 0 }) },
    })
    for (const [merchant, address] of [
      ['a', '203.0.113.1'],
      ['a', '198.51.100.2'],
      ['b', '203.0.113.1'],
    ] as const)
      await all.company.fetch(`/notices/wechat-pay/${merchant}`, {
        method: 'POST',
        body: '{}',
        headers: { 'cf-connecting-ip': address },
      })
    Object.assign(env, { API_LIMIT: open })
    expect(new Set(keys).size).toBe(3)
  })

  const doors = Object.keys(publicRoutes).filter((name) =>
    /^POST .*(session|code|invitations.*|sign-in)$/.test(name),
  )
  test.each(routes.filter(({ name }) => doors.includes(name)))(
    'of tries holds at the door $name',
    async (route) => {
      const { env } = all.api
      const open = env.LOGIN_LIMIT
      Object.assign(env, { LOGIN_LIMIT: { limit: async () => ({ success: false }) } })
      const response = await ask(route).finally(() => Object.assign(env, { LOGIN_LIMIT: open }))
      expect([response.status, response.headers.get('retry-after')]).toEqual([429, '60'])
    },
  )
})
