import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { parkingSpaceList } from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { applyImport, listImportProblems, previewImport } from './index.ts'
import { readRegistry } from './read-registry.ts'
import { confirmAsItIs, sheet } from './testing.ts'

type Sheets = Record<string, Cell[][]>
const readAll = (sheets: Sheets) =>
  readRegistry(Object.entries(sheets).map(([name, rows]) => sheet(name, rows)))
const read = (...rows: Cell[][]) => readAll({ 车位: rows })
const causes = ({ problems }: ReturnType<typeof readAll>) =>
  problems
    .filter(({ severity }) => severity !== 'note')
    .map(({ sheet: name, row, code }) => `${name} ${row} ${code.slice(16)}`)
const spaces = ({ draft }: ReturnType<typeof readAll>) =>
  draft.occupancies
    .filter(({ place }) => place.kind === 'parking')
    .map(({ place, personKey }) =>
      [place.key, draft.people.find(({ key }) => key === personKey)!.name].join(' '),
    )

describe('spaces that only become one by how they are written', () => {
  test('are refused where each has a holder of its own, with both writings', () => {
    const reading = read(
      ['车位号', '使用人'],
      ['C001', '冯甲'],
      ['c001', '蒋戊'],
      ['C1', '顾庚'],
      ['C2', '孟辛'],
    )
    expect(causes(reading)).toEqual([
      '车位 2 space_of_others',
      '车位 3 space_of_others',
      '车位 4 space_of_others',
    ])
    expect(reading.problems.map(({ column, value, params }) => [column, value, params])).toEqual([
      ['A', 'C001', { written: 'C001', otherWritten: 'c001', otherSheet: '车位', otherRow: 3 }],
      ['A', 'c001', { written: 'c001', otherWritten: 'C001', otherSheet: '车位', otherRow: 2 }],
      ['A', 'C1', { written: 'C1', otherWritten: 'C001', otherSheet: '车位', otherRow: 2 }],
    ])
    expect(spaces(reading)).toEqual(['|c2 孟辛'])
  })

  test.each<[string, string, Cell, Cell]>([
    ['area', '面积', 12.5, 13],
    ['kind', '车位类型', '地上', '地下'],
    ['tenure', '租售', '产权', '出租'],
    ['plate', '车牌号', '粤B12345', '粤B54321'],
  ])('so where another %s is told of them', (_, heading, one, other) => {
    const reading = read(['车位号', '使用人', heading], ['C001', '冯甲', one], ['C1', '冯甲', other])
    expect(causes(reading)).toEqual(['车位 2 space_told_otherwise', '车位 3 space_told_otherwise'])
    expect(reading.problems[0]!.params).toMatchObject({ what: heading, otherWritten: 'C1', otherRow: 3 })
    expect(reading.draft.parkingSpaces).toEqual([])
  })

  test.each<[string, Cell[][]]>([
    [
      'by the lots that they are in',
      [
        ['停车场', '车位号', '使用人'],
        ['B1', '001', '冯甲'],
        ['B01', '001', '蒋戊'],
      ],
    ],
    [
      'by the rooms whose owners have them',
      [
        ['车位号', '房号'],
        ['C001', '1-101'],
        ['C1', '1-102'],
      ],
    ],
    [
      'by tenants who are said to be some',
      [
        ['车位号', '使用人', '关系'],
        ['C001', '冯甲', '租户'],
        ['C1', '蒋戊', '租户'],
      ],
    ],
  ])('and where they are told apart %s', (_, rows) =>
    expect(causes(read(...rows)).slice(0, 2)).toEqual(['车位 2 space_of_others', '车位 3 space_of_others']),
  )

  test('also in two sheets, and beside rooms', () => {
    const names = ['车位号', '使用人']
    expect(causes(readAll({ 车位: [names, ['C001', '冯甲']], 停车: [names, ['C1', '蒋戊']] }))).toEqual([
      '车位 2 space_of_others',
      '停车 2 space_of_others',
    ])
    const rooms: Cell[][] = [
      ['房号', '业主', '车位'],
      ['1-101', '冯甲', 'C001'],
      ['1-102', '蒋戊', 'C1'],
      ['1-103', '顾庚', 'C2'],
    ]
    const beside = readAll({ 房屋: rooms })
    expect(causes(beside)).toEqual(['房屋 2 space_beside_alike', '房屋 3 space_beside_alike'])
    expect(spaces(beside)).toEqual(['|c2 顾庚'])
    const listed = readAll({ 房屋: rooms.slice(0, 2), 车位: [names, ['C1', '蒋戊']] })
    expect(causes(listed)).toEqual(['房屋 2 space_beside_alike'])
    expect(spaces(listed)).toEqual(['|c1 蒋戊'])
  })

  test('two sheets that have others for a space of one code are asked about, and may be two lots', () => {
    const names = ['车位号', '使用人']
    const sheets = { 车位甲: [names, ['001', '冯甲']], 车位乙: [names, ['001', '蒋戊'], ['002', '顾庚']] }
    const reading = readAll(sheets)
    expect(reading.questions.map(({ id, answer, choices }) => [id, answer, choices])).toEqual([
      ['estate-of-sheet', null, ['only:车位乙', 'only:车位甲', 'building', 'same_room']],
    ])
    const apart = readRegistry(
      Object.entries(sheets).map(([name, rows]) => sheet(name, rows)),
      {},
      new Map([['estate-of-sheet', 'building']]),
    )
    expect(spaces(apart)).toEqual(['车位甲|1 冯甲', '车位乙|1 蒋戊', '车位乙|2 顾庚'])
  })

  test('are one where nothing else differs, and said to be, with both writings', () => {
    const reading = read(['车位号', '使用人', '面积'], ['C001', '冯甲', 12.5], ['C1', '冯甲', null])
    expect(causes(reading)).toEqual(['车位 3 space_written_otherwise'])
    expect(reading.problems[0]!.params).toMatchObject({ written: 'C1', otherWritten: 'C001', otherRow: 2 })
    expect(spaces(reading)).toEqual(['|c1 冯甲'])
  })

  test('holders of a space that is written alike have it together', () =>
    expect(spaces(read(['车位号', '使用人'], ['C001', '冯甲'], ['C 001', '蒋戊']))).toEqual([
      '|c1 冯甲',
      '|c1 蒋戊',
    ]))
})

test('a space beside rooms of one number in the sheets of two buildings is left out of both', () => {
  const headings = ['房号', '业主', '车位']
  const reading = readAll({
    '1栋': [headings, ['101', '冯甲', 'C001']],
    '2栋': [headings, ['101', '蒋戊', 'C001']],
  })
  expect(causes(reading)).toEqual(['1栋 2 space_beside_others', '2栋 2 space_beside_others'])
  expect(spaces(reading)).toEqual([])
  expect(reading.problems.map(({ params }) => params?.['others'])).toEqual(['2栋-101', '1栋-101'])
})

test('a space beside a room that two lots have is left out, and one that a single lot has is that', () => {
  const rooms: Cell[][] = [
    ['房号', '业主', '车位'],
    ['1-101', '冯甲', '001'],
    ['1-102', '蒋戊', '002'],
  ]
  const lots: Cell[][] = [
    ['停车场', '车位号'],
    ['B1', '001'],
    ['B2', '001'],
    ['B2', '002'],
  ]
  const reading = readAll({ 房屋: rooms, 车位: lots })
  expect(causes(reading)).toEqual(['房屋 2 space_beside_unclear'])
  expect(spaces(reading)).toEqual(['b2|2 蒋戊'])
})

describe('a space of the registry', () => {
  const csv = (...rows: (string | number)[][]) =>
    new TextEncoder().encode(rows.map((row) => row.join()).join('\n'))

  async function start() {
    const ctx = await testCtx()
    const { projectId } = await smallProject(ctx)
    const preview = (file: Uint8Array, fileName = '车位.csv') =>
      previewImport(
        ctx,
        { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName },
        file,
      )
    const take = async (file: Uint8Array, fileName?: string) => {
      const { id } = await preview(file, fileName)
      await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id, leaveBadRows: true })
      await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId: id })
    }
    const found = async (file: Uint8Array) => {
      const { id, counts } = await preview(file)
      const { items } = await listImportProblems(ctx, { importId: id })
      return {
        counts: counts.parkingSpaces,
        causes: items.map(({ row, code }) => `${row} ${code.slice(16)}`),
        items,
      }
    }
    const codes = async () =>
      (await parkingSpaceList.page(ctx, { projectId, limit: 50 })).items
        .map(({ lot, code }) => `${lot} ${code}`)
        .toSorted()
    await take(
      csv(
        ['停车场', '车位号', '车位类型', '使用人'],
        ['B1', 'C001', '地下', '冯甲'],
        ['B1', 'C002', '地下', ''],
      ),
    )
    return { take, found, codes }
  }

  test('that is written otherwise is refused where another has it or another fact is told of it', async () => {
    const { found } = await start()
    const headings = ['停车场', '车位号', '车位类型', '使用人']
    const others = await found(csv(headings, ['B1', 'C1', '地下', '蒋戊'], ['B1', 'c2', '地上', '']))
    expect(others.causes).toEqual(['2 registered_space_of_others', '3 registered_space_told_otherwise'])
    expect(others.items.map(({ params }) => params)).toEqual([
      { written: 'B1 C1', otherWritten: 'B1 C001' },
      { written: 'B1 c2', otherWritten: 'B1 C002', what: '车位类型' },
    ])
    expect(others.counts).toEqual({ created: 0, changed: 0, unchanged: 0 })
  })

  test('is that one where nothing else differs, which is said with both writings', async () => {
    const { found } = await start()
    const same = await found(csv(['停车场', '车位号', '使用人'], ['B1', 'C1', '冯甲']))
    expect(same.causes).toEqual(['null spaces_written_otherwise'])
    expect(same.items[0]!.params).toEqual({ spaces: 1, code: 'C1', registered: 'C001' })
    expect(same.counts).toEqual({ created: 0, changed: 0, unchanged: 1 })
  })

  test('is not made again by a file that does not name its lot', async () => {
    const { take, codes, found } = await start()
    const known = await found(csv(['车位号', '使用人'], ['C001', '冯甲']))
    expect([known.causes, known.counts]).toEqual([
      ['null spaces_found'],
      { created: 0, changed: 0, unchanged: 1 },
    ])
    expect(known.items[0]!.params).toEqual({ spaces: 1, lots: 'B1' })
    await take(csv(['楼栋', '房号', '业主', '车位'], ['1栋', '101', '冯甲', 'C001']), '房屋.csv')
    expect(await codes()).toEqual(['B1 C001', 'B1 C002'])
    const other = await found(csv(['车位号', '使用人'], ['C001', '蒋戊']))
    expect(other.causes).toEqual(['2 registered_space_of_others'])
    await take(csv(['停车场', '车位号'], ['B2', 'C001']))
    expect((await found(csv(['车位号', '使用人'], ['C001', '冯甲']))).causes).toEqual(['2 space_lot_unclear'])
  })

  test('nor by one that names its lot without the phase before it', async () => {
    const { take, codes, found } = await start()
    await take(csv(['停车场', '车位号', '使用人'], ['一期B2', 'C001', '顾庚'], ['二期B2', 'C001', '孟辛']))
    expect((await found(csv(['停车场', '车位号'], ['B2', 'C001']))).causes).toEqual(['2 space_lot_unclear'])
    await take(csv(['停车场', '车位号'], ['三期B3', 'C001']))
    const known = await found(csv(['停车场', '车位号', '使用人'], ['B3', 'C001', '']))
    expect(known.counts).toEqual({ created: 0, changed: 0, unchanged: 1 })
    expect(await codes()).toEqual(['B1 C001', 'B1 C002', '一期B2 C001', '三期B3 C001', '二期B2 C001'])
  })
})

test('a space of a room that is on record, and whose owners the file does not tell, is left out and not made nobody’s', async () => {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const csv = (...rows: string[][]) => new TextEncoder().encode(rows.map((row) => row.join(',')).join('\n'))
  const preview = (file: Uint8Array) => {
    const asked = { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId }
    return previewImport(ctx, { ...asked, fileName: '登记.csv' }, file)
  }
  const rooms = await preview(csv(['楼栋', '房号', '业主'], ['8栋', '101', '冯甲']))
  await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: rooms.id })
  await applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId: rooms.id })
  const found = await preview(
    csv(['停车场', '车位号', '房号'], ['车库', 'Z1', '8栋-101'], ['车库', 'Z2', '8栋-999']),
  )
  const { items } = await listImportProblems(ctx, { importId: found.id })
  expect(items.map(({ row, code, severity }) => [row, code.slice(16), severity])).toEqual([
    [2, 'space_room_unlisted', 'error'],
    [3, 'space_room_missing', 'warning'],
  ])
  expect(found.counts.parkingSpaces.created).toBe(1)
  const named = await preview(csv(['停车场', '车位号', '房号', '业主'], ['车库', 'Z1', '8栋-101', '冯甲']))
  expect(named).toMatchObject({ errors: 0, counts: { parkingSpaces: { created: 1 } } })
})
