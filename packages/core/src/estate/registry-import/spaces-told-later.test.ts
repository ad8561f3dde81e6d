import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { as, beforeNextWrite, freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, applyConfirmedImport, getImport, listImportProblems, listPayers } from './index.ts'
import { projectOfSpaces, type Rows } from './testing/project-of-spaces.ts'

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})
const asked = () => ({ requestId: freshRequestId() })
const job = { kind: 'job', id: 'outbox' } as const
const start = () => projectOfSpaces(ctx)

const rooms: Rows = [
  ['楼栋', '房号', '建筑面积', '业主', '车位'],
  ['1栋', '101', '80', '冯甲', '001'],
  ['1栋', '102', '80', '蒋戊', '002'],
]
const headings = ['停车场', '车位号', '使用人']
const list = (lot: string, ...holders: string[]): Rows => [
  headings,
  ...['001', '002'].map((code, at) => [lot, code, holders[at] ?? '']),
]
const once = ['冯甲 15000', '蒋戊 15000']

describe('a list tells the lot of spaces that came in beside rooms without one', () => {
  test.each<[string, string[]]>([
    ['with their holders', ['冯甲', '蒋戊']],
    ['without', []],
  ])('%s: it is asked once, and nothing is imported before that is answered', async (_, holders) => {
    const { take, preview, confirm, written } = await start()
    await take({}, rooms)
    const found = await preview(list('地下车库', ...holders))
    expect(found.questions).toMatchObject([
      {
        about: 'lot',
        sheet: '表0',
        column: 'A',
        heading: '停车场',
        values: [
          { value: '001', rows: 1 },
          { value: '002', rows: 1 },
        ],
        choices: ['same', 'others'],
        answer: null,
        spaces: { lot: '地下车库', onRecord: 2, ofOthers: 0 },
      },
    ])
    expect(found.openQuestions).toBe(1)
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.unanswered' })
    expect(await written()).toEqual(['|001 冯甲', '|002 蒋戊'])
  })

  test.each<[string, string[]]>([
    ['with their holders', ['冯甲', '蒋戊']],
    ['without', []],
  ])('the same %s: they keep their ids and holders, get the lot, and are billed once', async (_, holders) => {
    const { take, spaces, written, billed, logged } = await start()
    await take({}, rooms)
    const before = await spaces()
    const taken = await take({ 地下车库: 'same' }, list('地下车库', ...holders))
    expect(taken).toMatchObject({
      asked: ['地下车库'],
      counts: { created: 0, changed: 2, unchanged: 0 },
      said: [],
      changes: [
        { name: '001', fields: [{ field: 'lot', before: '', after: '地下车库' }] },
        { name: '002', fields: [{ field: 'lot', before: '', after: '地下车库' }] },
      ],
    })
    expect(await written()).toEqual(['地下车库|001 冯甲', '地下车库|002 蒋戊'])
    expect((await spaces()).map(({ id, key }) => [id, key])).toEqual([
      [before[0]!.id, '地下车库|1'],
      [before[1]!.id, '地下车库|2'],
    ])
    expect(await billed()).toEqual(once)
    expect(await logged(before[0]!.id)).toEqual([
      ['registry.parking_space_changed', { lot: { from: '', to: '地下车库' } }],
    ])
    const again = await take({}, list('地下车库', ...holders))
    expect(again).toMatchObject({ asked: [], anything: false, said: [] })
    // The rooms that named it without a lot find it where it is.
    expect(await take({}, rooms)).toMatchObject({ asked: [], anything: false })
    const other = await take({}, list('地面'))
    expect(other).toMatchObject({ asked: [], counts: { created: 2, changed: 0 } })
    expect(await written()).toHaveLength(4)
    expect(await billed()).toEqual(once)
  })

  test.each<[string, string[], string[]]>([
    ['with holders', ['冯甲', '蒋戊'], [...once, ...once].toSorted()],
    ['without', [], once],
  ])('others %s: they are second spaces, which the same list finds again', async (_, holders, bills) => {
    const { take, written, billed } = await start()
    await take({}, rooms)
    const taken = await take({ 地下车库: 'others' }, list('地下车库', ...holders))
    expect(taken).toMatchObject({ asked: ['地下车库'], counts: { created: 2, changed: 0 } })
    expect(await written()).toEqual([
      '|001 冯甲',
      '|002 蒋戊',
      `地下车库|001 ${holders[0] ?? ''}`.trim(),
      `地下车库|002 ${holders[1] ?? ''}`.trim(),
    ])
    expect(await billed()).toEqual(bills)
    expect(await take({}, list('地下车库', ...holders))).toMatchObject({ asked: [], anything: false })
    // The next lot is asked about anew: nothing has said whose the spaces without one are.
    expect((await take({}, list('地面'))).found.openQuestions).toBe(1)
  })

  test('the list first, its spaces are found by rooms that name no lot, and nothing is asked', async () => {
    const { take, written, billed } = await start()
    await take({}, list('地下车库'))
    expect(await take({}, rooms)).toMatchObject({ asked: [] })
    expect(await take({}, list('地下车库', '冯甲', '蒋戊'))).toMatchObject({ asked: [], anything: false })
    expect(await written()).toEqual(['地下车库|001 冯甲', '地下车库|002 蒋戊'])
    expect(await billed()).toEqual(once)
  })

  test('and rooms in one workbook with the list are asked about where an earlier one brought them', async () => {
    const { take, written, billed } = await start()
    await take({}, rooms)
    const both = [rooms, list('地下车库')]
    expect(await take({ 地下车库: 'same' }, ...both)).toMatchObject({
      asked: ['地下车库'],
      counts: { created: 0, changed: 2 },
    })
    expect(await take({}, ...both)).toMatchObject({ asked: [], anything: false })
    expect(await written()).toEqual(['地下车库|001 冯甲', '地下车库|002 蒋戊'])
    expect(await billed()).toEqual(once)
  })

  test('a workbook that brings both at once is not asked about', async () => {
    const { take, written } = await start()
    expect(await take({}, rooms, list('地下车库'))).toMatchObject({ asked: [], counts: { created: 2 } })
    expect(await written()).toEqual(['地下车库|001 冯甲', '地下车库|002 蒋戊'])
  })
})

test('people who come in with the list are at the space on record, and who pays from when is asked of it by its new name', async () => {
  const { take, make, preview, answer, written, billed } = await start()
  await make('', '003')
  await make('', '004')
  const dated: Rows = [
    [...headings, '开始日期'],
    ['地下车库', '003', '顾庚', ''],
    ['地下车库', '004', '孟辛', '2026-03-01'],
  ]
  const found = await answer(await preview(dated), { 地下车库: 'same' })
  const { items } = await listPayers(ctx, { importId: found.id })
  expect(items.map(({ name, place }) => [name, place])).toEqual([['地下车库-004', 'parking|地下车库|4']])
  expect(await take({ 地下车库: 'same' }, dated)).toMatchObject({
    counts: { created: 0, changed: 2 },
    said: [],
  })
  expect(await written()).toEqual(['地下车库|003 顾庚', '地下车库|004 孟辛'])
  expect(await billed()).toEqual(['孟辛 15000', '顾庚 15000'])
  expect(await take({}, dated)).toMatchObject({ asked: [], anything: false })
})

describe('several lots', () => {
  const both: Rows = [...list('地下车库'), ...list('地面').slice(1)]

  test('are asked about one by one: the spaces get the lot of which it is said, and the others come in', async () => {
    const { take, written, billed } = await start()
    await take({}, rooms)
    expect(await take({ 地下车库: 'others', 地面: 'same' }, both)).toMatchObject({
      asked: ['地下车库', '地面'],
      counts: { created: 2, changed: 2 },
      said: [],
    })
    expect(await written()).toEqual(['地下车库|001', '地下车库|002', '地面|001 冯甲', '地面|002 蒋戊'])
    expect(await billed()).toEqual(once)
    expect(await take({}, both)).toMatchObject({ asked: [], anything: false })
  })

  test('of which both are said to be them are refused for these codes, and nothing else is', async () => {
    const { take, written } = await start()
    await take({}, rooms)
    const more: Rows = [...both, ['地面', '003', '']]
    const said = { 地下车库: 'same', 地面: 'same' } as const
    const taken = await take(said, more)
    expect(taken).toMatchObject({ counts: { created: 1, changed: 0 } })
    expect(taken.said).toEqual(['2 space_in_lots', '3 space_in_lots', '4 space_in_lots', '5 space_in_lots'])
    const { items } = await listImportProblems(ctx, { importId: taken.found.id })
    expect(items[0]!.params).toEqual({ code: '001', lots: '地下车库、地面' })
    expect(await written()).toEqual(['|001 冯甲', '|002 蒋戊', '地面|003'])
    expect(await take(said, more)).toMatchObject({ anything: false })
  })

  test('of which both are said to be them are those of the holders on record, where the list names these', async () => {
    const { take, written, billed } = await start()
    await take({}, rooms)
    const each = [
      headings,
      ['地库', '001', '冯甲'],
      ['地库', '002', ''],
      ['地面', '001', ''],
      ['地面', '002', '蒋戊'],
    ]
    expect(await take({ 地库: 'same', 地面: 'same' }, each)).toMatchObject({ said: [] })
    expect(await written()).toEqual(['地库|001 冯甲', '地库|002', '地面|001', '地面|002 蒋戊'])
    expect(await billed()).toEqual(once)
  })

  test('and the same of one and of codes that only one of them has are no trouble', async () => {
    const { take, written } = await start()
    await take({}, rooms)
    const apart: Rows = [headings, ['地下车库', '001', ''], ['地面', '002', '']]
    expect(await take({ 地下车库: 'same', 地面: 'same' }, apart)).toMatchObject({
      said: [],
      counts: { changed: 2 },
    })
    expect(await written()).toEqual(['地下车库|001 冯甲', '地面|002 蒋戊'])
  })

  test('are refused of a code that the list names without a lot as well', async () => {
    const { take, written } = await start()
    await take({}, rooms)
    const mixed: Rows = [headings, ['', '001', '冯甲'], ['地下车库', '001', ''], ['地下车库', '002', '']]
    expect((await take({ 地下车库: 'same' }, mixed)).said).toEqual(['3 space_without_lot'])
    expect(await written()).toEqual(['|001 冯甲', '地下车库|002 蒋戊'])
    expect(await take({ 地下车库: 'same' }, mixed)).toMatchObject({ anything: false })
    expect(await take({ 地下车库: 'others' }, mixed)).toMatchObject({ said: [], counts: { created: 1 } })
    expect(await take({}, mixed)).toMatchObject({ asked: [], anything: false })
  })

  test('more than anybody looks through are refused: the columns may be swapped', async () => {
    const { take, written } = await start()
    await take({}, [rooms[0]!, ['1栋', '101', '80', '冯甲', '地下']])
    const swapped = Array.from({ length: 60 }, (_, at) => [`A-${at}`, '地下', ''])
    const taken = await take({}, [headings, ...swapped])
    expect(taken).toMatchObject({ asked: [], anything: false })
    expect(new Set(taken.said.map((one) => one.split(' ')[1]))).toEqual(new Set(['space_lots_many']))
    expect(await written()).toEqual(['|地下 冯甲'])
  })
})

describe('spaces that are said to be others', () => {
  test.each<[string, string[], string[]]>([
    ['nobody', [], ['|001 冯甲', '|002 蒋戊', '地面|001', '地面|002']],
    ['others', ['顾庚', '孟辛'], ['|001 冯甲', '|002 蒋戊', '地面|001 顾庚', '地面|002 孟辛']],
  ])('are not those beside the rooms of the same workbook, of %s', async (_, holders, expected) => {
    const { take, written, billed } = await start()
    await take({}, rooms)
    await take({ 地面: 'others' }, rooms, list('地面', ...holders))
    expect(await written()).toEqual(expected)
    expect(await billed()).toEqual([...once, ...holders.map((name) => `${name} 15000`)].toSorted())
  })

  test('are refused where they would be found in the lot that those on record get', async () => {
    const { take, written } = await start()
    await take({}, rooms)
    const both = [headings, ['一期车库', '001', ''], ['车库', '001', '']]
    expect(await take({ 一期车库: 'same', 车库: 'others' }, both)).toMatchObject({
      said: ['3 space_lot_unclear'],
    })
    expect(await written()).toEqual(['|002 蒋戊', '一期车库|001 冯甲'])
  })
})

describe('a lot on record that has another name in the list', () => {
  test.each([
    ['the estate alone', '丁香苑', '丁香苑车库'],
    ['the same without its estate', '地下车库', '丁香苑地下车库'],
  ])('%s: it is asked whether these are the same, and they get the new one', async (_, before, lot) => {
    const { take, written, preview, billed } = await start()
    await take({}, list(before, '冯甲', '蒋戊'))
    const { questions } = await preview(list(lot, '冯甲', '蒋戊'))
    expect(questions).toMatchObject([{ spaces: { lot, lotOnRecord: before, onRecord: 2, ofOthers: 0 } }])
    expect(await take({ [lot]: 'same' }, list(lot, '冯甲', '蒋戊'))).toMatchObject({
      changes: [
        { fields: [{ field: 'lot', before, after: lot }] },
        { fields: [{ field: 'lot', before, after: lot }] },
      ],
    })
    expect(await written()).toEqual([`${lot}|001 冯甲`, `${lot}|002 蒋戊`])
    expect(await billed()).toEqual(once)
    expect(await take({}, list(lot, '冯甲', '蒋戊'))).toMatchObject({ asked: [], anything: false })
  })

  test('or is another lot: both are there, and nothing is asked again', async () => {
    const { take, written } = await start()
    await take({}, list('地下车库'))
    await take({ 地下车库二区: 'others' }, list('地下车库二区'))
    expect(await written()).toEqual(['地下车库|001', '地下车库|002', '地下车库二区|001', '地下车库二区|002'])
    expect(await take({}, list('地下车库二区'))).toMatchObject({ asked: [], anything: false })
  })

  test('is none whose number goes on: B11 is not B1', async () => {
    const { take, written } = await start()
    await take({}, list('B1'))
    expect(await take({}, list('B11'))).toMatchObject({ asked: [], said: [] })
    expect(await written()).toEqual(['B11|001', 'B11|002', 'B1|001', 'B1|002'])
  })

  test('is not that of two spaces on record at once', async () => {
    const { take, written } = await start()
    await take({}, rooms)
    await take({ 丁香苑: 'others' }, list('丁香苑'))
    expect(await take({ 丁香苑车库: 'same' }, list('丁香苑车库'))).toMatchObject({
      said: ['2 space_in_lots', '2 space_in_lots', '3 space_in_lots', '3 space_in_lots'],
    })
    expect(await written()).toEqual(['|001 冯甲', '|002 蒋戊', '丁香苑|001', '丁香苑|002'])
  })
})

describe('a workbook that lists one code with a lot and without', () => {
  const listed = [
    ['小区', '停车场', '车位号', '使用人'],
    ['丁香苑', '车库', '001', '冯甲'],
  ]
  test.each<[string, Rows, Rows, string]>([
    [
      'in lists of their own',
      [headings, ['地库', '001', '冯甲']],
      [
        ['车位号', '使用人'],
        ['001', '冯甲'],
      ],
      '地库|001 冯甲',
    ],
    [
      'within an estate',
      listed,
      [
        ['小区', '车位号', '使用人'],
        ['丁香苑', '001', '冯甲'],
      ],
      '车库|001 冯甲',
    ],
  ])(
    '%s: which is meant is not guessed, and the one without is left out',
    async (_, one, other, expected) => {
      const { preview, answer, confirm, apply, written, billed } = await start()
      const shown = await preview(one, other)
      const estates = shown.questions.flatMap(({ id, about }) =>
        about === 'estate' ? [{ id, answer: 'building' }] : [],
      )
      const told =
        estates.length === 0
          ? shown
          : await answerImport(ctx, { ...asked(), importId: shown.id as never, answers: estates })
      const found = await answer(told, {})
      expect((await listImportProblems(ctx, { importId: found.id })).items).toMatchObject([
        { sheet: '表1', code: 'registry_import.space_lot_unclear' },
      ])
      await confirm(found)
      await apply(found)
      expect(await written()).toEqual([expected])
      expect(await billed()).toEqual(['冯甲 15000'])
    },
  )
})

describe('what the question says', () => {
  test('is for how many spaces the list names others, and the answer decides all the same', async () => {
    const { take, written, billed } = await start()
    await take({}, rooms)
    const taken = await take({ 地下车库: 'same' }, list('地下车库', '顾庚', '蒋戊'))
    expect(taken.found.questions.filter(({ about }) => about === 'lot')).toMatchObject([
      { spaces: { onRecord: 1, ofOthers: 1 } },
      { spaces: { onRecord: 1, ofOthers: 0 } },
    ])
    expect(taken.said).toEqual(['2 space_owner_differs'])
    expect((await listImportProblems(ctx, { importId: taken.found.id })).items).toMatchObject([
      { value: '001', params: { space: '地下车库 001' } },
    ])
    expect(await written()).toEqual(['地下车库|001 冯甲', '地下车库|002 蒋戊'])
    expect(await billed()).toEqual(once)
  })

  test('counts none of which nobody has it on record as one of others', async () => {
    const { make, preview } = await start()
    await make('', '001')
    const { questions } = await preview(list('地下车库', '顾庚'))
    expect(questions[0]).toMatchObject({ spaces: { onRecord: 1, ofOthers: 0 } })
  })

  test('is of the spaces of a file: no answer is taken for those of another, nor once others have come', async () => {
    const { take, preview, answer, make } = await start()
    await take({}, rooms)
    const first = await take({ 地下车库: 'others' }, list('地下车库').slice(0, 2))
    expect(first.asked).toEqual(['地下车库'])
    const next = await preview(list('地下车库'))
    expect(next.questions).toMatchObject([{ answer: null, spaces: { onRecord: 1 } }])
    const longer: Rows = [...list('地下车库'), ['地下车库', '003', '']]
    const said = await answer(await preview(longer), { 地下车库: 'same' })
    expect(said).toMatchObject({ openQuestions: 0, counts: { parkingSpaces: { created: 1, changed: 1 } } })
    await make('', '003')
    const anew = await answerImport(ctx, { ...asked(), importId: said.id as never, answers: [] })
    expect(anew).toMatchObject({ openQuestions: 1, questions: [{ answer: null, spaces: { onRecord: 2 } }] })
  })

  test('takes no other answer than the two', async () => {
    const { take, preview } = await start()
    await take({}, rooms)
    const { id, questions } = await preview(list('地下车库'))
    const say = (answer: string) =>
      answerImport(ctx, { ...asked(), importId: id as never, answers: [{ id: questions[0]!.id, answer }] })
    for (const answer of ['building', 'right', 'ignore'])
      await expect(say(answer)).rejects.toMatchObject({ code: 'request.invalid' })
    expect(await say('others')).toMatchObject({ openQuestions: 0 })
    expect(await say('same')).toMatchObject({ counts: { parkingSpaces: { changed: 2 } } })
    expect(await say('')).toMatchObject({ openQuestions: 1 })
  })

  test('is asked once it is known of which estates the lots are', async () => {
    const { take, preview } = await start()
    await take({}, rooms)
    const estates: Rows = [
      ['小区', ...headings],
      ['丁香苑', '车库', '001', ''],
      ['海棠园', '车库', '001', ''],
    ]
    const found = await preview(estates)
    expect(found.questions.map(({ about }) => about)).toEqual(['estate'])
    const answers = [{ id: found.questions[0]!.id, answer: 'building' }]
    const clear = await answerImport(ctx, { ...asked(), importId: found.id as never, answers })
    expect(clear.questions.map(({ about, heading, spaces }) => [about, spaces?.lot ?? heading])).toEqual([
      ['estate', '小区'],
      ['lot', '丁香苑车库'],
      ['lot', '海棠园车库'],
    ])
  })
})

describe('a space that changed since the preview', () => {
  const work = async (importId: string) => {
    const event = { id: 'evt_1', type: 'registry_import.confirmed', payload: { importId }, attempt: 9 }
    await applyConfirmedImport(as(ctx, job), event as never, {} as never)
    const { state, failure } = await getImport(ctx, importId)
    return failure ?? state
  }
  const meanwhile = { code: 'registry_import.lots_meanwhile' }

  test.each<[string, string[], string[], string[]]>([
    ['with holders', ['冯甲', '蒋戊'], ['地面', ''], ['地下车库|001', '地下车库|002']],
    ['without', [], [''], ['地下车库|001', '地下车库|002', '地面|001']],
  ])(
    'and has a lot by now stops the import, which is calculated anew (%s)',
    async (_, holders, before, expected) => {
      const { take, preview, answer, confirm, apply, written, rename } = await start()
      await take({}, rooms)
      const found = await answer(await preview(list('地下车库', ...holders)), { 地下车库: 'same' })
      await rename('|1', '地面', '001')
      await expect(confirm(found)).rejects.toMatchObject(meanwhile)
      const anew = await answerImport(ctx, { ...asked(), importId: found.id as never, answers: [] })
      expect(anew.questions).toMatchObject(
        before.map((lotOnRecord) => ({ about: 'lot', spaces: { lotOnRecord, onRecord: 1 } })),
      )
      const clear = await answer(anew, { 地下车库: 'same' })
      await confirm(clear)
      await apply(clear)
      expect((await written()).map((is) => is.split(' ')[0])).toEqual(expected)
    },
  )

  test('or that has come under its new name stops it as well', async () => {
    const { take, preview, answer, confirm, apply, make, written, billed } = await start()
    await take({}, rooms)
    const found = await answer(await preview(list('地下车库')), { 地下车库: 'same' })
    await make('地下车库', '001')
    await expect(confirm(found)).rejects.toMatchObject(meanwhile)
    const anew = await answer(
      await answerImport(ctx, { ...asked(), importId: found.id as never, answers: [] }),
      { 地下车库: 'same' },
    )
    expect(anew.counts.parkingSpaces).toEqual({ created: 0, changed: 1, unchanged: 1 })
    await confirm(anew)
    await apply(anew)
    expect(await written()).toEqual(['|001 冯甲', '地下车库|001', '地下车库|002 蒋戊'])
    expect(await billed()).toEqual(once)
  })

  test.each<[string, (of: Awaited<ReturnType<typeof start>>) => Promise<unknown>]>([
    ['has a lot', ({ rename }) => rename('|1', '地面', '001')],
    ['stands under its new name', ({ make }) => make('地下车库', '001')],
  ])(
    'after it was confirmed: where one %s, it stops with that reason and writes no space',
    async (_, change) => {
      const all = await start()
      await all.take({}, rooms)
      const found = await all.answer(await all.preview(list('地下车库')), { 地下车库: 'same' })
      await all.confirm(found)
      await change(all)
      const before = await all.written()
      expect(await work(found.id)).toBe(meanwhile.code)
      expect(await getImport(ctx, found.id)).toMatchObject({ state: 'failed', failedStage: 'spaces' })
      expect(await all.written()).toEqual(before)
    },
  )

  test('what was read of spaces and people is kept until the import is confirmed, and no longer', async () => {
    const { take, preview, answer, confirm } = await start()
    await take({}, rooms)
    const more = [rooms[0]!, ['1栋', '103', '80', '卫己', '']]
    const found = await answer(await preview(more, list('地下车库')), { 地下车库: 'same' })
    const kept = async () => {
      const { rows: kinds } = await ctx.db.client.execute({
        sql: "SELECT DISTINCT kind FROM import_parts WHERE import_id = ? AND kind IN ('sheets', 'as_read', 'spaces_as_read')",
        args: [found.id],
      })
      return kinds.map(({ kind }) => kind).toSorted()
    }
    expect(await kept()).toEqual(['as_read', 'sheets', 'spaces_as_read'])
    await confirm(found)
    expect(await kept()).toEqual([])
  })

  const kinds = (...codes: string[]): Rows => [
    ['停车场', '车位号', '车位类型', '使用人'],
    ...codes.map((code) => ['地下车库', code, '机械', '顾庚']),
  ]
  type All = Awaited<ReturnType<typeof start>>
  const renames: [string, readonly [string, string], (of: All) => Promise<unknown>, string[]][] = [
    [
      'comes to be called so',
      ['地面', '001'],
      ({ rename }) => rename('地面|1', '地下车库', '1'),
      ['地下车库|1'],
    ],
    [
      'is called otherwise by now',
      ['地下车库', '001'],
      ({ rename }) => rename('地下车库|1', '地面', '009'),
      ['地面|9'],
    ],
    [
      'has given its name to another',
      ['地下车库', '001'],
      async ({ make, rename }) => {
        await make('地面', '002')
        await rename('地下车库|1', '地面', '001')
        await rename('地面|2', '地下车库', '001')
      },
      ['地下车库|1', '地面|1'],
    ],
  ]

  test.each(renames)(
    'where one that %s, nothing is confirmed before it was looked at again',
    async (_, was, change, keys) => {
      const all = await start()
      await all.make(...was)
      const found = await all.answer(await all.preview(kinds('001')), {})
      await change(all)
      await expect(all.confirm(found)).rejects.toMatchObject(meanwhile)
      expect((await all.spaces()).map(({ key }) => key)).toEqual(keys)
      const anew = await answerImport(ctx, { ...asked(), importId: found.id as never, answers: [] })
      await all.confirm(await all.answer(anew, {}))
      await all.apply(found)
      // The list means what is called so by now, and that is there once.
      expect((await all.spaces()).filter(({ key }) => key === '地下车库|1')).toMatchObject([
        { is: expect.stringMatching(/顾庚$/) },
      ])
    },
  )

  test.each(renames)(
    'where one that %s once it was confirmed, it stops and writes nothing of it',
    async (_, was, change, keys) => {
      const all = await start()
      await all.make(...was)
      const found = await all.answer(await all.preview(kinds('001')), {})
      await all.confirm(found)
      await change(all)
      expect(await work(found.id)).toBe(meanwhile.code)
      expect((await all.spaces()).map(({ key, is }) => [key, is.includes(' ')])).toEqual(
        keys.map((key) => [key, false]),
      )
      expect(await all.billed()).toEqual([])
    },
  )

  test('without a lot by now, as one on record may be the one that was to come in: it is asked', async () => {
    const { make, rename, preview, answer, confirm, written } = await start()
    await make('地面', '001')
    const found = await answer(await preview(kinds('001')), {})
    expect(found.counts.parkingSpaces.created).toBe(1)
    await rename('地面|1', '', '001')
    await expect(confirm(found)).rejects.toMatchObject(meanwhile)
    const anew = await answerImport(ctx, { ...asked(), importId: found.id as never, answers: [] })
    expect(anew.questions.find(({ about }) => about === 'lot')).toMatchObject({ answer: null })
    expect(await written()).toEqual(['|001'])
  })

  test('between two parts of the import: whoever comes with it has the space that it made, or nobody comes', async () => {
    const { make, rename, preview, answer, confirm, written } = await start()
    await make('地面', '009')
    const found = await answer(await preview(kinds('001')), {})
    await confirm(found)
    const swap = async () => {
      await rename('地下车库|1', '地面', '001')
      await rename('地面|9', '地下车库', '001')
    }
    // The space and its holder were written by then, and who has it is next.
    beforeNextWrite(ctx, swap, 3)
    expect(await work(found.id)).toBe('registry_import.owned_meanwhile')
    expect(await written()).toEqual(['地下车库|001', '地面|001'])
  })

  test('a wrong answer about its lot is put right: the next list asks nothing and makes nothing anew', async () => {
    const { take, rename, written, billed, spaces, logged } = await start()
    await take({}, rooms)
    await take({ 地面: 'same' }, list('地面'))
    await rename('地面|1', '', '001')
    await rename('地面|2', '地下车库', '002')
    expect(await written()).toEqual(['|001 冯甲', '地下车库|002 蒋戊'])
    expect(await billed()).toEqual(once)
    expect(await logged((await spaces())[1]!.id)).toEqual([
      ['registry.parking_space_changed', { lot: { from: '', to: '地面' } }],
      ['registry.parking_space_changed', { lot: { from: '地面', to: '地下车库' } }],
    ])
    expect(await take({ 地下车库: 'same' }, list('地下车库'))).toMatchObject({
      asked: ['地下车库'],
      counts: { created: 0, changed: 1, unchanged: 1 },
    })
    expect(await take({ 地面: 'others' }, list('地面'))).toMatchObject({ counts: { created: 2 } })
    expect(await written()).toEqual(['地下车库|001 冯甲', '地下车库|002 蒋戊', '地面|001', '地面|002'])
  })

  test('confirmed twice it is written once', async () => {
    const { take, preview, answer, confirm, apply, written, spaces, logged } = await start()
    await take({}, rooms)
    const found = await answer(await preview(list('地下车库')), { 地下车库: 'same' })
    await confirm(found)
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.not_previewed' })
    // What was said of this file is not taken for another one of the same rows.
    expect((await preview(list('地下车库'))).questions).toMatchObject([{ answer: null }])
    await Promise.allSettled([apply(found), apply(found)])
    await apply(found)
    expect(await written()).toEqual(['地下车库|001 冯甲', '地下车库|002 蒋戊'])
    expect(await logged((await spaces())[0]!.id)).toHaveLength(1)
  })
})

test('whatever lists come, and whatever is said of their lots: a workbook taken again asks and changes nothing, and no code is lost', async () => {
  const code = fc.constantFrom('001', '002', '003')
  const person = fc.constantFrom('', '冯甲', '蒋戊')
  const lot = fc.constantFrom('地下车库', '地面', 'B1', '')
  const ofRooms = fc
    .uniqueArray(
      fc.record({ door: fc.constantFrom('101', '102', '103'), owner: fc.constantFrom('冯甲', '蒋戊'), code }),
      {
        minLength: 1,
        maxLength: 3,
        selector: ({ door }) => door,
      },
    )
    .map((all): Rows => [rooms[0]!, ...all.map((one) => ['1栋', one.door, '80', one.owner, one.code])])
  const ofSpaces = fc
    .uniqueArray(fc.record({ lot, code, person }), {
      minLength: 1,
      maxLength: 4,
      selector: (one) => `${one.lot}|${one.code}`,
    })
    .map((all): Rows => [headings, ...all.map((one) => [one.lot, one.code, one.person])])
  const said = fc.record({
    地下车库: fc.constantFrom('same' as const, 'others' as const),
    地面: fc.constantFrom('same' as const, 'others' as const),
    B1: fc.constantFrom('same' as const, 'others' as const),
  })
  const book = fc.record({
    sheets: fc.oneof(
      ofRooms.map((one) => [one]),
      ofSpaces.map((one) => [one]),
      fc.tuple(ofRooms, ofSpaces),
    ),
    said,
  })
  await fc.assert(
    fc.asyncProperty(fc.array(book, { minLength: 2, maxLength: 4 }), async (books) => {
      const { take, spaces } = await start()
      for (const { sheets, said: ofLots } of books) {
        const before = await spaces()
        const first = await take(ofLots, ...sheets)
        const after = await spaces()
        for (const { id } of before) expect(after.map((one) => one.id)).toContain(id)
        const again = await take(ofLots, ...sheets)
        // What was refused for another row may be right once that is on record.
        if (!first.said.some((one) => / space_/.test(one)))
          expect([again.anything, again.asked]).toEqual([false, []])
      }
    }),
    { numRuns: 25 },
  )
}, 120_000)
