import { complaintCategorySeed, listCategories, registerComplaint } from '@heju/core/desk/complaints'
import { addStaff } from '@heju/core/people/identity/testing'
import { as, freshRequestId } from '@heju/core/testing'
import type { Ctx } from '@heju/core'
import type { Assignment, Role } from '@heju/core/permissions'
import { newId } from '@heju/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { ownCompany } from '../setup/own-company.ts'
import { chooseOption, launchBrowser, lookAtBoth, picture, takeFromMenu } from '../setup/browser.ts'

const product = inject('product')
let browser: Browser
let page: Page
let origin: string
let ctx: Ctx
let projectId: string
let leaverId: string

beforeAll(async () => {
  browser = await launchBrowser()
  const projects = ['翠湖花园']
  const company = await ownCompany(browser, product, { name: 'leave', phone: '13800000092', projects })
  ;({ origin, page, ctx } = company)
  projectId = company.projectIds[0]!
  await complaintCategorySeed.seed(as(ctx, { kind: 'job', id: 'provision' }))
  const of = (role: Role): Assignment[] => [{ role, projects: [projectId] }]
  const colleague = async (name: string, role: Role) =>
    (
      await addStaff(ctx, {
        name,
        phone: `+861380000${Math.trunc(Math.random() * 9000) + 1000}`,
        assignments: of(role),
      })
    ).id
  leaverId = await colleague('李四', 'front_desk')
  await colleague('王五', 'project_manager')
  await colleague('赵六', 'cashier')
  const leaver = as(ctx, { kind: 'staff', id: leaverId, assignments: of('front_desk') })
  const [category] = await listCategories(ctx)
  for (const place of ['3栋大堂', '东门岗亭'])
    await registerComplaint(leaver, {
      requestId: freshRequestId(),
      complaintId: newId('cmpl', ctx.now),
      projectId,
      place,
      channel: 'phone',
      categoryId: category?.id ?? '',
      text: '灯不亮了，晚上看不清路。',
    })
})
afterAll(() => browser.close())

const drawer = () => page.locator('.ant-drawer-section').last()
const choose = (label: string, option: string) =>
  chooseOption(page, drawer().getByLabel(label).first(), option)
const send = async (button: string) => {
  await drawer().locator('.ant-drawer-extra button', { hasText: button }).click()
  await page.waitForSelector('.ant-drawer-section', { state: 'detached' })
}

const lookAt = (name: string) => lookAtBoth(page, `handing-over-${name}`)

async function menuOf(name: string, item: string): Promise<void> {
  await page.goto(`${origin}/console/settings/staff`)
  await takeFromMenu(page, page.getByLabel(`${name} 的操作`), item)
}

test('roles by which somebody may not hold what they hold ask who takes it over, and both are saved', async () => {
  await menuOf('李四', '修改角色')
  await chooseOption(page, drawer().locator('.ant-select').first(), '收费员')
  await drawer().locator('.ant-drawer-extra button').click()
  await page.waitForSelector('text=换角色后 李四 不能再办下面这些事')
  await lookAt('roles')
  // What a cashier may still answer for is not asked about.
  expect(await drawer().getByText('首问负责').count()).toBe(0)
  await choose('在办投诉', '王五')
  await send('保存')
  await page.goto(`${origin}/console/settings/staff/${leaverId}`)
  await page.waitForSelector('text=李四 → 王五')
  await lookAt('page')
})

test('what somebody holds can be looked through', async () => {
  await page.goto(`${origin}/console/settings/staff/${leaverId}`)
  await page.getByRole('button', { name: '看清单' }).first().click()
  await page.waitForSelector('a:has-text("3栋大堂")')
  await lookAt('things')
})

test('who leaves hands over everything in one step: one colleague for all, with reasons why others cannot', async () => {
  await menuOf('李四', '停用')
  await page.waitForSelector('text=停用后 李四 会立刻退出登录')
  await drawer().getByLabel('首问负责的投诉').click()
  await page.waitForSelector('.ant-select-item-option')
  await picture(page, 'handing-over-receivers-desk')
  await page.keyboard.press('Escape')
  // Without a receiver nothing is sent.
  await drawer().locator('.ant-drawer-extra button').click()
  await page.waitForSelector('.ant-form-item-explain-error')
  await choose('首问负责的投诉', '王五')
  await lookAt('leaving')
  await send('停用')
  await page.waitForSelector('.ant-tag:has-text("已停用")')
  await page.goto(`${origin}/console/settings/staff/${leaverId}`)
  await page.waitForSelector('text=手上没有要交接的事')
  await lookAt('left')
})

test('who holds nothing is shut out after one question', async () => {
  await menuOf('赵六', '停用')
  await page.waitForSelector('text=赵六 手上没有要交接的事')
  await send('停用')
  expect(await page.locator('.ant-tag', { hasText: '已停用' }).count()).toBe(2)
})
