import { messyWorkbook, workbook } from '@heju/core/estate/registry-import/testing'
import { setUpCompany } from '@heju/local/demo'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import {
  chooseOption,
  findOption,
  launchBrowser,
  lookAtBoth,
  person,
  picture,
  pushed,
  sizes,
} from '../setup/browser.ts'
import { signInAtConsole } from '../setup/sign-in.ts'

const product = inject('product')
const slug = `registry-${Date.now().toString(36)}`
let browser: Browser
let origin: string
let page: Page
/** The project's page, which the first test makes. */
let project: string

beforeAll(async () => {
  browser = await launchBrowser()
  ;({ origin } = await setUpCompany(product.url, slug, '和风物业', '13800000084'))
  page = await (await person(browser, 'desk')).newPage()
  await signInAtConsole(page, origin, '13800000084')
})
afterAll(() => browser.close())

/** The drawer that was opened last: one may stand over another. */
const drawer = () => page.locator('.ant-drawer-section').last()

async function save(): Promise<void> {
  await drawer().locator('button:has-text("保存")').click()
}

const choose = (field: string, words: string) => chooseOption(page, drawer().locator(`#${field}`), words)

async function upload(name: string, bytes: Uint8Array, until = '会导入什么'): Promise<void> {
  await page.goto(`${origin}/console/import?projectId=${project.split('/').at(-1)}`)
  const mimeType = 'application/octet-stream'
  await page.setInputFiles('input[type=file]', { name, mimeType, buffer: Buffer.from(bytes) })
  await page.waitForURL(/\/console\/import\/imp_/)
  await page.waitForSelector(`text=${until}`)
}

const lookAt = (name: string) => lookAtBoth(page, `registry-${name}`)

describe('a company takes down its registry', () => {
  test('a new project is empty and says how to begin', async () => {
    await page.goto(`${origin}/console/projects`)
    await page.locator('button:has-text("新建项目")').first().click()
    await drawer().locator('#name').fill('翠湖花园')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/console\/projects\/proj_/)
    project = page.url()
    await page.waitForSelector('text=这个项目还是空的')
    await lookAt('project-empty')
  })

  test('the good rows of a workbook with faults are taken, the bad ones come back as a file', async () => {
    await upload('登记.xlsx', await workbook(...messyWorkbook()), '新的收费项目')
    const fees = page.getByRole('region', { name: '新的收费项目' }).first()
    await expect.poll(() => fees.innerText()).toContain('¥2.35 / ㎡·月')
    await expect.poll(() => page.locator('button:has-text("确认导入")').isDisabled()).toBe(true)
    await lookAt('new-fees')
    // Whether it is right can be said without looking for the place to say it.
    expect((await pushed(page)).filter((box) => box.startsWith('新的收费项目'))).toEqual([])
    await page.setViewportSize({ width: 1440, height: 900 })
    await picture(page, 'registry-new-fees-wide')
    await page.setViewportSize(sizes.desk)
    await fees.getByRole('button', { name: '都对' }).click()
    // Who pays from when is asked once the fee items are said to be right.
    await page.waitForSelector('text=要核对 1 处')
    await page.getByRole('button', { name: '都对' }).click()
    await page.waitForSelector('.ant-card-head:has-text("会导入什么")')
    await lookAt('preview')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('button:has-text("下载要改正的行")').click(),
    ])
    expect(file.suggestedFilename()).toBe('待改正的行.xlsx')
    await page.getByRole('checkbox', { name: '只导入没有问题的内容' }).check()
    await page.locator('button:has-text("确认导入")').click()
    await page.waitForSelector('text=接下来可以查看房屋和业主', { timeout: 60_000 })
    await page.locator('a:has-text("查看房屋")').click()
    await page.waitForSelector('td:has-text("1栋-1单元-101")')
  })

  test('the same workbook again changes nothing, and the page says so', async () => {
    await upload('登记.xlsx', await workbook(...messyWorkbook()), '这次没有可以写入的内容')
    await page.waitForSelector('text=有 3 处错误')
    expect(await page.locator('button:has-text("确认导入")').count()).toBe(0)
    await lookAt('again')
  })

  test('a table that is none says what is wrong with each row', async () => {
    const bytes = new TextEncoder().encode('楼栋,单元,房号,面积\n1,1,103,很大\n1,1,,88\n')
    await upload('坏.csv', bytes, '这次没有可以写入的内容')
    await page.waitForSelector('text=很大')
    await lookAt('bad-csv')
  })

  test('a room and its owner are added by hand, the owner on the spot', async () => {
    await page.goto(`${origin}/console/rooms?projectId=${project.split('/').at(-1)}`)
    await page.locator('button:has-text("添加房屋")').first().click()
    await choose('buildingId', '1栋')
    await drawer().locator('#unit').fill('1')
    await drawer().locator('#number').fill('901')
    await drawer().locator('#builtArea').fill('88.5')
    await save()
    await page.waitForURL(/\/console\/rooms\/room_/)
    await page.waitForSelector('h1:has-text("1栋-1单元-901")')
    await page.locator('button:has-text("登记业主或住户")').first().click()
    await drawer().locator('button:has-text("登记新的人")').click()
    await drawer().locator('#name').fill('赵先生')
    await drawer().locator('#phones_0').fill('13812345678')
    await save()
    await page.waitForSelector('.ant-select-content:has-text("赵先生")')
    await drawer().locator('#fromOn').fill('2024-03-01')
    await save()
    await page.waitForSelector('td:has-text("赵先生")')
    expect(await page.textContent('.ant-table')).toContain('138****5678')
    await lookAt('room')
  })

  test('it changes hands, and who owned it before stays to be read', async () => {
    await page.locator('button:has-text("办理过户")').click()
    await drawer().locator('input[type=date]').fill('2026-06-01')
    await findOption(page, drawer().locator('#newOwners_0_personId'), '陈')
    await save()
    await page.waitForSelector('td:has-text("2026-05-31")')
    const rows = await page.locator('tr.ant-table-row').allTextContents()
    expect(rows[0]).toMatch(/陈.*业主.*2026-06-01.*至今/)
    expect(rows[1]).toMatch(/赵先生.*业主.*2024-03-01.*2026-05-31/)
    await lookAt('transferred')
  })

  test('a phone that has changed is put right, and what was not touched stays', async () => {
    const room = page.url()
    await page.locator('tr.ant-table-row:has-text("赵先生") a:has-text("赵先生")').first().click()
    await page.waitForSelector('h1:has-text("赵先生")')
    await page.locator('button:has-text("修改资料")').click()
    await drawer().locator('#number').fill('A-17')
    await save()
    await drawer().waitFor({ state: 'detached' })
    await page.waitForSelector('text=A-17')
    expect(await page.textContent('.ant-descriptions')).toContain('138****5678')
    await page.locator('button:has-text("修改资料")').click()
    await drawer().locator('label:has-text("重新填写")').first().click()
    await drawer().locator('#phones_0').fill('13900001234')
    await drawer().locator('button:has-text("再加一个电话")').click()
    await drawer().locator('#phones_1').fill('0755-26001234')
    await lookAt('person-change')
    await save()
    await drawer().waitFor({ state: 'detached' })
    await page.waitForSelector('.ant-descriptions:has-text("139****1234")')
    await lookAt('person')
    await page.goto(room)
    await page.waitForSelector('td:has-text("陈")')
  })

  test('an area that changes is asked its day, and a day that was wrong is put right', async () => {
    const change = async () => {
      await page.locator('button:has-text("修改")').first().click()
      await drawer().locator('#builtArea').waitFor()
    }
    const saved = () => drawer().waitFor({ state: 'detached' })
    await change()
    await drawer().locator('#builtArea').fill('')
    await drawer().locator('label:has-text("从某一天起")').click()
    await drawer().locator('#newFromOn').fill('2026-06-10')
    await save()
    await saved()
    await page.waitForSelector('text=88.50 ㎡ 到 2026-06-09 为止')
    // What is known again is asked since when, beside what was known before.
    await change()
    await drawer().locator('#builtArea').fill('90')
    await drawer().locator('label:has-text("2026-06-10 起登记有误")').click()
    await save()
    await saved()
    await page.waitForSelector('text=2026-06-10 起')
    await change()
    await drawer().locator('#presentFromOn').fill('2026-06-01')
    await save()
    await saved()
    await page.waitForSelector('text=88.50 ㎡ 到 2026-05-31 为止')
    await change()
    await lookAt('area-day')
    // Which areas a day before them does away with is said before it is saved.
    await drawer().locator('#builtArea').fill('95')
    await drawer().locator('label:has-text("从某一天起")').click()
    await drawer().locator('#newFromOn').fill('2026-05-01')
    await drawer().getByText('2026-06-01 起 90 ㎡的登记不再保留').waitFor()
    await lookAt('area-lost')
    await drawer().locator('#newFromOn').fill('2026-07-01')
    await drawer().getByText('不再保留：').waitFor({ state: 'detached' })
    await drawer().locator('.ant-drawer-close').click()
    await page.getByRole('button', { name: '放弃' }).click()
  })

  test('an imported parking space shows who has it, and the project what is on record', async () => {
    await page.goto(`${origin}/console/parking?projectId=${project.split('/').at(-1)}`)
    await page.locator('a:has-text("C001")').click()
    await page.waitForSelector('h1:has-text("C001")')
    await lookAt('space')
    await page.goto(project)
    await page.waitForSelector('a:has-text("1栋")')
    await lookAt('project')
  })

  test('a parking space gets another lot and number, unless another has them: who has it, the list and the log follow', async () => {
    const list = `${origin}/console/parking?projectId=${project.split('/').at(-1)}`
    await page.goto(list)
    await page.getByRole('button', { name: '添加车位' }).click()
    await drawer().locator('#code').fill('C2')
    await page.keyboard.press('Enter')
    await page.waitForSelector('h1:has-text("C2")')
    await page.getByRole('button', { name: '修改', exact: true }).click()
    await drawer().locator('#lot').fill('1')
    await drawer().locator('#code').fill('c1')
    await page.keyboard.press('Enter')
    await drawer().getByText('本项目已有车位“1-C001”').waitFor()
    await drawer().locator('#code:focus').waitFor()
    await lookAt('space-taken')
    await drawer().locator('#lot').fill('地库')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ant-drawer-section', { state: 'detached' })
    await page.waitForSelector('h1:has-text("c1")')
    await lookAt('space-renamed')
    await page.goto(`${list}&search=地库-C001`)
    await page.locator('tr', { hasText: '地库' }).getByText('c1').waitFor()
    await page.goto(`${origin}/console/settings/audit`)
    await page.locator('tr', { hasText: '修改车位' }).getByText('C2 → c1').waitFor()
  })
})
