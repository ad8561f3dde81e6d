import { newId } from '@heju/kernel'
import { beforeAll, describe, expect, test } from 'vitest'
import { peopled, type PeopledCompany } from '../../../../../tests/setup/two-companies.ts'
import { testApi } from '../../testing.ts'

let company: PeopledCompany
beforeAll(async () => {
  company = await peopled(await testApi())
})

const send = (method: string, content?: unknown): RequestInit => ({
  method,
  headers: { 'idempotency-key': crypto.randomUUID() },
  ...(content === undefined ? {} : { body: JSON.stringify(content) }),
})
const asBoss = (path: string, init?: RequestInit) => company.fetch(path, init, company.staff.company_admin)
const json = async (response: Response) => (await response.json()) as Record<string, unknown>
const page = async (path: string) =>
  (await (await asBoss(path)).json()) as { items: { id: string }[]; next: string | null }

describe('colleagues', () => {
  test('are invited by a link, whose secret stands behind the #, and come in by it', async () => {
    const { projectId } = company.things
    const answer = await asBoss(
      '/api/v1/staff',
      send('POST', {
        staffId: newId('stf', Date.now()),
        name: '王小明',
        phone: '13711112222',
        assignments: [{ role: 'front_desk', projects: [projectId] }],
      }),
    )
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const { link } = await json(answer)
    const [address, token] = String(link).split('#')
    expect(address).toBe(`${company.origin}/console/invitation`)
    const read = await company.fetch('/api/v1/invitations/read', send('POST', { token }))
    expect(await read.json()).toMatchObject({ name: '王小明', company: '翠湖物业', phoneLast4: '2222' })
    const accepted = await company.fetch(
      '/api/v1/invitations/accept',
      send('POST', { token, password: '清晨的第一班地铁', tokens: true }),
    )
    const { accessToken } = await json(accepted)
    const me = await company.fetch('/api/v1/session', {
      headers: { authorization: `Bearer ${String(accessToken)}` },
    })
    expect(await me.json()).toMatchObject({
      staff: { name: '王小明', assignments: [{ role: 'front_desk', projects: [projectId] }] },
    })
  })

  test('are listed page by page with their roles', async () => {
    const first = await page('/api/v1/staff?limit=4')
    expect(first.items).toHaveLength(4)
    const second = await page(`/api/v1/staff?limit=200&after=${first.next}`)
    expect(second.next).toBeNull()
    const ids = [...first.items, ...second.items].map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect((await asBoss('/api/v1/staff?after=nonsense')).status).toBe(422)
  })

  test('are corrected, given other roles, shut out and let back in', async () => {
    const staffId = company.things.staffId ?? ''
    const done = async (method: string, path: string, content?: unknown) =>
      expect([path, (await asBoss(`/api/v1/staff/${staffId}${path}`, send(method, content))).status]).toEqual(
        [path, 200],
      )
    await done('PUT', '', { name: '陈师傅', email: 'chen@example.com' })
    await done('PUT', '/assignments', { assignments: [{ role: 'department_lead', projects: 'all' }] })
    await done('POST', '/invitation')
    await done('POST', '/disable')
    const disabled = await page('/api/v1/staff?state=disabled')
    expect(disabled.items).toMatchObject([
      {
        id: staffId,
        name: '陈师傅',
        email: 'chen@example.com',
        assignments: [{ role: 'department_lead', scope: { kind: 'company' } }],
        invitedUntil: null,
      },
    ])
    await done('POST', '/enable')
  })

  test('the roles with their permissions are there to show', async () => {
    const { roles } = await json(await asBoss('/api/v1/staff/roles'))
    expect(roles).toContainEqual(
      expect.objectContaining({ id: 'worker', permissions: expect.arrayContaining(['complaints.own']) }),
    )
  })
})
