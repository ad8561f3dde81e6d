import { sealAudit } from '@heju/core/platform/audit-chain'
import { deploymentOf } from '@heju/core/platform/deployment'
import { hashPassword } from '@heju/core/people/identity'
import { asPlatform, testPlatformCtx } from '@heju/core/testing'
import { sha256Hex } from '@heju/db'
import {
  backups,
  companies,
  operators,
  operatorSessions,
  operatorSignInFailures,
} from '@heju/db/platform-tables'
import { eq } from 'drizzle-orm'
import { beforeAll, describe, expect, test } from 'vitest'
import { testApi, type TestApi } from '../testing.ts'

const email = 'ops@heju.test'
const password = 'all-is-well-in-the-house'
const page = { accept: 'text/html' }
let passwordHash: string
beforeAll(async () => {
  passwordHash = await hashPassword(password)
})

async function installation(): Promise<TestApi> {
  const api = await testApi()
  Object.assign(api.env, { OPERATOR_EMAIL: email, OPERATOR_PASSWORD_HASH: passwordHash })
  return api
}

function send(api: TestApi, path: string, values: Record<string, string>, cookie = '', from = '203.0.113.7') {
  const headers = { ...page, origin: 'https://heju.test', cookie, 'cf-connecting-ip': from }
  return api.base(path, { method: 'POST', headers, body: new URLSearchParams(values) })
}

async function signedIn(api: TestApi): Promise<string> {
  const answer = await send(api, '/operator/sign-in', { email, password })
  expect(answer.status).toBe(303)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

/** The cookie of an operator who is signed in, without the time that a password takes. */
async function atConsole(api: TestApi): Promise<string> {
  const platform = await deploymentOf(api.env).platform()
  const [id, token, now] = ['oper_1', crypto.randomUUID(), Date.now()]
  await platform.orm.insert(operators).values({ id, email, name: '运维', passwordHash, createdAt: now })
  const session = {
    tokenSha256: await sha256Hex(token),
    operatorId: id,
    createdAt: now,
    expiresAt: now + 60_000,
  }
  await platform.orm.insert(operatorSessions).values(session)
  return `__Host-heju_operator=${token}`
}

async function rowOf(api: TestApi, id: string) {
  const platform = await deploymentOf(api.env).platform()
  return (await platform.orm.select().from(companies).where(eq(companies.id, id)))[0]
}

describe('what nobody can mean', () => {
  test.each([
    ['GET', '/operator/history?before=abc', 422],
    ['GET', '/operator/history?before=%00', 422],
    ['GET', '/operator?after=%00', 422],
    ['GET', '/operator?search=%00', 422],
    ['GET', `/operator?search=${'a'.repeat(60_000)}`, 422],
    ['GET', '/operator?upgrading=abc', 422],
    ['GET', '/operator/companies/%00', 404],
    ['POST', '/operator/companies/%00/suspend', 404],
    ['POST', '/operator/dead-jobs/%00/resend', 404],
    ['POST', '/operator/upgrade?requestId=%00', 422],
  ])('at the console is refused: %s %s', async (method, path, status) => {
    const api = await installation()
    const cookie = await atConsole(api)
    const answer = await (method === 'GET'
      ? api.base(path, { headers: { ...page, cookie } })
      : send(api, path, {}, cookie))
    expect(answer.status).toBe(status)
  })

  test.each(['/operator/sign-in', '/operator/upgrade'])('is no form at %s', async (path) => {
    const api = await installation()
    const cookie = await atConsole(api)
    for (const type of ['multipart/form-data', 'multipart/form-data; boundary=x', 'application/json']) {
      const headers = { origin: 'https://heju.test', cookie, 'content-type': type }
      const answer = await api.base(path, { method: 'POST', headers, body: 'junk' })
      expect([type, answer.status, await answer.json()]).toMatchObject([
        type,
        415,
        { error: { code: 'request.form_expected' } },
      ])
    }
  })

  test('as the number of a request is refused before anything is done', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    expect((await send(api, '/operator/upgrade', { requestId: '\0' }, cookie)).status).toBe(422)
  })

  test.each(['PATCH', 'PUT', 'OPTIONS', 'PROPFIND'])(
    'as a way of asking, %s is told which ways there are, also to those who are not signed in',
    async (method) => {
      const api = await installation()
      const answer = await api.base('/operator/sign-in', { method, headers: { origin: 'https://heju.test' } })
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST'])
    },
  )
})

describe('the door of the operator console', () => {
  test('the operator whom the secrets name gets in, with a cookie that no script and no other site reads', async () => {
    const api = await installation()
    const answer = await send(api, '/operator/sign-in', { email: ' OPS@heju.test', password })
    expect(answer.status).toBe(303)
    expect(answer.headers.get('set-cookie')).toMatch(
      /^__Host-heju_operator=[\w-]{43}; Max-Age=36000; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
    )
  })

  test('once there is an operator, the secrets make no second one', async () => {
    const api = await installation()
    await signedIn(api)
    Object.assign(api.env, { OPERATOR_EMAIL: 'other@heju.test' })
    const answer = await send(api, '/operator/sign-in', { email: 'other@heju.test', password })
    expect(answer.status).toBe(401)
  })

  test.each([
    ['a wrong password', { email, password: 'something else' }],
    ['an unknown address', { email: 'nobody@heju.test', password }],
  ])('%s is refused with the same words', async (_name, values) => {
    const api = await installation()
    await signedIn(api)
    const answer = await send(api, '/operator/sign-in', values)
    expect(answer.status).toBe(401)
    expect(await answer.text()).toContain('邮箱或密码不正确')
  })

  test('one who was disabled is out at once and does not get in again', async () => {
    const api = await installation()
    const cookie = await signedIn(api)
    const platform = await deploymentOf(api.env).platform()
    await platform.orm.update(operators).set({ disabledAt: Date.now() })
    expect((await api.base('/operator', { headers: { ...page, cookie } })).status).toBe(302)
    expect((await send(api, '/operator/sign-in', { email, password })).status).toBe(401)
  })

  test('after ten tries from one address there is a pause, also for the right password; another address is let in', async () => {
    const api = await installation()
    const { db, vault } = await testPlatformCtx({ deployment: deploymentOf(api.env) })
    const [emailIndex, ipIndex] = ['another', await (await vault).index('operators.ip', '203.0.113.7')]
    const failed = { emailIndex, ipIndex, at: Date.now() }
    await db.orm.insert(operatorSignInFailures).values(Array.from({ length: 9 }, () => failed))
    expect((await send(api, '/operator/sign-in', { email, password: 'guess' })).status).toBe(401)
    expect((await send(api, '/operator/sign-in', { email, password })).status).toBe(429)
    const elsewhere = await send(api, '/operator/sign-in', { email, password }, '', '198.51.100.2')
    expect(elsewhere.status).toBe(303)
  })

  test('signing out ends the session, not only the cookie', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    await send(api, '/operator/sign-out', {}, cookie)
    const answer = await api.base('/operator', { headers: { ...page, cookie } })
    expect(answer.headers.get('location')).toBe('/operator/sign-in')
  })

  test.each(['/operator', '/operator/history', '/operator/dead-jobs', '/operator/companies/comp_x'])(
    '%s is closed to whoever is not signed in',
    async (path) => {
      const api = await installation()
      const answer = await api.base(path, { headers: page })
      expect(answer.headers.get('location')).toBe('/operator/sign-in')
    },
  )

  test.each(['/operator/upgrade', '/operator/companies/comp_x/suspend', '/operator/dead-jobs/x/resend'])(
    'nothing is sent to %s without a session',
    async (path) => {
      const api = await installation()
      expect((await send(api, path, { requestId: 'request-1', reason: 'x' })).status).toBe(401)
      expect(api.sent).toEqual([])
    },
  )
})

describe('the operator console', () => {
  test('lists companies with state, version and size, and has them measured for the next look', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    const { id } = await api.company()
    await api.company({ slug: 'wangjiang', name: '望江物业', state: 'suspended', schemaTag: '0000_ledger' })
    const html = await (await api.base('/operator', { headers: { ...page, cookie } })).text()
    expect(html).toContain('翠湖物业')
    expect(html).toContain('望江物业')
    expect(html).toContain('待升级')
    expect(api.sent).toContainEqual({ type: 'measure', companyId: id })
    // A size is told with its moment, as on the page of the company.
    const platform = await deploymentOf(api.env).platform()
    await platform.orm
      .update(companies)
      .set({ sizeBytes: 3_200_000, sizeMeasuredAt: Date.UTC(2026, 10, 27, 2) })
      .where(eq(companies.id, id))
    const measured = await (await api.base('/operator', { headers: { ...page, cookie } })).text()
    expect(measured.replaceAll(/<[^>]*>|\s+/g, ' ')).toMatch(/3\.2 MB\s+2026-11-27 10:00/)
    const found = await api.base('/operator?search=wangj', { headers: { ...page, cookie } })
    expect(await found.text()).not.toContain('翠湖物业')
    const behind = await api.base('/operator?schema=behind', { headers: { ...page, cookie } })
    expect(await behind.text()).not.toContain('翠湖物业')
  })

  test('suspends with a reason that people of the company are told, and resumes', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    const company = await api.company()
    const at = `/operator/companies/${company.id}`
    const suspended = await send(
      api,
      `${at}/suspend`,
      { requestId: 'request-1', reason: '逾期未续约' },
      cookie,
    )
    expect(suspended.headers.get('location')).toBe(`${at}?note=done`)
    expect(await rowOf(api, company.id)).toMatchObject({ state: 'suspended', stateReason: '逾期未续约' })
    await send(api, `${at}/resume`, { requestId: 'request-2', reason: '已续约' }, cookie)
    expect(await rowOf(api, company.id)).toMatchObject({ state: 'active', stateReason: null })
    const history = await (await api.base('/operator/history', { headers: { ...page, cookie } })).text()
    expect(history).toContain('逾期未续约')
    expect(history).toContain('已续约')
  })

  test('says of its own history whether it is as it was written, and where it is not', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    const company = await api.company()
    const suspension = { requestId: 'request-1', reason: '逾期未续约' }
    await send(api, `/operator/companies/${company.id}/suspend`, suspension, cookie)
    const platform = await testPlatformCtx({ deployment: deploymentOf(api.env) })
    await sealAudit(asPlatform(platform, { kind: 'job', id: 'tick' }))
    const verdict = async () =>
      (await api.base('/operator/history?verify=1', { headers: { ...page, cookie } })).text()
    expect(await verdict()).toContain('记录完整，没有被改动')
    await platform.db.client.execute('DROP TRIGGER audit_log_keeps_entries')
    await platform.db.client.execute(`UPDATE audit_log SET detail_json = '{}' WHERE seq = 1`)
    expect(await verdict()).toContain('有一条记录被改动过')
  })

  test('a suspension without a reason is refused beside the form', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    const company = await api.company()
    const values = { requestId: 'request-1', reason: ' ' }
    const answer = await send(api, `/operator/companies/${company.id}/suspend`, values, cookie)
    expect(answer.status).toBe(422)
    const said = await answer.text()
    expect(said).toContain('请填写此项')
    // The browser lets it through, and says nothing in a language of its own.
    expect(said).toMatch(/<form class="deed"[^>]*suspend"[^>]*novalidate/)
    expect(await rowOf(api, company.id)).toMatchObject({ state: 'active' })
  })

  test('closes only when the address was typed', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    const company = await api.company()
    const close = (requestId: string, slug: string) =>
      send(api, `/operator/companies/${company.id}/close`, { requestId, reason: '合同终止', slug }, cookie)
    const refused = await close('request-1', 'cuihui')
    expect(refused.status).toBe(422)
    // What was typed stays in its form, which stays open.
    expect(await refused.text()).toMatch(
      /<details[^>]* open[^>]*>[\s\S]*合同终止\s*<\/textarea>[\s\S]*value="cuihui"/,
    )
    expect(await rowOf(api, company.id)).toMatchObject({ state: 'active' })
    expect((await close('request-2', 'cuihu')).status).toBe(303)
    expect(await rowOf(api, company.id)).toMatchObject({ state: 'closed' })
    expect((await company.fetch('/console')).status).toBe(404)
  })

  test('shows why setting up or upgrading failed, and sends for it again', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    const stuck = await api.company({
      state: 'provisioning',
      provisioningStep: 'schema',
      provisioningFailure: 'database.server_refused',
    })
    const failed = await api.company({
      slug: 'wangjiang',
      schemaTag: '0000_ledger',
      schemaFailure: '0001_projects database.migration_failed',
    })
    const shown = async (id: string) =>
      (await api.base(`/operator/companies/${id}`, { headers: { ...page, cookie } })).text()
    expect(await shown(stuck.id)).toContain('database.server_refused')
    expect(await shown(failed.id)).toContain('数据库升级步骤 0001_projects 没有成功')
    for (const { id } of [stuck, failed]) await send(api, `/operator/companies/${id}/retry`, {}, cookie)
    await send(api, '/operator/upgrade', { requestId: 'request-3' }, cookie)
    expect(api.sent).toEqual([
      { type: 'provision', companyId: stuck.id },
      { type: 'migrate', companyId: failed.id },
      { type: 'migrate', companyId: failed.id },
    ])
  })

  test('shows the last backup of each company and of the platform, and which failed or is late', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    const now = Date.now()
    const [well, failing, late] = [
      await api.company({ slug: 'well', createdAt: now - 30 * 86_400_000 }),
      await api.company({ slug: 'failing', createdAt: now - 30 * 86_400_000 }),
      await api.company({ slug: 'late', createdAt: now - 30 * 86_400_000 }),
    ]
    await api.company({ slug: 'fresh', createdAt: now })
    const done = { doneOn: '2026-11-28', sizeBytes: 1_234_567 }
    const platform = await deploymentOf(api.env).platform()
    await platform.orm.insert(backups).values([
      { subject: 'platform', ...done, doneAt: now },
      { subject: well.id, ...done, doneAt: now, name: `databases/${well.id}/2026-11-28.sql.gz` },
      { subject: failing.id, ...done, doneAt: now, failure: 'backups.store_unavailable', failedAt: now },
      { subject: late.id, ...done, doneAt: now - 51 * 3_600_000 },
    ])
    const shown = async (path: string) =>
      (await api.base(path, { headers: { ...page, cookie, 'accept-language': 'en' } })).text()
    const list = await shown('/operator')
    const rowOfList = (slug: string) => list.split('<tr>').find((row) => row.includes(`>${slug}<`)) ?? ''
    expect(rowOfList('well')).toContain('1.2 MB')
    expect(rowOfList('well')).not.toMatch(/Backup (failing|late)/)
    expect(rowOfList('failing')).toContain('Backup failing')
    expect(rowOfList('late')).toContain('Backup late')
    expect(rowOfList('fresh')).toContain('none yet')
    expect(rowOfList('fresh')).not.toContain('Backup late')
    expect(list).not.toContain('Backup of the platform database: none yet')
    expect(await shown(`/operator/companies/${well.id}`)).toContain(`databases/${well.id}/2026-11-28.sql.gz`)
    expect(await shown(`/operator/companies/${failing.id}`)).toContain('look at the bucket heju-backups')
    const troubled = await shown('/operator?schema=failing')
    expect([troubled.includes(failing.id), troubled.includes(well.id)]).toEqual([true, false])
  })

  test('what a form names that does not exist is not found', async () => {
    const api = await installation()
    const cookie = await atConsole(api)
    const { id } = await api.company()
    expect((await send(api, `/operator/companies/${id}/toString`, {}, cookie)).status).toBe(404)
    expect((await send(api, '/operator/companies/comp_x/retry', {}, cookie)).status).toBe(404)
  })
})
