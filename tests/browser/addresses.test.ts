import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, sizes } from '../setup/browser.ts'
import { consoleRoutes as routes } from '../setup/console-routes.ts'
import { filledConsole, lookAtPage, type FilledConsole } from '../setup/filled-console.ts'

const sources = join(import.meta.dirname, '../../packages/console/src')
/** Every name that some page reads in its address. */
const inAddresses = new Set(
  globSync('**/*.{ts,tsx}', { cwd: sources }).flatMap((file) =>
    [
      ...readFileSync(join(sources, file), 'utf8').matchAll(
        /(?:useFilter\(|const (?:names|given|filterNames) = )\[([^\]]*)\]/g,
      ),
    ].flatMap(([, list]) => [...(list ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '')),
  ),
)

const product = inject('product')
let browser: Browser
let page: FilledConsole['page']
let origin: FilledConsole['origin']
let addressOf: FilledConsole['addressOf']
let open: FilledConsole['open']

beforeAll(async () => {
  browser = await launchBrowser()
  ;({ page, origin, addressOf, open } = await filledConsole(browser, product, {
    name: 'addresses',
    phone: '13800000097',
  }))
})
afterAll(() => browser.close())

describe('an address of the console', () => {
  test('the names that pages read in their address are known here', () => {
    expect([...inAddresses]).toEqual(
      expect.arrayContaining([
        'from',
        'to',
        'period',
        'month',
        'on',
        'projectId',
        'roomId',
        'search',
        'year',
      ]),
    )
    expect(inAddresses.size).toBeGreaterThan(25)
  })

  // An invitation is its address: one that is none is refused.
  test.each(routes.filter((route) => route !== 'invitation'))(
    '%s is whole whatever stands in its address',
    async (route) => {
      // A number that rings opens a form over any page.
      const nothing = [...inAddresses].filter((name) => name !== 'call').map((name) => [name, 'abc'])
      await open(`${addressOf(route)}?${new URLSearchParams(nothing)}`)
      expect(await page.locator('.ant-result-404, .ant-result-error, main .ant-alert-error').count()).toBe(0)
    },
  )

  test.each([...routes.filter((route) => route.includes(':')), 'rooms/%00', 'nowhere'])(
    '%s is no page where its id is none, and the menu stays',
    async (route) => {
      await page.setViewportSize(sizes.desk)
      await page.goto(`${origin}/console/${route.replaceAll(/:\w+/g, 'xyz')}`)
      await page.locator('main .ant-result-404', { hasText: '没有这个页面' }).waitFor()
      expect(await page.locator('.ant-menu a[href="/console/rooms"]').isVisible()).toBe(true)
      expect(await page.locator('main .ant-alert-error').count()).toBe(0)
      if (route === 'rooms/%00') await lookAtPage(page, 'no-such-page')
      await page.locator('main a', { hasText: '今日工作' }).click()
      await page.waitForURL(/\/console\/today/)
    },
  )
})
