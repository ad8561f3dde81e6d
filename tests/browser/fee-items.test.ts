import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ownCompany } from '../setup/own-company.ts'
import { answerQuestion, chooseOption, launchBrowser, lookAtBoth, takeOption } from '../setup/browser.ts'

const product = inject('product')
let browser: Browser
let origin: string
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const projects = ['翠湖花园']
  ;({ origin, page } = await ownCompany(browser, product, { name: 'items', phone: '13800000095', projects }))
})
afterAll(() => browser.close())

const drawer = () => page.locator('.ant-drawer-section').last()
const closed = () => page.waitForSelector('.ant-drawer-section', { state: 'detached' })

const lookAt = (name: string) => lookAtBoth(page, `fee-items-${name}`)

describe('fee items', () => {
  test('the three of every company are listed, and one more is added by keyboard', async () => {
    await page.goto(`${origin}/console/fees/tariffs`)
    await page.getByRole('menuitem', { name: '收费项目' }).click()
    await page.waitForSelector('text=机动车停放费')
    await lookAt('first')
    await page.getByRole('button', { name: '新增收费项目' }).focus()
    await page.keyboard.press('Enter')
    // The form begins in its first field.
    await expect.poll(() => page.evaluate<string>('document.activeElement?.id')).toBe('name')
    await page.keyboard.type('垃圾清运费')
    // It comes after those that there are.
    expect(await drawer().locator('#settleOrder').inputValue()).toBe('40')
    await drawer().getByRole('radio', { name: '代收代付' }).check()
    await drawer().locator('#taxCode').fill('12345')
    await drawer().locator('#taxRate').fill('6')
    await drawer().getByRole('checkbox', { name: '车位' }).uncheck()
    await lookAt('form')
    await drawer().locator('#name').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=税收分类编码是 19 位数字')
    await drawer().locator('#taxCode').fill('')
    await drawer().locator('#name').focus()
    await page.keyboard.press('Enter')
    await closed()
    await page.waitForSelector('text=垃圾清运费')
    await lookAt('added')
  })

  test('a second of its name is refused beside the field', async () => {
    await page.getByRole('button', { name: '新增收费项目' }).click()
    await drawer().locator('#name').fill('垃圾清运费')
    await drawer().locator('button[type=submit]').click()
    await page.waitForSelector('.ant-form-item-explain-error:has-text("已有同名的收费项目")')
    await drawer().locator('#name').fill('广告位使用费')
    await drawer().getByRole('radio', { name: '业主共有收益' }).check()
    await drawer().locator('button[type=submit]').click()
    await closed()
  })

  test('it is chosen for a tariff, which it lets be by room alone; while that is in use it stays', async () => {
    await page.goto(`${origin}/console/fees/tariffs?new=1`)
    await drawer().locator('input#name').fill('生活垃圾清运费')
    await chooseOption(page, drawer().locator('#basis'), '元／车位·月')
    await chooseOption(page, drawer().locator('#feeItem'), '垃圾清运费')
    // By space it is not charged: what was chosen before gives way, and a surcharge is no question.
    await drawer().locator('#basis').click()
    const offered = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
    await expect.poll(() => offered.allTextContents()).toEqual(['元/㎡·月', '元／户·月'])
    await takeOption(page, '元／户·月')
    expect(await drawer().getByRole('checkbox', { name: '这是加收' }).count()).toBe(0)
    await drawer().locator('#price').fill('8')
    await drawer().locator('#fromOn').fill('2026-01-01')
    await chooseOption(page, drawer().locator('#kind'), '整个项目')
    await drawer().locator('#approval_approvalNo').fill('HT-1')
    await drawer().locator('#approval_approvalOn').fill('2026-01-01')
    await lookAt('tariff')
    await drawer().locator('.ant-drawer-extra button').click()
    await page.waitForURL(/\/console\/fees\/tariffs\/tariff_/)
    await page.waitForSelector('text=垃圾清运费')
    await page.goto(`${origin}/console/fees/items`)
    await page.getByRole('button', { name: '停用 垃圾清运费' }).click()
    await answerQuestion(page, '停用')
    await page.waitForSelector('text=还有在用的收费标准在收这个项目')
    await page.getByRole('button', { name: '停用 广告位使用费' }).click()
    await answerQuestion(page, '停用')
    await page.getByRole('button', { name: '恢复 广告位使用费' }).waitFor()
  })

  test('of two forms that were open at once the second is told what the first changed, and takes it over', async () => {
    const form = (at: Page) => at.locator('.ant-drawer-section').last()
    const open = async (at: Page) => {
      await at.getByRole('button', { name: '修改 机动车停放费' }).click()
      await form(at).locator('#account').waitFor()
    }
    await page.goto(`${origin}/console/fees/items`)
    await open(page)
    await form(page).locator('#account').fill('6001.02')
    const other = await page.context().newPage()
    await other.goto(`${origin}/console/fees/items`)
    await open(other)
    await form(other).locator('#taxRate').fill('9')
    await form(other).locator('button[type=submit]').click()
    await other.waitForSelector('.ant-drawer-section', { state: 'detached' })
    await other.close()
    await form(page).locator('button[type=submit]').click()
    await form(page).getByText('税率（%）：无 → 9').waitFor()
    await lookAt('changed-meanwhile')
    await form(page).getByRole('button', { name: '更新表单' }).click()
    expect(await form(page).locator('#taxRate').inputValue()).toBe('9.00')
    expect(await form(page).locator('#account').inputValue()).toBe('6001.02')
    await form(page).locator('button[type=submit]').click()
    await closed()
    const row = page.locator('tr', { hasText: '机动车停放费' })
    await row.getByText('9%').waitFor()
    await row.getByText('6001.02').waitFor()
  })

  test('those out of use are found by themselves, and the list is taken along as a workbook', async () => {
    await page.goto(`${origin}/console/fees/items?state=retired`)
    await page.waitForSelector('text=广告位使用费')
    expect(await page.getByText('垃圾清运费').count()).toBe(0)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/收费项目.*\.xlsx$/)
    await page.getByRole('button', { name: '恢复 广告位使用费' }).click()
    await page.waitForSelector('text=没有停用的收费项目')
    await lookAt('none-retired')
  })
})
