import {
  agreePayer,
  assignTariff,
  billList,
  chargesOfPlace,
  createTariff,
  draftBillRun,
  readRun,
  readTariff,
  switchTariff,
  tariffPrices,
  tariffs,
} from '@heju/core/fees/billing'
import { endOccupancy, giveOccupancy } from '@heju/core/estate/registry'
import { as, freshRequestId } from '@heju/core/testing'
import type { Ctx } from '@heju/core'
import { addMonths, firstDay, newId, periodAt, type CivilDate } from '@heju/kernel'
import { setUpCompany } from '@heju/local/demo'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import {
  answerQuestion,
  chooseOption,
  launchBrowser,
  person,
  picture,
  seriousFaults,
  sizes,
} from '../setup/browser.ts'
import { fillWith } from '../setup/things.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtConsole } from '../setup/sign-in.ts'

const product = inject('product')
/** A phone of this file alone: one opens five companies a day. */
const administrator = '13800000085'
let browser: Browser
/** The administrator, who has signed in at both. */
let at: Record<keyof typeof sizes, BrowserContext>
let origin: string
let ctx: Ctx
let things: Record<string, string>
/** For what and at what price tariffs are made here. */
const terms = {
  feeItem: 'property',
  basis: 'area',
  scope: { kind: 'project' },
  priceE4: 25_000,
  approval: { approvalKind: 'contract', approvalNo: '2026-2', approvalOn: '2025-12-20' as CivilDate },
  guidance: { grade: '一级', baseE4: 25_000, rangeE4: 2_000 },
} as const
const workbookTerms = { feeItem: terms.feeItem, basis: terms.basis }
/** The tariff that is in use, and a draft from before it. */
let inUse: string
let drafted: string
/** The month so many months from now; this one is billed by other tariffs. */
const month = (away: number) => addMonths(periodAt(ctx.now, 'Asia/Shanghai'), away)

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
  await ctx.db.client.execute({
    sql: 'UPDATE rooms SET area_e2 = 10000 WHERE id = ?',
    args: [things.roomId ?? ''],
  })
  drafted = newId('brun', ctx.now)
  await draftBillRun(ctx, {
    requestId: freshRequestId(),
    runId: drafted as `brun_${string}`,
    projectId,
    period: month(1),
  })
  await switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'disabled' })
  inUse = newId('tariff', ctx.now)
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId: inUse as `tariff_${string}`,
    projectId,
    name: '新物业服务费',
    fromOn: '2026-01-01' as CivilDate,
    ...terms,
  })
  at = { desk: await signedIn('desk'), phone: await signedIn('phone') }
})
beforeEach(async () => {
  for (const page of [...at.desk.pages(), ...at.phone.pages()]) await page.close()
})
afterAll(() => browser.close())

async function signedIn(size: keyof typeof sizes): Promise<BrowserContext> {
  const who = await person(browser, size)
  await signInAtConsole(await who.newPage(), origin, administrator)
  return who
}

/** A page of its own, in front of the tariff that is there. */
async function pageAt(size: keyof typeof sizes): Promise<Page> {
  const page = await at[size].newPage()
  await page.goto(`${origin}/console/fees/tariffs/${things.tariffId}`)
  await page.waitForSelector('h1')
  return page
}

test.each(['phone', 'desk'] as const)(
  'who brings a tariff into use chooses what becomes of other charges, and nothing is chosen for them: %s',
  async (size) => {
    const page = await pageAt(size)
    await page.getByRole('button', { name: '恢复使用' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio').first().waitFor()
    const save = dialog.getByRole('button', { name: '保存' })
    expect([await dialog.locator('input:checked').count(), await save.isDisabled()]).toEqual([0, true])
    await picture(page, `tariffs-decision-${size}`)
    expect(await seriousFaults(page)).toEqual([])
    await dialog.getByText('已在收的不动').click()
    expect([await dialog.locator('input:checked').count(), await save.isEnabled()]).toEqual([1, true])
    if (size === 'phone') return
    await save.click()
    await page.getByRole('button', { name: '停用' }).waitFor()
  },
)

test('who assigns a tariff that is not in use is told that it displaces nothing, and chooses nothing', async () => {
  const { tariffId = '' } = things
  await switchTariff(ctx, { requestId: freshRequestId(), tariffId, state: 'disabled' })
  const page = await pageAt('desk')
  await page.getByRole('button', { name: '适用到更多房屋或车位' }).click()
  const drawer = page.getByRole('dialog')
  await chooseOption(page, drawer.locator('#kind'), '整个项目')
  await drawer.getByText('现在没有在用').waitFor()
  expect(await drawer.getByRole('radio').count()).toBe(0)
  await picture(page, 'tariffs-not-in-use-desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'tariffs-not-in-use-phone')
})

test('a draft that is outdated is drafted anew from where that is said, which is said once, and published', async () => {
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/runs/${drafted}`)
  const publish = async () => {
    await page.getByRole('button', { name: '公布给业主' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '公布给业主' }).click()
  }
  await publish()
  const why = page.getByText('这份草稿算好以后')
  await why.first().waitFor()
  await picture(page, 'runs-outdated-desk')
  expect(await why.count()).toBe(1)
  expect(await seriousFaults(page)).toEqual([])
  await page.getByRole('dialog').getByRole('button', { name: '重新生成草稿' }).click()
  await page.waitForURL((url) => !url.pathname.endsWith(drafted) && /\/runs\/brun_/.test(url.pathname))
  await page.getByText('新物业服务费').first().waitFor()
  const runId = page.url().split('/').at(-1) ?? ''
  const { items } = await billList.page(ctx, { runId, state: 'draft' })
  expect(items.map(({ fee, amountFen }) => [fee, amountFen])).toEqual([['新物业服务费', 25_000]])
  await publish()
  await page.getByText('已公布').first().waitFor()
  expect(await readRun(ctx, runId)).toMatchObject({ state: 'published' })
  expect(await readRun(ctx, drafted)).toMatchObject({ state: 'discarded' })
})

test('who bills one room reads what it comes to and confirms it, and the bill is there', async () => {
  const page = await pageAt('phone')
  await page.goto(`${origin}/console/fees/bills?roomId=${things.roomId}`)
  await page.locator('tr.ant-table-row').first().waitFor()
  await page.getByRole('button', { name: '单独出账' }).click()
  const drawer = page.locator('.ant-drawer-open', { hasText: '给一套房或一个车位补出一个月的账单' })
  await drawer.locator('#period').fill(month(2))
  await drawer.getByText('新物业服务费').waitFor()
  await picture(page, 'bill-one-phone')
  expect(await seriousFaults(page)).toEqual([])
  await drawer.getByRole('button', { name: '单独出账' }).click()
  await page.locator('.ant-modal-confirm').waitFor()
  await picture(page, 'bill-one-confirm-phone')
  await answerQuestion(page, '单独出账')
  await page.getByText('已出账 1 笔').waitFor()
  const { items } = await billList.page(ctx, { roomId: things.roomId, period: month(2) })
  expect(items.map(({ state, fee, amountFen }) => [state, fee, amountFen])).toEqual([
    ['published', '新物业服务费', 25_000],
  ])
})

test.each(['desk', 'phone'] as const)(
  'who takes a tariff out of use reads first how many places are left without a charge for the same: %s',
  async (size) => {
    const page = await pageAt(size)
    await page.goto(`${origin}/console/fees/tariffs/${inUse}`)
    await page.getByRole('button', { name: '停用' }).click()
    await page.waitForSelector('.ant-modal-confirm:has-text("其中 3 处停用后有些日子没有别的同类收费")')
    await picture(page, `tariffs-disable-${size}`)
    expect(await seriousFaults(page)).toEqual([])
    if (size === 'desk') return
    await answerQuestion(page, '停用')
    await page.getByRole('button', { name: '恢复使用' }).waitFor()
    await page.getByText('已停用').waitFor()
    expect(await readTariff(ctx, inUse)).toMatchObject({ state: 'disabled' })
  },
)

test('a tariff and a tenancy that begin later say so, and not that they hold', async () => {
  const { projectId = '', personId = '', keptId = '' } = things
  const fromOn = firstDay(month(3))
  await createTariff(ctx, {
    ...terms,
    requestId: freshRequestId(),
    tariffId: newId('tariff', ctx.now),
    projectId,
    name: '以后的物业服务费',
    fromOn,
    others: 'keep',
  })
  await giveOccupancy(ctx, {
    requestId: freshRequestId(),
    occupancyId: newId('occ', ctx.now),
    place: { kind: 'room', id: keptId },
    personId: personId as `pers_${string}`,
    role: 'tenant',
    fromOn,
  })
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs`)
  const row = page.getByRole('row').filter({ hasText: '以后的物业服务费' })
  await row.getByText('还没开始').waitFor()
  await picture(page, 'tariffs-begin-later-desk')
  await page.goto(`${origin}/console/rooms/${keptId}`)
  await page.getByText(`自 ${fromOn} 起`).waitFor()
  expect(await page.getByText('至今').count()).toBe(0)
  await picture(page, 'room-tenant-later-desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'room-tenant-later-phone')
})

test('who takes back a last day that was wrong is told that the agreement to pay goes on', async () => {
  const { personId = '', otherId = '' } = things
  const occupancyId = newId('occ', ctx.now)
  const who = { place: { kind: 'room', id: otherId }, personId: personId as `pers_${string}` } as const
  const fromOn = firstDay(month(0))
  const days = { fromOn, toOn: null }
  await giveOccupancy(ctx, { ...who, ...days, requestId: freshRequestId(), occupancyId, role: 'tenant' })
  const agreementId = newId('agr', ctx.now)
  await agreePayer(ctx, { ...who, ...days, requestId: freshRequestId(), agreementId })
  await endOccupancy(ctx, { requestId: freshRequestId(), occupancyId, toOn: fromOn })
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/rooms/${otherId}`)
  await page.getByRole('button', { name: '更正' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.locator('#toOn').fill('')
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByText('已更正。约定由其缴费的，约定接着有效。').waitFor()
  await picture(page, 'occupancy-corrected-desk')
  const { agreements } = await chargesOfPlace(ctx, { kind: 'room', id: otherId })
  expect(agreements).toMatchObject([{ fromOn, toOn: null }])
})

test('who makes a tariff beside another may make a surcharge of it, and it is named as one', async () => {
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs?new=1`)
  const drawer = page.getByRole('dialog')
  await drawer.locator('input#name').fill('电梯加收')
  await drawer.locator('#price').fill('0.5')
  await drawer.locator('#fromOn').fill('2026-01-01')
  await chooseOption(page, drawer.locator('#kind'), '整个项目')
  // What is charged there already is asked about; of a surcharge it is not.
  await expect.poll(() => drawer.getByRole('radio').count()).toBe(2)
  await picture(page, 'tariffs-surcharge-desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'tariffs-surcharge-phone')
  await page.setViewportSize({ width: 1280, height: 800 })
  // An answer counts for the days for which it was given.
  const chosen = () => drawer.locator('input[type=radio]:checked').count()
  await drawer.getByText('用这一项代替').click()
  expect(await chosen()).toBe(1)
  for (const day of ['2026-02-01', '2026-01-01']) {
    await drawer.locator('#fromOn').fill(day)
    await expect.poll(chosen).toBe(0)
  }
  await drawer.getByRole('checkbox', { name: '这是加收' }).check()
  await expect.poll(() => drawer.getByRole('radio').count()).toBe(0)
  const rest = { approval_approvalNo: 'HT-2', approval_approvalOn: '2025-12-01', guidance_grade: '一级' }
  for (const [id, value] of Object.entries({ ...rest, guidance_base: '0.5', guidance_range: '10' }))
    await drawer.locator(`#${id}`).fill(value)
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '电梯加收' }).waitFor()
  await page.getByText('加收', { exact: true }).waitFor()
  await picture(page, 'tariffs-surcharge-made-desk')
})

test('who leaves out what a guided price keeps to is told of all of it at once, beside what its approval lacks', async () => {
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs?new=1`)
  const drawer = page.getByRole('dialog')
  await drawer.locator('#guidance_grade').waitFor()
  await drawer.getByRole('button', { name: '保存' }).click()
  const marked = drawer.locator(
    '.ant-form-item-has-error label[for^=approval_], .ant-form-item-has-error label[for^=guidance_]',
  )
  await expect
    .poll(() => marked.allTextContents())
    .toEqual(['文号／合同号', '批准或签订日期', '服务等级', '基准价（元）', '浮动幅度（%）'])
  await picture(page, 'tariffs-guidance-missing-desk')
})

test('a charge that nothing stands beside yet can be made a surcharge, so that the main one may come later', async () => {
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs?new=1`)
  const drawer = page.getByRole('dialog')
  await drawer.locator('input#name').fill('充电桩维护费')
  await chooseOption(page, drawer.locator('#feeItem'), '机动车停放费')
  await chooseOption(page, drawer.locator('#basis'), '元／车位·月')
  await drawer.locator('#price').fill('20')
  await drawer.locator('#fromOn').fill('2026-01-01')
  await chooseOption(page, drawer.locator('#kind'), '整个项目')
  const choice = drawer.getByRole('checkbox', { name: '这是加收' })
  await choice.waitFor()
  expect([await choice.isChecked(), await drawer.getByRole('radio').count()]).toEqual([false, 0])
  await choice.check()
  // It is sent whether or not it is known by then what else is charged.
  await page.route('**/api/v1/tariffs/scope', (route) => route.abort())
  await drawer.locator('#fromOn').fill('2026-02-01')
  await drawer.getByRole('button', { name: '再试一次' }).waitFor()
  await choice.scrollIntoViewIfNeeded()
  await picture(page, 'tariffs-surcharge-first-desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'tariffs-surcharge-first-phone')
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  // While it fails it is asked what becomes of others, and trying again keeps the answer; another service replaces none.
  const replace = drawer.getByRole('radio').first()
  const tryAgain = async () => {
    const failed = page.waitForEvent('requestfailed')
    await drawer.getByRole('button', { name: '再试一次' }).click()
    await failed
    await drawer.getByRole('button', { name: '再试一次' }).waitFor()
  }
  await choice.uncheck()
  await replace.check()
  await tryAgain()
  await expect.poll(() => replace.isChecked()).toBe(true)
  await chooseOption(page, drawer.locator('#feeItem'), '其他服务收费')
  await replace.waitFor({ state: 'detached' })
  await drawer.getByRole('button', { name: '再试一次' }).waitFor()
  expect(await replace.count()).toBe(0)
  await chooseOption(page, drawer.locator('#feeItem'), '机动车停放费')
  await choice.check()
  await drawer.locator('#approval_approvalNo').fill('HT-3')
  await drawer.locator('#approval_approvalOn').fill('2025-12-01')
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '充电桩维护费' }).waitFor()
  await page.getByText('加收', { exact: true }).waitFor()
})

/** A charge as an import enters what a workbook says, which names no approval. */
async function ofWorkbook(name: string, priceE4: number, additionFen = 0): Promise<`tariff_${string}`> {
  const { projectId = '' } = things
  const tariffId = newId('tariff', ctx.now)
  const stamps = { createdAt: ctx.now, changedAt: ctx.now }
  await ctx.db.orm
    .insert(tariffs)
    .values({ id: tariffId, projectId, name, ...workbookTerms, state: 'draft', ...stamps })
  const price = {
    fromOn: '2026-01-01',
    priceE4,
    additionFen,
    rounding: 'half_up',
    roundingUnitFen: 1,
  } as const
  await ctx.db.orm
    .insert(tariffPrices)
    .values({ id: newId('price', ctx.now), tariffId, ...price, createdAt: ctx.now })
  const assigned = { tariffId, scope: { kind: 'project' }, fromOn: '2026-01-01' as CivilDate } as const
  await assignTariff(ctx, { requestId: freshRequestId(), ...assigned })
  return tariffId
}

test('who approves a price of a workbook is asked what becomes of the charge in use, and by the tick makes it a surcharge', async () => {
  const tariffId = await ofWorkbook('表格里的电梯费', 5_000)
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs/${tariffId}`)
  await page.getByRole('button', { name: '补上依据' }).click()
  const drawer = page.locator('.ant-drawer-open')
  const rest = { approval_approvalNo: 'HT-9', approval_approvalOn: '2025-12-01', guidance_grade: '一级' }
  for (const [id, value] of Object.entries({ ...rest, guidance_base: '0.5', guidance_range: '10' }))
    await drawer.locator(`#${id}`).fill(value)
  await picture(page, 'tariffs-approval-desk')
  await page.setViewportSize({ width: 390, height: 844 })
  await picture(page, 'tariffs-approval-phone')
  expect(await seriousFaults(page)).toEqual([])
  await page.setViewportSize({ width: 1280, height: 800 })
  const save = drawer.getByRole('button', { name: '保存' })
  await save.click()
  const question = page.getByRole('dialog', { name: '怎么办' })
  await question.getByText('要两项都收').waitFor()
  await question.getByRole('button', { name: '取消' }).click()
  await question.waitFor({ state: 'hidden' })
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'draft', surcharge: false })
  await drawer.getByRole('checkbox', { name: '这是加收' }).check()
  await save.click()
  await page.getByText('加收', { exact: true }).waitFor()
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', surcharge: true })
})

test('a price that a workbook had wrong is put right where it is approved, or the charge is deleted', async () => {
  const tariffId = await ofWorkbook('表格里的垃圾费', 50_000)
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs/${tariffId}`)
  await page.getByRole('button', { name: '补上依据' }).click()
  const drawer = page.locator('.ant-drawer-open')
  const price = drawer.getByLabel('单价（元）')
  expect(await price.inputValue()).toBe('5.0000')
  await price.fill('0.5')
  await picture(page, 'tariffs-price-put-right-desk')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '放弃' }).click()
  await drawer.waitFor({ state: 'hidden' })
  await page.setViewportSize({ width: 390, height: 844 })
  await page.getByRole('button', { name: '删除', exact: true }).click()
  const question = page.getByRole('dialog', { name: '删除“表格里的垃圾费”？' })
  await question.getByText('3 处房屋或车位不再按它收费').waitFor()
  // Enter, pressed without a look, deletes nothing.
  await expect
    .poll(() => page.evaluate('document.activeElement.textContent'), { timeout: 3_000 })
    .toMatch(/取\s*消/)
  await picture(page, 'tariffs-delete-draft-phone')
  expect(await seriousFaults(page)).toEqual([])
  // Without a network the question stays.
  await page.route('**/discard', (route) => route.abort())
  await question.getByRole('button', { name: '删除', exact: true }).click()
  await page.locator('.ant-message-error', { hasText: '网络不通' }).waitFor()
  await page.unrouteAll()
  // After it has turned, its name has the icon's word in it for a while.
  await question.getByRole('button', { name: /删除$/ }).click()
  await page.getByText('已删除“表格里的垃圾费”').waitFor()
  await page.waitForURL(/\/console\/fees\/tariffs$/)
  await page.getByRole('heading', { name: '收费标准' }).waitFor()
  expect(await page.getByRole('link', { name: '表格里的垃圾费' }).count()).toBe(0)
  // What is deleted is not shown as it was.
  await page.goBack()
  await page.getByText('没有找到这项收费标准').waitFor()
  expect(await page.getByRole('button', { name: '补上依据' }).count()).toBe(0)
  await expect(readTariff(ctx, tariffId)).rejects.toMatchObject({ code: 'billing.tariff_not_found' })
})

test('the name that an import gave a charge is put right where it is approved, and what is taken is said there', async () => {
  const tariffId = await ofWorkbook('表格里的绿化费 0.50元/㎡·月', 5_000)
  await ofWorkbook('绿化费', 6_000)
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs/${tariffId}`)
  await page.getByRole('button', { name: '补上依据' }).click()
  const drawer = page.locator('.ant-drawer-open')
  const name = drawer.getByLabel('名称')
  expect(await name.inputValue()).toBe('表格里的绿化费 0.50元/㎡·月')
  await name.fill('绿化费')
  const rest = { approval_approvalNo: 'HT-9', approval_approvalOn: '2025-12-01', guidance_grade: '一级' }
  for (const [id, value] of Object.entries({ ...rest, guidance_base: '0.5', guidance_range: '10' }))
    await drawer.locator(`#${id}`).fill(value)
  const save = drawer.getByRole('button', { name: '保存' })
  await drawer.getByLabel('这是加收').check()
  await save.click()
  await drawer.locator('.ant-form-item-has-error', { hasText: '名称' }).waitFor()
  for (const [size, box] of Object.entries(sizes)) {
    await page.setViewportSize(box)
    await picture(page, `tariffs-name-put-right-${size}`)
    expect(await seriousFaults(page)).toEqual([])
  }
  await name.fill('绿化养护费')
  await save.click()
  await page.getByText('依据已补上').waitFor()
  expect(await readTariff(ctx, tariffId)).toMatchObject({ name: '绿化养护费', state: 'active' })
})

test('an addition of a workbook is taken off where it is approved, and bounds are said in yuan', async () => {
  const tariffId = await ofWorkbook('表格里的保洁费', 25_000, 250)
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs/${tariffId}`)
  await page.getByText('另收附加费 ¥2.50／月').waitFor()
  await page.getByRole('button', { name: '补上依据' }).click()
  const drawer = page.locator('.ant-drawer-open')
  const rest = { approval_approvalNo: 'HT-9', approval_approvalOn: '2025-12-01', guidance_grade: '一级' }
  for (const [id, value] of Object.entries({ ...rest, guidance_base: '2.5', guidance_range: '10' }))
    await drawer.locator(`#${id}`).fill(value)
  const price = drawer.getByLabel('单价（元）')
  await price.fill('1000.5')
  const save = drawer.getByRole('button', { name: '保存' })
  await save.click()
  await drawer.getByText('最多 1,000 元').waitFor()
  expect(await price.inputValue()).toContain('1000.5')
  await price.fill('2.5')
  await save.click()
  const addition = drawer.locator('.ant-form-item', { hasText: '附加费（元／户·月）' })
  await addition.getByText('请把附加费改为 0').waitFor()
  for (const [size, box] of Object.entries(sizes)) {
    await page.setViewportSize(box)
    await picture(page, `tariffs-addition-${size}`)
    expect(await seriousFaults(page)).toEqual([])
  }
  await addition.locator('input').fill('0')
  await save.click()
  const question = page.getByRole('dialog', { name: '怎么办' })
  await question.getByText('已在收的不动').click()
  await question.getByRole('button', { name: '保存' }).click()
  await page.getByText('依据已补上').waitFor()
  expect(await readTariff(ctx, tariffId)).toMatchObject({ state: 'active', additionFen: 0 })
})

test('a form that was saved closes without asking anew for what only it showed', async () => {
  const page = await pageAt('desk')
  await page.goto(`${origin}/console/fees/tariffs?new=1`)
  const drawer = page.getByRole('dialog')
  await drawer.locator('input#name').fill('夜间停放加收')
  await chooseOption(page, drawer.locator('#feeItem'), '机动车停放费')
  await chooseOption(page, drawer.locator('#basis'), '元／车位·月')
  await drawer.locator('#price').fill('5')
  await drawer.locator('#fromOn').fill('2026-01-01')
  await chooseOption(page, drawer.locator('#kind'), '整个项目')
  await drawer.getByRole('checkbox', { name: '这是加收' }).check()
  await drawer.locator('#approval_approvalNo').fill('HT-4')
  await drawer.locator('#approval_approvalOn').fill('2025-12-01')
  await drawer.getByText('处车位收费').waitFor()
  await page.waitForLoadState('networkidle')
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await drawer.getByRole('button', { name: '保存' }).click()
  await page.getByRole('heading', { name: '夜间停放加收' }).waitFor()
  expect(asked).toContain('/api/v1/tariffs')
  expect(asked).not.toContain('/api/v1/tariffs/scope')
})

test('who ends a tariff reads how many places it ended and until when, sees which they are, and no message covers a button', async () => {
  const { projectId, roomId = '' } = things
  const tariffId = newId('tariff', ctx.now)
  const single = { kind: 'places' as const, ids: [roomId as `room_${string}`] }
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId,
    projectId,
    name: '垃圾清运费',
    fromOn: '2026-01-01' as CivilDate,
    ...terms,
    feeItem: 'other',
    scope: single,
    guidance: null,
  } as never)
  const page = await pageAt('phone')
  await page.goto(`${origin}/console/fees/tariffs/${tariffId}`)
  await page.getByText('单独指定的房屋和车位').waitFor()
  // Nothing comes under it by itself.
  expect(await page.getByText('以后新增的').count()).toBe(0)
  await page.getByRole('button', { name: '停止收取' }).click()
  const drawer = page.getByRole('dialog')
  await chooseOption(page, drawer.locator('#kind'), '整个项目')
  await drawer.locator('#toOn').fill('2027-12-10')
  const save = drawer.getByRole('button', { name: '停止收取' })
  await page.context().setOffline(true)
  await save.click()
  await page.locator('.ant-message-error').waitFor()
  const covered = `[...document.querySelectorAll('[role=dialog] button')]
    .filter((button) => button.getClientRects().length > 0)
    .filter((button) => {
      const { x, y, width, height } = button.getBoundingClientRect()
      const there = document.querySelector('.ant-message-notice').getBoundingClientRect()
      return !button.contains(document.elementFromPoint(x + width / 2, y + height / 2)) ||
        (there.top < y + height && there.bottom > y)
    }).map((button) => button.innerText || button.ariaLabel)`
  expect(await page.evaluate(covered)).toEqual([])
  await picture(page, 'tariffs-message-phone')
  await page.context().setOffline(false)
  await save.click()
  await page.getByText('已停收 1 处，收到 2027-12-10 为止').waitFor()
  await page.getByText('都收到 2027-12-10 为止').waitFor()
  await page.getByRole('link', { name: '看哪些定了最后一天' }).click()
  await page.getByText('定了最后一天的房屋和车位').waitFor()
  await page.getByText('2026-01-01 – 2027-12-10').first().waitFor()
  await picture(page, 'tariffs-ending-phone')
  expect(await seriousFaults(page)).toEqual([])
  await page.goto(`${origin}/console/fees/tariffs`)
  await page.getByText('收到 2027-12-10 为止').first().waitFor()
})
