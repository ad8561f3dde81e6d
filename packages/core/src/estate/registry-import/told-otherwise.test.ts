import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { applyImport, listImportProblems, previewImport } from './index.ts'
import { readRegistry } from './read-registry.ts'
import { confirmAsItIs, sheet, workbook } from './testing.ts'

type Row = (string | number | null)[]
const causes = (...rows: Row[]) =>
  readRegistry([sheet('登记', rows)])
    .problems.filter(({ severity }) => severity !== 'note')
    .map(({ row, code, params }) => [row, code.replace('registry_import.', ''), params['what']])

test('rows of one room or space that differ in what decides a charge are errors, and others are one', () => {
  const rooms = (a: Row, b: Row) => causes(['房号', '建筑面积', '房屋用途', '房屋状态', '业主'], a, b)
  expect(rooms(['3-101', 90, '住宅', '自住', '张三'], ['3-101', 90, '商铺', '自住', '李四'])).toEqual([
    [3, 'room_conflict', '房屋用途'],
  ])
  expect(rooms(['3-101', 90, null, '自住', '张三'], ['3-101', 90, null, '未售', '李四'])).toEqual([
    [3, 'room_conflict', '房屋状态'],
  ])
  expect(rooms(['3-101', 90, null, '自住', '张三'], ['3-101', 90, null, '出租', '李四'])).toEqual([])
  const spaces = (a: Row, b: Row) => causes(['车位号', '车位类型', '使用人'], a, b)
  expect(spaces(['A1', '地上', '张三'], ['A1', '地下', '李四'])).toEqual([[3, 'space_conflict', '车位类型']])
  expect(spaces(['A1', '地上', '张三'], ['A1', null, '李四'])).toEqual([])
})

test('a charge of a room from two days is not taken, whichever row stands first', () => {
  const rooms = [
    ['3-101', 90, 1, '2026-01-01'],
    ['3-101', 90, 1, '2026-06-01'],
    ['3-102', 90, 1, null],
    ['3-102', 90, 1, '2026-06-01'],
  ]
  for (const order of [rooms, rooms.toReversed()]) {
    const { draft, problems } = readRegistry([
      sheet('收费标准', [
        ['费用编号', '收费项目', '单价'],
        [1, '物业费', 2.5],
      ]),
      sheet('房屋', [['房号', '建筑面积', '费用编号', '计费开始日期'], ...order]),
    ])
    // One that tells no day contradicts none.
    const conflicts = problems.filter(({ code }) => code === 'registry_import.tariff_days_conflict')
    expect(conflicts.map(({ row }) => row)).toEqual([order === rooms ? 3 : 5])
    expect(draft.roomTariffs.map(({ roomKey, fromOn }) => [roomKey, fromOn])).toEqual([
      ['3||102', '2026-06-01'],
    ])
  }
})

test('another share or ID number of one person in one file is said', () => {
  expect(
    causes(
      ['房号', '业主编号', '业主', '份额', '身份证号'],
      ['3-101', 'A1', '张三', '50%', '11010119900307053X'],
      ['3-101', 'A1', '张三', '60%', '110101199003070978'],
    ).map(([row, cause]) => `${row} ${cause}`),
  ).toEqual(['3 share_conflict', '3 id_conflict'])
})

test('what the registry has of a person and a share otherwise is said and stays', async () => {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const preview = async (...rows: Row[]) =>
    previewImport(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: '登记.xlsx' },
      await workbook({
        name: '房屋',
        rows: [['房号', '建筑面积', '业主编号', '业主', '电话', '份额'], ...rows],
      }),
    )
  const { id } = await preview(['3-101', 90, 'A1', '张三', '13912345678', '50%'])
  await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id })
  await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId: id })
  const again = await preview(['3-101', 90, 'A2', '张三', '13912345678', '60%'])
  const { items } = await listImportProblems(ctx, { importId: again.id })
  expect(items.map(({ code, params }) => [code, params])).toEqual([
    ['registry_import.person_number_differs', { registered: 'A1' }],
    ['registry_import.share_differs', { registered: 50, told: 60 }],
  ])
  expect(again.counts).toMatchObject({ people: { unchanged: 1 }, occupancies: { unchanged: 1 } })
})
