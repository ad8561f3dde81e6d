import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { as } from '@heju/core/testing'
import { demoStaff, operator, setUpCompany } from '@heju/local/demo'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { launchBrowser, sizes } from '../setup/browser.ts'
import { fillWith } from '../setup/things.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { settling } from '../setup/settling.ts'
import { signInAtConsole, signInAtPortal } from '../setup/sign-in.ts'

const product = inject('product')
const routerFile = join(import.meta.dirname, '../../packages/console/src/app/router.tsx')
const routes = [...readFileSync(routerFile, 'utf8').matchAll(/path: '([^'*]+)', lazy/g)].map(([, path]) =>
  (path ?? '').replace('/console/', ''),
)
/** What somebody may put into a name, a note, a file's name: it would run as soon as a page took it for markup. */
const stored = '<img src data-stored onerror=ran=1>'
const ownerPhone = '13900006001'
let browser: Browser
let origin: string
let things: Record<string, string>
let staff: Page
let owner: Page
const settled = new Map<Page, () => Promise<void>>()
/** Where the markup was seen as the text that it is: without any the test would see nothing. */
const seen: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  const company = await setUpCompany(product.url, `stored-${Date.now().toString(36)}`, `和风物业${stored}`)
  ;({ origin } = company)
  const me = await company.administrator.json<{ staff: { id: string } }>('GET', `${origin}/api/v1/session`)
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, company.companyId)
  const assignments = [{ role: 'company_admin', projects: 'all' }] as const
  const administrator = as(ctx, { kind: 'staff', id: me.staff.id, assignments })
  const filled = await fillWith(administrator, `+86${ownerPhone}`, stored)
  things = filled
  await storeEverywhere(ctx)
  // Without the policy of pages, which would stop a script that got so far: what counts is that none gets there.
  staff = await (await withoutPolicy('desk')).newPage()
  await signInAtConsole(staff, origin, demoStaff[0].phone)
  owner = await (await withoutPolicy('phone')).newPage()
  for (const page of [staff, owner]) settled.set(page, settling(page))
  await signInAtPortal(owner, origin, ownerPhone, product)
})
afterAll(() => browser.close())

function withoutPolicy(size: keyof typeof sizes): Promise<BrowserContext> {
  return browser.newContext({ viewport: sizes[size], bypassCSP: true, locale: 'zh-CN' })
}

/** Columns that hold what people wrote, in whichever table. */
const written =
  /^(name|remark|text|wish|note|owner_words|words|place|contact_name|agent_name|file_name|address|reason|cause|learned|prevention|payer_name|cashier_name|approval_no|title|lot|layout|plate|number_on_door|reference_no|fee)$/

/** Puts the markup behind every text that people wrote, as if each of them had written it. */
async function storeEverywhere(ctx: Awaited<ReturnType<typeof companyCtx>>): Promise<void> {
  const { client } = ctx.db
  const all = async (sql: string) => (await client.execute(sql)).rows
  // What is append-only for the product is not for who wants to know what pages make of it.
  for (const { name } of await all(`SELECT name FROM sqlite_master WHERE type = 'trigger'`))
    await client.execute(`DROP TRIGGER "${String(name)}"`)
  for (const { name: table } of await all(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 1) <> '_' AND name NOT LIKE 'sqlite%'`,
  )) {
    for (const { name: column } of await all(`PRAGMA table_info("${String(table)}")`)) {
      if (!written.test(String(column))) continue
      const sql = `UPDATE "${String(table)}" SET "${String(column)}" = "${String(column)}" || ? WHERE "${String(column)}" IS NOT NULL AND "${String(column)}" NOT LIKE '%data-stored%'`
      await client.execute({ sql, args: [stored] })
    }
  }
}

/** Opens a page and looks whether the markup became anything but text. */
async function open(page: Page, address: string): Promise<void> {
  await page.goto(address.startsWith('/') ? origin + address : address)
  await settled.get(page)?.()
  await nothingRan(page, address)
}

async function nothingRan(page: Page, where: string): Promise<void> {
  const found = await page.evaluate<{ ran: boolean; elements: number; text: boolean }>(`({
    ran: 'ran' in window,
    elements: document.querySelectorAll('[data-stored]').length,
    text: document.documentElement.textContent.includes('data-stored'),
  })`)
  expect({ where, ran: found.ran, elements: found.elements }).toEqual({ where, ran: false, elements: 0 })
  if (found.text) seen.push(where)
}

const of = (path: string) => path.replaceAll(/:(\w+)/g, (_, name: string) => things[name] ?? `no-${name}`)

describe('markup that somebody stored is text and nothing else', () => {
  test.each(routes)('in the console at %s', async (route) => {
    await open(staff, `/console/${of(route)}`)
  })

  test('in the look-up of callers, in forms and in what is asked before something is done', async () => {
    await staff.goto(`${origin}/console/desk/complaints`)
    await staff.waitForSelector('h1')
    await staff.keyboard.press('F2')
    await staff.waitForSelector('.ant-drawer #caller:focus')
    await staff.keyboard.type(ownerPhone)
    await staff.waitForSelector('.ant-select-item-option-active:has-text("李女士")')
    await nothingRan(staff, 'look-up')
    await staff.keyboard.press('Enter')
    await staff.waitForSelector('.ant-drawer [role=status]')
    await nothingRan(staff, 'greeting')
  })

  test.each([
    '/portal',
    '/portal/bills',
    '/portal/bills/:billId',
    '/portal/payments/:orderId',
    '/portal/receipts/:receiptId',
    '/portal/complaints',
    '/portal/complaints/new',
    '/portal/me',
  ])('in the portal at %s', async (path) => {
    await open(owner, of(path))
  })

  test('what an owner writes, in the portal and to the desk that reads it', async () => {
    await owner.goto(`${origin}/portal/complaints/new`)
    await owner.selectOption('#categoryId', { index: 2 })
    await owner.fill('#text', `楼道漏水。${stored}`)
    await owner.click('form[enctype] button[type=submit]')
    await owner.waitForURL(/said=new/)
    await nothingRan(owner, 'portal matter')
    const matter = new URL(owner.url()).pathname.split('/').at(-1) ?? ''
    await open(staff, `/console/desk/complaints/${matter}`)
    expect(seen).toContain('portal matter')
    expect(seen).toContain(`/console/desk/complaints/${matter}`)
  })

  test('on paper, in the description of the API and in the operator’s console', async () => {
    await open(staff, of('/receipts/:receiptId'))
    await open(staff, '/docs')
    await staff.goto(`${product.url}/operator/sign-in`)
    await staff.fill('input[name=email]', operator.email)
    await staff.fill('input[name=password]', operator.password)
    await staff.click('main button[type=submit], form button[type=submit]')
    await staff.waitForURL(/\/operator$/)
    for (const path of ['/operator', '/operator/history']) await open(staff, product.url + path)
    expect(seen).toContain(`${product.url}/operator`)
    expect(seen).toContain(of('/receipts/:receiptId'))
  })

  test('it was there to be seen', () => {
    const places = [
      '/console/people',
      '/console/projects',
      '/console/desk/complaints',
      '/console/fees/bills',
      '/portal',
    ]
    for (const place of places) expect(seen).toContain(place)
    expect(seen.length).toBeGreaterThan(25)
  })
})
