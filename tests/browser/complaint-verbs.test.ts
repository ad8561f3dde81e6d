import { newId, periodAt } from '@heju/kernel'
import { demoStaff, inviteColleagues } from '@heju/local/demo'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { TestApi } from '../../workers/api/src/testing.ts'
import { billedEstate, type BilledEstate } from '../setup/billed-estate.ts'
import {
  answerQuestion,
  chooseOption,
  launchBrowser,
  person,
  picture,
  pushed,
  seriousFaults,
  sizes,
  takeOption,
} from '../setup/browser.ts'
import { companyCtx } from '../setup/two-companies.ts'
import { signInAtConsole, signInAtPortal } from '../setup/sign-in.ts'

const product = inject('product')
const ownerPhone = '13900004101'
const administratorPhone = '13800000091'
/** Of the times that are promised: ahead, and no further than the product takes them. */
const nextYear = new Date().getFullYear() + 1
let browser: Browser
let estate: BilledEstate
let desk: Page
let manager: Page
let owner: Page

const query = async (sql: string, ...args: string[]) => {
  const ctx = await companyCtx({ env: product.env } as unknown as TestApi, estate.companyId)
  return (await ctx.db.client.execute({ sql, args })).rows
}
const complaintOf = async (id: string) => (await query('SELECT * FROM complaints WHERE id = ?', id))[0]
const lastStep = async (id: string) =>
  (await query('SELECT * FROM complaint_steps WHERE complaint_id = ? ORDER BY seq DESC LIMIT 1', id))[0]
const categoryId = async (code: string) =>
  String((await query('SELECT id FROM complaint_categories WHERE code = ?', code))[0]?.id)

beforeAll(async () => {
  browser = await launchBrowser()
  const slug = `verbs-${Date.now().toString(36)}`
  estate = await billedEstate(product, slug, ownerPhone, administratorPhone)
  await inviteColleagues(estate.origin, estate.administrator, Date.now())
  desk = await signedIn('desk')
  manager = await signedIn('manager')
  owner = await ownerIn()
})
afterAll(() => browser.close())

async function signedIn(key: (typeof demoStaff)[number]['key']): Promise<Page> {
  const page = await (await person(browser, 'desk')).newPage()
  const known = demoStaff.find((each) => each.key === key)?.phone ?? ''
  await signInAtConsole(page, estate.origin, key === 'administrator' ? administratorPhone : known)
  return page
}

async function ownerIn(): Promise<Page> {
  const phone = await (await person(browser, 'phone', { script: false })).newPage()
  await signInAtPortal(phone, estate.origin, ownerPhone, product)
  return phone
}

/** A complaint of the first room's owner, as the company's administrator takes it down. */
async function registered(text: string): Promise<string> {
  const complaintId = newId('cmpl', Date.now())
  const [room] = await query(`SELECT id FROM rooms WHERE number = '101'`)
  await estate.administrator.json('POST', `${estate.origin}/api/v1/complaints`, {
    complaintId,
    projectId: estate.projectId,
    roomId: String(room?.id),
    channel: 'phone',
    contactPhone: ownerPhone,
    categoryId: await categoryId('lift'),
    text,
  })
  return complaintId
}

const does = (id: string, path: string, json: object) =>
  estate.administrator.json('POST', `${estate.origin}/api/v1/complaints/${id}/${path}`, json)

/** Takes it to the reply by the API. */
async function replied(id: string): Promise<void> {
  const [me] = await query(`SELECT id FROM staff WHERE name = '唐小满'`)
  const handlerId = String(me?.id)
  await does(id, 'judge', { judgement: { nature: 'effective', ground: 'harm' } })
  await does(id, 'investigate', { findings: '门机皮带老化' })
  await does(id, 'handler', { handlerId, handOverNote: '前台跟进到底' })
  await does(id, 'plan', { plan: '更换皮带' })
  await does(id, 'reply', { ownerWords: '皮带已更换，电梯恢复正常。' })
}

async function look(page: Page, name: string): Promise<void> {
  for (const [width, size] of Object.entries(sizes)) {
    await page.setViewportSize(size)
    await picture(page, `complaint-${name}-${width}`)
    expect([width, await seriousFaults(page)]).toEqual([width, []])
    const wide = await page.evaluate<number>('document.documentElement.scrollWidth')
    expect([width, wide]).toEqual([width, size.width])
    if (width === 'phone') expect(await pushed(page)).toEqual([])
  }
  await page.setViewportSize(sizes.desk)
}

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`${estate.origin}/console/desk/complaints/${id}`)
  await page.waitForSelector('h1')
}

/** Opens a form by the keyboard alone, as somebody does who has no hand free for the mouse. */
async function start(page: Page, verb: string): Promise<void> {
  await page.focus(`#verb-${verb}`)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.ant-drawer-open form')
}
const choose = (page: Page, field: string, words: string) =>
  chooseOption(page, page.locator(`:is(.ant-drawer-open, main) #${field}`), words)
async function send(page: Page): Promise<void> {
  await page.click('.ant-drawer-open .ant-drawer-extra button')
  await page.waitForSelector('.ant-drawer-open', { state: 'detached' })
}

describe('what is done with a complaint beside its steps', () => {
  test('it is handed over to a colleague of the project who handles complaints, with what the owner reads of it', async () => {
    const id = await registered('楼道灯三天没亮，晚上看不见。')
    await open(desk, id)
    await start(desk, 'handOver')
    await desk.click('.ant-drawer-open .ant-select:has(#handlerId)')
    await desk.waitForSelector('.ant-select-item-option:has-text("沈若兰")')
    const offered = await desk.locator('.ant-select-item-option').allTextContents()
    // The cashier handles none, head office neither; who has it already is nobody to give it to.
    expect(offered.toSorted()).toEqual(['唐小满', '沈若兰'])
    await takeOption(desk, '沈若兰')
    await desk.click('.ant-drawer-open .ant-drawer-extra button')
    await desk.waitForSelector('.ant-form-item-explain-error:has-text("至少写 4 个字")')
    await desk.fill('#handOverNote', '业主今晚在家，已联系电工，等备件。')
    await look(desk, 'hand-over')
    await send(desk)
    await desk.waitForSelector('main .ant-timeline:has-text("林岚 → 沈若兰")')
    const [to] = await query(`SELECT id FROM staff WHERE name = '沈若兰'`)
    expect(await complaintOf(id)).toMatchObject({ handler_id: to?.id })
    await owner.goto(`${estate.origin}/portal/complaints/${id}`)
    const read = await owner.textContent('main')
    expect(read).toContain('已转由另一位同事负责')
    expect(read).not.toContain('等备件')
  })

  test('the owner reads the news and not the note, and sees the photo that goes with the news', async () => {
    const id = await registered('地下车库漏水，车被淋了。')
    await open(desk, id)
    await look(desk, 'page')
    await start(desk, 'note')
    await desk.fill('#note', '上次也是这个位置，先查保修期。')
    await look(desk, 'note')
    await send(desk)
    await start(desk, 'news')
    await desk.fill('#ownerWords', '工程部已到场，先用水桶接水，明天补漏。')
    await desk.fill('#next', `${nextYear}-01-02T18:00`)
    await desk.setInputFiles('.ant-drawer-open input[type=file]', {
      name: 'site.png',
      mimeType: 'image/png',
      buffer: await desk.screenshot(),
    })
    await desk.waitForSelector('.ant-drawer-open .ant-upload-list-item-done')
    await look(desk, 'news')
    await send(desk)
    await desk.waitForSelector('main figure:has-text("业主可见") img')
    await desk.waitForSelector(`main .ant-timeline:has-text("${nextYear}-01-02 18:00 前再告知业主")`)
    expect(await complaintOf(id)).toMatchObject({
      update_due_at: Date.parse(`${nextYear}-01-02T18:00+08:00`),
    })
    await owner.goto(`${estate.origin}/portal/complaints/${id}`)
    const read = await owner.textContent('main')
    expect(read).toContain('先用水桶接水')
    expect(read).not.toContain('保修期')
    expect(await owner.locator('main img').count()).toBe(1)
    await picture(owner, 'complaint-news-portal')
  })

  test('a time is agreed with the owner, which must lie ahead and come no sooner than the next news', async () => {
    const id = await registered('外墙渗水，要搭架子才能修。')
    await open(desk, id)
    await start(desk, 'agree')
    await desk.fill('#agreed', '2020-01-02T18:00')
    await desk.fill('#next', `${nextYear}-01-03T18:00`)
    await desk.fill('#ownerWords', '要等脚手架进场，雨季后才能补。')
    await desk.click('.ant-drawer-open .ant-drawer-extra button')
    await desk.waitForSelector(
      '.ant-form-item:has(#agreed) .ant-form-item-explain-error:has-text("现在以后")',
    )
    await desk.fill('#agreed', `${nextYear}-01-02T18:00`)
    await desk.click('.ant-drawer-open .ant-drawer-extra button')
    await desk.waitForSelector('.ant-form-item:has(#next) .ant-form-item-explain-error')
    await desk.fill('#next', `${nextYear}-01-01T18:00`)
    await look(desk, 'agree')
    await send(desk)
    await desk.waitForSelector(`main .ant-descriptions:has-text("${nextYear}-01-02 18:00")`)
    expect(await complaintOf(id)).toMatchObject({ agreed_at: Date.parse(`${nextYear}-01-02T18:00+08:00`) })
    await owner.goto(`${estate.origin}/portal/complaints/${id}`)
    expect(await owner.textContent('main')).toContain('雨季后才能补')
  })

  test('a breach that the authority registered is judged with its number and day, at first and anew', async () => {
    const id = await registered('保安收了停车费不给票。')
    await open(desk, id)
    await desk.waitForSelector('#verb-nature:disabled')
    await desk.waitForSelector('main :text("还没有判定性质")')
    await choose(desk, 'judged_judgement', '失职或违规')
    await desk.click('main form button[type=submit]')
    await desk.waitForSelector('.ant-form-item:has(#judged_authorityNo) .ant-form-item-explain-error')
    await desk.fill('#judged_authorityNo', '深物监字〔2026〕18 号')
    await desk.fill('#judged_authorityOn', '2099-11-20')
    await desk.waitForSelector(
      '.ant-form-item:has(#judged_authorityOn) .ant-form-item-explain-error:has-text("今天")',
    )
    await desk.fill('#judged_authorityOn', '2026-11-20')
    await look(desk, 'breach')
    await desk.click('main form button[type=submit]')
    await desk.waitForSelector('main .ant-descriptions:has-text("深物监字〔2026〕18 号")')
    expect(await complaintOf(id)).toMatchObject({
      nature: 'effective',
      nature_ground: 'breach',
      authority_no: '深物监字〔2026〕18 号',
      authority_on: '2026-11-20',
    })
    await start(desk, 'nature')
    expect(await desk.inputValue('.ant-drawer-open #authorityNo')).toBe('深物监字〔2026〕18 号')
    await choose(desk, 'judgement', '咨询')
    await desk.fill('#reason', '通知书登记的是另一个小区')
    await look(desk, 'nature')
    await send(desk)
    await desk.waitForSelector('main .ant-timeline:has-text("→ 沟通性投诉 · 咨询")')
    expect(await complaintOf(id)).toMatchObject({
      nature: 'communicative',
      nature_kind: 'consult',
      authority_no: null,
    })
  })

  test('whoever has to do with it puts a mark on, and only the manager takes it off', async () => {
    const id = await registered('电梯关人二十分钟没人应答。')
    await open(desk, id)
    await start(desk, 'marks')
    await desk.fill('#reason', '业主已报警')
    await desk.click('.ant-drawer-open .ant-drawer-extra button')
    await desk.waitForSelector('.ant-form-item-explain-error:has-text("标记没有改动")')
    await desk.check('.ant-drawer-open input[value=major]')
    await look(desk, 'marks')
    await send(desk)
    await desk.waitForSelector('main .ant-tag:has-text("重大")')
    await start(desk, 'marks')
    expect(await desk.isDisabled('.ant-drawer-open input[value=major]')).toBe(true)
    await desk.waitForSelector('.ant-drawer-open :text("只有项目经理可以取消")')
    await open(manager, id)
    await start(manager, 'marks')
    await manager.uncheck('.ant-drawer-open input[value=major]')
    await manager.fill('#reason', '已核实，五分钟内放出')
    await send(manager)
    await manager.waitForSelector('main .ant-timeline:has-text("取消重大")')
    expect(await complaintOf(id)).toMatchObject({ major: 0 })
  })

  test('a form that was open while colleagues went on changes nothing of what they did, and says what holds', async () => {
    const id = await registered('地库入口积水。')
    await open(desk, id)
    await start(desk, 'marks')
    await does(id, 'flags', { major: true, reason: '有人滑倒' })
    await desk.reload()
    await start(desk, 'marks')
    await does(id, 'flags', { special: true, reason: '行动不便的业主' })
    // The page behind the form is read anew meanwhile; the form goes by what was seen as it was opened.
    await desk.evaluate('window.dispatchEvent(new Event("visibilitychange"))')
    await desk.check('.ant-drawer-open input[value=emergency]')
    await desk.fill('#reason', '水位在涨')
    await send(desk)
    await expect.poll(() => complaintOf(id)).toMatchObject({ major: 1, special: 1, emergency: 1 })
    await start(desk, 'handOver')
    const [manager_, me] = await query(
      `SELECT id FROM staff WHERE name IN ('沈若兰', '唐小满') ORDER BY name = '唐小满'`,
    )
    await does(id, 'hand-over', { handlerId: String(manager_?.id), handOverNote: '经理来跟进' })
    await choose(desk, 'handlerId', '沈若兰')
    await desk.fill('#handOverNote', '请接手处理')
    await desk.click('.ant-drawer-open .ant-drawer-extra button')
    await desk.waitForSelector('.ant-drawer-open .ant-form-item-explain-error:has-text("责任人刚刚换过")')
    await picture(desk, 'complaint-handed-over-meanwhile')
    await desk.keyboard.press('Escape')
    await does(id, 'judge', { judgement: { nature: 'effective', ground: 'harm' } })
    await does(id, 'investigate', { findings: '排水泵停了' })
    await does(id, 'handler', { handlerId: String(me?.id), handOverNote: '前台跟进到底' })
    await does(id, 'plan', { plan: '换泵' })
    await does(id, 'reply', { ownerWords: '水泵已更换。' })
    await open(desk, id)
    await desk.waitForSelector('#verb-agree:disabled')
    await desk.waitForSelector('#verb-news:disabled')
    await look(desk, 'answered')
  })

  test('it comes under the category that it is really about', async () => {
    const id = await registered('物业费算错了，多收一个月。')
    await open(desk, id)
    await start(desk, 'category')
    await choose(desk, 'categoryId', '收费')
    await look(desk, 'category')
    await send(desk)
    await desk.waitForSelector('main .ant-timeline:has-text("电梯 → 收费")')
    expect(await complaintOf(id)).toMatchObject({
      category_id: await categoryId('fees'),
      about_fees: 1,
    })
  })

  test('an owner who is asked back rates how they were met, and a closed matter takes notes alone', async () => {
    const id = await registered('电梯门夹人。')
    await replied(id)
    await open(desk, id)
    // How they were asked and what they said is chosen by whoever asked: nothing is said before.
    await desk.click('main form button[type=submit]')
    for (const field of ['channel', 'outcome'])
      await desk.waitForSelector(`.ant-form-item:has(#revisited_${field}) .ant-form-item-explain-error`)
    expect(await desk.locator('main fieldset').count()).toBe(0)
    await look(desk, 'revisit')
    await choose(desk, 'revisited_channel', '电话')
    await desk.click('main label:has-text("满意") >> nth=0')
    await desk.locator('main fieldset >> text=文明礼貌').waitFor()
    await desk.locator('main [aria-label="文明礼貌"] [role=radio]').nth(3).click()
    await look(desk, 'attitudes')
    await desk.click('main form button[type=submit]')
    await desk.waitForSelector('main :text("文明礼貌 4 星")')
    const [revisit] = await query('SELECT * FROM complaint_revisits WHERE complaint_id = ?', id)
    expect(JSON.parse(String(revisit?.attitudes_json))).toEqual({ polite: 4 })
    await does(id, 'close', { cause: '皮带超期', learned: '核对保养', prevention: '列入月检' })
    await open(desk, id)
    await desk.waitForSelector('main :text("结案后只能写内部备注")')
    expect(await desk.locator('main button[id^=verb-]').allTextContents()).toEqual(['写内部备注'])
    await start(desk, 'note')
    await desk.fill('#note', '业主来电致谢。')
    await send(desk)
    await expect.poll(() => lastStep(id)).toMatchObject({ kind: 'note' })
    await look(desk, 'closed')
  })

  test('photos of staff go with a step, and the time that they promise is the owner’s to see', async () => {
    const id = await registered('花坛里有碎玻璃。')
    await open(desk, id)
    await choose(desk, 'judged_judgement', '求助')
    // A year mistyped is told beside the field.
    await desk.fill('#judged_promised', '2099-03-01T12:00')
    await desk.click('main form button[type=submit]')
    await desk.waitForSelector(
      '.ant-form-item:has(#judged_promised) .ant-form-item-explain-error:has-text("两年")',
    )
    await desk.fill('#judged_promised', `${nextYear}-03-01T12:00`)
    await desk.setInputFiles('main form input[type=file]', {
      name: 'glass.png',
      mimeType: 'image/png',
      buffer: await desk.screenshot(),
    })
    await desk.waitForSelector('main .ant-upload-list-item-done')
    await desk.click('main form button[type=submit]')
    await desk.waitForSelector('main figure:has-text("业主可见") img')
    expect(await complaintOf(id)).toMatchObject({
      state: 'judged',
      promised_at: Date.parse(`${nextYear}-03-01T12:00+08:00`),
    })
  })

  test('who only reads is offered nothing that would be refused', async () => {
    const id = await registered('保洁没有来。')
    const head = await signedIn('headOffice')
    await open(head, id)
    await head.waitForSelector('main :text("这一步不由您的岗位办理")')
    expect(await head.locator('main button[id^=verb-]').count()).toBe(0)
    await head.close()
  })
})

describe('categories of complaints', () => {
  test('the company renames one, adds one below it, and puts one away and takes it up again', async () => {
    const boss = await signedIn('administrator')
    await boss.goto(`${estate.origin}/console/settings/categories`)
    await boss.waitForSelector('.ant-table-row:has-text("电梯")')
    await look(boss, 'categories')
    await boss.click('button[aria-label="修改 车辆"]')
    await boss.fill('.ant-drawer-open #name', '车辆与停车')
    await look(boss, 'category-form')
    await send(boss)
    await boss.waitForSelector('.ant-table-row:has-text("车辆与停车")')
    await boss.click('main button:has-text("添加类别")')
    await boss.fill('.ant-drawer-open #name', '充电桩')
    await choose(boss, 'parentId', '车辆与停车')
    await send(boss)
    await boss.waitForSelector('.ant-table-row:has-text("充电桩")')
    const [under] = await query(`SELECT parent_id FROM complaint_categories WHERE name = '充电桩'`)
    expect(under?.parent_id).toBe(await categoryId('vehicles'))
    // Of the first level it is of a service line; below it, of that of the one above.
    await boss.waitForSelector('.ant-table-row:has-text("充电桩"):has-text("车辆道路")')
    await boss.click('main button:has-text("添加类别")')
    await boss.fill('.ant-drawer-open #name', '花草')
    await boss.click('.ant-drawer-open button[type="submit"]')
    await boss.waitForSelector('.ant-drawer-open .ant-form-item-has-error #serviceLine')
    await look(boss, 'category-line')
    await choose(boss, 'serviceLine', '绿化养护')
    await send(boss)
    await boss.waitForSelector('.ant-table-row:has-text("花草"):has-text("绿化养护")')
    await boss.click('button[aria-label="停用 车辆与停车"]')
    await boss.waitForSelector('.ant-modal-confirm:has-text("仍然可以选：充电桩")')
    await picture(boss, 'complaint-category-archive-desk')
    await answerQuestion(boss, '停用')
    await boss.waitForSelector('.ant-table-row:has-text("车辆与停车"):has-text("已停用")')
    await boss.click('button[aria-label="恢复 车辆与停车"]')
    await boss.waitForSelector('.ant-table-row:has-text("车辆与停车"):has-text("在用")')
    // The product’s own name comes back when the company’s is taken away.
    await boss.click('button[aria-label="修改 车辆与停车"]')
    await boss.fill('.ant-drawer-open #name', '')
    await send(boss)
    await boss.waitForSelector('button[aria-label="修改 车辆"]')
    await boss.close()
  })
})

describe('figures of complaints', () => {
  test('head office sees a month by project with what is behind each number, and the effective ones in the comparison', async () => {
    const id = await registered('保洁车堵住消防通道。')
    await does(id, 'judge', { judgement: { nature: 'effective', ground: 'harm' } })
    const head = await signedIn('headOffice')
    await head.goto(`${estate.origin}/console/satisfaction/complaints`)
    await head.waitForSelector('.ant-table-row:has-text("和风公寓")')
    await head.waitForSelector('main svg')
    await look(head, 'figures')
    const [counted] = await query(`SELECT count(*) AS n FROM complaints WHERE nature = 'effective'`)
    const effective = head.locator('.ant-table-row a[href*="nature=effective"]')
    expect(await effective.textContent()).toBe(String(counted?.n))
    await effective.click()
    await head.waitForSelector('.ant-table-row:has-text("保洁车堵住")')
    expect(await head.locator('.ant-table-row').count()).toBe(Number(counted?.n))
    await head.goto(`${estate.origin}/console/satisfaction?period=${periodAt(Date.now())}`)
    await head.waitForSelector('.ant-table-row a[href*="nature=effective"]')
    // The same month by service line, with what was found beside it; what stands in a line is the list behind it.
    await head.waitForSelector('.ant-table-row:has-text("房屋设施设备") a[href*="serviceLine="]')
    await picture(head, 'complaint-compared-desk')
    await head.setViewportSize(sizes.phone)
    await picture(head, 'complaint-compared-phone')
    await head.setViewportSize(sizes.desk)
    const ofLine = head.locator('.ant-table-row:has-text("房屋设施设备") a[href*="serviceLine="]').first()
    const many = Number(await ofLine.textContent())
    await ofLine.click()
    await head.waitForSelector('main .ant-select:has-text("房屋设施设备")')
    await expect.poll(() => head.locator('.ant-table-row').count()).toBe(many)
    await look(head, 'of-line')
    await head.close()
  })
})
