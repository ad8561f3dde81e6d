import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { roomList } from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, applyImport, listImportProblems, previewImport, type ImportSummary } from './index.ts'
import { readRegistry } from './read-registry.ts'
import { confirmAsItIs, sheet } from './testing.ts'

type Reading = ReturnType<typeof readRegistry>
const read = (sheets: Record<string, Cell[][]>, answers: Record<string, string> = {}) =>
  readRegistry(
    Object.entries(sheets).map(([name, rows]) => sheet(name, rows)),
    {},
    new Map(Object.entries(answers)),
  )
const open = ({ questions }: Pick<Reading | ImportSummary, 'questions'>) =>
  questions.filter(({ answer }) => answer === null).map(({ id }) => id)
const owners = ({ draft }: Reading) =>
  draft.occupancies.map(({ place, role, personKey }) => [
    place.key,
    role,
    draft.people.find(({ key }) => key === personKey)!.name,
  ])
const causes = ({ problems }: Reading) =>
  problems.map(({ sheet: name, row, code }) => `${name} ${row ?? ''} ${code.slice(16)}`)

describe('several estates in one file', () => {
  const headings = ['期', '楼栋', '房号', '业主']
  const twoSheets = {
    业主表: [headings, ['一期', '1栋', '101', '冯甲']],
    业主表2: [headings, ['二期', '1栋', '101', '蒋戊']],
  }

  test('are told apart over all its sheets, also where each has one alone in its column', () => {
    const reading = read(twoSheets)
    expect(open(reading)).toEqual(['estate:期'])
    expect(reading.questions[0]).toMatchObject({
      values: [
        { value: '一期', rows: 1 },
        { value: '二期', rows: 1 },
      ],
      choices: ['only:一期', 'only:二期', 'building', 'ignore'],
    })
    expect(owners(read(twoSheets, { 'estate:期': 'building' }))).toEqual([
      ['一期1||101', 'owner', '冯甲'],
      ['二期1||101', 'owner', '蒋戊'],
    ])
    expect(owners(read(twoSheets, { 'estate:期': 'only:二期' }))).toEqual([['1||101', 'owner', '蒋戊']])
  })

  test('are counted sheet by sheet where they stand in several', () => {
    const sheets = {
      业主表: [
        headings,
        ['一期', '1栋', '101', '冯甲'],
        ['一期', '1栋', '102', '顾庚'],
        ['二期', '1栋', '101', '孟辛'],
      ],
      业主表2: [headings, ['一期', '1栋', '103', '蒋戊']],
    }
    expect(read(sheets).questions[0]!.values).toEqual([
      {
        value: '一期',
        rows: 3,
        sheets: [
          { sheet: '业主表', rows: 2 },
          { sheet: '业主表2', rows: 1 },
        ],
      },
      { value: '二期', rows: 1, sheets: [{ sheet: '业主表', rows: 1 }] },
    ])
    expect(read({ 业主表: sheets.业主表 }).questions[0]!.values).toEqual([
      { value: '一期', rows: 2 },
      { value: '二期', rows: 1 },
    ])
  })

  test.each([
    ['一期', '二期'],
    ['1.一期业主', '2.二期业主'],
    ['丁香苑业主信息表', '海棠园业主信息表'],
    ['东区', '西区'],
  ])('are asked about where sheets are named after them: %s and %s', (first, second) => {
    const rows = (name: string): Cell[][] => [
      ['楼栋', '房号', '业主'],
      ['1栋', '101', name],
    ]
    const sheets = { [first]: rows('冯甲'), [second]: rows('蒋戊') }
    expect(open(read(sheets))).toEqual(['estate-of-sheet'])
    const apart = owners(read(sheets, { 'estate-of-sheet': 'building' }))
    expect(apart.map(([, role, name]) => [role, name])).toEqual([
      ['owner', '冯甲'],
      ['owner', '蒋戊'],
    ])
    expect(new Set(apart.map(([key]) => key)).size).toBe(2)
  })

  test('may be two sheets of any name, if they have other owners for one room', () => {
    const names = ['楼栋', '房号', '业主']
    const sheets = {
      甲: [names, ['1栋', '101', '冯甲'], ['1栋', '102', '顾庚']],
      乙: [names, ['1栋', '101', '蒋戊'], ['2栋', '102', '顾庚']],
    }
    const reading = read(sheets)
    expect(open(reading)).toEqual(['estate-of-sheet'])
    expect(reading.questions[0]?.choices).toEqual(['only:甲', 'only:乙', 'building', 'same_room'])
    expect(owners(read(sheets, { 'estate-of-sheet': 'same_room' }))).toEqual([
      ['1||101', 'owner', '冯甲'],
      ['1||102', 'owner', '顾庚'],
      ['1||101', 'co_owner', '蒋戊'],
      ['2||102', 'owner', '顾庚'],
    ])
  })

  test('in sheets for each building, and in a second sheet about the same owners, nothing is asked', () => {
    const rows = (name: string): Cell[][] => [
      ['房号', '业主'],
      ['101', name],
    ]
    expect(open(read({ '1栋': rows('冯甲'), '2栋': rows('蒋戊') }))).toEqual([])
    expect(
      open(
        read({
          房屋: [
            ['房号', '业主'],
            ['1-101', '冯甲'],
          ],
          收楼: [
            ['房号', '业主'],
            ['1-101', '冯甲'],
          ],
        }),
      ),
    ).toEqual([])
  })

  test('a column in unknown words that is the same all over each sheet, and tells their rooms apart, is asked about', () => {
    const names = ['楼栋', '房号', '业主', '院落编排']
    const sheets = {
      甲: [names, ['1栋', '101', '冯甲', '前院']],
      乙: [names, ['1栋', '101', '蒋戊', '后院']],
    }
    expect(open(read(sheets))).toContain('column:rooms:院落编排')
  })
})

describe('rows that become equal only because something was ignored are errors', () => {
  test.each<[string, Record<string, Cell[][]>, Record<string, string>, string[]]>([
    [
      'estates of a column',
      {
        登记: [
          ['小区', '楼栋', '房号', '业主'],
          ['丁香苑', '1栋', '101', '冯甲'],
          ['海棠园', '1栋', '0101', '冯甲'],
          ['海棠园', '2栋', '101', '顾庚'],
        ],
      },
      { 'estate:小区': 'ignore' },
      ['登记 2 rows_equal', '登记 3 rows_equal'],
    ],
    [
      'estates of two sheets',
      {
        一期: [
          ['楼栋', '房号', '业主'],
          ['1栋', '101', '冯甲'],
        ],
        二期: [
          ['楼栋', '房号', '业主'],
          ['1栋', '101', '蒋戊'],
          ['3栋', '101', '顾庚'],
        ],
      },
      { 'estate-of-sheet': 'ignore' },
      ['一期 2 rows_equal', '二期 2 rows_equal'],
    ],
    [
      'estates in the names of rooms',
      {
        登记: [
          ['房屋地址', '业主'],
          ['丁香苑1栋101', '冯甲'],
          ['海棠园1栋101', '蒋戊'],
          ['海棠园2栋101', '顾庚'],
        ],
      },
      { 'estate-in-name:房屋地址': 'ignore' },
      ['登记 2 rows_equal', '登记 3 rows_equal'],
    ],
    [
      'a column that is not understood',
      {
        登记: [
          ['房号', '业主', '院落编排'],
          ['1-101', '冯甲', '甲'],
          ['1-101', '蒋戊', '乙'],
          ['2-101', '顾庚', '乙'],
        ],
      },
      { 'column:rooms:院落编排': 'ignore' },
      ['登记 2 rows_equal', '登记 3 rows_equal'],
    ],
  ])('%s', (_, sheets, answers, expected) => {
    const reading = read(sheets, answers)
    expect(open(reading)).toEqual([])
    expect(causes(reading).filter((cause) => cause.endsWith('rows_equal'))).toEqual(expected)
    expect(owners(reading).map(([, , name]) => name)).toEqual(['顾庚'])
  })

  test('so are spaces of two estates with one code', () => {
    const reading = read(
      {
        车位: [
          ['小区', '车位号', '使用人'],
          ['丁香苑', 'C1', '冯甲'],
          ['海棠园', 'C1', '蒋戊'],
        ],
      },
      { 'estate:小区': 'ignore' },
    )
    expect(causes(reading)).toEqual(['车位 2 rows_equal', '车位 3 rows_equal'])
    expect(reading.draft.parkingSpaces).toEqual([])
  })

  test('people of one room of whom somebody says so are no errors', () => {
    const reading = read(
      {
        登记: [
          ['房号', '业主', '院落编排'],
          ['1-101', '冯甲', '甲'],
          ['1-101', '蒋戊', '乙'],
        ],
      },
      { 'column:rooms:院落编排': 'same_room' },
    )
    expect(owners(reading)).toEqual([
      ['1||101', 'owner', '冯甲'],
      ['1||101', 'co_owner', '蒋戊'],
    ])
  })
})

const job = { kind: 'job', id: 'outbox' } as const
const csv = (...rows: (string | number)[][]) =>
  new TextEncoder().encode(rows.map((row) => row.join()).join('\n'))

/** An import of files into one project, whose name is 翠湖花园. */
async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const preview = (file: Uint8Array, fileName = '登记.csv') =>
    previewImport(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName },
      file,
    )
  const answer = (importId: string, answers: Record<string, string>) =>
    answerImport(ctx, {
      requestId: freshRequestId(),
      importId,
      answers: Object.entries(answers).map(([id, said]) => ({ id, answer: said })),
    })
  const take = async (file: Uint8Array, answers: Record<string, string> = {}, fileName = '登记.csv') => {
    const first = await preview(file, fileName)
    expect(open(first)).toEqual(Object.keys(answers))
    if (open(first).length > 0) await answer(first.id, answers)
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: first.id, leaveBadRows: true })
    await applyImport(as(ctx, job), { importId: first.id })
    return first
  }
  const rooms = async () =>
    (await roomList.page(ctx, { projectId, limit: 200 })).items.map(({ name, owners: of }) =>
      [name, ...of.map(({ name: who }) => who)].join(' '),
    )
  return { ctx, projectId, preview, answer, take, rooms }
}

describe('an estate in a second file', () => {
  const of = (heading: string, estate: string, ...rows: string[][]) =>
    csv([heading, '楼栋', '房号', '业主'], ...rows.map((row) => [estate, ...row]))

  test('that is not that of the registry’s rooms is asked about before it becomes one with them', async () => {
    const { take, preview, rooms, answer } = await start()
    await take(of('小区', '丁香苑', ['1栋', '101', '冯甲']))
    const { id, questions, counts } = await preview(of('小区', '海棠园', ['1栋', '101', '蒋戊']))
    expect(questions).toMatchObject([{ id: 'estate:小区', choices: ['building', 'ignore'], answer: null }])
    expect(counts.rooms.changed + counts.rooms.created).toBe(0)
    expect((await answer(id, { 'estate:小区': 'building' })).counts.rooms).toMatchObject({
      created: 1,
      changed: 0,
    })
    await take(of('小区', '海棠园', ['1栋', '101', '蒋戊']), { 'estate:小区': 'building' })
    expect(await rooms()).toEqual(['1栋-101 冯甲', '海棠园1栋-101 蒋戊'])
  })

  test('is known again ever after: the first stays under its bare names, the second under its own', async () => {
    const { take, rooms } = await start()
    await take(of('期', '一期', ['1栋', '101', '冯甲']))
    await take(of('期', '二期', ['1栋', '101', '蒋戊']), { 'estate:期': 'building' })
    await take(of('期', '一期', ['1栋', '102', '顾庚']))
    await take(of('期', '二期', ['1栋', '102', '孟辛']))
    const both = csv(
      ['期', '楼栋', '房号', '业主'],
      ['一期', '1栋', '103', '甘壬'],
      ['二期', '1栋', '103', '乔癸'],
    )
    await take(both)
    expect(await rooms()).toEqual([
      '1栋-101 冯甲',
      '1栋-102 顾庚',
      '1栋-103 甘壬',
      '二期1栋-101 蒋戊',
      '二期1栋-102 孟辛',
      '二期1栋-103 乔癸',
    ])
  })

  test('and an answer holds for its column whatever stands in it: a correction with rows of one phase', async () => {
    const { take, rooms } = await start()
    const both = csv(
      ['期', '楼栋', '房号', '业主'],
      ['一期', '1栋', '101', '冯甲'],
      ['二期', '1栋', '101', '蒋戊'],
    )
    await take(both, { 'estate:期': 'building' })
    await take(csv(['房号', '楼栋', '期', '业主'], ['102', '1栋', '二期', '顾庚']))
    expect(await rooms()).toEqual(['一期1栋-101 冯甲', '二期1栋-101 蒋戊', '二期1栋-102 顾庚'])
  })

  test('so for a column in unknown words that somebody explained', async () => {
    const { take, rooms } = await start()
    const both = csv(
      ['楼栋', '房号', '业主', '院落编排'],
      ['1栋', '101', '冯甲', '前院'],
      ['1栋', '101', '蒋戊', '后院'],
    )
    await take(both, { 'column:rooms:院落编排': 'building' })
    await take(csv(['楼栋', '房号', '业主', '院落编排'], ['1栋', '102', '顾庚', '后院']))
    expect(await rooms()).toEqual(['前院1栋-101 冯甲', '后院1栋-101 蒋戊', '后院1栋-102 顾庚'])
  })

  test('that several are one was said of them alone: a third is asked about', async () => {
    const { take, preview } = await start()
    const two = csv(['期', '楼栋', '房号'], ['一期', '1栋', '101'], ['二期', '2栋', '101'])
    await take(two, { 'estate:期': 'ignore' })
    expect(open(await preview(two))).toEqual([])
    expect(open(await preview(of('期', '二期', ['2栋', '102', '顾庚'])))).toEqual([])
    expect(open(await preview(of('期', '三期', ['1栋', '101', '孟辛'])))).toEqual(['estate:期'])
  })

  test('one that was chosen out of two does not bring the other in by itself', async () => {
    const { take, preview } = await start()
    const two = csv(['小区', '楼栋', '房号'], ['丁香苑', '1栋', '101'], ['海棠园', '1栋', '101'])
    await take(two, { 'estate:小区': 'only:丁香苑' })
    expect(open(await preview(of('小区', '丁香苑', ['1栋', '102', '顾庚'])))).toEqual([])
    expect(open(await preview(of('小区', '海棠园', ['1栋', '101', '孟辛'])))).toEqual(['estate:小区'])
  })

  test('is asked about too where it stands in the rooms’ names, or where the file is named after it', async () => {
    const { take, preview } = await start()
    await take(csv(['房屋地址', '业主'], ['丁香苑1栋101', '冯甲']))
    expect(open(await preview(csv(['房屋地址', '业主'], ['海棠园1栋101', '蒋戊'])))).toEqual([
      'estate-in-name:房屋地址',
    ])
    expect(open(await preview(csv(['房屋地址', '业主'], ['丁香苑1栋102', '蒋戊'])))).toEqual([])
    const plain = csv(['楼栋', '房号', '业主'], ['1栋', '101', '蒋戊'])
    expect(open(await preview(plain, '二期业主.csv'))).toEqual(['estate-of-sheet'])
    for (const name of ['2026年第3期业主台账.csv', '业主信息表.csv', '1栋.csv', '丁香苑.csv'])
      expect([name, open(await preview(plain, name))]).toEqual([name, []])
  })

  test('and also where rooms came in before anybody kept what estate they are of', async () => {
    const { take, preview } = await start()
    await take(csv(['楼栋', '房号', '业主'], ['1栋', '101', '冯甲']))
    expect(open(await preview(of('期', '二期', ['1栋', '101', '蒋戊'])))).toEqual(['estate:期'])
  })
})

test('a list of one project that says its name all over is imported again and again without a question', async () => {
  for (const name of ['翠湖花园', '翠湖', '翠湖花园小区', '翠湖花園']) {
    const { take, preview } = await start()
    await take(csv(['楼栋', '房号', '业主'], ['1栋', '101', '冯甲']))
    const file = csv(
      ['小区', '楼栋', '房号', '业主'],
      [name, '1栋', '101', '冯甲'],
      [name, '1栋', '102', '蒋戊'],
    )
    await take(file)
    expect(await preview(file)).toMatchObject({ questions: [], errors: 0, warnings: 0 })
  }
})

test('what was ignored is an error of the import, with what to do about it', async () => {
  const { ctx, preview, answer } = await start()
  const two = csv(
    ['小区', '楼栋', '房号', '业主'],
    ['丁香苑', '1栋', '101', '冯甲'],
    ['海棠园', '1栋', '101', '蒋戊'],
  )
  const { id } = await preview(two)
  expect(await answer(id, { 'estate:小区': 'ignore' })).toMatchObject({ errors: 2, openQuestions: 0 })
  const { items } = await listImportProblems(ctx, { importId: id })
  expect(items.map(({ row, code, params }) => [row, code, params['otherRow']])).toEqual([
    [2, 'registry_import.rows_equal', 3],
    [3, 'registry_import.rows_equal', 2],
  ])
})

test('estates of rows that another answer has left out leave nothing to ask', async () => {
  const ctx = await testCtx()
  const { projectId, room } = await smallProject(ctx, '和居')
  await room('1501')
  const importId = newId('imp', ctx.now)
  const asked = () => ({ requestId: freshRequestId(), importId })
  const lines = [
    '小区,苑区,楼栋,房号,姓名',
    '丁香苑,东区,1,201,甲某某',
    '丁香苑,西区,1,202,乙某某',
    '牡丹苑,,1,203,丙某某',
  ]
  const file = new TextEncoder().encode(lines.join('\n'))
  await previewImport(ctx, { ...asked(), projectId, fileName: '登记.csv' }, file)
  const answers = [{ id: 'estate:小区', answer: 'only:牡丹苑' }]
  const found = await answerImport(ctx, { ...asked(), answers })
  expect(open(found)).toEqual([])
  expect(found.counts.rooms).toMatchObject({ created: 1 })
})
