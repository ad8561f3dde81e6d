import { createBuilding, createPerson, createRoom, giveOccupancy } from '@heju/core/estate/registry'
import { complaintCategorySeed } from '@heju/core/desk/complaints'
import { addStaff } from '@heju/core/people/identity/testing'
import { as, freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { ownCompany } from '../setup/own-company.ts'
import { answerQuestion, chooseOption, launchBrowser, lookAtBoth } from '../setup/browser.ts'

const product = inject('product')
let browser: Browser
let page: Page
let origin: string
let projectId: string
let roomId: string

beforeAll(async () => {
  browser = await launchBrowser()
  const company = await ownCompany(browser, product, {
    name: 'areas',
    phone: '13800000096',
    projects: ['翠湖花园'],
  })
  const { ctx } = company
  ;({ origin, page } = company)
  projectId = company.projectIds[0]!
  const requestId = freshRequestId
  await complaintCategorySeed.seed(as(ctx, { kind: 'job', id: 'provision' }))
  for (const name of ['3', '5']) {
    const buildingId = newId('bldg', ctx.now)
    await createBuilding(ctx, { requestId: requestId(), projectId, buildingId, name })
    for (const number of ['101', '102']) {
      roomId = newId('room', ctx.now)
      await createRoom(ctx, { requestId: requestId(), roomId, buildingId, unit: '2', number })
    }
  }
  const personId = newId('pers', ctx.now)
  await createPerson(ctx, { requestId: requestId(), projectId, personId, name: '王小明' })
  const place = { kind: 'room' as const, id: roomId }
  const occupancyId = newId('occ', ctx.now)
  await giveOccupancy(ctx, {
    requestId: requestId(),
    occupancyId,
    personId,
    place,
    role: 'owner',
    fromOn: null,
  })
  const assignments = [{ role: 'front_desk' as const, projects: [projectId] }]
  await addStaff(ctx, { name: '李四', phone: '+8613800007711', assignments })
  await addStaff(ctx, { name: '王五', phone: '+8613800007712', assignments })
})
afterAll(() => browser.close())

const drawer = () => page.locator('.ant-drawer-section').last()
const send = async () => {
  await drawer().locator('.ant-drawer-extra button').click()
  await page.waitForSelector('.ant-drawer-section', { state: 'detached' })
}
const choose = (field: string, option: string) => chooseOption(page, drawer().locator(`#${field}`), option)
async function choosePlace(title: string): Promise<void> {
  await choose('places', title)
  await drawer().locator('#name').click()
}

const lookAt = (name: string) => lookAtBoth(page, `areas-${name}`)

test('an area is made of buildings with a steward, changed, seen at its rooms, and closed', async () => {
  await page.goto(`${origin}/console/areas?projectId=${projectId}`)
  await page.waitForSelector('text=还没有责任区')
  await lookAt('empty')
  await page.getByRole('button', { name: '新建责任区' }).first().click()
  await drawer().locator('#name').fill('东区')
  await choosePlace('5栋')
  await choose('stewardId', '李四')
  await lookAt('form')
  await send()
  await page.waitForURL(/\/console\/areas\/area_/)
  await page.waitForSelector('a:has-text("5栋-2单元-101")')
  await lookAt('area')
  await page.goto(`${origin}/console/areas?projectId=${projectId}`)
  await page.waitForSelector('a:has-text("东区")')
  // Those of the other building belong to none.
  await page.waitForSelector('a:has-text("3栋-2单元-101")')
  await lookAt('list')
  await page.goto(`${origin}/console/rooms/${roomId}`)
  await page.waitForSelector('text=李四')
  await lookAt('room')
  await page.locator('a', { hasText: '东区' }).click()
  // The page before has a button of this name as well.
  await page.waitForURL(/\/console\/areas\/area_/)
  await page.getByRole('button', { name: '修改' }).click()
  await choose('standInId', '王五')
  await send()
  await page.waitForSelector('td:has-text("王五")')
  await page.getByRole('button', { name: /撤\s?销/ }).click()
  await answerQuestion(page, '撤销')
  await page.waitForSelector('text=起撤销')
})
