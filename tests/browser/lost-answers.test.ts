import type { Ctx } from '@heju/core'
import { billList, readTariff, tariffPrices, tariffs } from '@heju/core/fees/billing'
import { registerComplaint } from '@heju/core/desk/complaints'
import { paymentList, reversePayment } from '@heju/core/fees/payments'
import { addBill } from '@heju/core/fees/payments/testing'
import { taskList } from '@heju/core/platform/tasks'
import { as, freshRequestId } from '@heju/core/testing'
import { addMonths, newId, periodAt } from '@heju/kernel'
import { inviteColleagues, setUpCompany } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { answerQuestion, launchBrowser, person, picture, seriousFaults, sizes } from '../setup/browser.ts'
import { fillWith } from '../setup/things.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtConsole } from '../setup/sign-in.ts'

const product = inject('product')
/** A phone of this file alone: one opens five companies a day. */
const administrator = '13800000087'
let browser: Browser
let origin: string
let ctx: Ctx
let things: Record<string, string>
let page: Page
/** Failures of the page that nobody caught. */
let uncaught: string[]

beforeAll(async () => {
  browser = await launchBrowser()
  const slug = `lost-${Date.now().toString(36)}`
  const company = await setUpCompany(product.url, slug, '和风物业', administrator)
  ;({ origin } = company)
  const session = `${origin}/api/v1/session`
  const { staff } = await company.administrator.json<{ staff: { id: string } }>('GET', session)
  const assignments = [{ role: 'company_admin', projects: 'all' }] as const
  const found = await companyCtx({ env: product.env } as unknown as TestApi, company.companyId)
  ctx = as(found, { kind: 'staff', id: staff.id, assignments })
  things = await fillWith(ctx, '+8613900007087')
  await ctx.db.client.execute('UPDATE rooms SET area_e2 = 8937, built_area_e2 = 8937')
  await inviteColleagues(origin, company.administrator, Date.now())
  page = await (await person(browser, 'desk')).newPage()
  page.on('pageerror', ({ message }) => uncaught.push(message))
  await signInAtConsole(page, origin, administrator)
})
afterAll(() => browser.close())
beforeEach(() => {
  uncaught = []
})
afterEach(async () => {
  await page.unrouteAll()
  await page.setViewportSize(sizes.desk)
})

async function open(path: string): Promise<void> {
  await page.goto(`${origin}/console/${path}`)
  await page.waitForSelector('h1')
}

/** The next change that is sent here reaches the service, and its answer does not come back. */
async function loseAnswer(path: string): Promise<void> {
  await page.evaluate(`{
    const real = fetch
    globalThis.fetch = async (input, init) => {
      const answer = await real(input, init)
      if (init?.method === 'GET' || !answer.url.endsWith('/api/v1/${path}')) return answer
      globalThis.fetch = real
      throw new TypeError('Failed to fetch')
    }
  }`)
}

/** Where there is no network nothing reaches the service either. */
const withoutNetwork = (path: string) => page.route(`**/api/v1/${path}`, (route) => route.abort())
const failure = (words: string) => page.locator('.ant-message-error', { hasText: words })

describe('at the cashier’s desk', () => {
  /** Takes the money for two of three bills while the answer is lost. */
  async function takeUnanswered(first: string, second: string, third: string): Promise<number> {
    const { projectId = '', roomId = '', personId = '', tariffId = '' } = things
    const owing = { ctx, projectId, rooms: [{ roomId, personId }] }
    const [priced] = (await readTariff(ctx, tariffId)).prices
    for (const period of [first, second, third])
      await addBill(owing, 0, { tariffId, priceId: priced?.id ?? '', period })
    await open(`fees/desk?roomId=${roomId}`)
    const all = page.locator('thead input[type=checkbox]')
    await all.waitFor()
    if (await all.isChecked()) await all.uncheck()
    else {
      await all.check()
      await all.uncheck()
    }
    await tick(first)
    await tick(second)
    await loseAnswer('payments')
    await page.getByRole('button', { name: '收款 ¥200.00' }).click()
    await failure('您填写的内容还在').waitFor()
    const { items } = await paymentList.page(ctx, {})
    expect(items[0]).toMatchObject({ amountFen: 20_000 })
    return items.length
  }
  const billOf = (period: string) =>
    page.locator('tbody tr', { has: page.getByRole('cell', { name: period, exact: true }) })
  const tick = (period: string) => billOf(period).locator('input[type=checkbox]').click()

  test('who changes what is taken after a lost answer is shown the payment that was recorded, and its receipt', async () => {
    const payments = await takeUnanswered('2025-01', '2025-02', '2025-03')
    await tick('2025-02')
    await page.getByRole('button', { name: '收款 ¥100.00' }).click()
    await page.getByText('已收 ¥200.00').waitFor()
    await page.getByText('这笔款之前已经收下').waitFor()
    await expect.poll(() => failure('').count(), { timeout: 2_000 }).toBe(0)
    const { items } = await paymentList.page(ctx, {})
    expect(items).toHaveLength(payments)
    await page.getByText(`收据 ${items[0]?.receiptNumber}`).waitFor()
    expect(await page.getByRole('link', { name: '打印收据（A5）' }).getAttribute('href')).toBe(
      `/receipts/${items[0]?.receiptId}?paper=a5`,
    )
    for (const [size, box] of Object.entries(sizes)) {
      await page.setViewportSize(box)
      await picture(page, `console-taken-before-${size}`)
      expect(await seriousFaults(page)).toEqual([])
    }
    // What was not paid by it is still owed, and can be taken now.
    await page.getByRole('button', { name: '继续收这一户' }).click()
    await billOf('2025-03').waitFor()
    expect(await billOf('2025-01').count()).toBe(0)
  })

  test('who presses again as it was gets the receipt of the first press, and the failure’s words are gone', async () => {
    const payments = await takeUnanswered('2025-04', '2025-05', '2025-06')
    await page.getByRole('button', { name: '收款 ¥200.00' }).click()
    await page.getByText('已收 ¥200.00').waitFor()
    expect(await page.getByText('这笔款之前已经收下').count()).toBe(0)
    await expect.poll(() => failure('').count(), { timeout: 2_000 }).toBe(0)
    expect((await paymentList.page(ctx, {})).items).toHaveLength(payments)
  })

  test('who changes what is taken of a payment that was reversed meanwhile reads that, and gets no receipt to print', async () => {
    await takeUnanswered('2025-07', '2025-08', '2025-09')
    const [lost] = (await paymentList.page(ctx, {})).items
    await reversePayment(ctx, {
      requestId: freshRequestId(),
      paymentId: lost?.id ?? '',
      reversalId: newId('pay', Date.now()),
      reason: '收错了',
    })
    await tick('2025-08')
    await page.getByRole('button', { name: '收款 ¥100.00' }).click()
    await page.getByText('收过 ¥200.00，已经冲销').waitFor()
    expect(await page.getByRole('link', { name: '打印收据（A5）' }).count()).toBe(0)
    await picture(page, 'console-taken-and-reversed-desk')
    await page.getByRole('button', { name: '继续收这一户' }).click()
    await billOf('2025-07').waitFor()
  })
})

test('one place is billed by a second press after a lost answer, and not refused for what the first press did', async () => {
  const period = addMonths(periodAt(ctx.now, 'Asia/Shanghai'), 4)
  await open(`fees/bills?roomId=${things.roomId}`)
  await page.locator('tr.ant-table-row').first().waitFor()
  await page.getByRole('button', { name: '单独出账' }).click()
  const drawer = page.locator('.ant-drawer-open', { hasText: '给一套房或一个车位补出一个月的账单' })
  await drawer.locator('#period').fill(period)
  await drawer.getByText('将出 1 笔').waitFor()
  await loseAnswer('bills/one')
  await drawer.getByRole('button', { name: '单独出账' }).click()
  await answerQuestion(page, '单独出账')
  await failure('您填写的内容还在').waitFor()
  await drawer.getByRole('button', { name: '单独出账' }).click()
  await page.getByText('已出账 1 笔').waitFor()
  await drawer.waitFor({ state: 'detached' })
  await picture(page, 'console-bill-one-again-desk')
  expect((await billList.page(ctx, { roomId: things.roomId ?? '', period })).items).toHaveLength(1)
})

test('who changes the due day after a lost answer is told that the first press billed, and led to its bill', async () => {
  const period = addMonths(periodAt(ctx.now, 'Asia/Shanghai'), 5)
  await open(`fees/bills?roomId=${things.roomId}`)
  await page.locator('tr.ant-table-row').first().waitFor()
  await page.getByRole('button', { name: '单独出账' }).click()
  const drawer = page.locator('.ant-drawer-open', { hasText: '给一套房或一个车位补出一个月的账单' })
  await drawer.locator('#period').fill(period)
  await drawer.locator('#dueOn').fill(`${period}-20`)
  await drawer.getByText('将出 1 笔').waitFor()
  await loseAnswer('bills/one')
  await drawer.getByRole('button', { name: '单独出账' }).click()
  await answerQuestion(page, '单独出账')
  await failure('您填写的内容还在').waitFor()
  await drawer.locator('#dueOn').fill(`${period}-25`)
  await drawer.getByText('可能就是刚才没有收到应答的那次').waitFor()
  await picture(page, 'console-bill-one-perhaps-before-desk')
  await drawer.getByRole('button', { name: '单独出账' }).click()
  const said = page.locator('.ant-notification-notice', { hasText: `${period} 的账单之前已经出账并公布` })
  await said.getByText(`${period}-20 到期`).waitFor()
  await drawer.waitFor({ state: 'detached' })
  await expect.poll(() => failure('').count(), { timeout: 2_000 }).toBe(0)
  // The list shows it at once.
  await page.locator('tr.ant-table-row', { hasText: period }).waitFor()
  for (const [size, box] of Object.entries(sizes)) {
    await page.setViewportSize(box)
    await picture(page, `console-bill-one-before-${size}`)
    expect(await seriousFaults(page)).toEqual([])
  }
  await said.getByRole('button', { name: '查看账单' }).click()
  await page.waitForURL(new RegExp(`roomId=${things.roomId}&period=${period}`))
  const { items } = await billList.page(ctx, { roomId: things.roomId ?? '', period })
  expect(items.map(({ dueOn }) => dueOn)).toEqual([`${period}-20`])
})

test('who corrects the price after a lost answer is told which one was saved, and the drawer is gone', async () => {
  const { projectId = '' } = things
  const tariffId = newId('tariff', ctx.now)
  const stamps = { createdAt: ctx.now, changedAt: ctx.now }
  const terms = {
    name: '表格里的停车费',
    feeItem: 'parking',
    basis: 'parking_space',
    state: 'draft',
  } as const
  await ctx.db.orm.insert(tariffs).values({ id: tariffId, projectId, ...terms, ...stamps })
  const price = { fromOn: '2026-01-01', priceE4: 350, rounding: 'half_up', roundingUnitFen: 1 } as const
  await ctx.db.orm
    .insert(tariffPrices)
    .values({ id: newId('price', ctx.now), tariffId, ...price, createdAt: ctx.now })
  await open(`fees/tariffs/${tariffId}`)
  await page.getByRole('button', { name: '补上依据' }).click()
  const drawer = page.locator('.ant-drawer-open')
  await drawer.locator('#approval_approvalNo').fill('HT-7')
  await drawer.locator('#approval_approvalOn').fill('2025-12-01')
  await drawer.getByLabel('单价（元）').fill('35')
  await loseAnswer(`tariffs/${tariffId}/approval`)
  const save = drawer.getByRole('button', { name: '保存' })
  await save.click()
  await failure('您填写的内容还在').waitFor()
  await drawer.getByLabel('单价（元）').fill('36')
  await save.click()
  await page.getByText('之前的那次提交已经保存，单价 35 元').waitFor()
  await drawer.waitFor({ state: 'detached' })
  await expect.poll(() => failure('').count(), { timeout: 2_000 }).toBe(0)
  await picture(page, 'console-approval-before-desk')
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', priceE4: 350_000 })
})

test('a second click on what is seen to stays on the page, and only the task that was pressed turns', async () => {
  const { projectId = '', roomId = '', categoryId = '' } = things
  await registerComplaint(ctx, {
    requestId: freshRequestId(),
    complaintId: newId('cmpl', ctx.now),
    projectId,
    roomId,
    categoryId,
    channel: 'phone',
    text: '水管又爆了。',
    major: true,
  })
  await open('today?due=all')
  const buttons = page.locator('tbody').getByRole('button', { name: '知道了' })
  await buttons.nth(1).waitFor()
  const before = await buttons.count()
  let answer = () => {}
  await page.route('**/api/v1/tasks/*/finish', async (route) => {
    await new Promise<void>((resolve) => (answer = resolve))
    await route.continue()
  })
  await buttons.first().dblclick()
  await page.locator('tbody .ant-btn-loading').waitFor()
  expect(await page.locator('tbody .ant-btn-loading').count()).toBe(1)
  await picture(page, 'console-task-finishing-desk')
  // However slowly the second one comes.
  await page.waitForTimeout(700)
  await page.locator('tbody .ant-btn-loading').click({ force: true })
  answer()
  await page.getByText('已办完，不再提醒').waitFor()
  await expect.poll(() => buttons.count()).toBe(before - 1)
  expect(new URL(page.url()).pathname).toBe('/console/today')
  expect((await taskList.page(ctx, {})).items.filter(({ byHand }) => byHand)).toHaveLength(before - 1)
  // The rest of the row still leads to what is to be done.
  await page.locator('tbody tr').first().locator('td').first().click()
  await page.waitForURL(/\/console\/(desk\/complaints|satisfaction|fees\/reminders)/)
})

describe('without a network', () => {
  test('who leaves is shut out at the next press, where the first one failed', async () => {
    await open('settings/staff')
    await page.locator('tbody tr', { hasText: '收费' }).first().getByRole('button').click()
    await page.getByRole('menuitem', { name: '停用' }).click()
    const drawer = page.locator('.ant-drawer-section').last()
    const send = drawer.locator('.ant-drawer-extra button')
    await withoutNetwork('staff/*/disable')
    await send.click()
    const said = failure('网络不通')
    await said.waitFor()
    await picture(page, 'console-disable-offline-desk')
    await page.unrouteAll()
    await send.click()
    await page.waitForSelector('.ant-drawer-section', { state: 'detached' })
    await expect.poll(() => page.locator('.ant-tag', { hasText: '已停用' }).count()).toBe(1)
    await picture(page, 'console-disabled-desk')
    expect(uncaught).toEqual([])
  })

  test('an export that failed says nothing of what was filled in, and one that came says so', async () => {
    await open('fees/bills')
    await withoutNetwork('bills/file*')
    await page.getByRole('button', { name: '导出表格' }).click()
    const said = failure('网络不通')
    await said.waitFor()
    expect(await said.textContent()).not.toContain('您填写的内容')
    await page.unrouteAll()
    await page.getByRole('button', { name: '导出表格' }).click()
    await page.getByText('表格已导出').waitFor()
    await expect.poll(() => said.count(), { timeout: 2_000 }).toBe(0)
  })
})
