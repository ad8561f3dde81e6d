import { complaintCategorySeed } from '@heju/core/desk/complaints'
import { createBuilding, createRoom } from '@heju/core/estate/registry'
import { as, freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ownCompany } from '../setup/own-company.ts'
import { chooseOption, findOption, launchBrowser, lookAtBoth } from '../setup/browser.ts'

const product = inject('product')
let browser: Browser
let page: Page
let origin: string

beforeAll(async () => {
  browser = await launchBrowser()
  const company = await ownCompany(browser, product, {
    name: 'places',
    phone: '13800000098',
    projects: ['翠湖花园'],
  })
  const { ctx, projectIds } = company
  ;({ origin, page } = company)
  const [projectId = ''] = projectIds
  await complaintCategorySeed.seed(as(ctx, { kind: 'job', id: 'provision' }))
  for (const name of ['3', '5']) {
    const buildingId = newId('bldg', ctx.now)
    await createBuilding(ctx, { requestId: freshRequestId(), projectId, buildingId, name })
    for (const unit of ['1', '2'])
      await createRoom(ctx, {
        requestId: freshRequestId(),
        roomId: newId('room', ctx.now),
        buildingId,
        unit,
        number: '101',
      })
  }
})
afterAll(() => browser.close())

const drawer = () => page.locator('.ant-drawer-section').last()
const closed = () => page.waitForSelector('.ant-drawer-section', { state: 'detached' })
const lookAt = (name: string) => lookAtBoth(page, `places-${name}`)

test('an empty list begins from the template, by keyboard', async () => {
  await page.goto(`${origin}/console/projects`)
  await page.getByRole('menuitem', { name: '公共部位' }).click()
  await page.waitForSelector('text=还没有登记公共部位')
  await lookAt('empty')
  await page.locator('.ant-empty').getByRole('button', { name: '按模板新建' }).focus()
  await page.keyboard.press('Enter')
  await drawer().getByText('每个单元（4 个）').waitFor()
  // 4 units with two each, 2 roofs, 7 of the project.
  await drawer().getByText('共 17 处').waitFor()
  await drawer().getByRole('checkbox', { name: '走廊楼道' }).check()
  await drawer().getByText('共 21 处').waitFor()
  await lookAt('template')
  await page.keyboard.press('Enter')
  await closed()
  await page.waitForSelector('text=已新建 21 处')
  await page.waitForSelector('text=3栋-2单元-电梯厅')
  await lookAt('list')
})

test('one is added, whose name follows its kind and is shown as people will read it', async () => {
  await page.getByRole('button', { name: '新建公共部位' }).click()
  await chooseOption(page, drawer().locator('#kind'), '电梯厅')
  await findOption(page, drawer().locator('#under'), '5栋-1单元')
  await expect.poll(() => drawer().locator('#name').inputValue()).toBe('电梯厅')
  await drawer().getByText('显示为：5栋-1单元-电梯厅').waitFor()
  await drawer().locator('button[type=submit]').click()
  await page.waitForSelector('.ant-form-item-explain-error:has-text("这里已有在用的“电梯厅”")')
  await drawer().locator('#floor').fill('12')
  await drawer().getByText('显示为：5栋-1单元-12F-电梯厅').waitFor()
  await lookAt('form')
  await drawer().locator('#name').focus()
  await page.keyboard.press('Enter')
  await closed()
  await page.waitForSelector('text=5栋-1单元-12F-电梯厅')
})

test('one is changed, taken out of use, and taken up again with one press', async () => {
  await page.getByLabel('楼栋、单元或名称').fill('5栋 电梯厅')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '修改 5栋-1单元-12F-电梯厅' }).click()
  await drawer().locator('#name').fill('消防电梯厅')
  await drawer().locator('button[type=submit]').click()
  await closed()
  await page.getByRole('button', { name: '停用 5栋-1单元-12F-消防电梯厅' }).click()
  await page.waitForSelector('text=已停用“5栋-1单元-12F-消防电梯厅”')
  await page.getByRole('button', { name: '停用 5栋-1单元-12F-消防电梯厅' }).waitFor({ state: 'detached' })
  await lookAt('retired')
  // The way back has the focus.
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '停用 5栋-1单元-12F-消防电梯厅' }).waitFor()
  await page.getByRole('button', { name: '停用 5栋-1单元-12F-消防电梯厅' }).click()
  await page.getByText('已停用', { exact: true }).click()
  await page.getByRole('button', { name: '恢复 5栋-1单元-12F-消防电梯厅' }).waitFor()
  await lookAt('out-of-use')
})

test('the template used again makes what is missing only', async () => {
  await page.goto(`${origin}/console/places`)
  await page.getByRole('button', { name: '按模板新建' }).click()
  await drawer().getByText('共 17 处').waitFor()
  await drawer().locator('button[type=submit]').click()
  await closed()
  await page.waitForSelector('text=已新建 0 处；17 处已有')
})

test('a complaint is registered at one, which its page and the list of that place tell', async () => {
  await page.goto(`${origin}/console/desk/complaints`)
  await page.getByRole('button', { name: '登记投诉' }).click()
  await findOption(page, drawer().locator('#place'), '5栋 大堂', '5栋-2单元-大堂 · 公共部位')
  expect(await drawer().locator('#place').inputValue()).toBe('5栋-2单元-大堂')
  await drawer().locator('#categoryId').click()
  await page.keyboard.press('Enter')
  await drawer().locator('#text').fill('大堂的灯坏了一个星期')
  await lookAt('complaint-form')
  await drawer().locator('.ant-drawer-extra button').click()
  await page.waitForURL(/complaints\/cmpl_/)
  await page.waitForSelector('text=5栋-2单元-大堂')
  await lookAt('complaint')
  await page.goto(`${origin}/console/places?search=5栋-2单元-大堂`)
  await page.getByRole('link', { name: '看投诉 5栋-2单元-大堂' }).click()
  await page.waitForSelector('text=大堂的灯坏了一个星期')
  await page.getByRole('button', { name: '只看这个位置' }).waitFor()
  await lookAt('complaints-of')
})
