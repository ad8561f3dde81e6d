import { addBill, estate, type Estate } from '@heju/core/fees/payments/testing'
import { civilDateOf, newId } from '@heju/kernel'
import type { Role } from '@heju/core/permissions'
import { beforeAll, describe, expect, test } from 'vitest'
import { companyCtx } from '../../../../../tests/setup/two-companies.ts'
import { testApi, type TestCaller, type TestCompany } from '../../testing.ts'

let company: TestCompany
let place: Estate
beforeAll(async () => {
  const api = await testApi()
  company = await api.company()
  place = await estate(await companyCtx(api, company.id))
  // The first request of an isolate reads the company's row too.
  await company.fetch('/api/v1/payments', undefined, as('auditor'))
})

const as = (role: Role): TestCaller => ({ staff: [{ role, projects: 'all' }], id: 'staff_cashier' })
const owner = (room: number): TestCaller => ({ owner: place.owners[room]!.actor.id })

function post(content: unknown, key: string = crypto.randomUUID()): RequestInit {
  return { method: 'POST', body: JSON.stringify(content), headers: { 'idempotency-key': key } }
}

async function json<T>(path: string, init: RequestInit | undefined, who: TestCaller): Promise<T> {
  const response = await company.fetch(path, init, who)
  expect([response.status, response.status === 200 ? '' : await response.clone().text()]).toEqual([200, ''])
  return (await response.json()) as T
}

const trips = (response: Response) =>
  Number(/"(\d+) trips"/.exec(response.headers.get('server-timing') ?? '')?.[1])

async function paidInCash(room = 0): Promise<{ paymentId: string; receiptId: string }> {
  const content = {
    paymentId: newId('pay', Date.now()),
    method: 'cash',
    paidOn: civilDateOf(Date.now()),
    lines: [{ billId: await addBill(place, room), amountFen: 10_000 }],
  }
  return json('/api/v1/payments', post(content), as('cashier'))
}

describe('the routes of payments', () => {
  test('more bills than one payment settles are told as too many, and not as too many characters', async () => {
    const ids = (n: number) => Array.from({ length: n }, () => newId('bill', Date.now()))
    const said = async (path: string, content: object, who: TestCaller) => {
      const response = await company.fetch(path, post(content), who)
      const { error } = (await response.json()) as { error: { fields: { code: string; message: string }[] } }
      return [response.status, ...error.fields.map(({ code, message }) => `${code} ${message}`)]
    }
    const tooMany = [422, 'field.max_entries 太多了，一次最多 100 项。']
    const online = { orderId: newId('ord', Date.now()), billIds: ids(101), scene: 'native' }
    expect(await said('/api/v1/portal/payments', online, owner(0))).toEqual(tooMany)
    const desk = {
      paymentId: newId('pay', Date.now()),
      method: 'cash',
      paidOn: civilDateOf(Date.now()),
      lines: ids(101).map((billId) => ({ billId, amountFen: 1 })),
    }
    expect(await said('/api/v1/payments', desk, as('cashier'))).toEqual(tooMany)
    expect(await said('/api/v1/portal/payments', { ...online, billIds: [] }, owner(0))).toEqual([
      422,
      'field.min_entries 请至少选 1 项。',
    ])
  })

  test('money at the desk is recorded in two round trips, and listed in one', async () => {
    const content = {
      paymentId: newId('pay', Date.now()),
      method: 'pos',
      paidOn: civilDateOf(Date.now()),
      lines: [{ billId: await addBill(place), amountFen: 10_000 }],
      referenceNo: '000017',
    }
    const recorded = await company.fetch('/api/v1/payments', post(content), as('cashier'))
    expect([recorded.status, trips(recorded)]).toEqual([200, 2])
    for (const path of [
      '/api/v1/payments?method=pos',
      '/api/v1/payments/day-sheet',
      '/api/v1/payments/exceptions',
      `/api/v1/payments/receipts/${((await recorded.json()) as { receiptId: string }).receiptId}`,
    ]) {
      const read = await company.fetch(path, undefined, as('cashier'))
      expect([path, read.status, trips(read)]).toEqual([path, 200, 1])
    }
  })

  test('a transfer without its number names the field', async () => {
    const content = {
      paymentId: newId('pay', Date.now()),
      method: 'transfer',
      paidOn: civilDateOf(Date.now()),
    }
    const lines = [{ billId: await addBill(place), amountFen: 10_000 }]
    const refused = await company.fetch('/api/v1/payments', post({ ...content, lines }), as('cashier'))
    expect([refused.status, await refused.json()]).toMatchObject([
      422,
      { error: { fields: [{ path: 'referenceNo', message: expect.stringContaining('流水号') }] } },
    ])
  })

  test('a mistake is taken back by who may, once', async () => {
    const { paymentId } = await paidInCash()
    const path = `/api/v1/payments/${paymentId}/reversal`
    const content = { reversalId: newId('pay', Date.now()), reason: '录错房号' }
    expect((await company.fetch(path, post(content), as('cashier'))).status).toBe(403)
    const key = crypto.randomUUID()
    const first = await json(path, post(content, key), as('accountant'))
    expect(await json(path, post(content, key), as('accountant'))).toEqual(first)
  })

  test('the list goes out as a file that spreadsheets open', async () => {
    await paidInCash()
    const file = await company.fetch(
      '/api/v1/payments/file?format=csv&method=cash',
      undefined,
      as('accountant'),
    )
    expect(file.headers.get('content-disposition')).toContain("attachment; filename*=UTF-8''")
    const lines = (await file.text()).trim().split(/\r?\n/)
    expect(lines[0]).toContain('收据编号')
    expect(lines[1]).toContain('3栋-2单元-1501')
  })

  test('the pages of lists follow one another by their key', async () => {
    await paidInCash()
    await paidInCash()
    type Page = { items: { id: string }[]; next: string | null }
    const first = await json<Page>('/api/v1/payments?limit=1', undefined, as('auditor'))
    const second = await json<Page>(`/api/v1/payments?limit=1&after=${first.next}`, undefined, as('auditor'))
    expect(first.items[0]?.id).not.toBe(second.items[0]?.id)
    const bad = await company.fetch('/api/v1/payments?after=nonsense', undefined, as('auditor'))
    expect(bad.status).toBe(422)
  })
})

describe('receipts on paper', () => {
  test('show the payer, the room, the month and the amount in capitals, and that they are no invoice', async () => {
    const { receiptId } = await paidInCash()
    for (const [paper, rule] of [
      ['a5', 'size: A5 landscape'],
      ['a4', 'size: A4'],
      ['80mm', 'size: 80mm'],
    ]) {
      const page = await company.fetch(`/receipts/${receiptId}?paper=${paper}`, undefined, as('cashier'))
      expect([page.status, trips(page)]).toEqual([200, 1])
      const html = await page.text()
      for (const text of [
        rule,
        '业主1501',
        '3栋-2单元-1501',
        '人民币壹佰元整',
        '100.00',
        '王芳',
        '不是税务发票',
      ])
        expect(html).toContain(text)
      expect(html).toMatch(/SJ-\d{4}-\d{6}/)
    }
  })

  test('looked at it is a preview, also on paper; the first copy says nothing, the second says 补打', async () => {
    const { receiptId } = await paidInCash()
    const path = `/receipts/${receiptId}`
    const marks = async (address: string) => {
      const html = await (await company.fetch(address, undefined, as('cashier'))).text()
      // What an owner has on the phone is an electronic copy, never what lies on the desk.
      expect(html).not.toContain('电子件')
      const said = [...html.matchAll(/class="mark([^"]*)">([^<]*)</g)].map(
        ([, where, words]) => `${words}${where}`,
      )
      return [said.join('；'), html.includes('/receipts/print.js')]
    }
    const print = async (requestId: string) => {
      const form = new URLSearchParams({ requestId })
      const headers = { 'content-type': 'application/x-www-form-urlencoded' }
      const init = { method: 'POST', body: form.toString(), headers }
      const response = await company.fetch(`${path}/prints?paper=a4`, init, as('cashier'))
      expect(response.status).toBe(303)
      return response.headers.get('location') ?? ''
    }
    expect(await marks(path)).toEqual(['预览 on-screen；预览件，未登记打印 on-paper', false])
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()]
    const original = await print(first)
    expect(original).toMatch(/^\/receipts\/rcp_\w+\?paper=a4&print=prt_\w+$/)
    // Pressed twice it is one copy.
    expect(await print(first)).toBe(original)
    expect(await marks(original)).toEqual(['', true])
    expect(await marks(await print(second))).toEqual(['补打（第 2 份）', true])
  })

  test('of a payment that was taken back are void', async () => {
    const { paymentId, receiptId } = await paidInCash()
    const content = { reversalId: newId('pay', Date.now()), reason: '录错房号' }
    await json(`/api/v1/payments/${paymentId}/reversal`, post(content), as('accountant'))
    const html = await (await company.fetch(`/receipts/${receiptId}`, undefined, as('cashier'))).text()
    expect(html).toContain('本收据作废')
    expect(html).toContain('录错房号')
  })

  test('names that look like HTML are shown as they are', async () => {
    const content = {
      paymentId: newId('pay', Date.now()),
      method: 'cash',
      paidOn: civilDateOf(Date.now()),
      lines: [{ billId: await addBill(place), amountFen: 10_000 }],
      payerName: '<script>alert(1)</script>',
    }
    const { receiptId } = await json<{ receiptId: string }>('/api/v1/payments', post(content), as('cashier'))
    const html = await (await company.fetch(`/receipts/${receiptId}`, undefined, as('cashier'))).text()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>alert')
  })

  test('who has not signed in finds the door, and others’ receipts are not there', async () => {
    const { receiptId } = await paidInCash()
    const door = await company.fetch(`/receipts/${receiptId}`)
    expect([door.status, await door.text()]).toEqual([401, expect.stringContaining('/console/sign-in')])
    const elsewhere: TestCaller = { staff: [{ role: 'cashier', projects: ['proj_other'] }] }
    expect((await company.fetch(`/receipts/${receiptId}`, undefined, elsewhere)).status).toBe(404)
  })

  test('an owner has the receipts of what was theirs to pay, in the portal’s API', async () => {
    const { receiptId } = await paidInCash(1)
    const list = await json<{ items: { id: string }[] }>('/api/v1/portal/receipts', undefined, owner(1))
    expect(list.items.map((row) => row.id)).toEqual([receiptId])
    expect(await json(`/api/v1/portal/receipts/${receiptId}`, undefined, owner(1))).toMatchObject({
      capitals: '人民币壹佰元整',
    })
    expect((await company.fetch(`/api/v1/portal/receipts/${receiptId}`, undefined, owner(2))).status).toBe(
      404,
    )
  })
})

describe('the address of notices', () => {
  test('needs nobody to be signed in, and knows only its company’s merchants', async () => {
    const notice = await company.fetch('/notices/wechat-pay/mch_01kaqf3m7s8x2w9v4t6r0pjhzd', {
      method: 'POST',
      body: '{}',
    })
    expect([notice.status, ((await notice.json()) as { error: { code: string } }).error.code]).toEqual([
      404,
      'payments.merchant_not_found',
    ])
  })

  test('takes nothing longer than a notice', async () => {
    const long = await company.fetch('/notices/wechat-pay/mch_x', {
      method: 'POST',
      body: 'x'.repeat(20_000),
    })
    expect(long.status).toBe(413)
  })
})
