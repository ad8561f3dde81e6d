import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, applyImport, changesNothing, whyNothing } from './index.ts'
import { approveDraft, chargeProject, confirmAsItIs, previewFoundRight, workbook } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
type Value = string | number | null
const headings = ['楼栋', '房号', '建筑面积', '业主姓名', '入住日期']
const rooms: Value[][] = [
  ['1栋', '101', 90, '陈一', '2026-03-10'],
  ['1栋', '102', 90, '李二', null],
]

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const preview = async (rows: Value[][], fileName = '登记.xlsx') => {
    const asked = { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName }
    return previewFoundRight(ctx, asked, await workbook({ name: '房屋', rows }))
  }
  const answer = (importId: string, said: Record<string, string>) =>
    answerImport(ctx, {
      requestId: freshRequestId(),
      importId,
      answers: Object.entries(said).map(([id, answered]) => ({ id, answer: answered })),
    })
  const take = async (rows: Value[][]) => {
    const { id } = await preview(rows)
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id })
    await applyImport(as(ctx, job), { importId: id })
  }
  return { ctx, projectId, preview, answer, take }
}

const reasons = (summary: Awaited<ReturnType<Awaited<ReturnType<typeof start>>['preview']>>) => [
  changesNothing(summary.counts),
  whyNothing(summary).map(({ because, count }) => [because, count]),
]

test('no row is judged before it is known how the rows are read: by another answer it may be right', async () => {
  const { preview, answer } = await start()
  const { id, errors, openQuestions } = await preview([
    ['苑区', '楼栋', '房号', '建筑面积', '业主姓名'],
    ['丁香苑', '1栋', '101', 90, '陈一'],
    ['牡丹苑', '1栋', '101', 90, '李二'],
    ['牡丹苑', '1栋', '102', '大', '周三'],
  ])
  expect([openQuestions, errors]).toEqual([1, 0])
  expect((await answer(id, { 'estate:苑区': 'building' })).errors).toBe(1)
  expect((await answer(id, { 'estate:苑区': 'ignore' })).errors).toBe(3)
})

describe('why an import would write nothing', () => {
  test('is that all is on record only where that is so of every row', async () => {
    const { preview, take } = await start()
    await take([headings, ...rooms])
    expect(reasons(await preview([headings, ...rooms]))).toEqual([true, []])
  })

  test.each<[string, Value[][], [string, number][]]>([
    [
      'no headings',
      [
        ['甲', 1, 2],
        ['乙', 3, 4],
      ],
      [['no_table', 0]],
    ],
    ['headings alone', [headings], [['no_rows', 0]]],
    [
      'errors alone',
      [headings, ['1栋', '101', '大', '陈一', null], ['1栋', '102', '小', '李二', null]],
      [['errors', 2]],
    ],
  ])('in an empty project: %s', async (_, rows, expected) => {
    const { preview } = await start()
    expect(reasons(await preview(rows))).toEqual([true, expected])
  })

  test('is that the rows tell other owners', async () => {
    const { preview, take } = await start()
    await take([headings, ...rooms])
    const others = rooms.map((row, at) => row.with(3, `周${at}`))
    expect(reasons(await preview([headings, ...others]))).toEqual([true, [['otherwise', 2]]])
  })

  test('is that all is on record also where warnings are of what was taken, and no other', async () => {
    const { preview, take } = await start()
    const remarked: Value[][] = [
      [...headings.with(4, '套内面积'), '手机号'],
      ['1栋', '101', 90, '陈一', 99, '13711110001'],
    ]
    await take(remarked)
    const again = await preview(remarked)
    expect([again.warnings, ...reasons(again)]).toEqual([1, true, []])
    const untaken = await preview([...remarked, ['1栋', '101', 90, '陈一', 99, '12345']])
    expect([untaken.warnings, ...reasons(untaken)]).toEqual([3, true, [['untaken', 1]]])
  })

  test('is no place that was left out where nobody would come in anyway', async () => {
    const { preview, answer, take } = await start()
    await take([headings, rooms[0]!, rooms[1]!.with(3, null)])
    const { id } = await preview([headings, ...rooms])
    const left = await answer(id, { 'place:room|1||101': 'leave', 'place:room|1||102': 'leave' })
    expect(reasons(left)).toEqual([true, [['left_out', 1]]])
    expect(left.questions.flatMap(({ place }) => place ?? [])).toEqual(['room|1||102'])
  })

  test('is that somebody left out the only place that is new', async () => {
    const { preview, answer, take } = await start()
    const untaken = rooms.map((row) => row.with(3, null).with(4, null))
    await take([headings, ...untaken])
    const { id } = await preview([headings, rooms[0]!])
    const left = await answer(id, { 'place:room|1||101': 'leave' })
    expect(reasons(left)).toEqual([true, [['left_out', 1]]])
  })

  test('is that rooms stay as they are charged, of which nothing is counted as on record', async () => {
    const { ctx, projectId, preview, answer, take } = await start()
    const priced = [...headings, '物业费单价']
    await take([headings, ...rooms])
    await take([priced, ['2栋', '201', 90, null, null, 2.5]])
    await approveDraft(ctx, '物业费')
    await chargeProject(ctx, projectId)
    const { id } = await preview([priced, [...rooms[0]!, 2.5]])
    const kept = await answer(id, { 'charge:物业费': 'keep' })
    expect(whyNothing(kept)).toEqual([{ because: 'kept', count: 1, name: '物业费' }])
    expect(kept.counts.roomTariffs).toEqual({ created: 0, changed: 0, unchanged: 0 })
  })
})
