import { handleUntilReply } from '@heju/core/desk/complaints/testing'
import { as } from '@heju/core/testing'
import { demoStaff, inviteColleagues } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { billedEstate, type BilledEstate } from '../setup/billed-estate.ts'
import { chooseOption, launchBrowser, person, picture, seriousFaults, sizes } from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtConsole, signInAtPortal } from '../setup/sign-in.ts'

const product = inject('product')
const ownerPhone = '13900004001'
const desk = demoStaff.find(({ key }) => key === 'desk') ?? demoStaff[0]
let browser: Browser
let estate: BilledEstate
let page: Page

const ctxOf = () => companyCtx({ env: product.env } as unknown as TestApi, estate.companyId)
const query = async (sql: string, ...args: string[]) =>
  (await (await ctxOf()).db.client.execute({ sql, args })).rows

beforeAll(async () => {
  browser = await launchBrowser()
  estate = await billedEstate(product, `desk-${Date.now().toString(36)}`, ownerPhone, '13800000081')
  await inviteColleagues(estate.origin, estate.administrator, Date.now())
  await query(`UPDATE people SET name = '王小敏', gender = 'female' WHERE name = '业主1'`)
  page = await (await person(browser, 'desk')).newPage()
  await signInAtConsole(page, estate.origin, desk.phone)
})
afterAll(() => browser.close())

/** A hand on the keyboard that counts what it presses; Ctrl counts as a key. */
function hand() {
  let count = 0
  return {
    count: () => count,
    press: async (key: string) => {
      count += key.split('+').length
      await page.keyboard.press(key)
    },
    type: async (keys: string) => {
      count += keys.length
      // As somebody types: what is asked between two keys is answered, often by nobody.
      await page.keyboard.type(keys, { delay: 150 })
    },
  }
}
const option = (text: string) =>
  page.waitForSelector(
    `.ant-select-dropdown:not(.ant-select-dropdown-hidden) .ant-select-item-option-active:has-text("${text}")`,
  )

async function ownerIn(phone: string): Promise<Page> {
  const owner = await (await person(browser, 'phone', { script: false })).newPage()
  await signInAtPortal(owner, estate.origin, phone, product)
  return owner
}

describe('the telephone rings at the desk', () => {
  const words = '电梯早上停了半小时，老人上不了楼。'

  test('a known caller’s complaint is registered with twelve keys at most beside the words, without the mouse', async () => {
    const { press, type, count } = hand()
    await press('F2')
    await page.waitForSelector('.ant-drawer #caller:focus')
    await type(ownerPhone.slice(-4))
    await option('1栋-101')
    await picture(page, 'console-caller-desk')
    await press('Enter')
    await page.waitForSelector('.ant-drawer [role=status]:has-text("王女士，您好")')
    await page.waitForSelector('#categoryId:focus')
    await type('dt')
    await option('电梯')
    await press('Enter')
    await page.waitForSelector('#text:focus')
    await page.keyboard.type(words)
    for (const [name, size] of Object.entries(sizes)) {
      await page.setViewportSize(size)
      await picture(page, `console-register-${name}`)
      expect(await seriousFaults(page)).toEqual([])
    }
    await page.setViewportSize(sizes.desk)
    await press('Control+Enter')
    await page.waitForSelector('.ant-drawer', { state: 'detached' })
    expect(count()).toBeLessThanOrEqual(12)
    const [complaint, ...more] = await query('SELECT * FROM complaints WHERE text = ?', words)
    expect(more).toEqual([])
    expect(complaint).toMatchObject({
      place: '1栋-101',
      contact_name: '王小敏',
      phone_masked: '139****4001',
      channel: 'phone',
    })
    // The page below is still the one on which the telephone rang.
    expect(new URL(page.url()).pathname).toBe('/console/today')
    // The number is told to the caller, and what comes next is one click away.
    const said = page.locator('.ant-message-notice', { hasText: /已登记 TS-\d{8}-\d{4}/ })
    await said.waitFor()
    await picture(page, 'console-registered-desk')
    await said.getByRole('button', { name: '打开' }).click()
    await page.waitForURL(`**/console/desk/complaints/${String(complaint?.id)}`)
  })

  test('its owner sees it in the portal, and rates it there', async () => {
    const [complaint] = await query('SELECT id, first_receiver_id FROM complaints WHERE text = ?', words)
    const complaintId = String(complaint?.id)
    const owner = await ownerIn(ownerPhone)
    await owner.goto(`${estate.origin}/portal/complaints`)
    expect(await owner.textContent('main')).toContain('电梯早上停了半小时')
    const assignments = [{ role: 'front_desk', projects: 'all' }] as const
    const receiver = as(
      await ctxOf(),
      { kind: 'staff', id: String(complaint?.first_receiver_id), assignments },
      Date.now(),
    )
    await handleUntilReply(receiver, complaintId)
    await owner.goto(`${estate.origin}/portal/complaints/${complaintId}`)
    await owner.locator('input[name=rating][value="5"]').check({ force: true })
    await owner.click('form[action$="/rating"] button[type=submit]')
    await owner.waitForURL(/said=thanks/)
    await page.goto(`${estate.origin}/console/desk/complaints/${complaintId}`)
    await page.waitForSelector('main:has-text("业主评价")')
    await owner.context().close()
  })

  test('what is promised, urgent or special is taken down with photos; a file that is no photo is refused for that reason', async () => {
    await page.goto(`${estate.origin}/console/desk/complaints?call=13700009999`)
    await page.waitForSelector('.ant-drawer [role=status]:has-text("没有找到")')
    expect(await page.inputValue('#contactPhone')).toBe('13700009999')
    await page.fill('#contactName', '路过的人')
    await page.fill('#place', '东门岗亭')
    await page.click('#categoryId')
    await page.keyboard.type('qt')
    await option('其他')
    await page.keyboard.press('Enter')
    await page.fill('#text', '岗亭旁边的井盖松了，车过就响。')
    const nextYear = new Date().getFullYear() + 1
    await page.fill('#promised', `${nextYear}-01-02T18:00`)
    await page.check('.ant-drawer #emergency')
    await page.check('.ant-drawer #special')
    // Photos are reached and opened by keyboard as all the rest is.
    const choosing = page.waitForEvent('filechooser')
    await page.focus('.ant-drawer #special')
    await page.keyboard.press('Tab')
    await page.waitForSelector('.ant-drawer .ant-upload [role=button]:focus')
    await page.keyboard.press('Enter')
    await (
      await choosing
    ).setFiles([
      { name: 'IMG_0001.png', mimeType: 'image/png', buffer: await page.screenshot() },
      { name: 'IMG_0002.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') },
    ])
    await page.waitForSelector('.ant-drawer [role=alert]:has-text("IMG_0002.png"):has-text("照片")')
    await page.waitForSelector('.ant-drawer .ant-upload-list-item-done')
    await picture(page, 'console-register-photos-desk')
    await page.click('.ant-drawer button:has-text("保存")')
    await page.waitForSelector('.ant-drawer', { state: 'detached' })
    const [complaint] = await query(`SELECT * FROM complaints WHERE place = '东门岗亭'`)
    expect(complaint).toMatchObject({
      promised_at: Date.parse(`${nextYear}-01-02T18:00+08:00`),
      emergency: 1,
      special: 1,
      contact_name: '路过的人',
      phone_masked: '137****9999',
      person_id: null,
      room_id: null,
    })
    await page.goto(`${estate.origin}/console/desk/complaints/${String(complaint?.id)}`)
    await page.waitForSelector('main .ant-image img')
    expect(await page.locator('main .ant-image img').count()).toBe(1)
    for (const mark of ['紧急', '特殊客户']) await page.waitForSelector(`main .ant-tag:has-text("${mark}")`)
  })

  test('a telephone system that opens the address of who rings has them greeted at once', async () => {
    await page.goto(`${estate.origin}/console/today?call=${ownerPhone}`)
    await page.waitForSelector('.ant-drawer [role=status]:has-text("王女士，您好")')
    await page.waitForSelector('#categoryId:focus')
    expect(await page.textContent('.ant-drawer .ant-form-item:has(#roomId)')).toContain('1栋-101')
    await page.click('.ant-drawer-close')
    await page.waitForSelector('.ant-drawer', { state: 'detached' })
    expect(page.url()).not.toContain('call=')
  })

  test('where it is must be said only for what concerns no room', async () => {
    await page.goto(`${estate.origin}/console/desk/complaints`)
    await page.waitForSelector('h1')
    await page.keyboard.press('F2')
    await page.waitForSelector('.ant-drawer #place')
    await page.waitForSelector('.ant-drawer #caller:focus')
    await page.keyboard.type('1栋301', { delay: 150 })
    await option('1栋-301')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ant-drawer #place', { state: 'detached' })
    await chooseOption(page, page.locator('.ant-drawer #roomId'), '和这些房屋无关')
    await page.waitForSelector('.ant-drawer #place')
  })
})
