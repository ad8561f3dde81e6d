import { voidBill } from '../payments/index.ts'
import { noProvider } from '../payments/testing.ts'
import { newId, type CivilDate, type Period } from '@heju/kernel'
import { readXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { billList, billOne, draftBillRun } from './index.ts'
import { Estate } from './testing.ts'

/** A company with one bill, of October, on the 22nd of November. */
async function billed(): Promise<Ctx> {
  const ctx = await testCtx()
  const estate = await Estate.lay(ctx)
  const [[room], [owner]] = [await estate.rooms([{}]), await estate.people(1)] as [[string], [string]]
  await estate.occupy([{ place: room, person: owner }])
  await estate.assign(await estate.tariff(), [room])
  const [period, dueOn] = ['2026-10' as Period, '2026-11-30' as CivilDate]
  const place = { kind: 'room', id: room as `room_${string}` } as const
  await billOne(ctx, { requestId: freshRequestId(), place, period, dueOn })
  return as(ctx, staff('accountant'))
}

test('a file of bills is named by the month that it holds, and by its own day where it holds several', async () => {
  const ctx = await billed()
  const named = async (filter: { period?: Period }) => (await billList.file(ctx, filter, 'zh-CN')).fileName
  expect([await named({ period: '2026-10' as Period }), await named({})]).toEqual([
    '账单-2026-10.xlsx',
    '账单-2026-11-22.xlsx',
  ])
})

test('prices and days are numbers that a spreadsheet calculates with, and not texts', async () => {
  const { bytes } = await billList.file(await billed(), {}, 'zh-CN')
  const [sheet] = (await readXlsx(bytes, { readStyles: true })).sheets
  const headings = sheet?.rows[0] ?? []
  const written = (heading: string) => {
    const column = headings.indexOf(heading)
    return [sheet?.rows[1]?.[column], sheet?.cells?.get(`1,${column}`)?.style?.numFmt]
  }
  expect([written('单价（元/月）'), written('计费天数'), written('账期')]).toEqual([
    [2.8, 'General'],
    [31, 'General'],
    ['2026-10', '@'],
  ])
})

test('in all, what is due is what is paid and owed: a void bill asks for nothing', async () => {
  const ctx = await billed()
  const [bill] = (await billList.page(ctx, {})).items
  const voided = { requestId: freshRequestId(), billId: bill!.id, reason: '面积登记有误' }
  await voidBill(ctx, voided as never, noProvider)
  const [sheet] = (await readXlsx((await billList.file(ctx, {}, 'zh-CN')).bytes)).sheets
  const [headings = [], ...rows] = sheet?.rows ?? []
  const last = (heading: string) => rows.at(-1)?.[headings.indexOf(heading)]
  const ofVoid = rows.find((row) => row.includes('已作废')) ?? []
  expect(ofVoid[headings.indexOf('账单金额（元）')]).toBe(bill!.amountFen / 100)
  expect(ofVoid[headings.indexOf('应缴（元）')]).toBe(0)
  expect(last('应缴（元）')).toBe(Number(last('已缴（元）')) + Number(last('未缴（元）')))
  expect([last('账单金额（元）'), last('附加费（元/月）')]).toEqual([null, null])
})

test('drafts ask for nothing yet: their file says what they will come to, and what is overdue says so', async () => {
  const ctx = await billed()
  const rowsOf = async (filter: object, by = ctx) => {
    const [sheet] = (await readXlsx((await billList.file(by, filter, 'zh-CN')).bytes)).sheets
    const [headings = [], ...rows] = sheet?.rows ?? []
    const shown = ['账单金额（元）', '应缴（元）', '已缴（元）', '未缴（元）', '状态']
    return rows.map((row) => shown.map((heading) => row[headings.indexOf(heading)]))
  }
  const [bill] = (await billList.page(ctx, {})).items
  const yuan = bill!.amountFen / 100
  expect((await rowsOf({}))[0]).toEqual([yuan, yuan, 0, yuan, '待缴'])
  const late = as(ctx, ctx.actor, ctx.now + 90 * 86_400_000)
  expect((await rowsOf({}, late))[0]?.at(-1)).toBe('已逾期')
  const runId = newId('brun', ctx.now)
  const { projectId } = bill!
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId, period: '2026-12' as Period })
  const drafts = await rowsOf({ state: 'draft' })
  expect(drafts[0]).toEqual([yuan, 0, 0, 0, '草稿'])
  expect(drafts.at(-1)?.slice(0, 4)).toEqual([yuan * (drafts.length - 1), 0, 0, 0])
})
