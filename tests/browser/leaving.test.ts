import { readTariff } from '@heju/core/fees/billing'
import { registerComplaint } from '@heju/core/desk/complaints'
import { addBill } from '@heju/core/fees/payments/testing'
import { as, freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { setUpCompany } from '@heju/local/demo'
import type { Browser, Dialog, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { answerQuestion, launchBrowser, person, picture, seriousFaults, sizes } from '../setup/browser.ts'
import { fillWith } from '../setup/things.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtConsole } from '../setup/sign-in.ts'

const product = inject('product')
/** A phone of this file alone: one opens five companies a day. */
const administrator = '13800000086'
let browser: Browser
let origin: string
let things: Record<string, string>
/** A complaint with a number to call. */
let called: string
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const company = await setUpCompany(
    product.url,
    `leaving-${Date.now().toString(36)}`,
    '和风物业',
    administrator,
  )
  ;({ origin } = company)
  const session = `${origin}/api/v1/session`
  const { staff } = await company.administrator.json<{ staff: { id: string } }>('GET', session)
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, company.companyId)
  const assignments = [{ role: 'company_admin', projects: 'all' }] as const
  const colleague = as(ctx, { kind: 'staff', id: staff.id, assignments })
  things = await fillWith(colleague, '+8613900007086')
  const { projectId = '', roomId = '', categoryId = '' } = things
  const place = { projectId, roomId, categoryId, channel: 'phone', text: '电梯又停了。' } as const
  const owing = { ctx, projectId, rooms: [{ roomId, personId: things.personId ?? '' }] }
  const { tariffId = '' } = things
  const [priced] = (await readTariff(colleague, tariffId)).prices
  await addBill(owing, 0, { tariffId, priceId: priced?.id ?? '', period: '2026-03' })
  called = newId('cmpl', ctx.now)
  const contactPhone = '13900007086'
  await registerComplaint(colleague, {
    requestId: freshRequestId(),
    complaintId: called,
    ...place,
    contactPhone,
  })
  page = await signedIn()
})
afterAll(() => browser.close())

/** A page of somebody whose browser fetched nothing before but what one is shown first. */
async function signedIn(): Promise<Page> {
  const tab = await (await person(browser, 'desk')).newPage()
  await signInAtConsole(tab, origin, administrator)
  await tab.waitForLoadState('networkidle')
  return tab
}

async function open(path: string): Promise<void> {
  await page.goto(`${origin}/console/${path}`)
  await page.waitForSelector('h1')
  await page.waitForLoadState('networkidle')
}

const menuOf = (tab: Page) => (path: string) => tab.locator(`.ant-menu a[href="/console/${path}"]`)

/** What the browser asked meanwhile; each question is answered with yes. */
async function asksWhile(act: () => Promise<unknown>): Promise<string[]> {
  const asked: string[] = []
  const answer = (dialog: Dialog) => {
    asked.push(dialog.type())
    void dialog.accept()
  }
  page.on('dialog', answer)
  await act().finally(() => page.off('dialog', answer))
  return asked
}

/** Another tab instead of the one in which something is entered still. */
async function openAnew(): Promise<void> {
  await page.context().close()
  page = await signedIn()
}

/** Waits for the browser's question about loading the page anew, and stays. */
async function isAskedToReload(): Promise<void> {
  const question = page.waitForEvent('dialog')
  await page.evaluate('void setTimeout(() => location.reload())')
  const dialog = await question
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
}

describe('without a network', () => {
  test('a page whose code cannot be fetched says that there is no network, beside the menu, and comes by itself once there is one', async () => {
    const tab = await signedIn()
    const failure = tab.locator('main [role=alert]', { hasText: '网络不通' })
    const menu = menuOf(tab)
    await tab.context().setOffline(true)
    try {
      await menu('fees/day-sheet').click()
      await failure.waitFor()
      for (const [width, size] of Object.entries(sizes)) {
        await tab.setViewportSize(size)
        await picture(tab, `console-page-offline-${width}`)
        expect(await seriousFaults(tab)).toEqual([])
      }
      await tab.setViewportSize(sizes.desk)
      await menu('fees/tariffs').click()
      await tab.waitForURL(/fees\/tariffs/)
      await failure.waitFor()
    } finally {
      await tab.context().setOffline(false)
    }
    await tab.locator('h1', { hasText: '收费标准' }).waitFor()
    expect(await failure.count()).toBe(0)
    await menu('fees/day-sheet').click()
    await tab.locator('h1', { hasText: '日结' }).waitFor()
    await tab.context().close()
  })

  test('a page whose code did not come is tried again by its button; one that a new version took away is to be loaded anew', async () => {
    const tab = await signedIn()
    const menu = menuOf(tab)
    // Nothing answers, and the browser knows nothing of it.
    await tab.route('**', (route) => route.abort())
    await menu('fees/tariffs').click()
    const again = tab.locator('main [role=alert]').getByRole('button', { name: '再试一次' })
    await again.waitFor()
    await tab.unrouteAll()
    await again.click()
    await tab.locator('h1', { hasText: '收费标准' }).waitFor()
    await tab.route('**/assets/console/day-sheet*', (route) => route.fulfill({ status: 404 }))
    await menu('fees/day-sheet').click()
    await tab.locator('main', { hasText: '请刷新' }).waitFor()
    expect(await menu('fees/tariffs').isVisible()).toBe(true)
    await tab.unrouteAll()
    await tab.locator('main').getByRole('button', { name: '刷新' }).click()
    await tab.locator('h1', { hasText: '日结' }).waitFor()
    await tab.context().close()
  })

  test('who answers a call whose form could not be fetched keeps the page, and has the form once it can be', async () => {
    const tab = await signedIn()
    // Nothing answers to what asks for the form, nor to whether anything does.
    await tab.context().route('**/assets/console/register-form*', (route) => route.abort())
    await tab
      .context()
      .route('**/console', (route) =>
        route.request().method() === 'HEAD' ? route.abort() : route.fallback(),
      )
    await tab.goto(`${origin}/console/settings/audit`)
    await tab.locator('h1', { hasText: '操作记录' }).waitFor()
    await tab.keyboard.press('F2')
    const again = tab.locator('.ant-drawer-open').getByRole('button', { name: '再试一次' })
    await again.waitFor()
    await tab.locator('.ant-drawer-open', { hasText: '这一部分没有取到' }).waitFor()
    await picture(tab, 'console-call-unfetched-desk')
    expect(await tab.locator('h1', { hasText: '操作记录' }).count()).toBe(1)
    await tab.context().unrouteAll()
    await again.click()
    await tab.locator('.ant-drawer-open #caller').waitFor()
    await tab.context().close()
  })

  test('a part that a new version took away says so of itself, and its button loads the page anew', async () => {
    const tab = await signedIn()
    await tab.context().route('**/assets/console/register-form*', (route) => route.fulfill({ status: 404 }))
    await tab.goto(`${origin}/console/settings/audit?call=13900007086`)
    const drawer = tab.locator('.ant-drawer-open')
    await drawer.getByText('这一部分没能显示出来').waitFor()
    await tab.context().unrouteAll()
    await drawer.getByRole('button', { name: '刷新' }).click()
    await drawer.locator('#caller').waitFor()
    await tab.context().close()
  })
})

describe('what was entered', () => {
  test.each([
    ['in a drawer', 'fees/tariffs', '新建收费标准', '.ant-drawer-open input#name', '一项新的收费'],
    ['about a complaint', 'desk/complaints/:complaintId', undefined, 'main textarea', '已派人去看'],
    ['about one’s password', 'password', undefined, 'main input[type=password]', 'heju-demo-2027'],
  ])(
    'what was entered %s is not thrown away by loading the page anew without a question, and nothing entered raises none',
    async (_, route, button, field, words) => {
      await open(route.replaceAll(/:(\w+)/g, (__, name: string) => things[name] ?? ''))
      const asked = await asksWhile(async () => {
        if (button !== undefined) await page.locator('main button', { hasText: button }).first().click()
        await page.locator(field).first().click()
        await page.reload()
      })
      expect(asked).toEqual([])
      if (button !== undefined) await page.locator('main button', { hasText: button }).first().click()
      await page.locator(field).first().click()
      await page.locator(field).first().fill(words)
      await isAskedToReload()
      expect(await page.locator(field).first().inputValue()).toBe(words)
    },
  )

  test('what was entered on a page is asked about by going back, and what was saved by nothing any more', async () => {
    await open('fees/runs')
    await page.click('.ant-menu a[href="/console/settings/surveys"]')
    const days = page.locator('main input[role=spinbutton]').first()
    await days.waitFor()
    await days.fill(String(Number(await days.inputValue()) + 1))
    await page.evaluate('history.back()')
    await answerQuestion(page, '继续填写')
    await page.locator('main button', { hasText: '保存' }).click()
    await page.locator('.ant-message-success').waitFor()
    expect(await asksWhile(() => page.reload())).toEqual([])
    await days.waitFor()
    await page.evaluate('history.back()')
    await page.waitForURL(/fees\/runs/)
  })

  test.each(['a key', 'a moment'])(
    'a call for which the browser leaves nothing is forgotten after %s: loading the page anew is asked about',
    async (after) => {
      await openAnew()
      await open(`desk/complaints/${called}`)
      await page.locator('main button', { hasText: '查看完整号码' }).first().click()
      const call = page.locator('main a[href^="tel:"]')
      await call.waitFor()
      await page.locator('main textarea').first().fill('打电话核实')
      // As where another program takes the number, and the page hears nothing of it.
      await page.evaluate(`addEventListener('click', (event) => event.preventDefault())`)
      await call.click()
      if (after === 'a key') await page.keyboard.press('Shift')
      else await page.waitForTimeout(1500)
      await isAskedToReload()
    },
  )

  test('how much of a bill is paid now is not thrown away by loading the page anew without a question', async () => {
    await openAnew()
    await open(`fees/desk?roomId=${things.roomId}`)
    const row = page.locator('main .ant-table-row').first()
    const part = row.getByRole('spinbutton')
    await part.waitFor()
    expect(await asksWhile(() => page.reload())).toEqual([])
    const whole = await part.inputValue()
    await part.fill('1')
    await part.blur()
    await isAskedToReload()
    await part.fill(whole)
    await part.blur()
    // Which bills are paid is chosen as well.
    const choice = row.locator('input[type=checkbox]')
    await choice.click()
    await isAskedToReload()
    await choice.click()
    expect(await asksWhile(() => page.reload())).toEqual([])
  })

  test('who calls whom it is about while something is entered is not asked whether to leave', async () => {
    await openAnew()
    await open(`desk/complaints/${called}`)
    await page.locator('main button', { hasText: '查看完整号码' }).first().click()
    const call = page.locator('main a[href^="tel:"]')
    await call.waitFor()
    await page.locator('main textarea').first().fill('打电话核实')
    const asked = await asksWhile(async () => {
      await call.click()
      await page.reload()
    })
    // By loading it anew alone.
    expect(asked).toEqual(['beforeunload'])
  })
})
