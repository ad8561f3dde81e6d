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
  const company = { name: 'import', phone: '13800000085' }
  ;({ page, origin, projectId, upload, lookAt } = await openImportPage(
    browser,
    inject('product').url,
    company,
  ))
})
afterAll(() => browser.close())

const twoEstates =
  '小区,楼栋,单元,房号,建筑面积,业主姓名,登记院区\n丁香苑,1栋,1单元,101,89.5,冯甲,东\n海棠园,1栋,1单元,101,89.5,蒋戊,西\n丁香苑,1栋,1单元,201,,顾庚,东\n'

test('a clerk says which estate is meant, and only its rooms are taken in', async () => {
  await upload(twoEstates)
  await page.waitForSelector('text=要导入哪一个')
  await expect.poll(() => page.locator('button:has-text("确认导入")').isDisabled()).toBe(true)
  await lookAt('questions')
  await page.locator('text=只导入“丁香苑”的 2 行').click()
  await page.getByRole('group', { name: '登记院区' }).getByRole('combobox').click()
  await page.keyboard.type('无关')
  await page.keyboard.press('Enter')
  await page.locator('button:has-text("就这样回答")').click()
  await page.waitForSelector('text=会导入什么')
  // All is answered: nothing is left to send until an answer is changed.
  await page.waitForSelector('button:has-text("就这样回答")', { state: 'detached' })
  await lookAt('answered')
  await page.locator('button:has-text("确认导入")').click()
  await page.waitForSelector('text=接下来可以查看房屋和业主')
  await page.goto(`${origin}/console/rooms?projectId=${projectId}`)
  await page.waitForSelector('text=1栋-1单元-201')
  expect(await page.locator('text=蒋戊').count()).toBe(0)
})

test('the next file of the same layout needs no answer, and can be answered otherwise', async () => {
  await upload(twoEstates.replace('89.5', '90.5'))
  await page.waitForSelector('text=会导入什么')
  expect(await page.locator('text=要导入哪一个').count()).toBe(1)
  await expect.poll(() => page.locator('button:has-text("确认导入")').isEnabled()).toBe(true)
})

test('a list that a system gives out as a web page named .xls can be chosen and is read', async () => {
  await page.goto(`${origin}/console/import?projectId=${projectId}`)
  const accepted = await page.locator('input[type=file]').getAttribute('accept')
  expect(accepted?.split(',')).toContain('.xls')
  const rows = [
    ['楼栋', '单元', '房号', '业主姓名'],
    ['1栋', '1单元', '301', '顾庚'],
  ].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
  await page.setInputFiles('input[type=file]', {
    name: '房屋清单.xls',
    mimeType: 'application/vnd.ms-excel',
    buffer: Buffer.from(`<html><meta charset="utf-8"><table>${rows.join('')}</table></html>`),
  })
  await page.waitForURL(/\/console\/import\/imp_/)
  await page.waitForSelector('text=会导入什么')
  await expect.poll(() => page.locator('button:has-text("确认导入")').isEnabled()).toBe(true)
})

test('an estate that is not that of the rooms on record is asked about by its name', async () => {
  await upload('小区,楼栋,单元,房号,业主姓名\n海棠园,1栋,1单元,101,蒋戊\n')
  await page.waitForSelector('text=“小区”写的是“海棠园”')
  await lookAt('other-estate')
  await page.locator('text=把它写进楼栋名称').click()
  await page.locator('button:has-text("就这样回答")').click()
  await page.waitForSelector('button:has-text("确认导入"):not([disabled])')
  await page.locator('button:has-text("确认导入")').click()
  await page.waitForSelector('text=接下来可以查看房屋和业主')
})

test('which of two areas counts, and of which estate rows are that name none, is asked in words', async () => {
  await upload('楼栋,单元,房号,建筑面积,产证面积,面积,面积,业主姓名\n1栋,1单元,101,90,88.5,90,86,孟辛\n')
  await page.waitForSelector('text=内容却不一致。以哪一列为准')
  await page.waitForSelector('text=这份表是哪一个的')
  await lookAt('same-columns')
  await page.locator('text=以“产证面积”为准').click()
  await page.locator('text=是“海棠园”的').click()
  await page.locator('button:has-text("就这样回答")').click()
  await page.waitForSelector('button:has-text("确认导入"):not([disabled])')
})

test('a preview that another import made untrue offers no more than a new file, or to drop it', async () => {
  const rooms = (number: string) => twoEstates.replaceAll('201', number)
  await upload(rooms('401'))
  await page.waitForSelector('text=会导入什么')
  const preview = page.url()
  await upload(rooms('402'))
  await page.locator('button:has-text("确认导入")').click()
  await page.waitForSelector('text=接下来可以查看房屋和业主')
  await page.goto(preview)
  await page.waitForSelector('text=这次预览已过期')
  for (const untrue of ['确认导入', '现在登记', '就这样回答'])
    expect(await page.getByText(untrue).count(), untrue).toBe(0)
  await lookAt('outdated')
  await page.getByRole('button', { name: '重新上传' }).click()
  await page.locator('tbody', { hasText: '已过期' }).waitFor()
  await lookAt('outdated-list')
})

test('whether spaces of a lot are those on record without one is asked, and what they get is shown before it is written', async () => {
  const take = async () => {
    await page.locator('button:has-text("确认导入"):not([disabled])').click()
    await page.waitForSelector('text=接下来可以查看房屋和业主')
  }
  await upload('车位号,使用人\n001,冯甲\n002,\n')
  await take()
  await upload('停车场,车位号,使用人\n地下车库,001,蒋戊\n地下车库,002,\n')
  const ask = (code: string) =>
    page.getByRole('group', {
      name: `已登记的 1 个车位没有写停车场（${code}），表中“地下车库”里有可能就是它们的车位。是不是同一批？`,
    })
  await ask('001').getByText('表中这些车位没有写登记的使用人').waitFor()
  await lookAt('lots')
  for (const code of ['001', '002'])
    await ask(code).getByText('是同一批，按表中的停车场和车位号更改已登记的车位').click()
  await page.locator('button:has-text("就这样回答")').click()
  await page.waitForSelector('text=停车场：— → 地下车库')
  await take()
})

test('whether codes beside rooms are new spaces is asked, apart for owners who have some', async () => {
  await upload('楼栋,单元,房号,业主姓名,车位\n7栋,1单元,101,冯甲,负一层001\n7栋,1单元,501,吴壬,A-17\n')
  const ask = (words: string) => page.getByRole('group', { name: words })
  const ofHolder = ask('而房屋的业主已有别的车位')
  await ofHolder.getByText('负一层001（7栋-1单元-101）').waitFor()
  await lookAt('new-spaces')
  await ofHolder.getByText('说不准').click()
  await ask('写在房屋旁的 1 个车位没有登记过，车位表里也没有。').getByText('登记到房屋的业主名下').click()
  await page.locator('button:has-text("就这样回答")').click()
  await page.waitForSelector('text=会导入什么')
  await page.getByText('车位“负一层001”没有带入').waitFor()
  await lookAt('new-spaces-said')
  await page.locator('button:has-text("确认导入"):not([disabled])').click()
  await page.waitForSelector('text=接下来可以查看房屋和业主')
  await page.goto(`${origin}/console/parking?projectId=${projectId}`)
  await page.getByText('A-17').first().waitFor()
  expect(await page.getByText('负一层001').count()).toBe(0)
})
