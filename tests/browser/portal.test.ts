import type { Ports } from '@heju/core/platform/outbox'
import { recordPayment } from '@heju/core/fees/payments'
import { cash } from '@heju/core/fees/payments/testing'
import { openNow } from '@heju/core/insight/satisfaction/testing'
import { as, staff } from '@heju/core/testing'
import { wechatPay } from '@heju/gateways/wechat-pay'
import { civilDateOf } from '@heju/kernel'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { billedEstate, codeFor, type BilledEstate } from '../setup/billed-estate.ts'
import { launchBrowser, person, picture, seriousFaults, sizes } from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtPortal } from '../setup/sign-in.ts'

const product = inject('product')
let browser: Browser
let estate: BilledEstate

beforeAll(async () => {
  browser = await launchBrowser()
  estate = await billedEstate(product, `portal-${Date.now().toString(36)}`, '13900008001', '13800000082')
  await openNow(await companyCtx({ env: product.env } as unknown as TestApi, estate.companyId))
})
afterAll(() => browser.close())

/** An owner comes in by phone and code. */
async function comesIn(who: BrowserContext, phone: string): Promise<Page> {
  const page = await who.newPage()
  await signInAtPortal(page, estate.origin, phone, product)
  return page
}

/** A picture as a phone takes it: larger than any screen shows. */
async function photo(): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const page = await browser.newPage({ viewport: { width: 2400, height: 1800 } })
  await page.setContent('<body style="margin:0;background:conic-gradient(#900,#fc0,#060,#009,#900)">')
  const buffer = await page.screenshot({ type: 'png' })
  await page.close()
  return { name: 'IMG_0001.png', mimeType: 'image/png', buffer }
}

/** Whether a page is wider than its screen. The window says nothing: on a phone it grows with what is in it. */
async function sideways(page: Page, screen: keyof typeof sizes): Promise<boolean> {
  return (await page.evaluate<number>('document.documentElement.scrollWidth')) > sizes[screen].width
}

/** Reports something. @returns the path of its page */
async function reports(page: Page): Promise<string> {
  await page.goto(`${estate.origin}/portal/complaints/new`)
  await page.selectOption('#categoryId', { index: 2 })
  await page.fill('#text', '楼道漏水，墙皮掉了一地。')
  await page.click('form[enctype] button[type=submit]')
  await page.waitForURL(/said=new/)
  return new URL(page.url()).pathname.replace('/portal', '')
}

describe('an owner without a script', () => {
  test('reports with a photo, answers the survey, chooses what to pay, and signs out', async () => {
    const who = await person(browser, 'phone', { script: false })
    const page = await comesIn(who, estate.phones[0]!)
    await page.click('text=我要报事')
    await page.selectOption('#categoryId', { index: 2 })
    await page.fill('#text', '楼道漏水，墙皮掉了一地。')
    await page.setInputFiles('#photos', [await photo()])
    await page.click('form[enctype] button[type=submit]')
    await page.waitForURL(/said=new/)
    expect(await page.locator('.photos img').count()).toBe(1)

    await page.goto(`${estate.origin}/portal/survey`)
    for (const row of await page.locator('fieldset.scale').all()) await row.locator('label').nth(3).click()
    await picture(page, 'portal-survey-phone')
    await page.click('main form button[type=submit]')
    await page.waitForURL(/\/thanks/)

    await page.goto(`${estate.origin}/portal/bills`)
    await page.click('text=全不选')
    await page.click('button[value=h5]')
    expect(await page.textContent('[role=alert]')).toContain('至少勾选一笔')

    await page.goto(`${estate.origin}/portal/me`)
    await page.click('text=退出登录')
    await page.goto(`${estate.origin}/portal/bills`)
    expect(new URL(page.url()).pathname).toBe('/portal/sign-in')
    await who.close()
  })
})

/** Many photos, each of other bytes. */
async function photos(count: number): Promise<{ name: string; mimeType: string; buffer: Buffer }[]> {
  const page = await browser.newPage({ viewport: { width: 40, height: 40 } })
  const taken = []
  for (let n = 0; n < count; n++) {
    await page.setContent(`<body style="margin:0;background:hsl(${n * 25},60%,50%)">`)
    taken.push({
      name: `IMG_${n}.png`,
      mimeType: 'image/png',
      buffer: await page.screenshot({ type: 'png' }),
    })
  }
  await page.close()
  return taken
}

describe('more photos than fit', () => {
  async function reportsWith(page: Page, count: number) {
    await page.goto(`${estate.origin}/portal/complaints/new`)
    await page.selectOption('#categoryId', { index: 2 })
    await page.fill('#text', '外墙砖掉下来了，很危险。')
    await page.setInputFiles('#photos', await photos(count))
  }
  const send = (page: Page) => page.click('form[enctype] button[type=submit]')

  test('without a script come back, are seen, and those that are not wanted are taken off', async () => {
    const who = await person(browser, 'phone', { script: false })
    const page = await comesIn(who, estate.phones[2]!)
    await reportsWith(page, 11)
    await send(page)
    expect(await page.textContent('[role=alert]')).toContain('前面 9 张已经收下，后面 2 张没有收')
    expect(await page.locator('.kept img').count()).toBe(9)
    await page.locator('label', { hasText: '不要这张' }).nth(1).click()
    expect(await sideways(page, 'phone')).toBe(false)
    await picture(page, 'portal-photos-kept-phone')
    await send(page)
    await page.waitForURL(/said=new/)
    expect(await page.locator('.photos img').count()).toBe(8)
    // The same words again, with other photos than before.
    await reportsWith(page, 0)
    await page.setInputFiles('#photos', (await photos(14)).slice(11))
    await send(page)
    await page.waitForURL(/said=photos&kept=1&left=2/)
    expect(await page.textContent('[role=status]')).toContain('这次加上了前 1 张，后面 2 张没有加上')
    await page.click('summary >> text=补充说明或照片')
    await picture(page, 'portal-photos-left-phone')
    expect(await page.locator('input[type=file]').count()).toBe(0)
    await who.close()
  })

  test('with a script are told as they are chosen', async () => {
    const who = await person(browser, 'phone')
    const page = await comesIn(who, estate.phones[4]!)
    await reportsWith(page, 11)
    await page.waitForSelector('.previews img >> nth=8')
    expect(await page.textContent('.field [role=status]')).toBe(
      '照片最多 9 张：这次选的 11 张里，后面 2 张没有选上。',
    )
    await picture(page, 'portal-photos-cut-phone')
    await page.setInputFiles('#photos', await photos(2))
    await expect.poll(() => page.locator('.previews img').count()).toBe(2)
    expect(await page.textContent('.field [role=status]')).toBe('')
    await send(page)
    await page.waitForURL(/said=new/)
    expect(await page.locator('.photos img').count()).toBe(2)
    await who.close()
  })
})

describe('where scripts run', () => {
  test('photos are made smaller before they are sent, and what is ticked is added up', async () => {
    const who = await person(browser, 'phone')
    const page = await comesIn(who, estate.phones[1]!)
    await page.goto(`${estate.origin}/portal/complaints/new`)
    const picked = await photo()
    await page.setInputFiles('#photos', [picked, picked])
    await page.waitForSelector('.previews img >> nth=1')
    const files = await page.evaluate<[string, number][]>(
      `[...document.querySelector('#photos').files].map((file) => [file.type, file.size])`,
    )
    for (const [type, size] of files)
      expect([type, size < picked.buffer.length]).toEqual(['image/jpeg', true])

    await page.goto(`${estate.origin}/portal/bills`)
    const sum = () => page.textContent('output')
    expect(await sum()).toBe('¥344.02')
    await page.click('text=全不选')
    expect([page.url(), await sum()]).toEqual([`${estate.origin}/portal/bills`, '¥0.00'])
    await who.close()
  })
})

describe('an owner whose sign-in ends while a payment waits', () => {
  const own = () => companyCtx({ env: product.env } as unknown as TestApi, estate.companyId)
  /** As after a minute: a code may be asked for again. */
  const aMinuteLater = async () => (await own()).db.client.execute('DELETE FROM throttles')
  beforeEach(aMinuteLater)

  /** As after two weeks away: the sign-in itself is over. */
  async function endSignIn(who: BrowserContext): Promise<void> {
    await (
      await own()
    ).db.client.execute(
      `UPDATE sessions SET ended_at = ${Date.now()}, end_reason = 'signed_out' WHERE ended_at IS NULL`,
    )
    await who.clearCookies({ name: 'heju_owner' })
    await aMinuteLater()
  }

  /** Chooses to pay by code. @returns the path of the payment's page, and its number at the provider */
  async function waitsByCode(page: Page): Promise<{ path: string; orderId: string; outTradeNo: string }> {
    await page.goto(`${estate.origin}/portal/bills`)
    await page.click('button[value=native]:visible')
    await page.waitForURL(/\/payments\/ord_/)
    const { pathname: path } = new URL(page.url())
    const orderId = path.split('/').at(-1) ?? ''
    const sql = 'SELECT out_trade_no AS number FROM payment_orders WHERE id = ?'
    const { rows } = await (await own()).db.client.execute({ sql, args: [orderId] })
    return { path, orderId, outTradeNo: String(rows[0]?.number) }
  }

  async function atProvider(what: 'pay' | 'behaviour', said: object): Promise<void> {
    const body = JSON.stringify(said)
    const answer = await fetch(`${product.wechatPayUrl}/__control/${what}`, { method: 'POST', body })
    expect(answer.status).toBe(200)
  }

  /** Chooses to pay by code, and pays at the provider. @returns the path of the payment's page */
  async function paysByCode(page: Page): Promise<string> {
    const { path, outTradeNo } = await waitsByCode(page)
    await atProvider('pay', { outTradeNo })
    return path
  }

  async function signsInAgain(page: Page, phone: string): Promise<void> {
    await page.fill('#phone', phone)
    const since = Date.now()
    await page.click('form[action="/portal/sign-in/code"] button')
    await page.fill('#code', await codeFor(product, phone, since))
    await page.click('form[action="/portal/sign-in"] button')
  }

  test('gives up what they have paid: they are not told that nothing was paid, and find it paid', async () => {
    const phone = estate.phones[5]!
    const who = await person(browser, 'phone')
    const page = await comesIn(who, phone)
    // The line is lost, so that the page stays as it is, and asks on.
    await page.route('**/state', (route) => route.abort())
    const path = await paysByCode(page)
    await endSignIn(who)
    await page.waitForRequest(/\/state$/)
    await page.waitForRequest(/\/state$/)
    await page.click('text=不付了，取消')
    await page.waitForSelector('text=登录已过期，登录后看这笔付款的结果')
    expect(await page.textContent('main')).not.toContain('没有付款')
    await picture(page, 'portal-payment-ended-phone')
    await signsInAgain(page, phone)
    await page.waitForURL(`${estate.origin}${path}`)
    await page.waitForSelector('text=付款成功')
    await who.close()
  })

  test('sees by itself that they are to sign in, and comes back to the payment', async () => {
    const phone = estate.phones[0]!
    const who = await person(browser, 'phone')
    const page = await comesIn(who, phone)
    await page.route('**/state', (route) => route.abort())
    const path = await paysByCode(page)
    await endSignIn(who)
    await page.unroute('**/state')
    await page.waitForURL(/\/portal\/sign-in/)
    await page.waitForSelector('text=登录后看这笔付款的结果')
    await signsInAgain(page, phone)
    await page.waitForURL(`${estate.origin}${path}`)
    await page.waitForSelector('text=付款成功')
    await who.close()
  })

  test('is told by itself not to pay any more once the desk took the money while the provider was silent', async () => {
    const who = await person(browser, 'phone')
    const page = await comesIn(who, estate.phones[3]!)
    const { orderId, outTradeNo } = await waitsByCode(page)
    await page.waitForSelector('img.code')
    await atProvider('behaviour', { outTradeNo, query: 'trouble', close: 'trouble' })
    const ctx = await own()
    const sql =
      'SELECT bill_id AS billId, amount_fen AS amountFen FROM payment_order_lines WHERE order_id = ?'
    const { rows } = await ctx.db.client.execute({ sql, args: [orderId] })
    const lines = rows.map(({ billId, amountFen }) => ({
      billId: String(billId),
      amountFen: Number(amountFen),
    }))
    const wanted = cash([], { paidOn: civilDateOf(ctx.now, ctx.company.zone), lines })
    const ports = { payments: wechatPay({ baseUrl: product.wechatPayUrl }) } as unknown as Ports
    expect(await recordPayment(as(ctx, staff('cashier')), wanted, ports)).toMatchObject({ onlineOpen: true })
    await page.waitForSelector('text=请不要再付这一笔')
    expect(await page.locator('img.code, form[action$=other-way]').count()).toBe(0)
    await picture(page, 'portal-payment-overtaken-phone')
    expect(await seriousFaults(page)).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await picture(page, 'portal-payment-overtaken-desk')
    // It stands still then, until there is something else to tell.
    await atProvider('behaviour', { outTradeNo, query: 'normal', close: 'normal' })
    await page.click('text=不付了，取消')
    await page.waitForSelector('text=这些账单已经缴清')
    await who.close()
  })

  test('does not see the page load over and over where nothing answers as expected', async () => {
    const who = await person(browser, 'phone')
    const page = await comesIn(who, estate.phones[1]!)
    await page.route('**/state', (route) => route.fulfill({ contentType: 'text/html', body: '<p>?</p>' }))
    await page.goto(`${estate.origin}/portal/bills`)
    await page.click('button[value=native]:visible')
    await page.waitForURL(/\/payments\/ord_/)
    // Each load waits twice as long as the one before.
    for (const times of [1, 2]) {
      await page.waitForEvent('load')
      expect(await page.evaluate<unknown>('history.state')).toEqual({ refused: times })
    }
    await who.close()
  })
})

describe('every page', () => {
  test.each([
    ['phone', 'normal', 'zh-CN'],
    ['phone', 'large', 'zh-Hant'],
    ['desk', 'normal', 'en'],
  ] as const)('has no serious fault and fits, on a %s, in %s type, in %s', async (screen, size, locale) => {
    const who = await person(browser, screen)
    const page = await comesIn(who, estate.phones[{ 'zh-CN': 2, 'zh-Hant': 3, en: 4 }[locale]]!)
    await page.goto(`${estate.origin}/portal/size/${size}`)
    await page.goto(`${estate.origin}/portal/language/${locale}`)
    const paths = [
      '',
      '/bills',
      '/payments',
      '/complaints',
      '/complaints/new',
      await reports(page),
      '/survey',
      '/me',
      '/privacy',
      '/nothing',
    ]
    for (const path of paths) {
      await page.goto(`${estate.origin}/portal${path}`)
      for (const closed of await page.locator('details:not([open]) > summary').all()) await closed.click()
      const tooWide = await sideways(page, screen)
      expect([path, tooWide, await seriousFaults(page)]).toEqual([path, false, []])
      if (path === '/bills') await picture(page, `portal-bills-${screen}-${size}-${locale}`)
    }
    await who.close()
  })
})

test.each(['phone', 'desk'] as const)(
  'the description of the API is read on a %s without a serious fault, and fits',
  async (screen) => {
    const who = await person(browser, screen)
    const page = await who.newPage()
    await page.goto(`${estate.origin}/docs`)
    await page.locator('.opblock-tag', { hasText: 'Complaints through the eight steps' }).click()
    await page.locator('.opblock-post .opblock-summary-control').first().click()
    await page.waitForSelector('.opblock-body .example')
    const tooWide = await sideways(page, screen)
    expect([tooWide, await seriousFaults(page)]).toEqual([false, []])
    await who.close()
  },
)
