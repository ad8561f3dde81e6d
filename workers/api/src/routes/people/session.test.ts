import { addStaff, testPassword } from '@heju/core/people/identity/testing'
import { newId } from '@heju/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { companyCtx } from '../../../../../tests/setup/two-companies.ts'
import { testApi, type TestApi, type TestCompany } from '../../testing.ts'

let api: TestApi
let company: TestCompany
let phones = 0

beforeAll(async () => {
  api = await testApi()
  company = await api.company()
})

/** A browser: keeps the cookies that it is given and sends those whose path fits. */
function browser(at: TestCompany) {
  const jar = new Map<string, { name: string; value: string; path: string }>()
  return {
    jar,
    async fetch(path: string, init: RequestInit = {}): Promise<Response> {
      const fitting = [...jar.values()].filter(
        (cookie) => path === cookie.path || cookie.path === '/' || path.startsWith(`${cookie.path}/`),
      )
      const headers = new Headers(init.headers)
      if (fitting.length > 0)
        headers.set('cookie', fitting.map(({ name, value }) => `${name}=${value}`).join('; '))
      headers.set('origin', at.origin)
      const response = await at.fetch(path, { ...init, headers })
      for (const line of response.headers.getSetCookie()) keep(jar, line)
      return response
    },
    /** Forgets the access token, as after five minutes. */
    forgetAccess: () => jar.delete('__Host-heju_staff /'),
  }
}

/** Cookies that stand for a sign-in; that of the device opens nothing and stays. */
const signedInBy = ({ jar }: { jar: Map<string, unknown> }) =>
  [...jar.keys()].filter((key) => !key.startsWith('__Host-heju_device'))

function keep(jar: Map<string, { name: string; value: string; path: string }>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
  const path = /; Path=([^;]+)/.exec(line)?.[1] ?? '/'
  const key = `${name} ${path}`
  if (line.includes('Max-Age=0')) jar.delete(key)
  else jar.set(key, { name, value, path })
}

async function member(): Promise<{ id: string; login: string }> {
  phones += 1
  const phone = `+86137${phones.toString().padStart(8, '0')}`
  const { id } = await addStaff(await companyCtx(api, company.id), { phone })
  return { id, login: phone }
}

const post = (content: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(content) })

async function signedInBrowser() {
  const person = await member()
  const page = browser(company)
  const response = await page.fetch('/api/v1/session', post({ login: person.login, password: testPassword }))
  expect(response.status).toBe(200)
  return { ...person, page, response }
}

describe('signing in from a browser', () => {
  test('sets cookies that no script reads and no other site sends, and shows no token', async () => {
    const { response } = await signedInBrowser()
    const cookies = response.headers.getSetCookie()
    expect(cookies.map((line) => line.replace(/=[^;]+/, '').replace(/Max-Age=\d+; /, ''))).toEqual([
      '__Host-heju_staff; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-heju_staff_refresh; Path=/; HttpOnly; Secure; SameSite=Lax',
      '__Host-heju_device; Path=/; HttpOnly; Secure; SameSite=Lax',
    ])
    expect(Object.keys((await response.json()) as object)).toEqual(['accessUntil', 'refreshUntil'])
  })

  test('lets in and says who one is and what one may do', async () => {
    const { page, id } = await signedInBrowser()
    const me = (await (await page.fetch('/api/v1/session')).json()) as Record<string, never>
    expect(me).toMatchObject({
      staff: { id, assignments: [{ role: 'company_admin', projects: 'all' }] },
      company: { name: '翠湖物业', state: 'active' },
    })
    expect(me.permissions).toContain('staff.manage')
  })

  test('whoever loses a role is refused once, and renewed they go on with what they have, without the password', async () => {
    const { page, id } = await signedInBrowser()
    const { client } = (await companyCtx(api, company.id)).db
    await client.execute({
      sql: `UPDATE role_assignments SET role = 'project_manager' WHERE staff_id = ?`,
      args: [id],
    })
    const projectId = newId('proj', Date.now())
    const create = () =>
      page.fetch('/api/v1/projects', {
        ...post({ projectId, name: '云栖里', type: 'residential' }),
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
    const refused = await create()
    expect([refused.status, await refused.json()]).toMatchObject([
      401,
      { error: { code: 'access.standing_lost' } },
    ])
    expect((await page.fetch('/api/v1/session/refresh', { method: 'POST' })).status).toBe(200)
    expect((await create()).status).not.toBe(401)
    const me = (await (await page.fetch('/api/v1/session')).json()) as Record<string, never>
    expect(me).toMatchObject({ staff: { assignments: [{ role: 'project_manager' }] } })
  })

  test('a wrong password is a 401 that names no reason', async () => {
    const { login } = await member()
    const wrong = await company.fetch('/api/v1/session', post({ login, password: 'wrong' }))
    expect(wrong.status).toBe(401)
    expect(await wrong.json()).toMatchObject({ error: { code: 'identity.sign_in_refused', params: {} } })
    expect(wrong.headers.getSetCookie()).toEqual([])
  })

  test('renews by cookie; a spent token signs out and takes the cookies away', async () => {
    const { page } = await signedInBrowser()
    const stolen = new Map(page.jar)
    page.forgetAccess()
    expect((await page.fetch('/api/v1/session/refresh', { method: 'POST' })).status).toBe(200)
    expect((await page.fetch('/api/v1/session')).status).toBe(200)
    expect((await page.fetch('/api/v1/session/refresh', { method: 'POST' })).status).toBe(200)
    const thief = browser(company)
    for (const [key, cookie] of stolen) thief.jar.set(key, cookie)
    const refused = await thief.fetch('/api/v1/session/refresh', { method: 'POST' })
    expect(refused.status).toBe(401)
    expect(signedInBy(thief)).toEqual([])
    expect((await page.fetch('/api/v1/session/refresh', { method: 'POST' })).status).toBe(401)
  })

  test('signing out ends the sign-in on the server too, also when the access token has run out', async () => {
    const { page } = await signedInBrowser()
    const kept = new Map(page.jar)
    page.forgetAccess()
    expect((await page.fetch('/api/v1/session', { method: 'DELETE' })).status).toBe(200)
    expect(signedInBy(page)).toEqual([])
    for (const [key, cookie] of kept) page.jar.set(key, cookie)
    expect((await page.fetch('/api/v1/session/refresh', { method: 'POST' })).status).toBe(401)
  })

  test.each([
    ['a page', 'GET', '/docs'],
    ['who one is', 'GET', '/api/v1/session'],
    ['a list', 'GET', '/api/v1/projects'],
    ['a page on paper', 'GET', '/receipts/rcpt_01jd8f5x3v9w7t2b6k4m8n0pqr'],
    ['a change', 'POST', '/api/v1/session/sign-out-everywhere'],
  ])(
    'after five minutes %s is answered as before, and the sign-in is renewed by the way',
    async (_what, method, path) => {
      const { page } = await signedInBrowser()
      const before = await page.fetch(path, { method: 'GET' })
      expect(before.headers.getSetCookie()).toEqual([])
      const [spent] = [...page.jar.values()].filter(({ name }) => name.endsWith('refresh'))
      page.forgetAccess()
      const after = await page.fetch(path, { method })
      expect(after.status).not.toBe(401)
      expect(after.status).toBe(method === 'GET' ? before.status : 200)
      const told = after.headers.getSetCookie().map((line) => line.split('=')[0])
      expect(told).toEqual(['__Host-heju_staff', '__Host-heju_staff_refresh'])
      const [now] = [...page.jar.values()].filter(({ name }) => name.endsWith('refresh'))
      expect(now?.value).not.toBe(spent?.value)
      // What signs out is not undone by the renewal.
      expect((await page.fetch('/api/v1/session')).status).toBe(method === 'GET' ? 200 : 401)
    },
  )

  test('tabs that come back at the same moment all go on, with one successor', async () => {
    const { page } = await signedInBrowser()
    page.forgetAccess()
    const asked = ['/api/v1/session', '/api/v1/projects', '/api/v1/tasks', '/docs']
    const answers = await Promise.all(asked.map((path) => page.fetch(path)))
    expect(answers.map(({ status }) => status)).not.toContain(401)
    const successors = answers.map(
      (answer) =>
        answer.headers
          .getSetCookie()
          .find((line) => line.includes('refresh'))
          ?.split(';')[0],
    )
    expect(new Set(successors).size).toBe(1)
    expect(successors[0]).toBeDefined()
    expect((await page.fetch('/api/v1/session')).status).toBe(200)
  })

  test('a sign-in that has ended loses its cookies at the next request, which is answered as a stranger’s', async () => {
    const { page } = await signedInBrowser()
    const kept = new Map(page.jar)
    await page.fetch('/api/v1/session/sign-out-everywhere', { method: 'POST' })
    for (const [key, cookie] of kept) page.jar.set(key, cookie)
    page.forgetAccess()
    const answer = await page.fetch('/api/v1/projects')
    expect(answer.status).toBe(401)
    expect(signedInBy(page)).toEqual([])
  })

  test('a program’s token is not renewed by the cookie of a browser', async () => {
    const { page } = await signedInBrowser()
    page.forgetAccess()
    const headers = { authorization: 'Bearer outdated' }
    const answer = await page.fetch('/api/v1/projects', { headers })
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []])
  })

  test('a cookie by a name without the prefix, which a neighbouring host could plant, is nothing', async () => {
    const { page } = await signedInBrowser()
    const bare = [...page.jar.values()].map(({ name, value }) => `${name.slice('__Host-'.length)}=${value}`)
    const answer = await company.fetch('/api/v1/session', { headers: { cookie: bare.join('; ') } })
    expect(answer.status).toBe(401)
  })

  test('signs out by no request that a link or a picture makes', async () => {
    const { page } = await signedInBrowser()
    for (const path of ['/api/v1/session/sign-out-everywhere', '/portal/sign-out'])
      expect((await page.fetch(path)).headers.getSetCookie()).toEqual([])
    expect((await page.fetch('/api/v1/session')).status).toBe(200)
  })

  test('changing the password ends the other sign-ins and keeps this one', async () => {
    const { page, login } = await signedInBrowser()
    const other = browser(company)
    await other.fetch('/api/v1/session', post({ login, password: testPassword }))
    const change = (content: unknown, key: string) =>
      page.fetch('/api/v1/session/password', { ...post(content), headers: { 'idempotency-key': key } })
    const next = '松山湖的傍晚很安静'
    expect((await change({ currentPassword: 'wrong', newPassword: next }, 'change-0001')).status).toBe(409)
    const input = { currentPassword: testPassword, newPassword: next }
    expect((await change(input, 'change-0002')).status).toBe(200)
    expect((await change(input, 'change-0002')).status).toBe(200)
    expect((await other.fetch('/api/v1/session/refresh', { method: 'POST' })).status).toBe(401)
    expect((await page.fetch('/api/v1/session/refresh', { method: 'POST' })).status).toBe(200)
    expect((await company.fetch('/api/v1/session', post({ login, password: next }))).status).toBe(200)
  })

  test('a new password that everybody tries, or that repeats the phone, is refused with the reason', async () => {
    const { page, login } = await signedInBrowser()
    for (const [newPassword, code] of [
      ['12345678', 'field.password_common'],
      ['qwerty123', 'field.password_common'],
      ['kx92m4a', 'field.min_length'],
      [`我的${login.slice(3)}`, 'field.password_tells_login'],
    ]) {
      const answer = await page.fetch('/api/v1/session/password', {
        ...post({ currentPassword: testPassword, newPassword }),
        headers: { 'idempotency-key': crypto.randomUUID() },
      })
      expect(answer.status).toBe(422)
      expect(await answer.json()).toMatchObject({ error: { fields: [{ path: 'newPassword', code }] } })
    }
  })
})

describe('signing in from a program', () => {
  test('gets its tokens in the answer and renews with them', async () => {
    const { login, id } = await member()
    const answer = await company.fetch(
      '/api/v1/session',
      post({ login, password: testPassword, tokens: true }),
    )
    expect(answer.headers.getSetCookie()).toEqual([])
    const { accessToken, refreshToken } = (await answer.json()) as Record<string, string>
    const bearer = (token: string | undefined) => ({ headers: { authorization: `Bearer ${token}` } })
    const me = await company.fetch('/api/v1/session', bearer(accessToken))
    expect(await me.json()).toMatchObject({ staff: { id } })
    const renewed = await company.fetch('/api/v1/session/refresh', post({ refreshToken }))
    const next = (await renewed.json()) as Record<string, string>
    expect((await company.fetch('/api/v1/session', bearer(next.accessToken))).status).toBe(200)
    const gone = { ...post({ refreshToken: next.refreshToken }), method: 'DELETE' }
    expect((await company.fetch('/api/v1/session', gone)).status).toBe(200)
    const ended = await company.fetch('/api/v1/session/refresh', post({ refreshToken: next.refreshToken }))
    expect(ended.status).toBe(401)
  })
})

describe('limits at the edge', () => {
  test('too many requests and too many tries are answered 429 with the time to wait', async () => {
    const full = { limit: async () => ({ success: false }) }
    const limited = await testApi()
    const there = await limited.company()
    Object.assign(limited.env, { LOGIN_LIMIT: full })
    const tried = await there.fetch('/api/v1/session', post({ login: 'x', password: 'y' }))
    expect([tried.status, tried.headers.get('retry-after')]).toEqual([429, '60'])
    expect((await there.fetch('/api/v1/session')).status).toBe(401)
    Object.assign(limited.env, { API_LIMIT: full })
    const asked = await there.fetch('/api/v1/projects')
    expect([asked.status, asked.headers.get('retry-after')]).toEqual([429, '60'])
  })

  test('a browser in which somebody signed in is counted by itself at the doors, and one that says so is not', async () => {
    const { page, login } = await signedInBrowser()
    const device = page.jar.get('__Host-heju_device /')
    for (const key of page.jar.keys()) if (!key.includes('device')) page.jar.delete(key)
    const open = { LOGIN_LIMIT: api.env.LOGIN_LIMIT, API_LIMIT: api.env.API_LIMIT }
    const keys: string[] = []
    // Whoever shares the address has used up all that it has.
    const full = {
      limit: async ({ key }: { key: string }) => ({
        success: keys.push(key) > 0 && !key.includes('203.0.113.7'),
      }),
    }
    const tried = {
      ...post({ login, password: testPassword }),
      headers: { 'cf-connecting-ip': '203.0.113.7' },
    }
    const asked = async (cookie?: string) => {
      const headers = { ...tried.headers, origin: company.origin, ...(cookie && { cookie }) }
      return (await company.fetch('/api/v1/session', { ...tried, headers })).status
    }
    const [head, payload, signature] = (device?.value ?? '').split('.')
    const name = (JSON.parse(atob(payload ?? '')) as { sub: string }).sub
    const altered = btoa(
      JSON.stringify({ ...(JSON.parse(atob(payload ?? '')) as object), sub: crypto.randomUUID() }),
    )
    Object.assign(api.env, { LOGIN_LIMIT: full, API_LIMIT: full })
    try {
      expect((await page.fetch('/api/v1/session', tried)).status).toBe(200)
      expect(keys).toEqual(Array(2).fill(`${company.id} device ${name}`))
      for (const made of [
        undefined,
        '__Host-heju_device=1b4e28ba-2fa1-11d2-883f-0016d3cca427',
        `__Host-heju_device=${head}.${altered.replaceAll('=', '')}.${signature}`,
      ])
        expect(await asked(made)).toBe(429)
    } finally {
      Object.assign(api.env, open)
    }
  })

  test('renewing makes no other device, however often: nobody gets more tries at the doors by it', async () => {
    const { page } = await signedInBrowser()
    const device = page.jar.get('__Host-heju_device /')
    const renewals = ['/api/v1/session/refresh', '/api/v1/projects'].flatMap((path) => [path, path])
    for (const path of renewals) {
      page.jar.delete('__Host-heju_device /')
      page.forgetAccess()
      const answer = await page.fetch(path, { method: path.endsWith('refresh') ? 'POST' : 'GET' })
      expect(answer.status).toBe(200)
      const told = answer.headers.getSetCookie().map((line) => line.split('=')[0])
      expect(told).toEqual(['__Host-heju_staff', '__Host-heju_staff_refresh'])
    }
    expect(device?.value).toBeDefined()
  })

  test('a browser from before is known again by its bare name, and given it signed', async () => {
    const person = await member()
    const name = crypto.randomUUID()
    const headers = { origin: company.origin, cookie: `__Host-heju_device=${name}` }
    const answer = await company.fetch('/api/v1/session', {
      ...post({ login: person.login, password: testPassword }),
      headers,
    })
    const device = answer.headers.getSetCookie().find((line) => line.startsWith('__Host-heju_device='))
    expect(JSON.parse(atob(device?.split('.')[1] ?? ''))).toMatchObject({ aud: 'device', sub: name })
  })

  test('requests are counted by who is signed in, tries by address', async () => {
    const keys: string[] = []
    const counting = { limit: async ({ key }: { key: string }) => ({ success: keys.push(key) > 0 }) }
    const counted = await testApi()
    const there = await counted.company()
    Object.assign(counted.env, { LOGIN_LIMIT: counting, API_LIMIT: counting })
    const from = { headers: { 'cf-connecting-ip': '2408:8207:1:2:3:4:5:6' } }
    await there.fetch('/api/v1/projects', from, { staff: [], id: 'stf_one' })
    await there.fetch('/api/v1/session', { ...post({ login: 'x', password: 'y' }), ...from })
    expect(keys).toEqual([
      `${there.id} stf_one`,
      'address 2408:8207:1:2::/64',
      `${there.id} 2408:8207:1:2::/64`,
    ])
  })
})
