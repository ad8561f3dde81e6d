import { complaintCategorySeed, listCategories, registerComplaint } from '@heju/core/desk/complaints'
import { addUnit, firstUnitId } from '@heju/core/estate/organisation'
import { createProject } from '@heju/core/estate/projects'
import { createRole } from '@heju/core/people/roles'
import { addStaff, testPassword } from '@heju/core/people/identity/testing'
import { as, freshRequestId } from '@heju/core/testing'
import type { Ctx } from '@heju/core'
import { newId } from '@heju/kernel'
import { setUpCompany } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import {
  chooseOption,
  findOption,
  launchBrowser,
  person,
  picture,
  seriousFaults,
  sizes,
  takeFromMenu,
  takeOption,
} from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'

const product = inject('product')
let browser: Browser
let page: Page
let origin: string
let ctx: Ctx
let east: string
let suzhou: string
const projects: Record<string, string> = {}
let member: { id: string; phone: string }

beforeAll(async () => {
  browser = await launchBrowser()
  const slug = `units-${Date.now().toString(36)}`
  const company = await setUpCompany(product.url, slug, '和风物业', '13800000091')
  ;({ origin } = company)
  const assignments = [{ role: 'company_admin', projects: 'all' as const }]
  ctx = as(await companyCtx({ env: product.env } as unknown as TestApi, company.companyId), {
    kind: 'staff',
    id: 'stf_test',
    assignments,
  })
  const unit = async (name: string, kind: 'region' | 'branch', parentId = firstUnitId) => {
    const unitId = newId('unit', ctx.now)
    await addUnit(ctx, { requestId: freshRequestId(), unitId, parentId, kind, name })
    return unitId
  }
  east = await unit('华东区域', 'region')
  suzhou = await unit('苏州分公司', 'branch', east)
  const south = await unit('华南区域', 'region')
  for (const [name, unitId] of [
    ['翠湖花园', suzhou],
    ['云顶公寓', suzhou],
    ['听涛雅苑', east],
    ['海棠里', south],
  ] as const) {
    const projectId = newId('proj', ctx.now)
    await createProject(ctx, { requestId: freshRequestId(), projectId, name, type: 'residential', unitId })
    projects[name] = projectId
  }
  await complaintCategorySeed.seed(as(ctx, { kind: 'job', id: 'provision' }))
  member = await addStaff(ctx, {
    name: '周海燕',
    phone: '+8613800000095',
    assignments: [{ role: 'front_desk', projects: [projects.翠湖花园!] }],
  })
  page = await (await person(browser, 'desk')).newPage()
  await signIn(page, '13800000091', 'heju-demo-2026')
})
afterAll(() => browser.close())

async function signIn(at: Page, login: string, password: string): Promise<void> {
  await at.goto(`${origin}/console/sign-in`)
  await at.fill('input[autocomplete=username]', login)
  await at.fill('input[type=password]', password)
  await at.keyboard.press('Enter')
  await at.waitForURL(/\/console\/today/)
}

const drawer = () => page.locator('.ant-drawer-section').last()
const save = () => drawer().locator('.ant-drawer-extra button').last().click()
const gone = () => page.waitForSelector('.ant-drawer-section', { state: 'detached' })

/** Looks at the page at both widths: pictures for people, faults for the test. */
async function lookAt(name: string, at = page, { open = false } = {}): Promise<void> {
  for (const [width, size] of Object.entries(sizes)) {
    await at.setViewportSize(size)
    await at.waitForLoadState('networkidle')
    await picture(at, `unit-scopes-${name}-${width}`)
    // An open tree of the library names a list that it does not draw.
    if (!open) expect(await seriousFaults(at)).toEqual([])
  }
  await at.setViewportSize(sizes.desk)
}

async function inSight(selector: string): Promise<boolean> {
  const box = await page.locator(selector).boundingBox()
  return box !== null && box.y > 0 && box.y + box.height < sizes.desk.height
}

async function menuOf(name: string, item: string): Promise<void> {
  await page.goto(`${origin}/console/settings/staff`)
  await takeFromMenu(page, page.getByLabel(`${name} 的操作`), item)
}

test('a role is given for a unit by the tree, and what it covers is chosen no more', async () => {
  await menuOf('周海燕', '修改角色')
  await findOption(page, drawer().locator('#assignments_0_role'), '区域经理')
  await drawer().locator('#assignments_0_scopes').click()
  await page.locator('.ant-select-tree:visible').waitFor()
  await lookAt('tree', page, { open: true })
  await takeOption(page, '华东区域')
  // The one project that stood there is under it.
  expect(await drawer().locator('.ant-select-selection-item').allTextContents()).toContain(
    '华东区域及其下项目',
  )
  expect(await drawer().getByText('翠湖花园').count()).toBe(0)
  await page.keyboard.type('海棠')
  await page.locator('.ant-select-tree-title:visible', { hasText: '华南区域 / 海棠里' }).waitFor()
  expect(await drawer().getByText('华东区域及其下项目').count()).toBe(1)
  await lookAt('found', page, { open: true })
  await page.keyboard.press('Escape')
  await save()
  await gone()
  await page.getByText('华东区域及其下项目').first().waitFor()
  await lookAt('staff')
})

test('their page shows what they hold and where, and the log tells of it', async () => {
  await page.goto(`${origin}/console/settings/staff/${member.id}`)
  await page.getByText('华东区域及其下项目').waitFor()
  await lookAt('colleague')
  await page.goto(`${origin}/console/settings/audit`)
  await page.getByText('区域经理（华东区域及其下项目）').first().waitFor()
  await lookAt('log')
})

test('the unit leads to who works for it', async () => {
  await page.goto(`${origin}/console/settings/organisation`)
  await page.locator('.ant-tree-title', { hasText: '华东区域' }).click()
  await page.getByRole('link', { name: '查看负责这里的同事' }).waitFor()
  await lookAt('unit')
  await page.getByRole('link', { name: '查看负责这里的同事' }).click()
  await page.getByRole('button', { name: '只看：华东区域及其下项目' }).waitFor()
  await page.getByText('周海燕').waitFor()
  await page.getByLabel('林岚 的操作').waitFor({ state: 'detached' })
  await lookAt('of-unit')
  await page.getByRole('button', { name: '只看：华东区域及其下项目' }).click()
  await page.getByLabel('林岚 的操作').waitFor()
})

test('they see what stands under their unit, and nothing beside it', async () => {
  const theirs = await (await person(browser, 'desk')).newPage()
  await signIn(theirs, '13800000095', testPassword)
  const seen = await theirs.evaluate(async () => {
    const { projects: all } = (await (await fetch('/api/v1/projects')).json()) as {
      projects: { name: string }[]
    }
    return all.map(({ name }) => name)
  })
  expect(seen.toSorted()).toEqual(['云顶公寓', '听涛雅苑', '翠湖花园'].toSorted())
  await lookAt('theirs', theirs)
  await theirs.close()
})

test('a role that is to carry less asks for hand-over of what its holders need it for', async () => {
  const roleId = newId('role', ctx.now)
  const permissions = [
    'projects.read',
    'complaints.read',
    'complaints.own',
    'complaints.handle',
    'complaints.receive',
  ] as const
  await createRole(ctx, {
    requestId: freshRequestId(),
    roleId,
    name: '装修专员',
    template: null,
    permissions: [...permissions],
  })
  const phone = '+8613800000096'
  const { id } = await addStaff(ctx, {
    name: '沈若兰',
    phone,
    assignments: [{ role: roleId, projects: 'all' }],
  })
  await addStaff(ctx, {
    name: '王建国',
    phone: '+8613800000097',
    assignments: [{ role: 'project_manager', scope: { kind: 'unit', unitId: east } }],
  })
  const own = { template: null, permissions }
  const holder = as(ctx, { kind: 'staff', id, assignments: [{ role: roleId, projects: 'all', own }] })
  const [category] = await listCategories(ctx)
  await registerComplaint(holder, {
    requestId: freshRequestId(),
    complaintId: newId('cmpl', ctx.now),
    projectId: projects.翠湖花园!,
    place: '3栋大堂',
    channel: 'phone',
    categoryId: category?.id ?? '',
    text: '灯不亮了，晚上看不清路。',
  })
  await page.goto(`${origin}/console/settings/roles`)
  await page.getByRole('button', { name: '修改 装修专员' }).click()
  await drawer().getByRole('checkbox', { name: '处理和答复投诉' }).uncheck()
  await save()
  await page.getByText('没有保存').waitFor()
  // Also where the box that was unticked stands far below.
  await expect.poll(() => inSight('.ant-drawer .ant-alert-warning')).toBe(true)
  await lookAt('held')
  await page.getByRole('button', { name: '交接沈若兰手上的事' }).click()
  await page.getByText('在办投诉').waitFor()
  await chooseOption(page, drawer().getByLabel('在办投诉').first(), '王建国')
  await lookAt('handing')
  await save()
  await page.getByText('交接沈若兰手上的事').waitFor({ state: 'detached' })
  await save()
  await gone()
  await page.getByRole('cell', { name: '装修专员' }).first().waitFor()
})
