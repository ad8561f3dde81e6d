import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { baseApp } from '../../workers/api/src/app.ts'
import { isApi, routes, writes } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'
import { baseRequests } from '../routes/base-requests.ts'
import { companyWithAll, type CompanyWithAll } from '../routes/company-with-all.ts'
import { trueRequest } from '../routes/requests.ts'

let all: CompanyWithAll
let description: ApiDescription
beforeAll(async () => {
  all = await companyWithAll()
  description = (await (await all.company.fetch('/api/v1/openapi.json')).json()) as ApiDescription
})
afterAll(() => all.close())

/** What the Worker writes into its log: a line of it is something for the operator to mend. */
const log = vi.spyOn(console, 'error')
beforeEach(() => void log.mockClear())
afterAll(() => log.mockRestore())

/** A page of either host, and how it is asked for a true answer. */
interface Page {
  name: string
  method: string
  /** With its parameters. */
  pattern: string
  ask(change: (asked: { path: string; init: RequestInit }) => void): Promise<Response>
}

/** Every page, form and notice that is not of the API. One that is added tomorrow is among them. */
const pages: readonly Page[] = [
  ...routes
    .filter((route) => !isApi(route))
    .map((route) => ({
      name: `company ${route.name}`,
      method: route.method,
      pattern: route.path,
      ask: async (change: (asked: { path: string; init: RequestInit }) => void) => {
        const { path, init, who } = trueRequest(route, description, all)
        const asked = { path, init }
        change(asked)
        return all.company.fetch(asked.path, asked.init, who)
      },
    })),
  ...new Map(
    baseApp.routes
      .filter(({ method, path }) => method !== 'ALL' && !path.endsWith('*'))
      .map(({ method, path }) => [
        `${method} ${path}`,
        {
          name: `base ${method} ${path}`,
          method,
          pattern: path,
          ask: async (change: (asked: { path: string; init: RequestInit }) => void) => {
            const { path: asks, init = {} } = baseRequests[`${method} ${path}`]!(all)
            const asked = { path: asks, init: { ...init } }
            change(asked)
            return all.api.base(asked.path, asked.init)
          },
        },
      ]),
  ).values(),
]

/** Each is answered, by whatever is said of it, and leaves nothing for the operator to mend. */
async function answered(page: Page, change: Parameters<Page['ask']>[0]): Promise<number> {
  const { status } = await page.ask(change)
  expect({ status, logged: log.mock.calls }).toEqual({
    status: expect.toSatisfy((code: number) => code < 500),
    logged: [],
  })
  return status
}

const unreadable = ['%00', 'a%00b', '%1B%5B31m', '%C2%85']
/** Readable as text, and nothing that there is. */
const unknown = ['%ff', '%ED%A0%80', '%E2%80%AE', '..%2f..%2fetc%2fpasswd', '%25', '9'.repeat(400), "'--"]

const named = pages.filter(({ pattern }) => pattern.includes('/:'))
test.each(named)('$name has no page at an address that nobody can read', async (page) => {
  const at = page.pattern.split('/').flatMap((part, i) => (part.startsWith(':') ? [i] : []))
  for (const place of at)
    for (const value of [...unreadable, ...unknown]) {
      const status = await answered(page, (asked) => {
        const [path = '', ...query] = asked.path.split('?')
        const parts = path.split('/')
        parts[place] = value
        asked.path = [parts.join('/'), ...query].join('?')
      })
      if (unreadable.includes(value)) expect([value, status]).toEqual([value, 404])
    }
})

/** Every name that a page of either host reads from its address. */
const questions =
  'after before choose lang low note paper print said schema search slug state to token trouble upgrading verify'.split(
    ' ',
  )
/** Each by itself in `.ci/run`, all at once in `npm test`. */
const wholeRun = process.env.CI !== undefined
const answers = ['', 'abc', '-1', '1.5', '1e400', '%ff', '%25_%25', '9'.repeat(400), 'W10', 'WyJcdTAwMDAiXQ']

test.each(pages)('$name is not asked with characters that nobody can read', async (page) => {
  for (const name of ['after', 'search', 'unknown'])
    for (const value of unreadable) {
      const status = await answered(page, (asked) => (asked.path = withQuery(asked.path, name, value)))
      // The console's own page reads its addresses: what is no value of a filter is none there.
      const wanted = page.name === 'company GET /console/*' ? 200 : 422
      expect([name, value, status]).toEqual([name, value, wanted])
    }
})

test.each(pages.filter(({ method }) => method === 'GET'))(
  '$name answers whatever it is asked',
  async (page) => {
    for (const value of answers)
      for (const names of wholeRun ? questions.map((name) => [name]) : [questions])
        await answered(
          page,
          (asked) => (asked.path = names.reduce((path, name) => withQuery(path, name, value), asked.path)),
        )
  },
)

function withQuery(path: string, name: string, value: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${name}=${value}`
}

const bytes = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const field = (name: string, value: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n--x--\r\n`
const form = 'application/x-www-form-urlencoded'
const parts = 'multipart/form-data; boundary=x'
/** Bodies by their type; without one it is left out. */
const bodies: readonly (readonly [string, string])[] = [
  ['multipart/form-data', 'junk'],
  [parts, 'junk'],
  [parts, '--x'],
  [parts, field('phone', '\xd5\xc5\xc8\xfd')],
  [parts, field('requestId', '\0')],
  [`multipart/form-data; boundary=${'y'.repeat(3_000)}`, '--'],
  [`${form}; charset=gbk`, 'phone=%D5%C5&text=%00&requestId=%00'],
  [form, '%'.repeat(100)],
  [
    form,
    'requestId=%00&email=%00&password=%00&phone=%00&slug=%00&reason=%00&code=%00&orderId=%00&billId=%00',
  ],
  [form, ''],
  ['application/json', '{'],
  ['application/json', '\xff'],
  ['application/json', 'null'],
  ['application/json', '[]'],
  ['application/json', '{"requestId":"\\u0000","slug":{},"phone":["1"],"locale":7}'],
  ['text/plain', 'x'],
  ['', '\0'],
]

test.each(pages.filter(({ method }) => writes({ method, path: '', name: '' })))(
  '$name answers whatever is sent to it',
  async (page) => {
    if (page.name.startsWith('company')) await all.asItWas()
    for (const [type, body] of bodies) {
      await answered(page, ({ init }) => {
        const headers = new Headers(init.headers)
        headers.delete('content-type')
        if (type !== '') headers.set('content-type', type)
        Object.assign(init, { headers, body: bytes(body) })
      })
    }
  },
)

test.each(['heju_owner_refresh', 'heju_staff_refresh', 'heju_operator', 'heju_signup', 'heju_lang'])(
  'a cookie %s that nobody can read is as none',
  async (name) => {
    const path = name === 'heju_operator' || name === 'heju_signup' ? '/operator' : '/portal'
    for (const value of ['%00', '%00.x', `fam_01kaqf3m7s8x2w9v4t6r0pjhzd.${'%00'.repeat(43)}`]) {
      const headers = { cookie: `__Host-${name}=${value}; ${name}=${value}`, accept: 'text/html' }
      const answer =
        path === '/portal'
          ? await all.company.fetch(path, { headers })
          : await all.api.base(path, { headers })
      expect([value, answer.status, log.mock.calls]).toEqual([value, expect.toSatisfy((s) => s < 400), []])
    }
  },
)
