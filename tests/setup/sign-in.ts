import { demoPassword } from '@heju/local/demo'
import type { Page } from 'playwright-core'
import { codeFor } from './billed-estate.ts'
import type { RunningProduct } from './running-product.ts'

/** A colleague comes in by phone number and password, and stands before the day's work. */
export async function signInAtConsole(
  page: Page,
  origin: string,
  login: string,
  password: string = demoPassword,
): Promise<void> {
  await page.goto(`${origin}/console/sign-in`)
  await page.fill('input[autocomplete=username]', login)
  await page.fill('input[type=password]', password)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/today/)
}

/** An owner comes in by phone and code, and stands before the portal's first page. */
export async function signInAtPortal(
  page: Page,
  origin: string,
  phone: string,
  product: Pick<RunningProduct, 'phoneUrl' | 'logFile'>,
): Promise<void> {
  await page.goto(`${origin}/portal`)
  await page.fill('#phone', phone)
  const since = Date.now()
  await page.click('form[action="/portal/sign-in/code"] button')
  await page.fill('#code', await codeFor(product, phone, since))
  await page.click('form[action="/portal/sign-in"] button')
  await page.waitForURL(`${origin}/portal`)
}
