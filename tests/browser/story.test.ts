import { enqueueMessage } from '@heju/core/platform/messages'
import { anyhow, freshRequestId } from '@heju/core/testing'
import { demoStaff, inviteColleagues } from '@heju/local/demo'
import { addMonths, civilDateOf, periodAt } from '@heju/kernel'
import { tick } from '@heju/local/start'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { billedEstate, codeFor, type BilledEstate } from '../setup/billed-estate.ts'
import { chooseOption, launchBrowser, person, picture, seriousFaults, sizes } from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtConsole, signInAtPortal } from '../setup/sign-in.ts'

const product = inject('product')
const slug = `story-${Date.now().toString(36)}`
const ownerPhone = '13900000001'
let browser: Browser
let origin: string
let estate: BilledEstate
let desk: Page

/** One estate of six rooms, billed for this month: what the rest of the story is about. */
beforeAll(async () => {
  browser = await launchBrowser()
  estate = await billedEstate(product, slug, ownerPhone, undefined, civilDateOf(Date.now(), 'Asia/Shanghai'))
  ;({ origin } = estate)
  await inviteColleagues(origin, estate.administrator, Date.now())
  desk = await signedIn(await atDesk())
})
afterAll(() => browser.close())

/** With what moves moving: the story is seen as most people see it. */
const atDesk = () => person(browser, 'desk', { motion: true })

async function signedIn(who: BrowserContext, phone: string = demoStaff[0].phone): Promise<Page> {
  const page = await who.newPage()
  await signInAtConsole(page, origin, phone)
  return page
}

describe('a company, an owner and head office', () => {
  test('an owner signs in by a code, sees what is owed, pays by WeChat Pay without a script, and has a receipt', async () => {
    const owner = await person(browser, 'phone', { script: false })
    const page = await owner.newPage()
    await page.goto(`${origin}/portal`)
    await page.fill('input[name=phone]', ownerPhone)
    await page.click('main button[type=submit] >> nth=0')
    await page.fill('input[name=code]', await codeFor(product, ownerPhone))
    await page.click('main form[action="/portal/sign-in"] button[type=submit]')
    await page.goto(`${origin}/portal/bills`)
    expect(await page.textContent('main')).toContain('¥340.42')
    await picture(page, 'portal-bills-phone')
    await page.click('button[value=h5]')
    await page.waitForURL(/\/portal\/payments\//)
    const payment = page.url()
    await page.click('main a[href$="/go"]')
    await page.click('button >> nth=0')
    await expect
      .poll(async () => (await page.goto(payment), page.textContent('main')), { timeout: 30_000 })
      .toContain('账单已缴清')
    await picture(page, 'portal-paid-phone')
    await owner.close()
  })

  test.each(['/portal/sign-in'])(
    'the portal’s page %s has no serious fault at either width',
    async (path) => {
      for (const size of ['phone', 'desk'] as const) {
        const who = await person(browser, size)
        const page = await who.newPage()
        await page.goto(`${origin}${path}`)
        expect(await seriousFaults(page)).toEqual([])
        await who.close()
      }
    },
  )

  test('the front desk registers a complaint, and a tick of the schedule disturbs nobody', async () => {
    await desk.setViewportSize(sizes.desk)
    await desk.goto(`${origin}/console/desk/complaints`)
    await desk.click('button:has-text("登记投诉")')
    await desk.fill('#place', '1栋大堂')
    await desk.fill('#text', '大堂的灯三天没有亮了，晚上看不清台阶。')
    await chooseOption(desk, desk.locator('#categoryId'), '设施设备 / 照明')
    await desk.click('.ant-drawer button:has-text("保存")')
    await desk.waitForURL(/\/desk\/complaints\/cmpl_/)
    await expect.poll(() => desk.textContent('h1')).toMatch(/TS-\d{8}-0001/)
    await picture(desk, 'console-complaint-desk')
    await tick(product.url)
  })

  test('a complaint is answered, taken up again because the owner is not content, and closed', async () => {
    const owner = await ownerIn(estate.phones[1]!)
    await owner.goto(`${origin}/portal/complaints/new`)
    await owner.selectOption('#categoryId', { index: 2 })
    await owner.fill('#text', '楼道漏水，墙皮掉了一地。')
    await owner.setInputFiles('#photos', {
      name: 'IMG_0001.png',
      mimeType: 'image/png',
      buffer: await desk.screenshot(),
    })
    await owner.click('form[enctype] button[type=submit]')
    await owner.waitForURL(/said=new/)
    const matter = new URL(owner.url()).pathname

    const front = await signedIn(await atDesk(), colleague('desk').phone)
    await front.goto(`${origin}/console/desk/complaints`)
    await front.locator('tr', { hasText: '墙皮掉了一地' }).locator('a').click()
    await front.click('.ant-image img')
    await front.waitForSelector('.ant-image-preview img')
    await picture(front, 'console-complaint-photo-desk')
    await front.keyboard.press('Escape')
    await front.waitForSelector('.ant-image-preview', { state: 'detached' })
    await front.getByRole('tab', { name: '判定投诉性质' }).click()
    await chooseOption(front, front.locator('#judged_judgement'), '求助')
    await step(front, '判定投诉性质', {}, '已受理')
    await step(front, '调查分析原因', { findings: '三层雨水管接口开裂。' }, '已核实')
    await front.getByRole('tab', { name: '确定处理责任人' }).click()
    await chooseOption(
      front,
      front.locator('[role=tabpanel]:visible #assigned_handlerId'),
      colleague('manager').name,
    )
    await front.locator('[role=tabpanel]:visible button[type=submit]').click()
    await front.waitForSelector(
      '[role=tabpanel]:visible .ant-form-item:has(#assigned_note) .ant-form-item-explain-error',
    )
    await step(front, '确定处理责任人', { note: '请安排换管，业主已约周五。' }, '已定责任人')

    const manager = await signedIn(await atDesk(), colleague('manager').phone)
    await openMine(manager)
    expect(await manager.textContent('main')).toContain('三层雨水管接口开裂。')
    await step(manager, '提出解决方案', { plan: '更换接口，粉刷墙面。' }, '处理中')
    await step(manager, '答复业主', { ownerWords: '接口已换好，墙面周五粉刷。' }, '已答复')

    await owner.goto(`${origin}${matter}`)
    expect(await owner.textContent('main')).toContain('接口已换好，墙面周五粉刷。')
    expect(await owner.locator('.timeline li').count()).toBe(6)
    await rate(owner, '2', '还在漏。')
    await owner.waitForURL(/said=reopened/)
    await picture(owner, 'portal-complaint-reopened-phone')

    await openMine(manager)
    expect(await manager.textContent('main')).toContain('第 2 次办理')
    await step(manager, '提出解决方案', { plan: '整根换管。' }, '处理中')
    await step(manager, '答复业主', { ownerWords: '整根水管已经换新。' }, '已答复')
    await owner.goto(`${origin}${matter}`)
    await rate(owner, '5', '这次好了。')
    await owner.waitForURL(/said=thanks/)

    await openMine(manager)
    const answers = { cause: '管道老化没有查出。', learned: '只补一处不够。', prevention: '每季查一次管。' }
    await step(manager, '总结评价', answers, '已结案')
    for (const answer of Object.values(answers)) expect(await manager.textContent('main')).toContain(answer)
    await picture(manager, 'console-complaint-closed-desk')
    await owner.goto(`${origin}${matter}`)
    expect(await owner.textContent('h1')).toContain('已结案')
    for (const page of [owner, front, manager]) await page.context().close()
  })

  test('a month is drafted, looked at and published', async () => {
    await desk.setViewportSize(sizes.desk)
    await desk.goto(`${origin}/console/fees/runs`)
    await desk.click('main button:has-text("生成草稿")')
    // The one project comes by itself; before that there is nothing to be sent.
    await desk.waitForSelector('.ant-drawer .ant-select-content[title]')
    await desk.fill('#period', nextMonth())
    await desk.press('#period', 'Enter')
    await desk.waitForURL(/\/fees\/runs\/brun_/)
    await desk.waitForSelector('.ant-statistic:has-text("¥2,096.52")')
    await picture(desk, 'console-run-ready-desk')
    await desk.click('main button:has-text("公布给业主")')
    await desk.waitForSelector('.ant-modal:has-text("公布后会发的短信")')
    await picture(desk, 'console-run-publish-desk')
    await desk.click('.ant-modal button:has-text("公布给业主")')
    await desk.waitForSelector('main .ant-tag:has-text("已公布")')
  })

  test('the cashier takes cash without a mouse, and the receipt says the amount in capitals', async () => {
    const cashier = await signedIn(await atDesk(), colleague('cashier').phone)
    await cashier.goto(`${origin}/console/fees/desk`)
    await cashier.waitForSelector('input[type=search]:focus, .ant-input:focus')
    await cashier.keyboard.type('302')
    await cashier.keyboard.press('Enter')
    await cashier.waitForSelector('#given:focus')
    // This month is due and ticked, the next one is offered.
    const boxes = await cashier.locator('tbody input[type=checkbox]').all()
    const ticked = await Promise.all(boxes.map((box) => box.isChecked()))
    expect(ticked).toEqual([true, false])
    for (const [name, size] of Object.entries(sizes)) {
      await cashier.setViewportSize(size)
      await picture(cashier, `console-cashier-${name}`)
      // What a bill still owes and what is taken of it are in sight, at either width.
      const field = await cashier.locator('tbody .ant-input-number').first().boundingBox()
      expect((field?.x ?? size.width) + (field?.width ?? 0)).toBeLessThanOrEqual(size.width)
    }
    await cashier.setViewportSize(sizes.desk)
    // One key too many takes nothing: it only goes to the button.
    await cashier.keyboard.press('Enter')
    await cashier.waitForSelector('button:focus:has-text("收款 ¥")')
    await cashier.focus('#given')
    await cashier.keyboard.type('1')
    await cashier.keyboard.press('Enter')
    await cashier.keyboard.press('Control+A')
    await cashier.keyboard.type('2')
    await cashier.keyboard.press('Enter')
    // One sentence, of what is typed by now, once the one of before has gone.
    const short = cashier.locator('main :text-matches("还差 ¥[0-9.]+，")')
    await expect.poll(() => short.allTextContents()).toEqual([expect.stringContaining('还差 ¥')])
    expect(await paymentsTaken()).toBe(0)
    await cashier.keyboard.press('Control+A')
    await cashier.keyboard.press('Delete')
    await cashier.keyboard.press('Enter')
    await cashier.waitForSelector('button:focus:has-text("收款 ¥")')
    expect(await paymentsTaken()).toBe(0)
    await cashier.keyboard.press('Enter')
    await cashier.waitForSelector('a:focus:has-text("打印收据")')
    const [receipt] = await Promise.all([
      cashier.context().waitForEvent('page'),
      cashier.keyboard.press('Enter'),
    ])
    await receipt.waitForSelector('text=人民币')
    expect(await receipt.textContent('body')).toMatch(
      /人民币[壹贰叁肆伍陆柒捌玖拾佰元零]+[角分整壹贰叁肆伍陆柒捌玖零]+/,
    )
    await picture(receipt, 'receipt-a5-desk')
    await cashier.context().close()
  })

  test('a message that could not be sent is sent again', async () => {
    const ctx = await companyCtx({ env: product.env } as unknown as TestApi, estate.companyId)
    const message = {
      purpose: 'complaint_reply',
      subjectId: 'cmpl_x',
      projectId: estate.projectId,
      phone: '13900001111',
    }
    const id = await ctx.write(
      'test.message',
      { requestId: freshRequestId() },
      (write) => enqueueMessage(ctx, write, { ...message, params: {} }),
      anyhow,
    )
    await ctx.db.client.execute({ sql: `UPDATE messages SET state = 'dead' WHERE id = ?`, args: [id] })
    await desk.goto(`${origin}/console/desk/messages?state=dead`)
    await desk.click('main button:has-text("重发")')
    await desk.waitForSelector('main button:has-text("重发")', { state: 'detached' })
  })
})

function colleague(key: (typeof demoStaff)[number]['key']) {
  return demoStaff.find((each) => each.key === key) ?? demoStaff[0]
}

async function ownerIn(phone: string): Promise<Page> {
  const page = await (await person(browser, 'phone', { script: false })).newPage()
  await signInAtPortal(page, origin, phone, product)
  return page
}

/** Takes one step of the procedure and waits until the complaint stands there. */
async function step(page: Page, tab: string, words: Record<string, string>, state: string): Promise<void> {
  await page.getByRole('tab', { name: tab }).click()
  const panel = page.locator('[role=tabpanel]:visible')
  for (const [field, text] of Object.entries(words)) await panel.locator(`[id$=_${field}]`).fill(text)
  await panel.locator('button[type=submit]').click()
  await page.waitForSelector(`main .ant-tag:has-text("${state}")`)
}

/** Opens the complaint out of the list of what is one's own. */
async function openMine(page: Page): Promise<void> {
  await page.goto(`${origin}/console/desk/complaints?view=mine`)
  await page.locator('tr', { hasText: '墙皮掉了一地' }).locator('a').click()
  await page.waitForSelector('[role=tab]')
}

async function rate(page: Page, rating: string, words: string): Promise<void> {
  await page.locator(`input[name=rating][value="${rating}"]`).check({ force: true })
  await page.fill('#words', words)
  await page.click('form[action$="/rating"] button[type=submit]')
}

/** How many payments the cashier has taken in. */
async function paymentsTaken(): Promise<number> {
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, estate.companyId)
  const { rows } = await ctx.db.client.execute(`SELECT count(*) AS n FROM payments WHERE method = 'cash'`)
  return Number(rows[0]?.n)
}

/** The month after this one in Shanghai, `YYYY-MM`. */
function nextMonth(): string {
  return addMonths(periodAt(Date.now(), 'Asia/Shanghai'), 1)
}
