import { newId } from '@heju/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { ownCompany } from '../setup/own-company.ts'
import { chooseOption, launchBrowser, lookAtBoth, picture } from '../setup/browser.ts'

const product = inject('product')
let browser: Browser
let origin: string
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const projects = ['翠湖花园', '云顶公寓']
  ;({ origin, page } = await ownCompany(browser, product, { name: 'tree', phone: '13800000091', projects }))
})
afterAll(() => browser.close())

const drawer = () => page.locator('.ant-drawer-section').last()
const node = (name: string) => page.locator('.ant-tree-node-content-wrapper', { hasText: name }).first()
const select = async (name: string) => {
  await node(name).click()
  await page.locator('.ant-card-head-title', { hasText: name }).waitFor()
}
const press = (name: string) => page.getByRole('button', { name, exact: true }).last().click()

/** Sends the form of the drawer and waits until it is done. */
async function send(button: string): Promise<void> {
  await drawer().locator('.ant-drawer-extra button', { hasText: button }).click()
  await page.waitForSelector('.ant-drawer-section', { state: 'detached' })
}

/** A merchant as the page is told of it. */
const merchantOf = (entityId: string) => ({
  id: newId('mch', Date.now()),
  entityId,
  projectId: null,
  merchantId: '1900000109',
  appId: 'wx0123456789abcdef',
  merchantSerial: '0'.repeat(40),
  platformSerials: ['PUB_KEY_ID_0116000000'],
  apiV3KeyLast4: '2345',
  changedAt: Date.now(),
  provenAt: null,
  proofFailure: null,
})

const choose = (field: string, words: string) => chooseOption(page, drawer().locator(`#${field}`), words)

const lookAt = (name: string) => lookAtBoth(page, `organisation-${name}`)

async function add(under: string, name: string, kind?: string): Promise<void> {
  await select(under)
  await press('新增下级')
  await drawer().locator('#name').fill(name)
  if (kind !== undefined) await choose('kind', kind)
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
    await select('翠湖花园')
    await press('移动')
    await lookAt('move')
    await choose('toId', '苏州分公司')
    await send('移动')
    await lookAt('tree')
    // By keyboard alone: the tree, the button, the form.
    const tree = page.getByRole('tree', { name: '组织树' })
    await tree.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await page.locator('.ant-card-head-title', { hasText: '华东大区' }).waitFor()
    await node('苏州分公司').waitFor()
    await select('苏州分公司')
    await page.getByRole('button', { name: '移动', exact: true }).focus()
    await page.keyboard.press('Enter')
    await drawer().locator('#toId').focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.type('华南')
    await page.locator('.ant-select-tree-title', { hasText: '华东大区' }).waitFor({ state: 'detached' })
    // What is found, and not what it stands under.
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
    await select('苏州分公司')
    await press('移动')
    await choose('toId', '华南大区')
    await drawer().locator('.ant-drawer-extra button', { hasText: '移动' }).click()
    await drawer().getByText('从这一天起本来就在那里').waitFor()
    await lookAt('refused')
    await page.reload()
    await select('华南大区')
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
    await select('翠湖花园')
    await press('移交法人主体')
    await choose('entityId', '和风苏州')
    await drawer().getByText('“和风苏州物业服务有限公司”还没有收款商户').waitFor()
    await lookAt('hand-over')
    await send('移交法人主体')
    await page.getByText('起移交给法人主体“和风苏州物业服务有限公司”').waitFor()
    await lookAt('handed-over')
  })

  test('the list of projects says where each belongs, and shows those under a unit', async () => {
    await page.goto(`${origin}/console/projects`)
    await page.waitForSelector('text=苏州分公司')
    await lookAt('projects')
    await chooseOption(page, page.getByRole('combobox', { name: '全部单元' }), '华南大区')
    await expect.poll(() => page.locator('tbody').innerText()).not.toContain('云顶公寓')
    expect(await page.locator('tbody').innerText()).toContain('翠湖花园')
    await page.goto(`${origin}/console/settings/merchant`)
    await press('添加商户')
    await drawer().locator('#scope').click()
    await page.locator('.ant-select-item-option:has-text("和风苏州")').first().waitFor()
    await picture(page, 'organisation-merchant-form')
  })

  test('a company whose first legal entity is replaced goes on with the one that is open', async () => {
    await page.goto(`${origin}/console/settings/organisation`)
    for (const name of ['翠湖花园', '云顶公寓']) {
      await select(name)
      await press('移交法人主体')
      await choose('entityId', '和风苏州')
      const today = await page.evaluate(() =>
        new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' }),
      )
      await drawer().locator('#fromOn').fill(today)
      await send('移交法人主体')
    }
    await page.goto(`${origin}/console/settings/entities`)
    const first = page.locator('tbody tr', { hasText: '和风物业' })
    await first.getByRole('button', { name: '停用' }).click()
    await send('停用')
    // The one that is left stays.
    await expect.poll(() => page.getByRole('button', { name: '停用', exact: true }).count()).toBe(0)
    await lookAt('entities-replaced')
    await page.goto(`${origin}/console/projects`)
    await press('新建项目')
    await drawer().locator('#name').fill('听涛苑')
    expect(await drawer().locator('#entityId').count()).toBe(0)
    await choose('unitId', '华南大区')
    await send('保存')
    await page.goto(`${origin}/console/settings/merchant`)
    await press('添加商户')
    await drawer().getByTitle('和风苏州物业服务有限公司的全部项目').waitFor()
    await lookAt('merchant-of-the-one')
  })

  test('the sheet of a day tells of each series by itself', async () => {
    const range = (entity: string, code: string, count: number) => ({
      entityId: entity,
      entity,
      first: `SJ-${code}2026-000001`,
      last: `SJ-${code}2026-00000${count}`,
      count,
    })
    const series = [range('和风物业', '', 3), range('和风苏州物业服务有限公司', 'SZ-', 2)]
    const sheet = { on: '2026-11-22', rows: [], totalFen: 0, series, openExceptions: 0 }
    await page.route('**/api/v1/payments/day-sheet*', (route) => route.fulfill({ json: sheet }))
    await page.goto(`${origin}/console/fees/day-sheet`)
    await page.getByText('和风物业 · 收据 SJ-2026-000001 至 SJ-2026-000003，共 3 张').waitFor()
    await page.getByText('公司 · 收据 SJ-SZ-2026-000001 至 SJ-SZ-2026-000002，共 2 张').waitFor()
    await lookAt('day-sheet')
    await page.unroute('**/api/v1/payments/day-sheet*')
  })

  test('an account that two legal entities have is shown with a warning', async () => {
    const asked = page.waitForResponse('**/api/v1/organisation')
    await page.goto(`${origin}/console/settings/entities`)
    const { entities } = (await (await asked).json()) as { entities: { id: string }[] }
    const merchants = entities.map(({ id }) => merchantOf(id))
    await page.route('**/api/v1/merchants', (route) => route.fulfill({ json: { merchants } }))
    await page.goto(`${origin}/console/settings/merchant`)
    await page.getByText('同时用于').first().waitFor()
    expect(await page.getByText('同时用于').count()).toBe(2)
    await lookAt('merchant-shared')
    await page.unroute('**/api/v1/merchants')
  })
})
