import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { launchBrowser } from '../setup/browser.ts'
import { openImportPage, type ImportPage } from '../setup/import-page.ts'

let browser: Browser
let page: ImportPage['page']
let origin: ImportPage['origin']
let projectId: ImportPage['projectId']
let upload: ImportPage['upload']
let lookAt: ImportPage['lookAt']
beforeAll(async () => {
  browser = await launchBrowser()
  const company = { name: 'who-pays', phone: '13800000086' }
  ;({ page, origin, projectId, upload, lookAt } = await openImportPage(
    browser,
    inject('product').url,
    company,
  ))
})
afterAll(() => browser.close())

const line = (number: string, name: string, from = '', to = '', joint = '') =>
  ['3栋', '2单元', number, '89.5', name, from, to, joint].join()
const workbook = [
  '楼栋,单元,房号,建筑面积,业主姓名,入住日期,搬离日期,共有人',
  line('1501', '张三', '2020-06-10', '2026-10-20'),
  line('1501', '李四'),
  line('1502', '王五', '2021年3月'),
  line('1503', '赵六', '', '2026-08-31'),
  line('1503', '钱七', '2026-10-01'),
  line('1504', '孙八', '', '', '周九'),
  ...Array.from({ length: 30 }, (_, i) => line(`${1601 + i}`, `吴${i + 1}`, '2022-01-01')),
  ...Array.from({ length: 12 }, (_, i) => line(`${2601 + i}`, `郑${i + 1}`)),
].join('\n')

const rowOf = (name: string) => page.getByRole('row').filter({ hasText: name })

test('a clerk looks through who pays from when, leaves one place out, and the import goes on', async () => {
  await upload(workbook)
  await page.waitForSelector('text=要核对 34 处')
  await page.waitForSelector('text=另有 12 处从头到尾只有一位缴费人')
  await expect.poll(() => page.locator('button:has-text("确认导入")').isDisabled()).toBe(true)
  await lookAt('open')
  const first = await rowOf('3栋-2单元-1501').innerText()
  for (const words of [
    '2020-06-10 至 2026-10-20',
    '2026-10-21 起',
    '起始日推算',
    '第 2、3 行',
    '到 2020-06-09 为止',
  ])
    expect(first).toContain(words)
  expect(await rowOf('3栋-2单元-1503').innerText()).toContain('2026-09-01 至 2026-09-30')
  expect(await rowOf('3栋-2单元-1504').innerText()).toContain('周九 也在册')

  await page
    .getByRole('textbox', { name: '房号、车位号或姓名' })
    .or(page.getByRole('searchbox'))
    .first()
    .fill('吴12')
  await page.keyboard.press('Enter')
  await rowOf('3栋-2单元-1612').waitFor()
  await rowOf('3栋-2单元-1501').waitFor({ state: 'detached' })
  await page
    .getByRole('textbox', { name: '房号、车位号或姓名' })
    .or(page.getByRole('searchbox'))
    .first()
    .fill('')
  await page.keyboard.press('Enter')
  await rowOf('3栋-2单元-1501').waitFor()
  await page.getByText(/^有推算的日子 \d+$/).click()
  await rowOf('3栋-2单元-1503').waitFor({ state: 'detached' })
  expect(await page.getByRole('checkbox', { name: /^不导入“/ }).count()).toBe(2)

  // By keyboard: the place is left out where its box is.
  await page.getByRole('checkbox', { name: '不导入“3栋-2单元-1502”的人员' }).focus()
  await page.keyboard.press('Space')
  await page.waitForSelector('button:has-text("其余都对，这 1 处不导入")')
  await lookAt('leaving')
  await page.locator('button:has-text("其余都对，这 1 处不导入")').click()
  await page.waitForSelector('text=不导入人员的有 1 处：3栋-2单元-1502')
  await page.waitForSelector('button:has-text("确认导入"):not([disabled])')
  await lookAt('answered')
  // What is ticked and not sent is not what would be confirmed.
  const confirm = page.locator('button:has-text("确认导入")')
  await page.getByRole('checkbox', { name: '不导入“3栋-2单元-1501”的人员' }).check()
  await page.waitForSelector('text=下面有选择还没有提交')
  await expect.poll(() => confirm.isDisabled()).toBe(true)
  await lookAt('unsent')
  await page.getByRole('checkbox', { name: '不导入“3栋-2单元-1501”的人员' }).uncheck()
  await page.waitForSelector('text=下面有选择还没有提交', { state: 'detached' })
  await confirm.click()
  await page.waitForSelector('text=接下来可以查看房屋和业主')
  await page.goto(`${origin}/console/rooms?projectId=${projectId}`)
  await page.waitForSelector('text=3栋-2单元-1502')
  expect(await page.locator('text=王五').count()).toBe(0)
})

test('the same file again asks only of the place that was left out', async () => {
  await upload(workbook)
  await page.waitForSelector('text=要核对 1 处')
  await rowOf('3栋-2单元-1502').waitFor()
})

test('what was left out is looked at again once the file is read otherwise, and a colleague’s word meanwhile stops who confirms', async () => {
  await upload(
    [
      '苑区,楼栋,单元,房号,建筑面积,业主姓名,入住日期',
      '丁香苑,8栋,1单元,101,89.5,冯甲,2026-03-10',
      '丁香苑,8栋,1单元,102,89.5,陈乙,2026-03-10',
      '牡丹苑,9栋,1单元,101,89.5,褚丙,2026-03-10',
    ].join('\n'),
  )
  const estate = page.getByRole('group', { name: /苑区/ })
  const answer = async (words: string) => {
    await estate.getByText(words).click()
    await page.getByRole('button', { name: '就这样回答' }).click()
    await page.getByRole('button', { name: '就这样回答' }).waitFor({ state: 'detached' })
  }
  const confirm = page.getByRole('button', { name: '确认导入' })
  await answer('它们是同一个小区')
  await page.getByRole('checkbox', { name: '不导入“8栋-1单元-101”的人员' }).check()
  await page.getByRole('button', { name: '其余都对，这 1 处不导入' }).click()
  await page.waitForSelector('text=不导入人员的有 1 处：8栋-1单元-101')
  await answer('写进楼栋名称')
  await page.waitForSelector('text=8栋-1单元-101，现在可能是 丁香苑8栋-1单元-101')
  await expect.poll(() => confirm.isDisabled()).toBe(true)
  // It only has another name: it is ticked, and sent with the rest.
  const again = page.getByRole('checkbox', { name: '不导入“丁香苑8栋-1单元-101”的人员' })
  await expect.poll(() => again.isChecked()).toBe(true)
  await lookAt('left-before')
  await page.getByText('之前选了不导入 1').click()
  await rowOf('丁香苑8栋-1单元-102').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: '其余都对，这 1 处不导入' }).click()
  await page.waitForSelector('text=不导入人员的有 1 处：丁香苑8栋-1单元-101')
  await page.waitForSelector('button:has-text("确认导入"):not([disabled])')

  const colleague = await page.context().newPage()
  await colleague.goto(page.url())
  await colleague.getByRole('checkbox', { name: '不导入“丁香苑8栋-1单元-101”的人员' }).uncheck()
  await colleague.getByRole('button', { name: '都对' }).click()
  await colleague.waitForSelector('text=已记下，可以确认导入了')
  await colleague.close()
  await confirm.click()
  await page.waitForSelector('text=刚刚有人对这份表作了别的说明')
  await page.waitForSelector('text=不导入人员的有', { state: 'detached' })
  await expect.poll(() => again.isChecked()).toBe(false)
  await confirm.click()
  await page.waitForSelector('text=接下来可以查看房屋和业主')
})
