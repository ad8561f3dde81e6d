import { answerAs, openNow, scores, surveyedProject } from '@heju/core/insight/satisfaction/testing'
import { demoStaff, inviteColleagues } from '@heju/local/demo'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { billedEstate, type BilledEstate } from '../setup/billed-estate.ts'
import { launchBrowser, person, picture, pushed, seriousFaults, sizes } from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtConsole, signInAtPortal } from '../setup/sign-in.ts'

const product = inject('product')
/** A project in the chart. */
const chart = '.ant-card svg text:has-text("松山花园")'
let browser: Browser
let estate: BilledEstate

/** Two projects: forty households of whom most have answered, and six of whom nobody has yet. */
beforeAll(async () => {
  browser = await launchBrowser()
  estate = await billedEstate(product, `survey-${Date.now().toString(36)}`, '13900007001', '13800000083')
  await inviteColleagues(estate.origin, estate.administrator, Date.now())
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, estate.companyId)
  const large = await surveyedProject(ctx, '松山花园', 40)
  const { period } = await openNow(ctx)
  const given = Array.from({ length: 34 }, (_, i) => scores(5, i % 3 === 0 ? 5 : 4))
  await answerAs(ctx, large, period, given)
})
afterAll(() => browser.close())

async function headOffice(who: BrowserContext): Promise<Page> {
  const page = await who.newPage()
  await signInAtConsole(page, estate.origin, demoStaff[1].phone)
  return page
}

describe('the monthly survey', () => {
  test('is answered by an owner on the phone, expectation and perception for each dimension', async () => {
    const who = await person(browser, 'phone')
    const page = await who.newPage()
    const phone = estate.phones[0] ?? ''
    await signInAtPortal(page, estate.origin, phone, product)
    await page.goto(`${estate.origin}/portal/survey`)
    for (const row of await page.locator('fieldset.scale').all()) await row.locator('label').nth(3).click()
    await page.click('main form button[type=submit]')
    await page.waitForURL(/\/thanks/)
    await who.close()
  })

  test('lets head office compare its projects, those with too few answers apart, down to each answer', async () => {
    const page = await headOffice(await person(browser, 'desk'))
    await page.goto(`${estate.origin}/console/satisfaction`)
    await page.waitForSelector(chart)
    const [ranked, apart] = [page.locator('.ant-table').nth(0), page.locator('.ant-table').nth(1)]
    expect(await ranked.textContent()).toMatch(/松山花园.*87\.06.*共 40 户85\.0%/)
    expect(await apart.textContent()).toMatch(/回答太少，不参加排名和风公寓/)
    await picture(page, 'console-compare-desk')
    // Every column is in sight, the last one too.
    const last = await ranked.locator('th', { hasText: '收缴率' }).boundingBox()
    const table = await ranked.boundingBox()
    expect((last?.x ?? 0) + (last?.width ?? 0)).toBeLessThanOrEqual((table?.x ?? 0) + (table?.width ?? 0) + 1)

    const file = page.waitForEvent('download')
    await page.click('button:has-text("导出")')
    expect((await file).suggestedFilename()).toMatch(/\.xlsx$/)

    await ranked.getByRole('link', { name: '34', exact: true }).click()
    await page.waitForURL(/\/satisfaction\/surveys\?.*projectId=/)
    await page.waitForSelector('text=清洁卫生')
    await expect.poll(() => page.textContent('main')).toContain('共 40 户')
    expect(await seriousFaults(page)).toEqual([])
  })

  test('says of each figure how it is calculated, at its heading and on a page of its own', async () => {
    const page = await headOffice(await person(browser, 'desk'))
    await page.goto(`${estate.origin}/console/satisfaction`)
    await page.waitForSelector(chart)
    await page.locator('th', { hasText: '投诉按时答复率' }).first().locator('span').first().hover()
    const words = page.getByRole('tooltip')
    await words.waitFor()
    expect(await words.textContent()).toContain('每一轮都在时限内答复的投诉件数 ÷ ')
    await picture(page, 'console-measure-heading-desk')
    await page.getByRole('link', { name: '指标口径' }).click()
    await page.locator('main td', { hasText: '实际感受的分数之和' }).waitFor()
    expect(await page.locator('main tbody tr.ant-table-row').count()).toBe(8)
    await expect.poll(() => pushed(page)).toEqual([])
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'console-measures-desk')
    await page.setViewportSize(sizes.phone)
    await expect.poll(() => pushed(page)).toEqual([])
    await picture(page, 'console-measures-phone')
  })

  test('is compared on a phone as well', async () => {
    const page = await headOffice(await person(browser, 'phone'))
    await page.goto(`${estate.origin}/console/satisfaction`)
    await page.waitForSelector(chart)
    const width = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(sizes.phone.width)
    await picture(page, 'console-compare-phone')
    await page.getByRole('link', { name: '34', exact: true }).first().click()
    await page.locator('main .ant-table-row', { hasText: '清洁卫生' }).first().waitFor()
    // What is compared column by column there is read whole here, one thing below the other.
    await expect.poll(() => pushed(page)).toEqual([])
    expect(await seriousFaults(page)).toEqual([])
    await picture(page, 'console-surveys-phone')
  })
})
