import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { answerQuestion, launchBrowser, sizes } from '../setup/browser.ts'
import { filledConsole, lookAtPage, type FilledConsole } from '../setup/filled-console.ts'

const product = inject('product')
let browser: Browser
let page: FilledConsole['page']
let addressOf: FilledConsole['addressOf']
let open: FilledConsole['open']

beforeAll(async () => {
  browser = await launchBrowser()
  ;({ page, addressOf, open } = await filledConsole(browser, product, {
    name: 'forms',
    phone: '13800000099',
    // Forms that open over a page are seen here as most people see them.
    motion: true,
  }))
})
afterAll(() => browser.close())

/** What the field is called in which the keyboard is, where that is in a form over the page. */
function labelInFocus(): Promise<string | undefined> {
  return page.evaluate(`document.activeElement.closest('.ant-drawer form, .ant-modal form') &&
    document.activeElement.closest('.ant-form-item')?.querySelector('.ant-form-item-label')?.innerText`)
}

describe('a form of the console', () => {
  test.each([
    ['settings/merchant', '添加商户'],
    ['settings/staff', '邀请同事'],
    ['fees/tariffs', '新建收费标准'],
    ['fees/runs', '生成草稿'],
    ['fees/reminders', '提醒设置'],
    ['desk/complaints', '登记投诉'],
    ['stopped', '搁置'],
    ['fees/reminders', '登记送达'],
  ])('the form on %s has no serious fault and fits, at either width', async (route, button) => {
    await open(addressOf(route))
    await page.locator('main button', { hasText: button }).first().click()
    await page.waitForSelector('.ant-drawer-open form, .ant-modal form, main form')
    await lookAtPage(page, `${route}-form`)
  })

  test.each([
    ['settings/merchant', '添加商户', '适用范围'],
    ['settings/staff', '邀请同事', '姓名'],
    ['settings/calendar', '15', '这一天'],
    ['projects', '新建项目', '项目名称'],
    ['rooms', '添加房屋', '楼栋'],
    ['fees/tariffs', '新建收费标准', '项目'],
    ['fees/bills', '作废', '作废原因'],
    ['fees/payments', '冲销', '冲销原因'],
    // A form that is fetched when it is first opened.
    ['desk/complaints', '登记投诉', '谁打来的'],
    ['stopped', '搁置', '原因'],
  ])('the form on %s by %s begins in its first field, at either width', async (route, button, field) => {
    for (const size of Object.values(sizes)) {
      await open(addressOf(route))
      await page.setViewportSize(size)
      await page.locator('main button', { hasText: button }).first().click()
      await expect.poll(labelInFocus).toBe(field)
    }
  })

  test('a choice that is missing is asked to be chosen, and not to be typed', async () => {
    await open(addressOf('fees/tariffs'))
    await page.locator('main button', { hasText: '新建收费标准' }).first().click()
    await page.locator('.ant-drawer-open button', { hasText: '保存' }).click()
    await page.waitForSelector('.ant-form-item-explain-error:has-text("请选择适用范围")')
    expect(await page.locator('.ant-form-item-explain-error', { hasText: '请输入名称' }).count()).toBe(1)
  })

  test('a form whose wrong field is out of sight leads to it, and a hand on the keyboard goes on there', async () => {
    await page.setViewportSize({ width: 1280, height: 500 })
    await page.goto(addressOf('fees/tariffs'))
    await page.locator('main button', { hasText: '新建收费标准' }).first().click()
    const drawer = page.locator('.ant-drawer-open')
    await drawer.locator('#name').fill('物业服务费')
    await drawer.locator('#price').fill('2.5')
    await drawer.locator('#fromOn').fill('2026-01-01')
    await page.evaluate(`document.querySelector('.ant-drawer-open .ant-drawer-body').scrollTo(0, 0)`)
    const seen = () =>
      page.evaluate<boolean>(`(() => {
        const field = document.querySelector('.ant-drawer-open #kind')
        const { top, bottom } = field.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight && document.activeElement === field
      })()`)
    expect(await seen()).toBe(false)
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect.poll(seen).toBe(true)
  })

  test('a form in which something was entered asks before it is thrown away, by Escape, by going back and by its cross', async () => {
    await open(addressOf('fees/runs'))
    await page.click('nav a[href="/console/fees/tariffs"], .ant-menu a[href="/console/fees/tariffs"]')
    await page.waitForURL(/fees\/tariffs/)
    await page.locator('main button', { hasText: '新建收费标准' }).first().click()
    await page.fill('.ant-drawer-open input#name', '一项新的收费')
    await page.press('.ant-drawer-open input#name', 'Escape')
    await answerQuestion(page, '继续填写')
    expect(await page.inputValue('.ant-drawer-open input#name')).toBe('一项新的收费')
    await page.evaluate('history.back()')
    await answerQuestion(page, '继续填写')
    expect(await page.inputValue('.ant-drawer-open input#name')).toBe('一项新的收费')
    // Enter, pressed without reading, throws nothing away.
    await page.click('.ant-drawer-open .ant-drawer-close')
    await page.waitForSelector('.ant-modal-confirm button:focus')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ant-modal-confirm', { state: 'detached' })
    expect(await page.inputValue('.ant-drawer-open input#name')).toBe('一项新的收费')
    await page.click('.ant-drawer-open .ant-drawer-close')
    await answerQuestion(page, '放弃')
    await page.waitForSelector('.ant-drawer-open', { state: 'detached' })
  })

  test('a reason that was entered in a modal asks as well, by Escape, by its mask and by its cross', async () => {
    await open(addressOf('fees/payments'))
    await page.locator('main button', { hasText: '冲销' }).first().click()
    const modal = page.locator('.ant-modal-wrap', { has: page.locator('form') })
    const reason = modal.locator('input#reason')
    await reason.fill('收错了房间')
    await page.keyboard.press('Escape')
    await answerQuestion(page, '继续填写')
    await modal.click({ position: { x: 10, y: 300 } })
    await answerQuestion(page, '继续填写')
    expect(await reason.inputValue()).toBe('收错了房间')
    await lookAtPage(page, 'payment-reverse')
    await modal.locator('.ant-modal-close').click()
    await answerQuestion(page, '放弃')
    await modal.waitFor({ state: 'detached' })
    // Nothing entered, nothing asked; and the keyboard is where it was opened.
    const opener = page.locator('main button', { hasText: '冲销' }).first()
    await opener.press('Enter')
    await expect.poll(labelInFocus).toBe('冲销原因')
    await page.keyboard.press('Escape')
    await modal.waitFor({ state: 'detached' })
    await expect.poll(() => opener.evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  test.each([
    ['a drawer', 'fees/tariffs', '新建收费标准'],
    ['the shared form', 'projects', '新建项目'],
    ['a drawer over a row', 'fees/reminders', '登记送达'],
  ])('whoever leaves %s by Escape is where it was opened', async (_, route, name) => {
    await open(addressOf(route))
    const opener = page.locator('main button', { hasText: name }).first()
    await opener.press('Enter')
    await page.locator('.ant-drawer-open form').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
    await expect.poll(() => opener.evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  test('what sets work aside says so on its button', async () => {
    await open(addressOf('stopped'))
    await page.locator('main button', { hasText: '搁置' }).first().click()
    const buttons = page.locator('.ant-drawer-open .ant-drawer-extra button')
    expect(await buttons.allTextContents()).toEqual(['搁置'])
  })
})
