import { deploymentOf } from '@heju/core/platform/deployment'
import { provisionCompany } from '@heju/core/platform/tenancy'
import { asPlatform, testPlatformCtx } from '@heju/core/testing'
import { migrationFiles } from '@heju/db/migration-files'
import { companies } from '@heju/db/platform-tables'
import { describe, expect, test } from 'vitest'
import { testApi, type TestApi } from '../testing.ts'

const form = {
  requestId: 'request-of-a-visitor',
  companyName: '翠湖物业',
  slug: 'cuihu',
  adminName: '王敏',
  phone: '13812341234',
  password: '湖边的第一盏灯亮了',
}
const page = { accept: 'text/html' }

function post(api: TestApi, values: Record<string, string>): Promise<Response> {
  const headers = { ...page, origin: 'https://heju.test' }
  return api.base('/signup', { method: 'POST', headers, body: new URLSearchParams(values) })
}

/** Carries out the `provision` message that signing up left in the queue. */
async function provision(api: TestApi): Promise<void> {
  const message = api.sent.find((one) => one.type === 'provision')
  const visitor = await testPlatformCtx({ deployment: deploymentOf(api.env) })
  const job = asPlatform(visitor, { kind: 'job', id: 'provision' })
  await provisionCompany(job, message?.companyId ?? '', migrationFiles('tenant'))
}

function cookieOf(answer: Response): string {
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

describe('the base host', () => {
  test.each(['zh-CN', 'zh-Hant', 'en'])('shows what the product is in %s', async (locale) => {
    const api = await testApi()
    const answer = await api.base(`/?lang=${locale}`, { headers: page })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('set-cookie')).toContain(`heju_lang=${locale}`)
    const html = await answer.text()
    expect(html).toContain(`<html lang="${locale}">`)
    expect(html).not.toContain('<script')
  })

  test('a page that does not exist says so to a browser as a page and to a program as JSON', async () => {
    const api = await testApi()
    const [shown, told] = [await api.base('/nowhere', { headers: page }), await api.base('/nowhere')]
    expect([shown.status, told.status]).toEqual([404, 404])
    expect(shown.headers.get('content-type')).toContain('text/html')
    expect(await told.json()).toMatchObject({ error: { code: 'request.not_found' } })
  })
})

describe('signing up on the base host', () => {
  test.each([
    ['JSON that breaks off', 'application/json', '{', 422, 'request.invalid'],
    ['JSON of bytes that are no text', 'application/json', Uint8Array.of(0xff), 422, 'request.invalid'],
    ['JSON that is no object', 'application/json', 'null', 422, 'request.invalid'],
    ['a form that is none', 'multipart/form-data; boundary=x', 'junk', 415, 'request.form_expected'],
    ['a form without its boundary', 'multipart/form-data', 'junk', 415, 'request.form_expected'],
    ['anything else', 'text/plain', 'junk', 415, 'request.form_expected'],
  ])('refuses %s as what its sender has to mend', async (_name, type, body, status, code) => {
    const api = await testApi()
    const headers = { origin: 'https://heju.test', 'content-type': type }
    const answer = await api.base('/signup', { method: 'POST', headers, body })
    expect([answer.status, await answer.json()]).toMatchObject([status, { error: { code } }])
  })

  test('leads from the form over its progress into the company, signed in', async () => {
    const api = await testApi()
    const signedUp = await post(api, form)
    expect(signedUp.status).toBe(303)
    const url = signedUp.headers.get('location') ?? ''
    const cookie = cookieOf(signedUp)
    expect(api.sent).toMatchObject([{ type: 'provision' }])

    const working = await (await api.base(url, { headers: { ...page, cookie } })).text()
    expect(working).toContain('正在为翠湖物业做准备')
    expect(working).toContain('http-equiv="refresh" content="1"')
    await provision(api)
    const ready = await (await api.base(url, { headers: { ...page, cookie } })).text()
    expect(ready).toContain(`http-equiv="refresh" content="0;url=${url}/enter"`)

    const enter = await api.base(`${url}/enter`, { headers: { ...page, cookie } })
    const door = new URL(enter.headers.get('location') ?? '')
    expect(door.origin + door.pathname).toBe('https://cuihu.heju.test/console/welcome')
    const welcome = await api.at(door.href)
    expect(welcome.status).toBe(303)
    expect(welcome.headers.get('location')).toBe('/console')
    const session = cookieOf(welcome)
    const me = await api.at('https://cuihu.heju.test/api/v1/session', { headers: { cookie: session } })
    expect(await me.json()).toMatchObject({ staff: { name: '王敏' } })
  })

  test('the link into the company works once, in its own company, and within two minutes', async () => {
    const api = await testApi()
    const url = (await post(api, form)).headers.get('location') ?? ''
    const cookie = cookieOf(await post(api, form))
    await provision(api)
    await api.company({ slug: 'wangjiang' })
    const enter = () => api.base(`${url}/enter`, { headers: { cookie } })
    const first = (await enter()).headers.get('location') ?? ''
    const second = (await enter()).headers.get('location') ?? ''

    expect((await api.at(first)).status, 'a later link makes the earlier one useless').toBe(401)
    const elsewhere = second.replace('cuihu.', 'wangjiang.')
    expect((await api.at(elsewhere)).status, 'it opens no other company').toBe(401)
    expect((await api.at(second)).status).toBe(303)
    expect((await api.at(second)).status, 'it works once').toBe(401)
    expect((await enter()).status, 'there is no other after it').toBe(409)
  })

  test('the progress is nothing to whoever did not sign up', async () => {
    const api = await testApi()
    const url = (await post(api, form)).headers.get('location') ?? ''
    expect((await api.base(url)).status).toBe(404)
    expect((await api.base(`${url}/enter`)).status).toBe(404)
  })

  test('a form with mistakes comes back with what was typed, save the password', async () => {
    const api = await testApi()
    const answer = await post(api, { ...form, slug: 'cui hu', phone: '123' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain('value="翠湖物业"')
    expect(html).toContain('aria-describedby="slug-wrong"')
    expect(html).toContain('aria-describedby="phone-wrong"')
    expect(html).not.toContain(form.password)
    expect(api.sent).toEqual([])
  })

  test('an address that is taken comes back with free ones, and the button of one takes it', async () => {
    const api = await testApi()
    await post(api, form)
    const other = { ...form, requestId: 'request-of-another', phone: '13912341234' }
    const answer = await post(api, other)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('name="take" value="cuihu-wuye"')
    expect((await post(api, { ...other, take: 'cuihu-wuye' })).status).toBe(303)
    const platform = await deploymentOf(api.env).platform()
    const rows = await platform.orm.select({ slug: companies.slug }).from(companies)
    expect(rows.map((row) => row.slug).toSorted()).toEqual(['cuihu', 'cuihu-wuye'])
  })

  test('the form sent twice makes one company and leads to the same page', async () => {
    const api = await testApi()
    const [first, second] = [await post(api, form), await post(api, form)]
    expect(second.headers.get('location')).toBe(first.headers.get('location'))
    const platform = await deploymentOf(api.env).platform()
    expect(await platform.orm.select().from(companies)).toHaveLength(1)
  })

  test('a form from another site is refused', async () => {
    const api = await testApi()
    const headers = { origin: 'https://evil.example' }
    const answer = await api.base('/signup', { method: 'POST', headers, body: new URLSearchParams(form) })
    expect(answer.status).toBe(403)
  })

  test('a program signs up with JSON and asks for the progress with its key', async () => {
    const api = await testApi()
    const headers = { 'content-type': 'application/json' }
    const answer = await api.base('/signup', { method: 'POST', headers, body: JSON.stringify(form) })
    expect(answer.status).toBe(200)
    const { url, key } = (await answer.json()) as { url: string; key: string }
    const asked = { headers: { authorization: `Bearer ${key}` } }
    expect(await (await api.base(url, asked)).json()).toMatchObject({ state: 'working' })
    await provision(api)
    expect(await (await api.base(url, asked)).json()).toMatchObject({
      state: 'ready',
      host: 'cuihu.heju.test',
    })
    const deep = `{"z":${'['.repeat(5_000)}${']'.repeat(5_000)}}`
    for (const body of ['{"slug":"x"}', '[]', '[1]', deep]) {
      const bad = await api.base('/signup', { method: 'POST', headers, body })
      expect([body.slice(0, 20), bad.status]).toEqual([body.slice(0, 20), 422])
    }
  })
})

describe('a company that cannot be served', () => {
  test.each([
    [{ schemaTag: '0000_ledger' }, 503, '系统正在升级'],
    [{ state: 'closed' as const }, 404, '这家公司的服务已结束'],
    [{ state: 'provisioning' as const }, 404, '没有找到这家公司'],
  ])('%o is answered %i with a page that says so, and as JSON to programs', async (row, status, words) => {
    const api = await testApi()
    const company = await api.company(row)
    const shown = await company.fetch('/console', { headers: page })
    expect(shown.status).toBe(status)
    expect(await shown.text()).toContain(words)
    const told = await company.fetch('/api/v1/projects')
    expect(told.status).toBe(status)
    expect(told.headers.get('content-type')).toContain('application/json')
  })

  test('an address that no company has says so', async () => {
    const api = await testApi()
    const answer = await api.at('https://nobody.heju.test/', { headers: page })
    expect(answer.status).toBe(404)
    expect(await answer.text()).toContain('没有找到这家公司')
  })

  test('after its upgrade it is served at once', async () => {
    const api = await testApi()
    const company = await api.company({ schemaTag: '0000_ledger' })
    expect((await company.fetch('/console')).status).toBe(503)
    const { latestTag } = await import('../../../../migrations/tenant/latest.ts')
    const platform = await deploymentOf(api.env).platform()
    await platform.orm.update(companies).set({ schemaTag: latestTag })
    expect((await company.fetch('/api/v1/projects')).status).toBe(401)
  })
})
