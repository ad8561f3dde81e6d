import { applyImport } from '@heju/core/estate/registry-import'
import { smallProject } from '@heju/core/estate/registry/testing'
import { as } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import type { Role } from '@heju/core/permissions'
import { beforeAll, describe, expect, test } from 'vitest'
import { companyCtx } from '../../../../../tests/setup/two-companies.ts'
import { testApi, type TestApi, type TestCaller, type TestCompany } from '../../testing.ts'

let api: TestApi
let company: TestCompany
let projectId: string

beforeAll(async () => {
  api = await testApi()
  company = await api.company()
  ;({ projectId } = await smallProject(await companyCtx(api, company.id)))
})

const whoIs = (role: Role): TestCaller => ({ staff: [{ role, projects: 'all' }] })
const key = () => ({ 'idempotency-key': crypto.randomUUID() })

async function upload(text: string, importId = newId('imp', Date.now())) {
  const query = new URLSearchParams({ projectId, importId, fileName: '登记表.csv' })
  const init = { method: 'POST', body: text, headers: { ...key(), 'content-type': 'text/csv' } }
  const response = await company.fetch(`/api/v1/imports/uploads?${query}`, init, whoIs('front_desk'))
  return { importId, response }
}

const ask = (path: string, init: RequestInit = {}, role: Role = 'front_desk') =>
  company.fetch(`/api/v1/${path}`, { ...init, headers: { ...key(), ...init.headers } }, whoIs(role))

describe('a registry through the API', () => {
  test('is uploaded, looked at, confirmed and then listed', async () => {
    const { importId, response } = await upload(
      '房号,面积,业主,电话\n3-2-1501,94.56,张三,13812341234\n3-2-1502,九十,李四,\n',
    )
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({
      state: 'previewed',
      errors: 1,
      counts: { rooms: { created: 1 } },
    })

    const problems = await (
      await ask(`imports/${importId}/problems`, { headers: { 'accept-language': 'en' } })
    ).json()
    expect(problems).toMatchObject({
      items: [{ row: 3, column: 'B', value: '九十', message: expect.stringContaining('number') }],
      next: null,
    })

    const hasErrors = await ask(`imports/${importId}/confirm`, {
      method: 'POST',
      body: '{"revision":0}',
    })
    expect(hasErrors.status).toBe(409)
    const confirmed = await ask(`imports/${importId}/confirm`, {
      method: 'POST',
      body: '{"revision":0,"leaveBadRows":true}',
    })
    expect(confirmed.status).toBe(200)
    expect(api.sent).toContainEqual({ type: 'outbox', companyId: company.id })

    const ctx = await companyCtx(api, company.id)
    await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId })
    expect(await (await ask(`imports/${importId}`)).json()).toMatchObject({ state: 'applied', progress: 1 })
    const rooms = await (await ask(`registry/rooms?projectId=${projectId}&search=1234`)).json()
    expect(rooms).toMatchObject({
      items: [{ name: '3栋-2单元-1501', owners: [{ name: '张三', phone: '138****1234' }] }],
    })
  })

  test('refuses what is no table, and what is too large, in words', async () => {
    const { response } = await upload('\u0000\u0001\u0002')
    expect([response.status, (await response.json()) as unknown]).toEqual([
      415,
      {
        error: expect.objectContaining({
          code: 'spreadsheets.not_a_table',
          message: expect.stringContaining('.xlsx'),
        }),
      },
    ])
    const large = await upload('x'.repeat(10 * 1024 * 1024 + 1))
    expect(large.response.status).toBe(413)
  })

  test('gives the template, the rows to correct and an export as files with their names', async () => {
    const { importId } = await upload('房号,面积\n3-2-1601,一百\n')
    const template = await ask('imports/template')
    expect(decodeURIComponent(template.headers.get('content-disposition') ?? '')).toContain(
      '房产登记模板.xlsx',
    )
    expect([...new Uint8Array(await template.arrayBuffer()).slice(0, 2)]).toEqual([0x50, 0x4b])
    const bad = await ask(`imports/${importId}/bad-rows`)
    expect([bad.status, bad.headers.get('cache-control')]).toEqual([200, 'no-store'])
    const file = await ask(`registry/rooms/file?projectId=${projectId}&format=csv`)
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'text/csv; charset=utf-8'])
    expect(await file.text()).toContain('房屋全称,楼栋,单元,房号,楼层')
  })

  test('reads in one round trip', async () => {
    const trips = (response: Response) => response.headers.get('server-timing')
    expect(trips(await ask(`registry/rooms?projectId=${projectId}`))).toContain('desc="1 trips"')
    expect(trips(await ask(`registry/people?projectId=${projectId}`))).toContain('desc="1 trips"')
  })
})
