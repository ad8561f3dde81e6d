import type { Ctx } from '@heju/core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ownCompany } from '../setup/own-company.ts'
import { answerQuestion, chooseOption, launchBrowser, lookAtBoth } from '../setup/browser.ts'

const product = inject('product')
let browser: Browser
let origin: string
let page: Page
let ctx: Ctx

beforeAll(async () => {
  browser = await launchBrowser()
  const projects = ['翠湖花园', '云顶公寓']
  ;({ origin, page, ctx } = await ownCompany(browser, product, {
    name: 'roles',
    phone: '13800000093',
    projects,
  }))
})
afterAll(() => browser.close())

const drawer = () => page.locator('.ant-drawer-section').last()
const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
const send = (button = '保存') => drawer().locator('.ant-drawer-extra button', { hasText: button }).click()
const gone = () => page.waitForSelector('.ant-drawer-section', { state: 'detached' })

const choose = (field: string, option: string) => chooseOption(page, drawer().locator(field), option)

const lookAt = (name: string) => lookAtBoth(page, `roles-${name}`)

describe('the roles of a company', () => {
  test('are shown with what each may do; of its own it has none yet', async () => {
    await page.goto(`${origin}/console/settings/roles`)
    await page.getByText('还没有公司自己的角色').waitFor()
    await page.getByRole('columnheader', { name: '催缴专员' }).waitFor()
    await lookAt('none')
  })

  test('one is made from another, which says at once where it would cross a line', async () => {
    await press('新建角色')
    await choose('#template', '收费员')
    await drawer().locator('#name').fill('前台收费')
    await drawer().getByRole('checkbox', { name: '柜台收款' }).waitFor()
    await expect.poll(() => drawer().getByRole('checkbox', { name: '柜台收款' }).isChecked()).toBe(true)
    await drawer().getByRole('checkbox', { name: '冲销收款' }).check()
    await drawer().getByText('收钱的人不改账').first().waitFor()
    await lookAt('line')
    await send()
    await drawer().getByText('取消其中一边后再保存').waitFor()
    expect(await drawer().getByText('收钱的人不改账').count()).toBe(1)
    await lookAt('line-refused')
    // By keyboard: the box is left and the form is sent.
    await drawer().getByRole('checkbox', { name: '冲销收款' }).focus()
    await page.keyboard.press('Space')
    await drawer().locator('#name').focus()
    await page.keyboard.press('Enter')
    await gone()
    await page.getByRole('cell', { name: '前台收费' }).first().waitFor()
    await lookAt('made')
  })

  test('takes what its permissions need along, and one that lacks something says so and is completed', async () => {
    await press('新建角色')
    await drawer().locator('#name').fill('催办专员')
    await drawer().getByRole('checkbox', { name: '处理和答复投诉' }).check()
    await drawer().getByText('一并勾选了：查看项目、查看自己经手的投诉').waitFor()
    await lookAt('along')
    await drawer().getByRole('checkbox', { name: '查看自己经手的投诉' }).uncheck()
    await drawer().getByText('“处理和答复投诉”还要能“查看自己经手的投诉”或“查看负责项目的全部投诉”').waitFor()
    await send()
    await drawer().getByText('点“补上”后再保存').waitFor()
    await lookAt('lacking')
    await drawer().getByRole('button', { name: '补上' }).click()
    await send()
    await gone()
    // As one that was made before anybody asked.
    await ctx.db.client.execute(
      "DELETE FROM role_permissions WHERE permission = 'complaints.own' AND role_id = (SELECT id FROM roles WHERE name = '催办专员')",
    )
    await page.reload()
    await page.getByText('“处理和答复投诉”还要能').waitFor()
    await lookAt('stored')
    await page.getByRole('button', { name: '修改 催办专员' }).click()
    await drawer().getByRole('button', { name: '补上' }).click()
    await send()
    await gone()
    await expect.poll(() => page.getByText('“处理和答复投诉”还要能').count()).toBe(0)
    await page.getByRole('button', { name: '停用 催办专员' }).click()
    await answerQuestion(page, '停用')
    await page.getByRole('cell', { name: '催办专员', exact: true }).waitFor({ state: 'detached' })
  })

  test('takes away what nobody chose with the last that needed it, and says so beside a line that is crossed', async () => {
    await press('新建角色')
    const box = (name: string) => drawer().getByRole('checkbox', { name, exact: true })
    await box('查看项目').check()
    await box('柜台收款').check()
    await box('作废账单').check()
    await drawer().getByText('收钱的人不改账').waitFor()
    await drawer().getByText('一并勾选了：').waitFor()
    await lookAt('along-and-line')
    await box('柜台收款').uncheck()
    await drawer().getByText('一并取消了：').waitFor()
    await lookAt('taken-back')
    await box('作废账单').uncheck()
    const ticked = async () => {
      const all = await drawer().getByRole('checkbox', { checked: true }).all()
      return Promise.all(all.map((one) => one.locator('xpath=ancestor::label').innerText()))
    }
    await expect.poll(ticked).toEqual(['查看项目'])
    await page.keyboard.press('Escape')
    await page.reload()
  })

  test('is given to a colleague, found by it, changed, and retired when nobody holds it', async () => {
    await page.goto(`${origin}/console/settings/staff`)
    await press('邀请同事')
    await drawer().locator('#name').fill('唐小满')
    await drawer().locator('#phone').fill('13800000094')
    await choose('#assignments_0_role', '前台收费')
    await lookAt('invite')
    await send()
    await page.locator('.ant-modal').waitFor()
    await page.keyboard.press('Escape')
    await page.goto(`${origin}/console/settings/roles`)
    await page.getByRole('link', { name: '1 人' }).click()
    await page.getByText('唐小满').waitFor()
    expect(await page.getByText('前台收费').count()).toBeGreaterThan(0)
    await lookAt('held')
    await page.goto(`${origin}/console/settings/roles`)
    await expect.poll(() => page.getByRole('button', { name: '停用 前台收费' }).isDisabled()).toBe(true)
    await page.getByRole('button', { name: '修改 前台收费' }).click()
    await drawer().getByText('1 位同事是这个角色').waitFor()
    await drawer().locator('#name').fill('前厅收费')
    await send()
    await gone()
    await page.getByRole('cell', { name: '前厅收费' }).first().waitFor()
  })
})
