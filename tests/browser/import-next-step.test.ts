import type { Ctx } from '@heju/core'
import { answerImport, applyImport, discardImport } from '@heju/core/estate/registry-import'
import {
  approveDraft,
  chargeProject,
  confirmAsItIs,
  previewFoundRight,
  workbook,
} from '@heju/core/estate/registry-import/testing'
import { createRoom, listBuildings } from '@heju/core/estate/registry'
import { addStaff, testPassword } from '@heju/core/people/identity/testing'
import { as, freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { launchBrowser, lookAtBoth, person, sizes } from '../setup/browser.ts'
import { ownCompany } from '../setup/own-company.ts'
import { signInAtConsole } from '../setup/sign-in.ts'

const job = { kind: 'job', id: 'outbox' } as const
let browser: Browser
let origin: string
let page: Page
let ctx: Ctx
let [blank, charged]: string[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  const company = { name: 'next-step', phone: '13800000088', projects: ['丁香苑', '翠湖花园'] }
  const own = await ownCompany(browser, inject('product'), company)
  ;({ origin, page, ctx } = own)
  ;[blank, charged] = own.projectIds
})
afterAll(() => browser.close())

async function upload(projectId: string, text: string, at = page): Promise<void> {
  await at.goto(`${origin}/console/import?projectId=${projectId}`)
  const file = { name: '登记.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
  await at.setInputFiles('input[type=file]', file)
  await at.waitForURL(/\/console\/import\/imp_/)
}

/** An import as it is carried out without anybody looking at it. */
async function take(projectId: string, text: string): Promise<void> {
  const asked = { importId: newId('imp', ctx.now), projectId, fileName: '登记.csv' }
  const file = new TextEncoder().encode(text)
  const { id } = await previewFoundRight(ctx, { ...asked, requestId: freshRequestId() }, file)
  await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id })
  await applyImport(as(ctx, job), { importId: id })
}

const lookAt = (name: string, at = page) => lookAtBoth(at, `next-step-${name}`)
const confirm = (at = page) => at.getByRole('button', { name: /确认导入$/ })
const answer = async (words: string, at = page) => {
  await at.getByText(words).click()
  await at.getByRole('button', { name: '就这样回答' }).click()
  await at.getByRole('button', { name: '就这样回答' }).waitFor({ state: 'detached' })
}

describe('an import that would write nothing', () => {
  test.each([
    ['甲,1,2\n乙,3,4\n', '没有找到可以导入的表', 'no-table'],
    ['楼栋,房号,建筑面积\n', '认出了表头，但下面没有可以导入的数据', 'no-rows'],
    ['楼栋,房号,建筑面积\n1栋,101,大\n1栋,102,小\n', '有 2 处错误', 'all-bad'],
  ])('says why, and what helps: %s', async (text, words, picture) => {
    await upload(blank!, text)
    await page.waitForSelector(`text=${words}`)
    expect(await page.getByText('不用再导入').count()).toBe(0)
    await expect.poll(() => page.getByRole('link', { name: '重新上传' }).count()).toBe(1)
    expect(await confirm().count()).toBe(0)
    await lookAt(picture)
  })

  test('says that all is on record where it is, and of other owners that theirs stay', async () => {
    const rooms = '楼栋,房号,业主姓名\n9栋,101,陈一\n9栋,102,李二\n'
    await take(blank!, rooms)
    await upload(blank!, rooms)
    await page.waitForSelector('text=不用再导入')
    await page.waitForSelector('text=没有发现问题')
    expect(await page.getByText('会更改的内容').count()).toBe(0)
    await upload(blank!, rooms.replace('陈一', '周三').replace('李二', '吴四'))
    await page.waitForSelector('text=有 2 行与登记不同，登记没有改动')
    expect(await page.getByText('不用再导入').count()).toBe(0)
    await lookAt('other-owners')
  })
})

test('all on record with warnings of what was taken is no failure, and says where to look', async () => {
  const rooms = '楼栋,房号,建筑面积,套内面积,业主姓名\n6栋,101,90,99,陈一\n6栋,102,90,80,李二\n'
  await take(blank!, rooms)
  await upload(blank!, rooms)
  await page.waitForSelector('text=不用再导入。另有 1 处提醒')
  await page.waitForSelector('text=表中的内容都已登记过')
  await lookAt('remarks')
})

test('rows of several sheets are counted sheet by sheet where one estate is chosen', async () => {
  const rows = (...rest: string[][]) => [['小区', '楼栋', '房号', '业主姓名'], ...rest]
  const file = await workbook(
    {
      name: '房屋',
      rows: rows(
        ['桃园', '5栋', '101', '冯一'],
        ['桃园', '5栋', '102', '冯二'],
        ['杏园', '5栋', '101', '冯三'],
      ),
    },
    { name: '补充', rows: rows(['桃园', '5栋', '103', '冯四']) },
  )
  await page.goto(`${origin}/console/import?projectId=${blank}`)
  const mimeType = 'application/octet-stream'
  await page.setInputFiles('input[type=file]', { name: '登记.xlsx', mimeType, buffer: Buffer.from(file) })
  await page.waitForSelector('text=只导入“桃园”的 “房屋”2 行、“补充”1 行，其余不导入')
  await lookAt('sheets')
})

test('rooms on record that come under a charge are listed with it, its price and its first day', async () => {
  const ofShared = (room: string) => `楼栋,房号,建筑面积,费用编号,单价\n${room},90,公摊费,0.5\n`
  await take(blank!, '楼栋,房号,建筑面积\n4栋,101,90\n')
  await take(blank!, ofShared('4栋,102'))
  await approveDraft(ctx, '公摊费')
  await upload(blank!, ofShared('4栋,101'))
  const row = page.getByRole('row').filter({ hasText: '4栋-101' })
  for (const words of ['公摊费 ¥0.50/㎡', '开始收的日期', '-01'])
    await expect.poll(() => row.innerText()).toContain(words)
  await lookAt('charge-added')
})

test('an import lists the first day that a co-owner on record gets with the owner, whose day it tells', async () => {
  const rooms = (day: string) =>
    `楼栋,房号,姓名,手机号,关系,入住日期\n8栋,101,周甲,13711110001,业主,${day}\n8栋,101,周妻,13711110002,共有人,\n`
  await take(blank!, rooms(''))
  await upload(blank!, rooms('2026-08-15'))
  await page.getByRole('button', { name: /^都\s*对$/ }).click()
  const line = page.getByRole('row', { name: /周妻/ }).filter({ hasText: '与业主同一天' })
  await expect
    .poll(() => line.allInnerTexts())
    .toEqual([expect.stringMatching(/起止日期.*8栋-101 周妻[^]*— → 2026-08-15/)])
  await lookAt('household')
})

describe('what was said for one reading', () => {
  const rooms = ['丁香苑,8栋,101', '牡丹苑,8栋,101', '丁香苑,8栋,102', '牡丹苑,8栋,102', '丁香苑,8栋,109']
  const listed = (bad: string) =>
    [
      '苑区,楼栋,房号,建筑面积,业主姓名,入住日期',
      ...rooms.map((room, at) => `${room},90,褚${at},2026-03-10`),
      bad,
    ].join('\n')

  test('judges no row before it is known how the rows are read', async () => {
    await upload(blank!, listed('丁香苑,8栋,103,大,卫五,'))
    await page.waitForSelector('text=上面的问题回答后，才能逐行核对')
    await page.waitForSelector('text=错误 0')
    expect(await page.getByRole('button', { name: '下载要改正的行' }).count()).toBe(0)
    await lookAt('not-yet')
  })

  test('a tick under one reading does not confirm another, and what else is to be done is said', async () => {
    await answer('写进楼栋名称')
    await page.getByRole('button', { name: '都对' }).click()
    await page.waitForSelector('text=已记下。表中有 1 处错误')
    await page.waitForSelector('text=先勾上“只导入没有问题的内容”')
    await expect.poll(() => confirm().isDisabled()).toBe(true)
    await lookAt('tick')
    await page.getByRole('checkbox', { name: /只导入没有问题的内容（1 处/ }).check()
    await expect.poll(() => confirm().isEnabled()).toBe(true)
    await answer('它们是同一个小区')
    await page.getByRole('button', { name: '都对' }).click()
    const tick = page.getByRole('checkbox', { name: /只导入没有问题的内容（5 处/ })
    await tick.waitFor()
    expect(await tick.isChecked()).toBe(false)
    await expect.poll(() => confirm().isDisabled()).toBe(true)
  })

  test('a place that was ticked to be left out is not forgotten as something else is answered', async () => {
    await upload(blank!, listed('丁香苑,8栋,104,90,卫五,2026-03-10'))
    await answer('写进楼栋名称')
    await page.getByRole('checkbox', { name: '不导入“丁香苑8栋-104”的人员' }).check()
    await answer('只导入“丁香苑”的')
    await page.waitForSelector('text=现在可能是 8栋-104')
    await page.getByRole('checkbox', { name: '不导入“8栋-104”的人员' }).waitFor()
    expect(await page.getByRole('checkbox', { name: '不导入“8栋-104”的人员' }).isChecked()).toBe(true)
    const row = page.getByRole('row').filter({ hasText: '8栋-104' })
    await expect.poll(() => row.innerText()).toContain('不导入，维持现在的登记')
    await expect.poll(() => row.innerText()).toContain('表中是：')
    await lookAt('stays')
    await page.getByRole('button', { name: '其余都对，这 1 处不导入' }).waitFor()
  })
})

test('a page that is turned begins with its first row, also on a phone', async () => {
  const rows = Array.from({ length: 25 }, (_, at) => `7栋,${101 + at},90,韩${at},2026-03-10`)
  await upload(blank!, ['楼栋,房号,建筑面积,业主姓名,入住日期', ...rows].join('\n'))
  await page.setViewportSize(sizes.phone)
  const row = page.getByRole('row').filter({ hasText: '7栋-121' })
  await page.getByRole('listitem', { name: '2' }).first().click()
  await row.waitFor()
  await expect.poll(() => row.evaluate((one) => one.getBoundingClientRect().top)).toBeGreaterThan(0)
  await expect.poll(() => row.evaluate((one) => one.getBoundingClientRect().top)).toBeLessThan(300)
  await page.setViewportSize(sizes.desk)
})

describe('an import that ends what a room is charged', () => {
  const priced = '楼栋,房号,建筑面积,物业费单价\n2栋,101,90,2.5\n2栋,103,90,2.5\n'
  let clerk: Page
  beforeAll(async () => {
    await take(charged!, '楼栋,房号,建筑面积\n2栋,101,90\n2栋,102,90\n')
    await take(charged!, '楼栋,房号,建筑面积,物业费单价\n1栋,101,90,2.5\n')
    await approveDraft(ctx, '物业费')
    await chargeProject(ctx, charged!)
    const phone = '+8613800000089'
    await addStaff(ctx, {
      name: '周海燕',
      phone,
      assignments: [{ role: 'front_desk', projects: [charged!] }],
    })
    clerk = await (await person(browser, 'desk')).newPage()
    await signInAtConsole(clerk, origin, phone.slice(3), testPassword)
  })

  test('says at the question and at the button who may confirm it, and what helps who may not', async () => {
    await upload(charged!, priced, clerk)
    await clerk.waitForSelector('text=要由有“批量导入”和“制定和修改收费标准”权限的同事来确认导入')
    await lookAt('right-asked', clerk)
    await answer('用这一项代替（', clerk)
    await clerk.waitForSelector('text=下面改选“已在收的不动”')
    const button = clerk.getByRole('button', {
      name: '由有“批量导入”和“制定和修改收费标准”权限的同事确认导入',
    })
    await expect.poll(() => button.isDisabled()).toBe(true)
    await lookAt('right', clerk)
    await answer('已在收的不动（', clerk)
    await expect.poll(() => confirm(clerk).isEnabled()).toBe(true)
  })

  test('is calculated anew where a room that it brings is on record by the time that it is confirmed', async () => {
    await upload(charged!, '楼栋,房号,建筑面积,物业费单价\n2栋,201,90,2.5\n', clerk)
    await confirm(clerk).waitFor()
    const building = (await listBuildings(ctx, charged!)).find(({ name }) => name === '2栋')!
    await createRoom(ctx, {
      requestId: freshRequestId(),
      roomId: newId('room', ctx.now),
      buildingId: building.id,
      number: '201',
      builtAreaE2: 9000,
    })
    await confirm(clerk).click()
    await clerk.waitForSelector('text=预览之后有房屋登记了，已重新列出会怎样收费，请再核对')
    await clerk.getByText('已在收的不动（').waitFor()
    await lookAt('room-meanwhile', clerk)
    await answer('已在收的不动（', clerk)
    await clerk
      .getByText('“2栋-201”')
      .or(clerk.getByText('这次没有可以写入的内容'))
      .or(confirm(clerk))
      .first()
      .waitFor()
  })

  test('says once it has stopped who may try it again, as at the button that confirms', async () => {
    const asked = { importId: newId('imp', ctx.now), projectId: charged!, fileName: '登记.csv' }
    const file = new TextEncoder().encode('楼栋,房号,建筑面积,物业费单价\n2栋,102,90,2.5\n4栋,101,90,2.5\n')
    const { id } = await previewFoundRight(ctx, { ...asked, requestId: freshRequestId() }, file)
    const answers = [{ id: 'charge:物业费', answer: 'replace' }]
    await answerImport(ctx, { requestId: freshRequestId(), importId: id, answers })
    await ctx.db.client.execute({
      sql: `UPDATE import_jobs SET state = 'failed', confirmed_at = created_at, runs = 1,
        failure = 'registry_import.changes_charges', failed_stage = 'tariffs', parts_done = parts - 1 WHERE id = ?`,
      args: [id],
    })
    await clerk.goto(`${origin}/console/import/${id}`)
    await clerk.waitForSelector(
      'text=“物业费”1 处），要由有“批量导入”和“制定和修改收费标准”权限的同事打开本页来重试',
    )
    const button = clerk.getByRole('button', { name: '由有“批量导入”和“制定和修改收费标准”权限的同事重试' })
    await expect.poll(() => button.isDisabled()).toBe(true)
    await lookAt('stopped', clerk)
    await clerk.getByRole('button', { name: '放弃这次导入' }).click()
    await clerk.waitForSelector(
      'text=放弃后再上传，收费标准已启用的，要由有“批量导入”和“制定和修改收费标准”权限的同事确认',
    )
    await clerk.keyboard.press('Escape')
    // For a room that came on record after the preview, no charge was known of by then.
    await ctx.db.client.execute({
      sql: "UPDATE import_jobs SET charges_json = '[]' WHERE id = ?",
      args: [id],
    })
    await clerk.reload()
    await clerk.waitForSelector(
      'text=请让有“批量导入”和“制定和修改收费标准”权限的同事打开这次导入，确认或重试',
    )
    await expect.poll(() => button.isDisabled()).toBe(true)
    await page.goto(`${origin}/console/import/${id}`)
    await page.waitForSelector('text=您有权限，核对后可以重试')
    expect(await page.getByText('请让有“').count()).toBe(0)
    await expect.poll(() => page.getByRole('button', { name: '重试' }).isEnabled()).toBe(true)
    await lookAt('stopped-allowed')
    const switched = (state: string) =>
      ctx.db.client.execute({ sql: "UPDATE tariffs SET state = ? WHERE name = '物业费'", args: [state] })
    await switched('disabled')
    await clerk.reload()
    await clerk.waitForSelector('text=现在不会了，可以重试')
    await expect.poll(() => clerk.getByRole('button', { name: '重试', exact: true }).isEnabled()).toBe(true)
    await lookAt('stopped-over', clerk)
    await switched('active')
    await discardImport(ctx, { requestId: freshRequestId(), importId: id })
  })

  test('says at the tick that charges left out now take a colleague later, to those who lack the right', async () => {
    const bad = '楼栋,房号,建筑面积,物业费单价\n3栋,101,90,贵\n3栋,102,90,2.5\n'
    await upload(charged!, bad, clerk)
    await clerk.waitForSelector('text=有 1 行房屋的收费不会一起导入')
    await clerk.waitForSelector('text=写着“不用改”，请留着')
    await clerk.waitForSelector('text=是确认导入以后的样子')
    await lookAt('uncharged', clerk)
    await clerk.getByRole('checkbox', { name: /只导入没有问题的内容（1 处/ }).check()
    await expect.poll(() => confirm(clerk).isEnabled()).toBe(true)
    await upload(charged!, bad)
    await page.getByRole('checkbox', { name: /只导入没有问题的内容（1 处/ }).waitFor()
    expect(await page.getByText('不会一起导入').count()).toBe(0)
  })

  test('names the room, both prices and the day', async () => {
    await upload(charged!, priced)
    await answer('用这一项代替（')
    const row = page.getByRole('row').filter({ hasText: '物业服务费 ¥3.00/㎡' })
    for (const words of ['2栋-101', '物业费 ¥2.50/㎡', '改收的日期', '-01'])
      await expect.poll(() => row.innerText()).toContain(words)
    expect(await page.getByText('要由有“').count()).toBe(0)
    await lookAt('charges')
    await expect.poll(() => confirm().isEnabled()).toBe(true)
  })
})
