import type { Ctx } from '@heju/core'
import { createProject } from '@heju/core/estate/projects'
import { as, freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import { setUpCompany } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { person } from './browser.ts'
import type { RunningProduct } from './running-product.ts'
import { signInAtConsole } from './sign-in.ts'
import { companyCtx } from './two-companies.ts'

/** A new company of a browser test's own, with its administrator at the desk. */
export interface OwnCompany {
  origin: string
  page: Page
  /** Its database, as an administrator works in it. */
  ctx: Ctx
  /** Of its projects, in their order. */
  projectIds: string[]
}

/**
 * @param name of the company's host
 * @param phone of its administrator, no other test's: one phone signs five companies up in a day
 * @param projects their names
 */
export async function ownCompany(
  browser: Browser,
  product: RunningProduct,
  { name, phone, projects }: { name: string; phone: string; projects: string[] },
): Promise<OwnCompany> {
  const host = `${name}-${Date.now().toString(36)}`
  const { origin, companyId } = await setUpCompany(product.url, host, '和风物业', phone)
  const ctx = as(await companyCtx({ env: product.env } as unknown as TestApi, companyId), {
    kind: 'staff',
    id: 'stf_test',
    assignments: [{ role: 'company_admin', projects: 'all' }],
  })
  const projectIds = []
  for (const each of projects) {
    const projectId = newId('proj', ctx.now)
    await createProject(ctx, { requestId: freshRequestId(), projectId, name: each, type: 'residential' })
    projectIds.push(projectId)
  }
  const page = await (await person(browser, 'desk')).newPage()
  await signInAtConsole(page, origin, phone)
  return { origin, page, ctx, projectIds }
}
