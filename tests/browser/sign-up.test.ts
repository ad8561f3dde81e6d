import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser, person, picture, seriousFaults, sizes } from '../setup/browser.ts'

const product = inject('product')
let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

test.each(Object.keys(sizes) as (keyof typeof sizes)[])(
  'a company signs up in a browser (%s), sees its progress and stands in its console, signed in',
  async (size) => {
    const who = await person(browser, size)
    const page = await who.newPage()
    const slug = `new-${size}-${Date.now().toString(36)}`
    await page.goto(product.url)
    expect(await seriousFaults(page)).toEqual([])
    await page.click('a[href*="/signup"] >> nth=0')
    await page.fill('[name=companyName]', '翠湖物业')
    await page.fill('[name=slug]', 'www')
    await page.fill('[name=adminName]', '王敏')
    await page.fill('[name=phone]', size === 'phone' ? '13812340001' : '13812340002')
    await page.fill('[name=password]', '湖边的第一盏灯亮了')
    await page.press('[name=password]', 'Enter')
    // What was typed stays; what is wrong stands at its field.
    await page.waitForSelector('[aria-invalid=true]')
    expect(await page.inputValue('[name=companyName]')).toBe('翠湖物业')
    await picture(page, `sign-up-refused-${size}`)
    await page.fill('[name=slug]', slug)
    await page.fill('[name=password]', '湖边的第一盏灯亮了')
    // Enter takes what was typed, and not the first of the addresses that are offered.
    await page.press('[name=password]', 'Enter')
    await page.waitForURL(new RegExp(`//${slug}\\..*/console`))
    await page.waitForSelector('text=翠湖物业')
    // What the sign-up promised: the first page says what comes first, and shows no row of noughts.
    await page.waitForSelector('[aria-current=step] >> text=建项目')
    expect(await page.isVisible('text=导入房产和业主')).toBe(true)
    expect(await page.isVisible('text=投诉已超时')).toBe(false)
    // And what follows, without which nobody pays online and nobody else works there.
    for (const then of ['merchant', 'staff'])
      expect(await page.locator(`main a[href$="/console/settings/${then}"]`).count()).toBe(1)
    await picture(page, `sign-up-console-${size}`)
    // What needs a project says that there is none yet and leads to making one: the form for who calls too.
    await page.goto(new URL('/console/fees/desk', page.url()).href)
    await page.locator('main').getByText('还没有项目').waitFor()
    expect(await page.locator('main input').count()).toBe(0)
    await page.keyboard.press('F2')
    const form = page.getByRole('dialog')
    await form.getByText('还没有项目').waitFor()
    expect(await form.locator('input').count()).toBe(0)
    await form.getByRole('link').click()
    await page.waitForURL(/\/console\/projects/)
    await form.waitFor({ state: 'hidden' })
    await who.close()
  },
)
