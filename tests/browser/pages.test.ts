import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Ctx } from '@heju/core'
import { addBill } from '@heju/core/fees/payments/testing'
import { createProject } from '@heju/core/estate/projects'
import { as, freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { setUpCompany } from '@heju/local/demo'
import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import {
  answerQuestion,
  launchBrowser,
  person,
  picture,
  pushed,
  seriousFaults,
  sizes,
} from '../setup/browser.ts'
import { fillWith } from '../setup/things.ts'
import { companyCtx } from '../setup/two-companies.ts'

const product = inject('product')
const routerFile = join(import.meta.dirname, '../../packages/console/src/app/router.tsx')
/** The pages as the console's router has them, so that none can be forgotten here. */
const routes = [...readFileSync(routerFile, 'utf8').matchAll(/path: '([^'*]+)', lazy/g)].map(([, path]) =>
  (path ?? '').replace('/console/', ''),
)
const sources = join(import.meta.dirname, '../../packages/console/src')
/** Every name that some page reads in its address. */
const inAddresses = new Set(
  globSync('**/*.{ts,tsx}', { cwd: sources }).flatMap((file) =>
    [
      ...readFileSync(join(sources, file), 'utf8').matchAll(
        /(?:useFilter\(|const (?:names|given|filterNames) = )\[([^\]]*)\]/g,
      ),
    ].flatMap(([, list]) => [...(list ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '')),
  ),
)
let browser: Browser
let origin: string
let administrator: Ctx
let things: Record<string, string>
let page: Page

beforeAll(async () => {
  browser = await launchBrowser()
  const company = await setUpCompany(product.url, `pages-${Date.now().toString(36)}`, '和风物业')
  ;({ origin } = company)
  const session = `${origin}/api/v1/session`
  const { staff } = await company.administrator.json<{ staff: { id: string } }>('GET', session)
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, company.companyId)
  const assignments = [{ role: 'company_admin', projects: 'all' }] as const
  administrator = as(ctx, { kind: 'staff', id: staff.id, assignments })
  const filled = await fillWith(administrator, '+8613900007099')
  things = filled
  await billInTheList()
  page = await (await person(browser, 'desk')).newPage()
  await page.goto(`${origin}/console/sign-in`)
  await page.fill('input[autocomplete=username]', '13800000001')
  await page.fill('input[type=password]', 'heju-demo-2026')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/today/)
})
afterAll(() => browser.close())

/** A bill with a price that is on record, as the list of bills has them. */
async function billInTheList(): Promise<void> {
  const { projectId = '', roomId = '', personId = '', tariffId = '' } = things
  const prices = await administrator.db.client.execute({
    sql: 'SELECT id FROM tariff_prices WHERE tariff_id = ?',
    args: [tariffId],
  })
  const by = { tariffId, priceId: String(prices.rows[0]?.id), period: '2026-01', dueOn: '2026-01-31' }
  await addBill({ ctx: administrator, projectId, rooms: [{ roomId, personId }] }, 0, by)
}

/** The address of a page about a thing that is there. */
function addressOf(route: string): string {
  const path = route.replaceAll(/:(\w+)/g, (_, name: string) => things[name] ?? `no-${name}`)
  expect(path).not.toContain('no-')
  return `${origin}/console/${path}`
}

async function open(address: string): Promise<void> {
  await page.setViewportSize(sizes.desk)
  await page.goto(address)
  await page.waitForSelector('h1')
  await page.waitForLoadState('networkidle')
}

/** What the cashier is told to do stands in an empty place too, and hangs on no answer. */
const toBeginWith = new Set(['fees/desk'])

/**
 * Opens a page whose answers are held back, all but who one is and which projects there are, without which there is no
 * page, and lets them go.
 * @returns what it said meanwhile of lists as if they were empty
 */
async function openWaiting(address: string): Promise<string[]> {
  const { promise: answers, resolve: answer } = Promise.withResolvers<void>()
  const isHeld = (url: string) => /^\/api\/v1\/(?!session|projects$)/.test(new URL(url).pathname)
  const held = new Set<Request>()
  const onTheirWay = new Set<Request>()
  page.on('request', (request) => (isHeld(request.url()) ? held : onTheirWay).add(request))
  const ended = (request: Request) => void (held.delete(request) || onTheirWay.delete(request))
  page.on('requestfinished', ended)
  page.on('requestfailed', ended)
  /** Until nothing of these is awaited, also not by what their answers drew. */
  const drawn = (...awaited: Set<Request>[]) =>
    expect
      .poll(async () => {
        await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
        return awaited.reduce((sum, { size }) => sum + size, 0)
      })
      .toBe(0)
  await page.route(
    ({ href }) => isHeld(href),
    async (route) => {
      await answers
      await route.fallback()
    },
  )
  try {
    await page.setViewportSize(sizes.desk)
    await page.goto(address)
    await page.waitForSelector('h1, .ant-spin', { timeout: 20_000 })
    // The page's own code, and who one is, are here; what is drawn then stays as it is until an answer comes.
    await drawn(onTheirWay)
    const empties = await page.locator('main .ant-empty, main .ant-table-placeholder').allInnerTexts()
    return empties.filter((words) => words.trim() !== '')
  } finally {
    answer()
    await page.waitForSelector('h1')
    await drawn(onTheirWay, held)
    await page.waitForLoadState('networkidle')
    await page.unrouteAll({ behavior: 'wait' })
    page.removeAllListeners()
  }
}

/** Where something may be pushed sideways on a phone, since it is compared column by column: its first one stays in sight. */
const mayBePushed = new Set(['satisfaction', 'settings/roles'])

/** A page that must be pushed sideways, at both widths; faults on the phone, and where CI is set on the desk too. */
async function lookAt(name: string): Promise<void> {
  for (const [width, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    await picture(page, `console-${name.replaceAll(/[^a-z-]+/g, '-')}-${width}`)
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    const faults = width === 'phone' || process.env.CI ? await seriousFaults(page) : []
    expect([width, Math.max(wide, size.width), faults]).toEqual([width, size.width, []])
  }
}

/** Waits for what is looked for, and expects nothing of it to be beyond the edge of a phone. */
async function wholeInSight(selector: string, hasText = ''): Promise<void> {
  const found = page.locator(selector, { hasText }).first()
  await found.waitFor()
  const box = await found.boundingBox()
  expect(box?.x).toBeGreaterThanOrEqual(0)
  expect((box?.x ?? 0) + (box?.width ?? Infinity)).toBeLessThanOrEqual(sizes.phone.width)
}

/** What the field is called in which the keyboard is, where that is in a form over the page. */
function labelInFocus(): Promise<string | undefined> {
  return page.evaluate(`document.activeElement.closest('.ant-drawer form, .ant-modal form') &&
    document.activeElement.closest('.ant-form-item')?.querySelector('.ant-form-item-label')?.innerText`)
}

describe('the console', () => {
  test('the names that pages read in their address are known here', () => {
    expect([...inAddresses]).toEqual(
      expect.arrayContaining([
        'from',
        'to',
        'period',
        'month',
        'on',
        'projectId',
        'roomId',
        'search',
        'year',
      ]),
    )
    expect(inAddresses.size).toBeGreaterThan(25)
  })

  // An invitation is its address: one that is none is refused.
  test.each(routes.filter((route) => route !== 'invitation'))(
    '%s is whole whatever stands in its address',
    async (route) => {
      // A number that rings opens a form over any page.
      const nothing = [...inAddresses].filter((name) => name !== 'call').map((name) => [name, 'abc'])
      await open(`${addressOf(route)}?${new URLSearchParams(nothing)}`)
      expect(await page.locator('.ant-result-404, .ant-result-error, main .ant-alert-error').count()).toBe(0)
    },
  )

  test.each([...routes.filter((route) => route.includes(':')), 'rooms/%00', 'nowhere'])(
    '%s is no page where its id is none, and the menu stays',
    async (route) => {
      await page.setViewportSize(sizes.desk)
      await page.goto(`${origin}/console/${route.replaceAll(/:\w+/g, 'xyz')}`)
      await page.locator('main .ant-result-404', { hasText: '没有这个页面' }).waitFor()
      expect(await page.locator('.ant-menu a[href="/console/rooms"]').isVisible()).toBe(true)
      expect(await page.locator('main .ant-alert-error').count()).toBe(0)
      if (route === 'rooms/%00') await lookAt('no-such-page')
      await page.locator('main a', { hasText: '今日工作' }).click()
      await page.waitForURL(/\/console\/today/)
    },
  )

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

  test.each(routes)(
    '%s calls no list empty that is on its way, has no serious fault and fits, its rows too, at either width',
    async (route) => {
      const empties = await openWaiting(addressOf(route))
      if (!toBeginWith.has(route)) expect(empties).toEqual([])
      expect(await page.locator('.ant-result-404, .ant-result-error').count()).toBe(0)
      await lookAt(route)
      await page.setViewportSize(sizes.phone)
      if (!mayBePushed.has(route)) await expect.poll(() => pushed(page)).toEqual([])
    },
  )

  test.each([
    ['settings/merchant', '添加商户'],
    ['settings/staff', '邀请同事'],
    ['fees/tariffs', '新建收费标准'],
    ['fees/runs', '生成草稿'],
    ['fees/reminders', '提醒设置'],
    ['desk/complaints', '登记投诉'],
    ['stopped', '搁置'],
    ['fees/reminders', '登记送达'],
  ])('the form on %s has no serious fault and fits, at either width', async (route, button) => {
    await open(addressOf(route))
    await page.locator('main button', { hasText: button }).first().click()
    await page.waitForSelector('.ant-drawer-open form, .ant-modal form, main form')
    await lookAt(`${route}-form`)
  })

  test.each([
    ['settings/merchant', '添加商户', '适用范围'],
    ['settings/staff', '邀请同事', '姓名'],
    ['settings/calendar', '15', '这一天'],
    ['projects', '新建项目', '项目名称'],
    ['rooms', '添加房屋', '楼栋'],
    ['fees/tariffs', '新建收费标准', '项目'],
    ['fees/bills', '作废', '作废原因'],
    ['fees/payments', '冲销', '冲销原因'],
    // A form that is fetched when it is first opened.
    ['desk/complaints', '登记投诉', '谁打来的'],
    ['stopped', '搁置', '原因'],
  ])('the form on %s by %s begins in its first field, at either width', async (route, button, field) => {
    for (const size of Object.values(sizes)) {
      await open(addressOf(route))
      await page.setViewportSize(size)
      await page.locator('main button', { hasText: button }).first().click()
      await expect.poll(labelInFocus).toBe(field)
    }
  })

  test('a choice that is missing is asked to be chosen, and not to be typed', async () => {
    await open(addressOf('fees/tariffs'))
    await page.locator('main button', { hasText: '新建收费标准' }).first().click()
    await page.locator('.ant-drawer-open button', { hasText: '保存' }).click()
    await page.waitForSelector('.ant-form-item-explain-error:has-text("请选择适用范围")')
    expect(await page.locator('.ant-form-item-explain-error', { hasText: '请输入名称' }).count()).toBe(1)
  })

  test('a form whose wrong field is out of sight leads to it, and a hand on the keyboard goes on there', async () => {
    await page.setViewportSize({ width: 1280, height: 500 })
    await page.goto(addressOf('fees/tariffs'))
    await page.locator('main button', { hasText: '新建收费标准' }).first().click()
    const drawer = page.locator('.ant-drawer-open')
    await drawer.locator('#name').fill('物业服务费')
    await drawer.locator('#price').fill('2.5')
    await drawer.locator('#fromOn').fill('2026-01-01')
    await page.evaluate(`document.querySelector('.ant-drawer-open .ant-drawer-body').scrollTo(0, 0)`)
    const seen = () =>
      page.evaluate<boolean>(`(() => {
        const field = document.querySelector('.ant-drawer-open #kind')
        const { top, bottom } = field.getBoundingClientRect()
        return top >= 0 && bottom <= innerHeight && document.activeElement === field
      })()`)
    expect(await seen()).toBe(false)
    await drawer.getByRole('button', { name: '保存' }).click()
    await expect.poll(seen).toBe(true)
  })

  test('a form in which something was entered asks before it is thrown away, by Escape, by going back and by its cross', async () => {
    await open(addressOf('fees/runs'))
    await page.click('nav a[href="/console/fees/tariffs"], .ant-menu a[href="/console/fees/tariffs"]')
    await page.waitForURL(/fees\/tariffs/)
    await page.locator('main button', { hasText: '新建收费标准' }).first().click()
    await page.fill('.ant-drawer-open input#name', '一项新的收费')
    await page.press('.ant-drawer-open input#name', 'Escape')
    await answerQuestion(page, '继续填写')
    expect(await page.inputValue('.ant-drawer-open input#name')).toBe('一项新的收费')
    await page.evaluate('history.back()')
    await answerQuestion(page, '继续填写')
    expect(await page.inputValue('.ant-drawer-open input#name')).toBe('一项新的收费')
    // Enter, pressed without reading, throws nothing away.
    await page.click('.ant-drawer-open .ant-drawer-close')
    await page.waitForSelector('.ant-modal-confirm button:focus')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.ant-modal-confirm', { state: 'detached' })
    expect(await page.inputValue('.ant-drawer-open input#name')).toBe('一项新的收费')
    await page.click('.ant-drawer-open .ant-drawer-close')
    await answerQuestion(page, '放弃')
    await page.waitForSelector('.ant-drawer-open', { state: 'detached' })
  })

  test('a reason that was entered in a modal asks as well, by Escape, by its mask and by its cross', async () => {
    await open(addressOf('fees/payments'))
    await page.locator('main button', { hasText: '冲销' }).first().click()
    const modal = page.locator('.ant-modal-wrap', { has: page.locator('form') })
    const reason = modal.locator('input#reason')
    await reason.fill('收错了房间')
    await page.keyboard.press('Escape')
    await answerQuestion(page, '继续填写')
    await modal.click({ position: { x: 10, y: 300 } })
    await answerQuestion(page, '继续填写')
    expect(await reason.inputValue()).toBe('收错了房间')
    await lookAt('payment-reverse')
    await modal.locator('.ant-modal-close').click()
    await answerQuestion(page, '放弃')
    await modal.waitFor({ state: 'detached' })
    // Nothing entered, nothing asked; and the keyboard is where it was opened.
    const opener = page.locator('main button', { hasText: '冲销' }).first()
    await opener.press('Enter')
    await expect.poll(labelInFocus).toBe('冲销原因')
    await page.keyboard.press('Escape')
    await modal.waitFor({ state: 'detached' })
    await expect.poll(() => opener.evaluate((button) => button.matches(':focus'))).toBe(true)
  })

  test.each([
    ['a drawer', 'fees/tariffs', '新建收费标准'],
    ['the shared form', 'projects', '新建项目'],
    ['a drawer over a row', 'fees/reminders', '登记送达'],
  ])('whoever leaves %s by Escape is where it was opened', async (_, route, name) => {
    await open(addressOf(route))
    const opener = page.locator('main button', { hasText: name }).first()
    await opener.press('Enter')
    await page.locator('.ant-drawer-open form').waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.ant-drawer-open').waitFor({ state: 'detached' })
    await expect.poll(() => opener.evaluate((button) => button.matches(':focus'))).toBe(true)
  })

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
      await page.locator('.ant-modal-confirm button', { hasText: '停用' }).click()
      await page.locator('main .ant-empty', { hasText: '没有找到这项收费标准' }).waitFor({ timeout: 10_000 })
      expect(await page.locator('main').getByRole('button', { name: '再试一次' }).count()).toBe(0)
    } finally {
      await page.unrouteAll()
    }
  })

  test('what sets work aside says so on its button', async () => {
    await open(addressOf('stopped'))
    await page.locator('main button', { hasText: '搁置' }).first().click()
    const buttons = page.locator('.ant-drawer-open .ant-drawer-extra button')
    expect(await buttons.allTextContents()).toEqual(['搁置'])
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
    await page.locator('.ant-select-item-option', { hasText: '翠湖花园' }).click()
    await page.waitForSelector('input[type=search]:focus, .ant-input:focus')
    // By keyboard too, and where something was looked for before.
    await page.goto(`${addressOf('fees/desk')}?projectId=${projectId}&search=1501`)
    await page.getByLabel('项目', { exact: true }).press('ArrowDown')
    // Keys that are pressed while the list still opens choose nothing.
    const another = page.locator('.ant-select-item-option', { hasText: '云栖里' })
    await another.waitFor()
    await expect
      .poll(async () => {
        await page.keyboard.press('ArrowDown')
        return another.getAttribute('class')
      })
      .toContain('option-active')
    await page.keyboard.press('Enter')
    await page.waitForSelector('input[type=search]:focus, .ant-input:focus')
    await expect.poll(() => page.inputValue('input[type=search], .ant-input')).toBe('')
  })
})
