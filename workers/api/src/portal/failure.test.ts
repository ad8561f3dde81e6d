import { describe, expect, test, vi } from 'vitest'
import { testApi } from '../testing.ts'
import { formRequest, portalScene } from './testing.ts'

const html = { headers: { accept: 'text/html' } }

describe('when something goes wrong in the portal', () => {
  test('an address that leads nowhere is answered with a page', async () => {
    const scene = await portalScene()
    const missing = await scene.get('/portal/nothing')
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'text/html; charset=UTF-8'])
    expect(await missing.text()).toContain('没有找到这个页面')
  })

  test('a page that is asked in a way which it does not have says in which ways it is, also to strangers', async () => {
    const { company } = await portalScene()
    for (const [path, allowed] of [
      ['/portal/sign-in', 'GET, HEAD, POST'],
      ['/portal/complaints/new', 'GET, HEAD'],
      // What is read there is put on record.
      ['/portal/bills', 'GET'],
      ['/portal/sign-out', 'POST'],
    ] as const)
      for (const method of ['PATCH', 'PUT', 'DELETE', 'OPTIONS', 'PROPFIND']) {
        const answer = await company.fetch(path, { ...html, method })
        expect([path, method, answer.status, answer.headers.get('allow')]).toEqual([
          path,
          method,
          405,
          allowed,
        ])
      }
    // Where there is no page, strangers are led to the door whatever they ask.
    expect((await company.fetch('/portal/nothing', { ...html, method: 'PATCH' })).status).toBe(303)
  })

  test('what nobody can mean is told so: an address as one that leads nowhere, a question as not well formed', async () => {
    const scene = await portalScene()
    for (const path of ['bills', 'receipts', 'complaints', 'payments', 'survey/x'])
      expect([path, (await scene.get(`/portal/${path}/%00`)).status]).toEqual([path, 404])
    const asked = await scene.get('/portal/payments?after=%00')
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining('无法显示的字符')])
    const notice = await scene.company.fetch('/notices/wechat-pay/%00', { method: 'POST', body: '{}' })
    expect(notice.status).toBe(404)
  })

  test('in a suspended company every page says why, nothing is taken in, and one can still sign out', async () => {
    const scene = await portalScene({ state: 'suspended', stateReason: '合同到期，正在续签' })
    expect(await scene.read('/portal/bills')).toContain('合同到期，正在续签')
    for (const path of ['/portal/payments', '/portal/complaints', '/portal/survey/x/y']) {
      const refused = await scene.post(path, { billId: 'x' })
      const page = await refused.text()
      expect([path, refused.status]).toEqual([path, 403])
      expect(page).toContain('合同到期，正在续签')
    }
    expect((await scene.post('/portal/sign-out/everywhere', {})).status).toBe(303)
    const code = await scene.company.fetch('/portal/sign-in/code', formRequest({ phone: '13812341234' }))
    expect([code.status, (await code.text()).includes('合同到期，正在续签')]).toEqual([403, true])
  })

  test('a company that is closed or being upgraded says so under its own name', async () => {
    const api = await testApi()
    const closed = await api.company({ slug: 'closed', name: '旧物业', state: 'closed' })
    const gone = await closed.fetch('/portal', html)
    expect(gone.status).toBe(404)
    expect(await gone.text()).toMatch(/旧物业[\s\S]*服务已结束/)
    const behind = await api.company({ slug: 'behind', name: '新物业', schemaTag: '0000_ledger' })
    const upgrading = await behind.fetch('/portal', html)
    const page = await upgrading.text()
    expect([upgrading.status, upgrading.headers.get('retry-after')]).toEqual([503, '30'])
    expect(page).toMatch(/新物业[\s\S]*系统正在升级/)
    expect(page).toContain('<meta http-equiv="refresh" content="15"/>')
  })

  test('a database that does not answer is a page with a number to tell, and another try', async () => {
    const scene = await portalScene()
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    await scene.ctx.db.client.execute('DROP TABLE survey_households')
    const failed = await scene.get('/portal')
    const page = await failed.text()
    expect(failed.status).toBe(500)
    expect(page).toContain(failed.headers.get('x-request-id'))
    expect(page).toMatch(/href="\/portal"[^>]*>再试一次/)
    expect(page).not.toContain('survey_households')
    vi.restoreAllMocks()
  })
})
