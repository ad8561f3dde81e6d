import { enqueueMessage } from '@heju/core/platform/messages'
import { anyhow } from '@heju/core/testing'
import type { Write } from '@heju/db'
import { demoStaff, setUpCompany } from '@heju/local/demo'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { Browser } from 'playwright-core'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { launchBrowser, person, picture, seriousFaults } from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtConsole } from '../setup/sign-in.ts'

const product = inject('product')
const [administrator] = demoStaff
let browser: Browser
let origin: string
let companyId: string
beforeAll(async () => {
  browser = await launchBrowser()
  ;({ origin, companyId } = await setUpCompany(
    product.url,
    `messages-${Date.now().toString(36)}`,
    '和风物业',
  ))
})
afterAll(() => browser.close())

/** Invitations that the provider refused, with a reason of which only the code is kept. */
async function refused(count: number): Promise<void> {
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, companyId)
  const invitation = { purpose: 'survey_open', subjectId: 's', phone: '13812345678', params: {} }
  const enqueue = async (write: Write) => {
    for (let i = 0; i < count; i++) await enqueueMessage(ctx, write, invitation)
  }
  await ctx.writeAnew('test.enqueue', enqueue, anyhow)
  await ctx.db.client.execute(
    `UPDATE messages SET state = 'dead', failure = 'messages.account_refused' WHERE purpose = 'survey_open'`,
  )
}

test('what a provider refused is listed with its reason and sent again at one press', async () => {
  await refused(3)
  const page = await (await person(browser, 'desk')).newPage()
  await signInAtConsole(page, origin, administrator.phone)
  await page.goto(`${origin}/console/desk/messages?failure=messages.account_refused`)
  await page.waitForSelector('.ant-table-row:has-text("短信账户无法使用")')
  await page.waitForSelector('button:has-text("全部重发（3")')
  await picture(page, 'console-messages-refused-desk')
  expect(await seriousFaults(page)).toEqual([])
  await page.click('button:has-text("全部重发")')
  await page.click('.ant-modal .ant-btn-primary')
  await page.waitForSelector('.ant-table-row', { state: 'detached' })
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, companyId)
  const { rows } = await ctx.db.client.execute(
    `SELECT count(*) AS n FROM audit_log WHERE action = 'messages.resent_failed'`,
  )
  expect(rows[0]?.n).toBe(1)
})
