import { messages } from '@heju/core/platform/messages'
import { smallProject } from '@heju/core/estate/registry/testing'
import { expect, test } from 'vitest'
import { companyCtx } from '../../../../../tests/setup/two-companies.ts'
import { testApi } from '../../testing.ts'

const post = (content: unknown): RequestInit => ({ method: 'POST', body: JSON.stringify(content) })

async function estate(more: { state?: 'suspended'; stateReason?: string } = {}) {
  const api = await testApi()
  const company = await api.company()
  const ctx = await companyCtx(api, company.id)
  const project = await smallProject(ctx)
  const owner = await project.person('李女士', { phones: ['13812341234'] })
  await project.give(owner, await project.room('1501'))
  if (more.state === undefined) return { api, company, ctx }
  return { api, ctx, company: await api.company({ slug: 'suspended', ...more }) }
}

test('an owner asks for a code and signs in with it; the message goes out after the answer', async () => {
  const { api, company, ctx } = await estate()
  const asked = await company.fetch('/api/v1/portal/session/code', post({ phone: '138 1234 1234' }))
  expect(await asked.json()).toEqual({ resendAfterSeconds: 60, minutes: 5 })
  expect(api.sent).toEqual([{ type: 'outbox', companyId: company.id }])
  const [message] = await ctx.db.orm.select().from(messages)
  const { code } = JSON.parse(await ctx.vault.unseal('messages.params', message?.paramsSealed ?? '')) as {
    code: string
  }
  const signedIn = await company.fetch('/api/v1/portal/session', post({ phone: '13812341234', code }))
  expect(signedIn.status).toBe(200)
  const cookies = signedIn.headers.getSetCookie()
  expect(cookies.map((line) => line.replace(/=[^;]+/, '').replace(/Max-Age=\d+; /, ''))).toEqual([
    '__Host-heju_owner; Path=/; HttpOnly; Secure; SameSite=Lax',
    '__Host-heju_owner_refresh; Path=/; HttpOnly; Secure; SameSite=Lax',
    '__Host-heju_device; Path=/; HttpOnly; Secure; SameSite=Lax',
  ])
  const cookie = cookies[0]?.split(';')[0] ?? ''
  const me = await company.fetch('/api/v1/portal/session', { headers: { cookie } })
  expect(await me.json()).toMatchObject({ phone: '138****1234', company: { name: '翠湖物业' } })
  // Without the access token the refresh token does, and is changed by the way.
  const refresh = cookies[1]?.split(';')[0] ?? ''
  const renewed = await company.fetch('/api/v1/portal/session', { headers: { cookie: refresh } })
  expect(renewed.status).toBe(200)
  expect(renewed.headers.getSetCookie()).toHaveLength(2)
  // On staff's side it is nothing.
  expect((await company.fetch('/api/v1/session', { headers: { cookie } })).status).toBe(401)
})

test('a stranger is answered like an owner, and nothing goes out', async () => {
  const { api, company } = await estate()
  const asked = await company.fetch('/api/v1/portal/session/code', post({ phone: '13900000000' }))
  expect([asked.status, await asked.json()]).toEqual([200, { resendAfterSeconds: 60, minutes: 5 }])
  expect(api.sent).toEqual([])
  const guess = await company.fetch('/api/v1/portal/session', post({ phone: '13900000000', code: '123456' }))
  expect([guess.status, ((await guess.json()) as { error: { code: string } }).error.code]).toEqual([
    401,
    'owner_access.code_not_good',
  ])
})

test('owners of a suspended company are told why', async () => {
  const { company } = await estate({ state: 'suspended', stateReason: '合同到期' })
  const asked = await company.fetch('/api/v1/portal/session/code', post({ phone: '13812341234' }))
  expect([asked.status, await asked.json()]).toMatchObject([
    403,
    { error: { code: 'company.suspended', params: { reason: '合同到期' } } },
  ])
})
