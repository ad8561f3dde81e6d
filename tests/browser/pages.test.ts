import { createProject } from '@heju/core/estate/projects'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { clickOption, launchBrowser, pressInQuestion, pushed, sizes, takeOption } from '../setup/browser.ts'
import { filledConsole, type FilledConsole } from '../setup/filled-console.ts'

const product = inject('product')
let browser: Browser
let page: FilledConsole['page']
let origin: FilledConsole['origin']
let administrator: FilledConsole['administrator']
let things: FilledConsole['things']
let addressOf: FilledConsole['addressOf']
let open: FilledConsole['open']

beforeAll(async () => {
  browser = await launchBrowser()
  ;({ page, origin, administrator, things, addressOf, open } = await filledConsole(browser, product, {
    name: 'pages',
    phone: '13800000100',
  }))
})
afterAll(() => browser.close())

/** Waits for what is looked for, and expects nothing of it to be beyond the edge of a phone. */
async function wholeInSight(selector: string, hasText = ''): Promise<void> {
  const found = page.locator(selector, { hasText }).first()
  await found.waitFor()
  const box = await found.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(sizes.phone.width)
}

describe('the console', () => {
  test('a project that is none is as if none were named', async () => {
    await open(`${addressOf('rooms')}?projectId=${newId('proj', administrator.now)}`)
    await page.locator('main .ant-table-row', { hasText: '1501' }).first().waitFor()
  })

  test.each(['fees/arrears/collection', 'satisfaction/trend', 'fees/bills'])(
    'a month is typed letter by letter on %s where the browser has no picker for it',
    async (route) => {
      const name = route === 'fees/bills' ? 'period' : 'to'
      const other = await page.context().newPage()
      // As browsers have it that know no such field: what it is set to is forgotten.
      await other.addInitScript(`{
        const { get, set } = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'type')
        const to = function (type) { set.call(this, type === 'month' ? 'text' : type) }
        Object.defineProperty(HTMLInputElement.prototype, 'type', { get, set: to, configurable: true })
      }`)
      await other.goto(addressOf(route))
      const field = other.locator('main input[aria-label][title][type=text]').last()
      await field.fill('')
      await field.pressSequentially('2026-0')
      expect(new URL(other.url()).search).toBe('')
      expect(await field.inputValue()).toBe('2026-0')
      await field.blur()
      await other.getByText('请写成年-月，如 2026-05').waitFor()
      await field.press('End')
      await field.press('5')
      await other.waitForURL(new RegExp(`[?&]${name}=2026-05`), { timeout: 10_000 })
      expect(await other.getByText('请写成年-月').count()).toBe(0)
      await other.locator('h1').waitFor()
      await other.close()
    },
  )

  test.each([
    ['satisfaction/complaints', 'complaints/figures'],
    ['satisfaction/trend', 'satisfaction/trend'],
    ['satisfaction/check', 'satisfaction/check'],
    ['fees/bills', 'bills'],
  ])(
    'whoever opens %s by its address without the permission is told so, and not to try again',
    async (route, asked) => {
      const error = { code: 'access.not_allowed', message: '没有权限', fields: [], params: {} }
      await page.route(
        ({ pathname }) => pathname === `/api/v1/${asked}`,
        (request) => request.fulfill({ status: 403, json: { error } }),
      )
      try {
        await open(addressOf(route))
        await page.getByText('您的岗位没有查看这里的权限').waitFor({ timeout: 10_000 })
        expect(await page.locator('main').getByRole('button', { name: '再试一次' }).count()).toBe(0)
      } finally {
        await page.unrouteAll()
      }
    },
  )

  test.each(['satisfaction/trend', 'fees/arrears/collection'])(
    'months in the wrong order are said at their field on %s, with nothing to try again',
    async (route) => {
      await open(`${addressOf(route)}?from=2026-10&to=2026-03`)
      await page.locator('main [role=status]', { hasText: '开始月份不能晚于结束月份' }).waitFor()
      expect(await page.locator('main .ant-alert-error').count()).toBe(0)
      await page.goto(`${addressOf(route)}?from=2026-03&to=2026-10`)
      await page.waitForLoadState('networkidle')
      expect(await page.locator('main [role=status]').count()).toBe(0)
    },
  )

  test('a page that is opened asks for none of the files anew that another had', async () => {
    await open(addressOf('projects'))
    await open(addressOf('projects'))
    const asked = `performance.getEntriesByType('resource')
      .filter(({ name, transferSize }) => name.includes('/assets/console/') && transferSize > 0)
      .map(({ name }) => name)`
    expect(await page.evaluate(asked)).toEqual([])
  })

  test('what was dropped in another tab meanwhile is said to be gone once something is done to it', async () => {
    await open(addressOf('fees/tariffs/:tariffId'))
    const error = {
      code: 'billing.tariff_not_found',
      message: '没有找到这项收费标准',
      fields: [],
      params: {},
    }
    await page.route(
      ({ pathname }) => pathname.startsWith(`/api/v1/tariffs/${things.tariffId}`),
      (request) => request.fulfill({ status: 404, json: { error } }),
    )
    try {
      await page.getByRole('button', { name: '停用' }).click()
      await pressInQuestion(page, '停用')
      await page.locator('main .ant-empty', { hasText: '没有找到这项收费标准' }).waitFor({ timeout: 10_000 })
      expect(await page.locator('main').getByRole('button', { name: '再试一次' }).count()).toBe(0)
    } finally {
      await page.unrouteAll()
    }
  })

  test.each([
    ['what waits for somebody, with when it is due', 'today?due=all', ['时间']],
    ['the day sheet, with what the till is counted against', 'fees/day-sheet', ['笔数', '看明细']],
    ['the log, with the details', 'settings/audit', ['金额 ¥100.00']],
    ['the tariffs, with whether they are billed by', 'fees/tariffs', ['在用', '适用数量']],
    ['the payments, with what was received', 'fees/payments', [/现金.*¥[1-9].*1501.*李女士.*收据.*经办/s]],
    ['the bills, with what was paid', 'fees/bills', [/物业服务费.*¥[1-9].*1501.*李女士.*已缴.*¥.*到期/s]],
    ['how a workbook was understood, with all its columns', 'import/:importId', [/认出的列.*房号/s]],
  ])('%s is read whole on a phone, without pushing it sideways', async (_, address, words) => {
    await open(addressOf(address))
    await page.setViewportSize(sizes.phone)
    const rows = page.locator('main .ant-table-row')
    for (const hasText of words) await rows.filter({ hasText }).first().waitFor()
    await expect.poll(() => pushed(page)).toEqual([])
  })

  test.each(['fees/bills', 'fees/payments'])(
    'what %s says while it waits, fails or is empty is whole on a phone',
    async (route) => {
      await page.setViewportSize(sizes.phone)
      const { promise: asked, resolve: ask } = Promise.withResolvers<void>()
      const { promise: answers, resolve: answer } = Promise.withResolvers<void>()
      await page.route(`**/api/v1/${route.replace('fees/', '')}?*`, async (request) => {
        ask()
        await answers
        await request.abort()
      })
      try {
        await page.goto(`${addressOf(route)}?projectId=${newId('proj', administrator.now)}`)
        await asked
        await wholeInSight('main .ant-table-wrapper .ant-spin-dot')
        answer()
        await wholeInSight('main .ant-alert', '网络')
        await wholeInSight('main .ant-alert button')
      } finally {
        answer()
        await page.unrouteAll({ behavior: 'wait' })
      }
      await page.locator('main .ant-alert button').click()
      await wholeInSight('main .ant-empty-description', '。')
      await expect.poll(() => pushed(page)).toEqual([])
    },
  )

  test('a check of the log that fails leaves no verdict of before on the page', async () => {
    await open(addressOf('settings/audit'))
    const verdict = page.locator('main [role=status]')
    await page.getByRole('button', { name: '验证记录' }).click()
    await verdict.waitFor()
    await page.route('**/api/v1/audit/verdict', (route) => route.abort())
    try {
      await page.getByRole('button', { name: '验证记录' }).click()
      await page.locator('.ant-message-error').waitFor()
      expect(await verdict.count()).toBe(0)
    } finally {
      await page.unrouteAll()
    }
  })

  test('who looks for a room while nothing answers is offered to try again, and finds it once something does', async () => {
    await open(addressOf('fees/desk'))
    const box = page.locator('main input[type=search], main .ant-input').first()
    await page.route('**/api/v1/registry/rooms?*', (route) => route.abort())
    await box.fill('1501')
    await box.press('Enter')
    const again = page.getByRole('button', { name: '再试一次' })
    await again.waitFor().finally(() => page.unrouteAll())
    // Nobody filled in anything here.
    await page.getByText('这一部分没有取到').waitFor()
    await again.click()
    await page.waitForURL(/roomId=/)
  })

  test.each([
    ['fees/tariffs', 'tariffs'],
    ['projects', 'projects'],
  ])('%s says what it is also where it could not be read', async (route, path) => {
    await page.route(`**/api/v1/${path}*`, (answer) => answer.abort())
    try {
      await page.goto(addressOf(route))
      await page.getByText('这一部分没有取到').first().waitFor()
      expect(await page.locator('h1').count()).toBe(1)
    } finally {
      await page.unrouteAll()
    }
  })

  test('who has no network is told so at once, whatever is clicked, and goes on once there is one', async () => {
    await open(addressOf('settings/audit'))
    await page.context().setOffline(true)
    try {
      await page.getByRole('button', { name: '验证记录' }).click()
      await page.locator('.ant-message-error', { hasText: '网络不通' }).first().waitFor()
    } finally {
      await page.context().setOffline(false)
    }
    await page.getByRole('button', { name: '验证记录' }).click()
    await page.locator('main [role=status]').waitFor()
  })

  test('the place where a workbook is dropped leaves room for what was imported before', async () => {
    await open(addressOf('import'))
    const box = await page.locator('.ant-upload-drag').boundingBox()
    expect(box?.height).toBeLessThanOrEqual(260)
  })

  test.each([
    'today',
    'desk/complaints',
    'fees/bills',
    'projects',
    'people',
    'satisfaction',
    'settings/staff',
  ])('%s is all in the language that was chosen', async (route) => {
    const shown = `[...document.querySelectorAll('main h1, main th, main label, main button, .ant-menu')]
      .map((each) => each.innerText)`
    for (const locale of ['zh-Hant', 'en']) {
      await page.context().addCookies([{ name: 'heju_lang', value: locale, url: origin }])
      await open(addressOf(route))
      const words = (await page.evaluate<string[]>(shown)).join('\n')
      // A reader of screens speaks by it, also where nobody chose it on this page.
      expect(await page.getAttribute('html', 'lang')).toBe(locale)
      expect(words).not.toMatch(/\b(?:nav|state|view|error)\.[a-z]/)
      expect(words.match(locale === 'en' ? /\p{Script=Han}+/gu : /[务单项满报记费设]/gu)).toBeNull()
    }
    await page.context().addCookies([{ name: 'heju_lang', value: 'zh-CN', url: origin }])
  })

  test('who chooses a project at the cashier’s desk goes on with looking for a room of it', async () => {
    const { projectId } = things
    const cloud = { projectId: newId('proj', administrator.now), name: '云栖里', type: 'office' } as const
    await createProject(administrator, { requestId: freshRequestId(), ...cloud })
    await open(`${addressOf('fees/desk')}?projectId=${cloud.projectId}`)
    await page.getByLabel('项目', { exact: true }).click()
    await clickOption(page, '翠湖花园')
    await page.waitForSelector('input[type=search]:focus, .ant-input:focus')
    // By keyboard too, and where something was looked for before.
    await page.goto(`${addressOf('fees/desk')}?projectId=${projectId}&search=1501`)
    await page.waitForSelector('#given:focus')
    await page.getByLabel('项目', { exact: true }).press('ArrowDown')
    await takeOption(page, '云栖里')
    await page.waitForSelector('input[type=search]:focus, .ant-input:focus')
    await expect.poll(() => page.inputValue('input[type=search], .ant-input')).toBe('')
  })
})
