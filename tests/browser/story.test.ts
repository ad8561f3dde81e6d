import { tick } from '@heju/local/start'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { billedEstate, codeFor } from '../setup/billed-estate.ts'
import { launchBrowser, person, picture, seriousFaults, sizes } from '../setup/browser.ts'

const product = inject('product')
const slug = `story-${Date.now().toString(36)}`
const password = 'heju-demo-2026'
const ownerPhone = '13900000001'
let browser: Browser
let origin: string
let desk: Page

/** One estate of six rooms, billed for this month: what the rest of the story is about. */
beforeAll(async () => {
  browser = await launchBrowser()
  ;({ origin } = await billedEstate(product, slug, ownerPhone))
  desk = await signedIn(await person(browser, 'desk'))
})
afterAll(() => browser.close())

async function signedIn(who: BrowserContext): Promise<Page> {
  const page = await who.newPage()
  await page.goto(`${origin}/console/sign-in`)
  await page.fill('input[autocomplete=username]', '13800000001')
  await page.fill('input[type=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/today/)
  return page
}

describe('a company, an owner and head office', () => {
  test('an owner signs in by a code, sees what is owed, pays by WeChat Pay without a script, and has a receipt', async () => {
    const owner = await person(browser, 'phone', { script: false })
    const page = await owner.newPage()
    await page.goto(`${origin}/portal`)
    await page.fill('input[name=phone]', ownerPhone)
    await page.click('main button[type=submit] >> nth=0')
    await page.fill('input[name=code]', await codeFor(product, ownerPhone))
    await page.click('main form[action="/portal/sign-in"] button[type=submit]')
    await page.goto(`${origin}/portal/bills`)
    expect(await page.textContent('main')).toContain('¥340.42')
    await picture(page, 'portal-bills-phone')
    await page.click('button[value=h5]')
    await page.waitForURL(/\/portal\/payments\//)
    const payment = page.url()
    await page.click('main a[href$="/go"]')
    await page.click('button >> nth=0')
    await expect
      .poll(async () => (await page.goto(payment), page.textContent('main')), { timeout: 30_000 })
      .toContain('账单已缴清')
    await picture(page, 'portal-paid-phone')
    await owner.close()
  })

  test.each(['/portal/sign-in'])(
    'the portal’s page %s has no serious fault at either width',
    async (path) => {
      for (const size of ['phone', 'desk'] as const) {
        const who = await person(browser, size)
        const page = await who.newPage()
        await page.goto(`${origin}${path}`)
        expect(await seriousFaults(page)).toEqual([])
        await who.close()
      }
    },
  )

  test('the front desk registers a complaint, and a tick of the schedule disturbs nobody', async () => {
    await desk.setViewportSize(sizes.desk)
    await desk.goto(`${origin}/console/desk/complaints`)
    await desk.click('button:has-text("登记投诉")')
    await desk.fill('#place', '1栋大堂')
    await desk.fill('#text', '大堂的灯三天没有亮了，晚上看不清台阶。')
    await desk.click('#categoryId')
    await desk.click('.ant-select-item-option >> nth=0')
    await desk.click('.ant-drawer button:has-text("保存")')
    await desk.waitForURL(/\/desk\/complaints\/cmpl_/)
    await expect.poll(() => desk.textContent('h1'), { timeout: 10_000 }).toMatch(/TS-\d{8}-0001/)
    await picture(desk, 'console-complaint-desk')
    await tick(product.url)
  })
})
