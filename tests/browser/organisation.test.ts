import { createProject } from '@heju/core/estate/projects'
import { as, freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { setUpCompany } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { launchBrowser, person, picture, seriousFaults, sizes } from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'

const product = inject('product')
let browser: Browser
let origin: string
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const slug = `tree-${Date.now().toString(36)}`
  const company = await setUpCompany(product.url, slug, '和风物业', '13800000091')
  ;({ origin } = company)
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, company.companyId)
  const admin = as(ctx, {
    kind: 'staff',
    id: 'stf_test',
    assignments: [{ role: 'company_admin', projects: 'all' }],
  })
  for (const name of ['翠湖花园', '云顶公寓']) {
    const projectId = newId('proj', ctx.now)
    await createProject(admin, { requestId: freshRequestId(), projectId, name, type: 'residential' })
  }
  page = await (await person(browser, 'desk')).newPage()
  await page.goto(`${origin}/console/sign-in`)
  await page.fill('input[autocomplete=username]', '13800000091')
  await page.fill('input[type=password]', 'heju-demo-2026')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/today/)
})
afterAll(() => browser.close())

const drawer = () => page.locator('.ant-drawer-section').last()
const node = (name: string) => page.locator('.ant-tree-node-content-wrapper', { hasText: name }).first()
const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click()

/** Sends the form of the drawer and waits until it is done. */
async function send(button: string): Promise<void> {
  await drawer().locator('.ant-drawer-extra button', { hasText: button }).click()
  await page.waitForSelector('.ant-drawer-section', { state: 'detached' })
}

async function chooseUnit(name: string): Promise<void> {
  await drawer().locator('#toId').click()
  await page.locator('.ant-select-tree-title', { hasText: name }).last().click()
}

/** Looks at the page at both widths: pictures for people, faults for the test. */
async function lookAt(name: string): Promise<void> {
  for (const [width, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    await page.waitForLoadState('networkidle')
    await picture(page, `organisation-${name}-${width}`)
    expect(await seriousFaults(page)).toEqual([])
  }
  await page.setViewportSize(sizes.desk)
}

async function add(under: string, name: string, kind?: string): Promise<void> {
  await node(under).click()
  await press('新增下级')
  await drawer().locator('#name').fill(name)
  if (kind !== undefined) {
    await drawer().locator('#kind').click()
    await page
      .locator(`.ant-select-dropdown:visible .ant-select-item-option:has-text("${kind}")`)
      .last()
      .click()
  }
  await send('保存')
  await node(name).waitFor()
}

describe('the organisation of a company', () => {
  test('one company with two projects is told that nothing has to be set up', async () => {
    await page.goto(`${origin}/console/settings/organisation`)
    await page.waitForSelector('text=不必设置')
    await node('翠湖花园').waitFor()
    await lookAt('alone')
    await page.goto(`${origin}/console/projects`)
    await page.waitForSelector('text=翠湖花园')
    expect(await page.getByText('所属单元').count()).toBe(0)
  })

  test('units are added, and a project and a unit are moved, by mouse and by keyboard', async () => {
    await page.goto(`${origin}/console/settings/organisation`)
    await add('和风物业', '华东大区')
    await add('和风物业', '华南大区')
    await add('华东大区', '苏州分公司', '分公司')
    await node('翠湖花园').click()
    await press('移动')
    await lookAt('move')
    await chooseUnit('苏州分公司')
    await send('移动')
    await lookAt('tree')
    // By keyboard alone: the tree, the button, the form.
    const tree = page.getByRole('tree', { name: '组织树' })
    await tree.focus()
    await node('苏州分公司').click()
    await page.locator('.ant-card-head-title', { hasText: '苏州分公司' }).waitFor()
    await page.getByRole('button', { name: '移动', exact: true }).focus()
    await page.keyboard.press('Enter')
    await drawer().locator('#toId').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('华南')
    await page.locator('.ant-select-tree-title', { hasText: '华东大区' }).waitFor({ state: 'detached' })
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await drawer().locator('#fromOn').focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ant-drawer-section', { state: 'detached' })
    await press('归属历史')
    await drawer().getByText('自始').waitFor()
    expect(await drawer().innerText()).toMatch(/华南大区[\s\S]*目前[\s\S]*华东大区[\s\S]*自始/)
    await lookAt('history')
    await page.keyboard.press('Escape')
  })

  test('a move that cannot be says why beside the field', async () => {
    await page.goto(`${origin}/console/settings/organisation`)
    await node('苏州分公司').click()
    await press('移动')
    await chooseUnit('华南大区')
    await drawer().locator('.ant-drawer-extra button', { hasText: '移动' }).click()
    await drawer().getByText('从这一天起本来就在那里').waitFor()
    await lookAt('refused')
    await page.reload()
    await node('华南大区').click()
    await press('关闭')
    await drawer().locator('.ant-drawer-extra button', { hasText: '关闭' }).click()
    await page.getByText('这个单元下还有未关闭的单元').waitFor()
  })

  test('another legal entity gets a project, from tomorrow on', async () => {
    await page.goto(`${origin}/console/settings/entities`)
    await page.waitForSelector('text=只有一个法人主体时不必设置')
    await lookAt('entities-alone')
    await press('新增法人主体')
    await drawer().locator('#name').fill('和风苏州物业服务有限公司')
    await drawer().locator('#creditCode').fill('91440300708461136A')
    await drawer().locator('#seriesCode').fill('sz')
    await drawer().getByText('校验不通过').waitFor()
    await lookAt('entity-form')
    await drawer().locator('#creditCode').fill('91440300708461136T')
    await send('保存')
    await page.waitForSelector('text=SJ-SZ-')
    await lookAt('entities')
    await page.goto(`${origin}/console/settings/organisation`)
    await node('翠湖花园').click()
    await press('移交法人主体')
    await drawer().locator('#entityId').click()
    await page.locator('.ant-select-item-option:has-text("和风苏州")').click()
    await lookAt('hand-over')
    await send('移交法人主体')
    await page.getByText(/起归和风苏州物业服务有限公司/).waitFor()
    await lookAt('handed-over')
  })

  test('the list of projects says where each belongs, and shows those under a unit', async () => {
    await page.goto(`${origin}/console/projects`)
    await page.waitForSelector('text=苏州分公司')
    await lookAt('projects')
    await page.getByRole('combobox', { name: '全部单元' }).click()
    await page.locator('.ant-select-tree-title', { hasText: '华南大区' }).click()
    await expect.poll(() => page.locator('tbody').innerText()).not.toContain('云顶公寓')
    expect(await page.locator('tbody').innerText()).toContain('翠湖花园')
    await page.goto(`${origin}/console/settings/merchant`)
    await press('添加商户')
    await drawer().locator('#scope').click()
    await page.locator('.ant-select-item-option:has-text("和风苏州")').first().waitFor()
    await picture(page, 'organisation-merchant-form')
  })
})
