import { setUpCompany } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import { lookAtBoth, person } from './browser.ts'
import { signInAtConsole } from './sign-in.ts'

/** The page of imports in the project of a company of its own, in front of its administrator. */
export interface ImportPage {
  page: Page
  origin: string
  projectId: string
  upload: (text: string) => Promise<void>
  /** Takes pictures at both widths, and looks for what keeps people out. */
  lookAt: (name: string) => Promise<void>
}

/** @param name of the company's host, of its pictures too @param phone of its administrator, no other test's */
export async function openImportPage(
  browser: Browser,
  productUrl: string,
  { name, phone }: { name: string; phone: string },
): Promise<ImportPage> {
  const host = `${name}-${Date.now().toString(36)}`
  const { origin } = await setUpCompany(productUrl, host, '和风物业', phone)
  const page = await (await person(browser, 'desk')).newPage()
  await signInAtConsole(page, origin, phone)
  await page.goto(`${origin}/console/projects`)
  await page.locator('button:has-text("新建项目")').first().click()
  await page.locator('.ant-drawer-section').last().locator('#name').fill('丁香苑')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/projects\/proj_/)
  const projectId = page.url().split('/').at(-1)!
  const upload = async (text: string) => {
    await page.goto(`${origin}/console/import?projectId=${projectId}`)
    const file = { name: '业主登记.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
    await page.setInputFiles('input[type=file]', file)
    await page.waitForURL(/\/console\/import\/imp_/)
  }
  const lookAt = (what: string) => lookAtBoth(page, `${name}-${what}`)
  return { page, origin, projectId, upload, lookAt }
}
