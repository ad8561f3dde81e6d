import type { Ctx } from '@heju/core'
import { complaintCategorySeed, listCategories, saveCategory } from '@heju/core/desk/complaints'
import { changeArea, createArea, readArea } from '@heju/core/estate/areas'
import { addUnit, changeEntity, changeUnit, firstEntityId, firstUnitId } from '@heju/core/estate/organisation'
import {
  changeBuilding,
  changeOccupancy,
  changeParkingSpace,
  changePerson,
  createParkingSpace,
} from '@heju/core/estate/registry'
import { smallProject } from '@heju/core/estate/registry/testing'
import { changePolicy, usualPolicy } from '@heju/core/fees/reminders'
import { readSurveySettings, saveSurveySettings } from '@heju/core/insight/satisfaction'
import { changeAssignments, changeRole } from '@heju/core/people/handing-over'
import { addStaff } from '@heju/core/people/identity/testing'
import { createRole, readRoles } from '@heju/core/people/roles'
import { as, freshRequestId } from '@heju/core/testing'
import { civilDateOf, newId } from '@heju/kernel'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser, lookAtBoth } from '../setup/browser.ts'
import { ownCompany } from '../setup/own-company.ts'

const product = inject('product')
let browser: Browser
let page: Page
let origin: string
let ctx: Ctx
let place: Awaited<ReturnType<typeof smallProject>>
let [staffId, personId, roomId, occupancyId] = ['', '', '', '']

beforeAll(async () => {
  browser = await launchBrowser()
  const company = await ownCompany(browser, product, { name: 'atonce', phone: '13800000097', projects: [] })
  ;({ origin, page, ctx } = company)
  await complaintCategorySeed.seed(as(ctx, { kind: 'job', id: 'provision' }))
  const worker = [{ role: 'worker', projects: 'all' }] as const
  ;({ id: staffId } = await addStaff(ctx, { name: '李四', phone: '+8613800000098', assignments: worker }))
  const unit = {
    unitId: newId('unit', ctx.now),
    parentId: firstUnitId,
    kind: 'region',
    name: '华东',
  } as const
  await addUnit(ctx, { ...by(), ...unit })
  place = await smallProject(ctx)
  personId = await place.person('张三', { phones: ['13900000001'] })
  roomId = await place.room('101')
  occupancyId = await place.give(personId, roomId)
})
afterAll(() => browser.close())

const by = () => ({ requestId: freshRequestId() })
const drawer = () => page.locator('.ant-drawer-section').last()
const closed = () => page.waitForSelector('.ant-drawer-section', { state: 'detached' })
const inForm = {
  form: drawer,
  save: () => drawer().locator('.ant-drawer-extra .ant-btn-primary'),
}
const press = (name: string, within?: Locator) =>
  (within ?? page).getByRole('button', { name, exact: true }).click()

/** Saves what was opened before somebody else changed it: the form says what became of it, and is saved once that was taken over. */
async function toldOf(words: string, looked?: string, { form, save } = inForm): Promise<void> {
  await save().click()
  await form().getByText(words).waitFor()
  if (looked !== undefined) await lookAtBoth(page, `forms-at-once-${looked}`)
  await press('更新表单', form())
  await expect.poll(() => form().getByText(words).count()).toBe(0)
  await save().click()
}

test('settings of surveys on their page, which stays open and knows what it saved itself', async () => {
  await page.goto(`${origin}/console/settings/surveys`)
  await page.locator('#leastAnswers').fill('40')
  const { revision: _, ...settings } = await readSurveySettings(ctx)
  await saveSurveySettings(ctx, { ...settings, ...by(), closeDay: 20 })
  const main = { form: () => page.locator('main'), save: () => page.locator('main button[type=submit]') }
  await toldOf('每月几日截止：18 → 20', 'surveys', main)
  await page.getByText('已保存').waitFor()
  expect((await readSurveySettings(ctx)).leastAnswers).toBe(40)
  expect(await page.locator('#leastAnswers').inputValue()).toBe('40')
  await page.locator('#leastAnswers').fill('50')
  await main.save().click()
  await expect.poll(async () => (await readSurveySettings(ctx)).leastAnswers).toBe(50)
  expect(await page.getByText('更新表单').count()).toBe(0)
  expect((await readSurveySettings(ctx)).closeDay).toBe(20)
})

test('what is entered while a form that stays is being saved is kept, and saved the next time', async () => {
  await page.goto(`${origin}/console/settings/surveys`)
  const [answers, save] = [page.locator('#leastAnswers'), page.locator('main button[type=submit]')]
  const release = Promise.withResolvers<void>()
  await page.route('**/api/v1/satisfaction/settings', async (route) => {
    if (route.request().method() === 'PUT') await release.promise
    await route.continue()
  })
  await answers.fill('60')
  await save.click()
  await page.locator('main .ant-btn-loading').waitFor()
  await answers.fill('70')
  release.resolve()
  await page.locator('main .ant-btn-loading').waitFor({ state: 'detached' })
  await page.unrouteAll({ behavior: 'wait' })
  expect((await readSurveySettings(ctx)).leastAnswers).toBe(60)
  expect(await answers.inputValue()).toBe('70')
  await save.click()
  await expect.poll(async () => (await readSurveySettings(ctx)).leastAnswers).toBe(70)
})

test('the policy of reminders, each stage by itself', async () => {
  await page.goto(`${origin}/console/fees/reminders`)
  await press('提醒设置')
  await drawer().locator('#first').fill('2')
  await changePolicy(ctx, { ...by(), ...usualPolicy, days: { ...usualPolicy.days, second: 20 } })
  await toldOf('第二次：15 → 20', 'policy')
  await closed()
  await press('提醒设置')
  expect(await drawer().locator('#first').inputValue()).toBe('2')
  expect(await drawer().locator('#second').inputValue()).toBe('20')
})

test('the roles of a colleague, on the list and on their page', async () => {
  for (const [path, role, words] of [
    ['', 'front_desk', '前台客服'],
    [`/${staffId}`, 'housekeeper', '管家'],
  ] as const) {
    await page.goto(`${origin}/console/settings/staff${path}`)
    if (path === '') {
      await page.locator('tr', { hasText: '李四' }).getByRole('button').click()
      await page.getByRole('menuitem', { name: '修改角色' }).click()
    } else await press('修改角色')
    await drawer().getByText('再加一个角色').waitFor()
    await changeAssignments(ctx, { ...by(), staffId, assignments: [{ role, projects: 'all' }] })
    await toldOf(`→ ${words} ·`, `roles-${role}`)
    await closed()
    await page.locator('main').getByText(words).first().waitFor()
  }
})

test('a role of the company’s own: its name, and what it may do, each by its words', async () => {
  const role = { roleId: newId('role', ctx.now), name: '楼管', about: '' }
  const seen = ['projects.read', 'registry.read'] as const
  await createRole(ctx, { ...by(), ...role, template: null, permissions: [...seen] })
  const ofNow = async () => (await readRoles(ctx)).roles.find(({ id }) => id === role.roleId)!
  await page.goto(`${origin}/console/settings/roles`)
  await press('修改 楼管')
  await drawer().locator('#about').fill('管楼里的事')
  const permissions = [...seen, 'bills.read'] as const
  await changeRole(ctx, { ...by(), ...role, name: '楼长', permissions: [...permissions], revision: 0 })
  await toldOf('查看账单：不可以 → 可以', 'role')
  await closed()
  expect(await ofNow()).toMatchObject({ name: '楼长', about: '管楼里的事', permissions })

  await press('修改 楼长')
  await drawer().getByRole('checkbox', { name: '查看账单' }).click()
  await changeRole(ctx, {
    ...by(),
    ...role,
    name: '楼长',
    about: '白班',
    permissions: [...permissions],
    revision: 2,
  })
  await toldOf('说明：管楼里的事 → 白班')
  await closed()
  expect(await ofNow()).toMatchObject({ about: '白班', permissions: seen })
})

test('what is known of a person: a phone that somebody else wrote', async () => {
  await page.goto(`${origin}/console/people/${personId}`)
  await press('修改资料')
  await drawer().locator('#remark').fill('常联系')
  await changePerson(ctx, { ...by(), personId, name: '张三', phones: ['13900000002'] })
  await toldOf('电话：139****0001 → 139****0002')
  await closed()
  await page.getByText('常联系').waitFor()
  await page.getByText('139****0002').first().waitFor()
})

test('the lot of a parking space that somebody else gave it', async () => {
  const [{ projectId }, parkingSpaceId] = [place, newId('park', ctx.now)]
  const space = { parkingSpaceId, code: 'C001' } as const
  await createParkingSpace(ctx, { ...by(), ...space, projectId })
  await page.goto(`${origin}/console/parking/${parkingSpaceId}`)
  await press('修改')
  await drawer().locator('#code').fill('C002')
  await changeParkingSpace(ctx, { ...by(), ...space, lot: '地库' })
  await toldOf('停车场：无 → 地库', 'space')
  await closed()
  await page.waitForSelector('h1:has-text("C002")')
  await page.locator('main').getByText('地库').waitFor()
})

test('who is at a place, on its page and on the person’s', async () => {
  for (const [at, share, fromOn] of [
    [`rooms/${roomId}`, 6000, '2026-01-01'],
    [`people/${personId}`, 7000, '2026-02-02'],
  ] as const) {
    await page.goto(`${origin}/console/${at}`)
    await press('更正')
    await drawer().locator('#fromOn').fill(fromOn)
    await changeOccupancy(ctx, { ...by(), occupancyId, role: 'owner', shareE4: share })
    await toldOf(`→ ${share / 100}`)
    await closed()
    await page.getByText(`${share / 100}%`).waitFor()
    await page.getByText(fromOn).waitFor()
  }
})

test('an area whose 管家 somebody took away stays without, once that was taken over', async () => {
  const assignments = [{ role: 'front_desk', projects: [place.projectId] }] as const
  const { id: stewardId } = await addStaff(ctx, { name: '王五', phone: '+8613800000099', assignments })
  const areaId = newId('area', ctx.now)
  const fromOn = civilDateOf(ctx.now)
  const area = { places: [roomId], fromOn }
  await createArea(ctx, { ...by(), ...area, areaId, projectId: place.projectId, name: '东区', stewardId })
  await page.goto(`${origin}/console/areas/${areaId}`)
  await press('修改')
  await drawer().locator('#name').fill('东一区')
  const { revision } = await readArea(ctx, { areaId })
  await changeArea(ctx, { ...by(), ...area, areaId, name: '东区', revision, stewardId: null })
  await toldOf('王五 → 无')
  await closed()
  await page.getByText('东一区').first().waitFor()
  expect(await readArea(ctx, { areaId })).toMatchObject({ name: '东一区', steward: null })
})

test('buildings, units, legal entities and categories', async () => {
  const { projectId, buildingId } = place
  await page.goto(`${origin}/console/projects/${projectId}`)
  await press('修改', page.locator('tr', { hasText: '3栋' }))
  await drawer().locator('#name').fill('5栋')
  await changeBuilding(ctx, { ...by(), buildingId, name: '3', floors: 18 })
  await toldOf('层数：无 → 18')
  await closed()
  await page.locator('tr', { hasText: '5栋' }).getByText('18').waitFor()

  await page.goto(`${origin}/console/settings/entities`)
  await press('修改')
  await drawer().locator('#phone').fill('0755-1')
  const entity = { entityId: firstEntityId, name: '和风物业', seriesCode: '' }
  await changeEntity(ctx, { ...by(), ...entity, address: '深圳' })
  await toldOf('地址：无 → 深圳')
  await closed()

  await page.goto(`${origin}/console/settings/organisation`)
  await page.locator('.ant-tree-node-content-wrapper', { hasText: '和风物业' }).first().click()
  await press('修改')
  await drawer().locator('#name').fill('和风集团')
  await changeUnit(ctx, { ...by(), unitId: firstUnitId, kind: 'group', name: '和风物业' })
  await toldOf('公司 → 集团')
  await closed()

  const [{ id: categoryId = '' } = {}] = await listCategories(ctx)
  await page.goto(`${origin}/console/settings/categories`)
  await page
    .getByRole('button', { name: /^修改 / })
    .first()
    .click()
  await drawer().locator('#name').fill('楼里的事')
  await saveCategory(ctx, { ...by(), categoryId, position: 7 })
  await toldOf('次序：', 'category')
  await closed()
  await page.locator('tr', { hasText: '楼里的事' }).getByText('7').waitFor()
})
