import { demoStaff, inviteColleagues, setUpCompany } from '@heju/local/demo'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { launchBrowser, person, picture, seriousFaults, takeFromMenu } from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'

const product = inject('product')
const password = 'heju-demo-2026'
const [administrator] = demoStaff
const colleague = demoStaff.find(({ key }) => key === 'manager') ?? administrator
let browser: Browser
let origin: string
let companyId: string
let here: BrowserContext
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const company = await setUpCompany(product.url, `session-${Date.now().toString(36)}`, '和风物业')
  ;({ origin, companyId } = company)
  await inviteColleagues(origin, company.administrator, Date.now())
})
afterAll(() => browser.close())

beforeEach(async () => {
  await here?.close()
  here = await person(browser, 'desk')
  page = await here.newPage()
  await page.goto(`${origin}/console/sign-in`)
  await signIn(administrator.phone)
  await page.waitForURL(/\/console\/today/)
})

async function signIn(phone: string, secret = password): Promise<void> {
  await page.fill('input[autocomplete=username]', phone)
  await page.fill('input[type=password]', secret)
  await page.keyboard.press('Enter')
}

/** As after five minutes: access tokens are over. */
const fiveMinutesLater = () => here.clearCookies({ name: 'heju_staff' })

/** As after two weeks away, or after a colleague signed one out: the sign-in itself is over. */
async function endSignIns(): Promise<void> {
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, companyId)
  await ctx.db.client.execute(
    `UPDATE sessions SET ended_at = ${Date.now()}, end_reason = 'signed_out' WHERE ended_at IS NULL`,
  )
  await fiveMinutesLater()
}

/** A form that was filled in on a page with a filter. */
async function fillIn(name: string): Promise<void> {
  await page.goto(`${origin}/console/projects?kept=yes`)
  await page.click('main button:has-text("新建项目")')
  await page.fill('.ant-drawer #name', name)
}

async function projectsNamed(name: string): Promise<number> {
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, companyId)
  const sql = 'SELECT count(*) AS n FROM projects WHERE name = ?'
  return Number((await ctx.db.client.execute({ sql, args: [name] })).rows[0]?.n)
}

describe('five minutes later', () => {
  test('a reload, a deep link, a new tab and a tab that one comes back to go on as they were', async () => {
    await page.goto(`${origin}/console/settings/staff`)
    await fiveMinutesLater()
    await page.reload()
    await page.waitForSelector('h1:has-text("员工与权限")')
    await fiveMinutesLater()
    const tab = await here.newPage()
    await tab.goto(`${origin}/console/people`)
    await tab.waitForSelector('h1')
    expect(new URL(tab.url()).pathname).toBe('/console/people')
    await fiveMinutesLater()
    await fillIn('五分钟后的项目')
    await page.bringToFront()
    await page.evaluate(`document.dispatchEvent(new Event('visibilitychange'))`)
    await page.waitForLoadState('networkidle')
    expect(await page.inputValue('.ant-drawer #name')).toBe('五分钟后的项目')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/console\/projects\/proj_/)
    expect(await projectsNamed('五分钟后的项目')).toBe(1)
  })
})

describe('a sign-in that has ended', () => {
  test('is asked for over the page, which stays as it is; what was refused is done then, once', async () => {
    await fillIn('登录过期的项目')
    await endSignIns()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ant-modal:has-text("请重新登录")')
    await picture(page, 'console-sign-in-again-desk')
    // Without an e-mail it is the phone: only the password is left to type.
    expect(await page.inputValue('.ant-modal input[autocomplete=username]')).toBe(administrator.phone)
    expect(await seriousFaults(page)).toEqual([])
    await signIn(administrator.phone, 'something else')
    await page.waitForSelector('.ant-modal [role=alert]')
    expect(await page.inputValue('.ant-drawer #name')).toBe('登录过期的项目')
    await signIn(administrator.phone)
    await page.waitForURL(/\/console\/projects\/proj_/)
    expect(await projectsNamed('登录过期的项目')).toBe(1)
    await page.waitForSelector('.ant-modal', { state: 'hidden' })
  })

  test('may be asked for later: nothing is lost by that', async () => {
    await fillIn('稍后再说的项目')
    await endSignIns()
    await page.keyboard.press('Enter')
    await page.click('.ant-modal button:has-text("稍后再登录")')
    await page.waitForSelector('.ant-modal', { state: 'hidden' })
    expect(await page.inputValue('.ant-drawer #name')).toBe('稍后再说的项目')
    expect(page.url()).toContain('kept=yes')
    await page.click('.ant-drawer button:has-text("保存")')
    await page.waitForSelector('.ant-modal:visible')
    await signIn(administrator.phone)
    await page.waitForURL(/\/console\/projects\/proj_/)
    expect(await projectsNamed('稍后再说的项目')).toBe(1)
  })

  test('of one colleague opens nothing of theirs to another, who gets a fresh page', async () => {
    await fillIn('别人看不到的项目')
    await endSignIns()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ant-modal:visible')
    await signIn(colleague.phone)
    await page.waitForURL(/\/console\/today/)
    await page.waitForSelector(`header:has-text("${colleague.name}")`)
    expect(await page.content()).not.toContain('别人看不到的项目')
    expect(await projectsNamed('别人看不到的项目')).toBe(0)
  })
})

describe('two tabs of one browser', () => {
  test('sign out together, and a tab of one colleague never acts as another', async () => {
    const tab = await here.newPage()
    await tab.goto(`${origin}/console/people`)
    await tab.waitForSelector('h1')
    await takeFromMenu(page, page.locator('header .ant-dropdown-trigger'), '退出登录')
    await page.waitForURL(/\/console\/sign-in/)
    await tab.waitForURL(/\/console\/sign-in/)
    await tab.close()

    await signIn(administrator.phone)
    await page.waitForURL(/\/console\/today/)
    const other = await here.newPage()
    await other.goto(`${origin}/console/sign-in`)
    await other.fill('input[autocomplete=username]', colleague.phone)
    await other.fill('input[type=password]', password)
    await page.evaluate('window.before = true')
    await other.keyboard.press('Enter')
    await other.waitForURL(/\/console\/today/)
    // The first tab has begun anew as the other colleague.
    await page.waitForFunction('window.before === undefined')
    await page.waitForSelector(`header:has-text("${colleague.name}")`)
  })
})
