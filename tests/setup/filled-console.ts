import type { Ctx } from '@heju/core'
import { addBill } from '@heju/core/fees/payments/testing'
import { as } from '@heju/core/testing'
import { setUpCompany } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { person, picture, seriousFaults, sizes } from './browser.ts'
import type { RunningProduct } from './running-product.ts'
import { settling } from './settling.ts'
import { signInAtConsole } from './sign-in.ts'
import { fillWith } from './things.ts'
import { companyCtx } from './two-companies.ts'

/** The console of a company that has one of everything, in front of its administrator. */
export interface FilledConsole {
  page: Page
  origin: string
  administrator: Ctx
  /** What is there, by the names that routes give their ids. */
  things: Record<string, string>
  /** The address of a page about a thing that is there. */
  addressOf: (route: string) => string
  /** Opens a page at the desk's width, and waits until all that it asked for is drawn. */
  open: (address: string) => Promise<void>
  /** Waits until nothing is awaited, also not by what the answers drew. */
  settle: () => Promise<void>
}

/**
 * @param name of the company's host
 * @param phone of its administrator, no other test's
 * @param motion whether what opens slides and fades
 */
export async function filledConsole(
  browser: Browser,
  product: RunningProduct,
  { name, phone, motion = false }: { name: string; phone: string; motion?: boolean },
): Promise<FilledConsole> {
  const company = await setUpCompany(product.url, `${name}-${Date.now().toString(36)}`, '和风物业', phone)
  const { origin } = company
  const session = `${origin}/api/v1/session`
  const { staff } = await company.administrator.json<{ staff: { id: string } }>('GET', session)
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, company.companyId)
  const assignments = [{ role: 'company_admin', projects: 'all' }] as const
  const administrator = as(ctx, { kind: 'staff', id: staff.id, assignments })
  const filled = await fillWith(administrator, '+8613900007099')
  const things: Record<string, string> = { ...filled, staffId: staff.id }
  await billInTheList(administrator, things)
  const page = await (await person(browser, 'desk', { motion })).newPage()
  const settle = settling(page)
  await signInAtConsole(page, origin, phone)
  const addressOf = (route: string) => {
    const path = route.replaceAll(/:(\w+)/g, (_, id: string) => things[id] ?? `no-${id}`)
    expect(path).not.toContain('no-')
    return `${origin}/console/${path}`
  }
  const open = async (address: string) => {
    await page.setViewportSize(sizes.desk)
    await page.goto(address)
    await page.waitForSelector('h1')
    await settle()
  }
  return { page, origin, administrator, things, addressOf, open, settle }
}

/** A bill with a price that is on record, as the list of bills has them. */
async function billInTheList(administrator: Ctx, things: Record<string, string>): Promise<void> {
  const { projectId = '', roomId = '', personId = '', tariffId = '' } = things
  const prices = await administrator.db.client.execute({
    sql: 'SELECT id FROM tariff_prices WHERE tariff_id = ?',
    args: [tariffId],
  })
  const by = { tariffId, priceId: String(prices.rows[0]?.id), period: '2026-01', dueOn: '2026-01-31' }
  await addBill({ ctx: administrator, projectId, rooms: [{ roomId, personId }] }, 0, by)
}

/** A page that must not be pushed sideways, at both widths; faults on the phone, and where CI is set on the desk too. */
export async function lookAtPage(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    await picture(page, `console-${name.replaceAll(/[^a-z-]+/g, '-')}-${width}`)
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    const faults = width === 'phone' || process.env.CI ? await seriousFaults(page) : []
    expect([width, Math.max(wide, size.width), faults]).toEqual([width, size.width, []])
  }
}
