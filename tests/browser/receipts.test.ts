import type { Receipt } from '@heju/core/fees/payments'
import { Hono } from 'hono'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HttpEnv } from '../../workers/api/src/http/env.ts'
import { ReceiptPage } from '../../workers/api/src/receipts/receipt-page.tsx'
import { papers, type Paper } from '../../workers/api/src/receipts/style.ts'
import { launchBrowser, picture } from '../setup/browser.ts'

let browser: Browser
let page: Page
beforeAll(async () => {
  browser = await launchBrowser()
  page = await browser.newPage()
})
afterAll(() => browser.close())

/** A receipt for so many things, whose names are as long as they come. */
function receiptOf(lines: number): Receipt {
  const item = {
    place: '翠湖花园三期12栋-2单元-1501',
    fee: '高层住宅物业服务费',
    period: '2026-11',
    amountFen: 26_843,
  }
  return {
    id: 'rcp_1',
    paymentId: 'pay_1',
    issuedAt: Date.parse('2026-11-28T10:00+08:00'),
    number: 'SJ-2026-000123',
    company: '和风物业管理有限公司',
    project: '翠湖花园三期',
    payer: '王女士',
    issuedOn: '2026-11-28',
    paidOn: '2026-11-28',
    method: 'transfer',
    referenceNo: '20261128000123456789',
    amountFen: item.amountFen * lines,
    capitals: '人民币捌仟零伍拾贰元玖角整',
    cashier: '收费员',
    copies: 0,
    copy: 1,
    void: false,
    voidReason: null,
    items: Array.from({ length: lines }, () => item),
  }
}

async function open(paper: Paper, lines: number): Promise<void> {
  const app = new Hono<HttpEnv>()
    .use((c, next) => {
      c.set('locale', 'zh-CN')
      return next()
    })
    .get('/', (c) => c.html(ReceiptPage({ c, receipt: receiptOf(lines), paper }) as unknown as string))
  await page.setContent(await (await app.request('/')).text())
}

/** The pages of what is printed, each as wide and high as its paper, in mm. */
async function printed(): Promise<{ wide: number; high: number }[]> {
  const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  return [...file.matchAll(/\/MediaBox ?\[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, wide, high]) => ({
    wide: Math.round((Number(wide) * 25.4) / 72),
    high: Math.round((Number(high) * 25.4) / 72),
  }))
}

describe.each([1, 30])('a receipt of %i lines', (lines) => {
  test.each(papers)('on %s is printed on that paper, with every line of its table', async (paper) => {
    await open(paper, lines)
    const [first, ...more] = await printed()
    if (paper === 'a5') expect(first).toEqual({ wide: 210, high: 148 })
    if (paper === 'a4') expect(first).toEqual({ wide: 210, high: 297 })
    // A roll is one piece, as long as it has to be.
    if (paper === '80mm') expect([first?.wide, more]).toEqual([80, []])
    await page.emulateMedia({ media: 'print' })
    await page.setViewportSize({ width: { a5: 703, a4: 673, '80mm': 280 }[paper], height: 800 })
    await picture(page, `receipt-${paper}-${lines}`)
    const [table, sheet] = await Promise.all(
      ['table', 'article'].map((each) => page.locator(each).boundingBox()),
    )
    const right = (box: typeof table) => (box === undefined || box === null ? 0 : box.x + box.width)
    // Half of the line on the right lies outside the table.
    expect(right(table) + 0.5).toBeLessThanOrEqual(right(sheet))
    await page.emulateMedia({ media: null })
  })
})
