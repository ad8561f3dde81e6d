import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser, pushed, sizes } from '../setup/browser.ts'
import { consoleRoutes as routes } from '../setup/console-routes.ts'
import { filledConsole, lookAtPage, type FilledConsole } from '../setup/filled-console.ts'

const product = inject('product')
let browser: Browser
let page: FilledConsole['page']
let addressOf: FilledConsole['addressOf']
let settle: FilledConsole['settle']

beforeAll(async () => {
  browser = await launchBrowser()
  ;({ page, addressOf, settle } = await filledConsole(browser, product, {
    name: 'every',
    phone: '13800000098',
  }))
  await page.addInitScript(holdBack)
})
afterAll(() => browser.close())

/** Holds back what a page asks for, but for who one is and which projects there are, without which there is no page. */
const holdBack = `{
  const real = fetch
  const held = new Promise((letGo) => { globalThis.letGo = letGo })
  globalThis.fetch = async (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
    if (/^\\/api\\/v1\\/(?!session|projects$)/.test(pathname)) await held
    return real(input, init)
  }
}`

/** What the cashier is told to do stands in an empty place too, and hangs on no answer. */
const toBeginWith = new Set(['fees/desk'])

/**
 * Opens a page that waits for its answers, and has them come.
 * @returns what it said meanwhile of lists as if they were empty
 */
async function openWaiting(address: string): Promise<string[]> {
  await page.setViewportSize(sizes.desk)
  await page.goto(address)
  await page.waitForSelector('h1, .ant-spin', { timeout: 20_000 })
  // The page's own code, and who one is, are here; what is drawn then stays as it is until an answer comes.
  await settle()
  const empties = await page.locator('main .ant-empty, main .ant-table-placeholder').allInnerTexts()
  await page.evaluate('letGo()')
  await page.waitForSelector('h1')
  await settle()
  return empties.filter((words) => words.trim() !== '')
}

/** Where something may be pushed sideways on a phone, since it is compared column by column: its first one stays in sight. */
const mayBePushed = new Set(['satisfaction', 'settings/roles'])

test.each(routes)(
  '%s calls no list empty that is on its way, has no serious fault and fits, its rows too, at either width',
  async (route) => {
    const empties = await openWaiting(addressOf(route))
    if (!toBeginWith.has(route)) expect(empties).toEqual([])
    expect(await page.locator('.ant-result-404, .ant-result-error').count()).toBe(0)
    await lookAtPage(page, route)
    await page.setViewportSize(sizes.phone)
    if (!mayBePushed.has(route)) await expect.poll(() => pushed(page)).toEqual([])
  },
)
