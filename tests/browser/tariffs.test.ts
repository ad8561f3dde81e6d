import { createTariff, switchTariff } from '@heju/core/billing'
import { as, freshRequestId } from '@heju/core/testing'
import type { Ctx } from '@heju/core'
import { newId, type CivilDate } from '@heju/kernel'
import { setUpCompany } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { launchBrowser, person, picture, seriousFaults } from '../setup/browser.ts'
import { fillWith } from '../setup/things.ts'
import { companyCtx } from '../setup/two-companies.ts'

const product = inject('product')
/** A phone of this file alone: one opens five companies a day. */
const administrator = '13800000085'
let browser: Browser
let origin: string
let ctx: Ctx
let things: Record<string, string>

beforeAll(async () => {
  browser = await launchBrowser()
  const company = await setUpCompany(
    product.url,
    `tariffs-${Date.now().toString(36)}`,
    '和风物业',
    administrator,
  )
  ;({ origin } = company)
  const session = `${origin}/api/v1/session`
  const { staff } = await company.administrator.json<{ staff: { id: string } }>('GET', session)
  const assignments = [{ role: 'company_admin', projects: 'all' }] as const
  ctx = as(await companyCtx({ env: product.env } as unknown as TestApi, company.companyId), {
    kind: 'staff',
    id: staff.id,
    assignments,
  })
  things = await fillWith(ctx, '+8613900007098')
  const { tariffId = '', projectId = '' } = things
  await switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'disabled' })
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId: newId('tariff', ctx.now),
    projectId,
    name: '新物业服务费',
    feeItem: 'property',
    basis: 'area',
    scope: { kind: 'project' },
    fromOn: '2026-01-01' as CivilDate,
    priceE4: 25_000,
    approval: { approvalKind: 'contract', approvalNo: '2026-2', approvalOn: '2025-12-20' as CivilDate },
    guidance: { grade: '一级', baseE4: 25_000, rangeE4: 2_000 },
  })
})
afterAll(() => browser.close())

async function signedIn(size: 'desk' | 'phone'): Promise<Page> {
  const page = await (await person(browser, size)).newPage()
  await page.goto(`${origin}/console/sign-in`)
  await page.fill('input[autocomplete=username]', administrator)
  await page.fill('input[type=password]', 'heju-demo-2026')
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/console\/today/)
  await page.goto(`${origin}/console/fees/tariffs/${things.tariffId}`)
  await page.waitForSelector('h1')
  return page
}

test.each(['phone', 'desk'] as const)(
  'who brings a tariff into use chooses what becomes of other charges, and nothing is chosen for them: %s',
  async (size) => {
    const page = await signedIn(size)
    await page.getByRole('button', { name: '恢复使用' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').first().waitFor()
    const save = dialog.getByRole('button', { name: '保存' })
    expect([await dialog.locator('input:checked').count(), await save.isDisabled()]).toEqual([0, true])
    await picture(page, `tariffs-decision-${size}`)
    expect(await seriousFaults(page)).toEqual([])
    await dialog.getByText('两项都收').click()
    expect([await dialog.locator('input:checked').count(), await save.isEnabled()]).toEqual([1, true])
    if (size === 'phone') return
    await save.click()
    await page.getByRole('button', { name: '停用' }).waitFor()
  },
)

test('who assigns a tariff that is not in use is told that it displaces nothing, and chooses nothing', async () => {
  const { tariffId = '' } = things
  await switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'disabled' })
  const page = await signedIn('desk')
  await page.getByRole('button', { name: '适用到更多房屋或车位' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.locator('#kind').click()
  await page.getByTitle('整个项目').click()
  await drawer.getByText('现在没有在用').waitFor()
  expect(await drawer.getByRole('radio').count()).toBe(0)
  await picture(page, 'tariffs-not-in-use-desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'tariffs-not-in-use-phone')
})
