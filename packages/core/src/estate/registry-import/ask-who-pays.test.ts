import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { agreePayer, previewOne } from '../../fees/billing/index.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { readTables } from '../../platform/spreadsheets/index.ts'
import { as, beforeNextWrite, freshRequestId, testCtx } from '../../testing.ts'
import { changeBuilding, changeOccupancy, giveOccupancy } from '../registry/index.ts'
import { smallProject } from '../registry/testing.ts'
import {
  answerImport,
  applyImport,
  confirmImport,
  discardImport,
  downloadBadRows,
  downloadPayers,
  getImport,
  listImportProblems,
  listPayers,
  previewImport,
  type ImportSummary,
} from './index.ts'
import { askWhoPays } from './ask-who-pays.ts'
import { nothingSaid } from './question.ts'
import { confirmAsItIs, inCodes, workbook } from './testing.ts'
import { tariffOfProject } from './testing/tariff-of-project.ts'

type Row = [place: string, name: string, from?: Cell, to?: Cell, coOwner?: string]
const headings = ['楼栋', '单元', '房号', '建筑面积', '姓名', '手机号', '入住日期', '搬离日期', '共有人']
const phones = new Map(['张三', '李四', '王五', '赵六'].map((name, at) => [name, `1371111000${at}`]))
const book = (...rows: Row[]) =>
  workbook({
    name: '房屋',
    rows: [
      headings,
      ...rows.map(([place, name, from = null, to = null, coOwner = null]) => [
        '3',
        '2',
        place,
        100,
        name,
        phones.get(name) ?? null,
        from,
        to,
        coOwner,
      ]),
    ] as never,
  })

async function start(shared?: Ctx) {
  const ctx = shared ?? (await testCtx())
  const { projectId, ...registry } = await smallProject(ctx, `和居${newId('proj', ctx.now)}`)
  const asked = (importId: string) => ({ requestId: freshRequestId(), importId: importId as never })
  const preview = async (file: Uint8Array | Promise<Uint8Array>) =>
    previewImport(ctx, { ...asked(newId('imp', ctx.now)), projectId, fileName: '登记.xlsx' }, await file)
  const lines = async ({ id }: ImportSummary, more: { search?: string; assumed?: 'yes' } = {}) =>
    (await listPayers(ctx, { importId: id as never, ...more })).items.map(({ name, after, unbilled }) => [
      name,
      ...after.map(
        ({ fromOn, toOn, payer, fromAssumed, toAssumed }) =>
          `${fromOn ?? ''}${fromAssumed ? '?' : ''}~${toOn ?? ''}${toAssumed ? '?' : ''} ${payer ?? '—'}`,
      ),
      ...unbilled.map((other) => `(${other})`),
    ])
  /** Says that all is right, but for the places that are left out, or are not any more. */
  const say = (found: ImportSummary, places: Readonly<Record<string, string>> = {}) =>
    answerImport(ctx, {
      ...asked(found.id),
      answers: [
        ...found.questions.flatMap(({ id, about }) => (about === 'payers' ? [{ id, answer: 'right' }] : [])),
        ...Object.entries(places).map(([place, answer]) => ({ id: `place:room|3|2|${place}`, answer })),
      ],
    })
  const again = ({ id }: ImportSummary) => answerImport(ctx, { ...asked(id), answers: [] })
  const confirm = ({ id }: ImportSummary) => confirmAsItIs(ctx, { ...asked(id), leaveBadRows: true })
  const apply = ({ id }: ImportSummary) =>
    applyImport(as(ctx, { kind: 'job', id: 'outbox' }), { importId: id })
  const take = async (found: ImportSummary) => {
    await confirm(found)
    await apply(found)
  }
  const there = async () => {
    const { rows } = await ctx.db.client.execute({
      sql: `SELECT r.number, p.name, o.role, o.from_on, o.to_on FROM occupancies o JOIN rooms r ON r.id = o.room_id
        JOIN people p ON p.id = o.person_id WHERE r.project_id = ? ORDER BY r.sort_key, o.from_on, p.name`,
      args: [projectId],
    })
    return rows.map((row) =>
      Object.values(row)
        .map((cell) => cell ?? '')
        .join(' '),
    )
  }
  return { ctx, projectId, ...registry, asked, preview, lines, say, again, confirm, apply, take, there }
}

const payersOf = ({ questions }: ImportSummary) =>
  questions.flatMap(({ payers, answer }) => (payers ? [{ ...payers, answer }] : []))

describe('who pays from when is asked', () => {
  test.each<[string, Row[], string[]]>([
    [
      'who came without a first day after who left',
      [
        ['1501', '张三', '2020-06-10', '2026-10-20'],
        ['1501', '李四'],
      ],
      ['~2020-06-09 —', '2020-06-10~2026-10-20 张三', '2026-10-21?~ 李四'],
    ],
    [
      'days that are told as months',
      [
        ['1501', '张三', '2020年6月', '2026-10'],
        ['1501', '李四', '2026年11月'],
      ],
      ['~2020-05-31 —', '2020-06-01?~2026-10-31? 张三', '2026-11-01?~ 李四'],
    ],
    [
      'a day of change that both tell',
      [
        ['1501', '张三', null, '2026-10-21'],
        ['1501', '李四', '2026-10-21'],
      ],
      ['~2026-10-20? 张三', '2026-10-21~ 李四'],
    ],
    [
      'days between two owners',
      [
        ['1501', '张三', null, '2026-08-31'],
        ['1501', '李四', '2026-10-05'],
      ],
      ['~2026-08-31 张三', '2026-09-01~2026-10-04 —', '2026-10-05~ 李四'],
    ],
    [
      'a last day with nobody after',
      [['1501', '张三', null, '2026-08-31']],
      ['~2026-08-31 张三', '2026-09-01~ —'],
    ],
    [
      'two owners who are both there over the turn of a month: the first is billed until he leaves',
      [
        ['1501', '张三', null, '2026-11-10'],
        ['1501', '李四', '2026-10-20'],
      ],
      ['~2026-11-10 张三', '2026-11-11~ 李四'],
    ],
    ['a first day alone', [['1501', '张三', '2021-03-01']], ['~2021-02-28 —', '2021-03-01~ 张三']],
    [
      'several who own together, of whom the first is billed',
      [['1501', '张三', null, null, '李四']],
      ['~ 张三', '(李四)'],
    ],
  ])('of %s', async (_, rows, expected) => {
    const { preview, lines, confirm, say, take, there } = await start()
    const found = await preview(book(...rows))
    expect(await lines(found)).toEqual([['3栋-2单元-1501', ...expected]])
    expect(payersOf(found)).toMatchObject([{ places: 1, throughout: 0, answer: null }])
    expect(found.openQuestions).toBe(1)
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.unanswered' })
    expect(await there()).toEqual([])
    await take(await say(found))
    expect((await there()).length).toBeGreaterThan(0)
    // What is on record asks nothing.
    const second = await preview(book(...rows))
    expect([second.questions, second.counts.occupancies.created]).toEqual([[], 0])
  })

  test('not of places that one payer owes for all time: they are counted', async () => {
    const { preview, lines, take } = await start()
    const none = await preview(book(['1501', '张三'], ['1502', '李四']))
    expect([none.questions, await lines(none)]).toEqual([[], []])
    await take(none)
    const some = await preview(book(['1503', '张三'], ['1504', '李四'], ['1505', '王五', '2026-01-01']))
    expect(payersOf(some)).toMatchObject([{ places: 1, throughout: 2 }])
    expect(await lines(some)).toMatchObject([['3栋-2单元-1505', expect.anything(), '2026-01-01~ 王五']])
  })

  test('of somebody on record who ends or is completed, with what is on record beside it', async () => {
    const { ctx, preview, say, take } = await start()
    await take(await preview(book(['1501', '张三'])))
    const found = await preview(book(['1501', '张三', '2020-06-10']))
    const { items } = await listPayers(ctx, { importId: found.id as never })
    expect(items).toMatchObject([
      {
        before: [{ fromOn: null, toOn: null, payer: '张三' }],
        after: [{ payer: null }, { fromOn: '2020-06-10', toOn: null, payer: '张三' }],
        sources: [{ sheet: '房屋', row: 2 }],
      },
    ])
    await take(await say(found))
    expect(await getImport(ctx, found.id)).toMatchObject({ state: 'applied' })
  })

  test('of who has a parking space that is let, by the name that it has in lists', async () => {
    const { preview, lines } = await start()
    const rows = [
      ['停车场', '车位号', '使用人', '开始时间', '结束时间'],
      ['B1', '001', '张三', '2026-01-01', '2026-06-30'],
    ]
    const found = await preview(workbook({ name: '车位', rows: rows as never }))
    const line = ['~2025-12-31 —', '2026-01-01~2026-06-30 张三', '2026-07-01~ —']
    expect(await lines(found)).toEqual([['B1-001', ...line]])
  })

  test('of two who have a space over the turn of a month, at which the bills pass: no row tells that day', async () => {
    const { preview, lines } = await start()
    const rows = [
      ['停车场', '车位号', '姓名', '关系', '开始时间', '结束时间'],
      ['B1', '001', '张三', '租户', null, '2026-11-10'],
      ['B1', '001', '李四', '租户', '2026-10-20', null],
    ]
    const found = await preview(workbook({ name: '车位', rows: rows as never }))
    expect(payersOf(found)).toMatchObject([{ places: 1, assumed: 1, gaps: 0 }])
    const line = ['~2026-10-31? 张三', '2026-11-01?~ 李四']
    expect(await lines(found)).toEqual([['B1-001', ...line]])
  })

  test('as it is billed then', async () => {
    const { ctx, projectId, preview, say, take } = await start()
    await ctx.db.client.execute("UPDATE projects SET price_regime = 'market'")
    await tariffOfProject(ctx, projectId, {
      name: '物业费',
      feeItem: 'property',
      basis: 'area',
      priceE4: 25_000,
    })
    await take(await say(await preview(book(['1501', '张三', '2020-06-10', '2026-10-20'], ['1501', '李四']))))
    const { rows } = await ctx.db.client.execute('SELECT id FROM rooms')
    const { bills } = await previewOne(ctx, { placeId: String(rows[0]!['id']), period: '2026-10' })
    expect(bills.map(({ payerName, amountFen }) => `${payerName} ${amountFen}`)).toEqual([
      '张三 16129',
      '李四 8871',
    ])
  })
})

describe('a place that is left out', () => {
  const rows: Row[] = [
    ['1501', '张三', '2020-06-10', '2026-10-20'],
    ['1501', '李四'],
    ['1502', '王五', '2021年3月'],
    ['1503', '王五'],
  ]

  test('keeps its people as they are; its room comes in, and so do its people where they have another place', async () => {
    const { ctx, preview, say, take, there } = await start()
    const found = await say(await preview(book(...rows)), { '1501': 'leave', '1502': 'leave' })
    expect(found).toMatchObject({
      openQuestions: 0,
      counts: { rooms: { created: 3 }, people: { created: 1 }, occupancies: { created: 1 } },
    })
    const { items } = await listImportProblems(ctx, { importId: found.id as never })
    const left = items.filter(({ code }) => code === 'registry_import.people_left_out')
    expect(left.map(({ row, params }) => [row, params['place']])).toEqual([
      [2, '3栋-2单元-1501'],
      [3, '3栋-2单元-1501'],
      [4, '3栋-2单元-1502'],
    ])
    expect(items.map(({ code }) => code)).not.toContain('registry_import.first_day_follows')
    const [sheet] = await readTables(await downloadBadRows(ctx, found.id, inCodes), '改.xlsx')
    expect(sheet!.rows.slice(1).map((row) => row.at(-2))).toEqual([2, 3, 4])
    await take(found)
    expect(await there()).toEqual(['1503 王五 owner  '])
  })

  test('stands in the file as what stays, with what the workbook tells of it', async () => {
    const { ctx, preview, say, take } = await start()
    await take(await say(await preview(book(['1501', '赵六', '2019-01-01', '2020-06-09']))))
    const found = await say(await preview(book(...rows)), { '1501': 'leave' })
    const [sheet] = await readTables(await downloadPayers(ctx, found.id, 'zh-CN'), '谁.xlsx')
    const of1501 = sheet!.rows.filter(([place]) => place === '3栋-2单元-1501')
    expect(of1501.map(([, payer, from, to, remark]) => [payer, from, to, remark])).toEqual([
      ['无人缴费', null, { date: '2018-12-31' }, expect.anything()],
      [
        '赵六',
        { date: '2019-01-01' },
        { date: '2020-06-09' },
        expect.stringMatching(
          /不导入，维持现在的登记；表中：.*张三 2020-06-10 – 2026-10-20、李四 2026-10-21/,
        ),
      ],
      ['无人缴费', { date: '2020-06-10' }, null, expect.anything()],
    ])
  })

  test('can be taken again before the import is confirmed, and is asked about by the next file', async () => {
    const { preview, say, take, there, lines } = await start()
    const found = await say(await preview(book(...rows)), { '1502': 'leave' })
    await take(await say(await say(found, { '1502': '' }), { '1501': 'leave' }))
    expect(await there()).toEqual(['1502 王五 owner 2021-03-01 ', '1503 王五 owner  '])
    const next = await preview(book(...rows))
    expect(await lines(next)).toMatchObject([
      ['3栋-2单元-1501', expect.anything(), expect.anything(), expect.anything()],
    ])
    expect(payersOf(next)).toMatchObject([{ answer: null }])
  })

  test('stays left out where what is said otherwise leaves nothing to ask about it', async () => {
    const { ctx, asked, preview, say, take, there } = await start()
    const unclear = workbook({
      name: '房屋',
      rows: [
        ['楼栋', '单元', '房号', '建筑面积', '姓名', '到期日'],
        ['3', '2', '1501', 100, '张三', '2026-01-31'],
        ['3', '2', '1502', 100, '王五', null],
      ],
    })
    const first = await preview(unclear)
    const column = first.questions.find(({ about }) => about === 'column')!.id
    const means = (answer: string) =>
      answerImport(ctx, { ...asked(first.id), answers: [{ id: column, answer }] })
    await say(await means('is:toOn'), { '1501': 'leave' })
    // Neither while the other question is open, nor where 张三 owes for all time, of which nobody would be asked.
    await means('')
    const next = await means('ignore')
    expect(payersOf(next)).toMatchObject([{ places: 1, answer: null }])
    const right = await say(next)
    expect(right).toMatchObject({ openQuestions: 0, counts: { occupancies: { created: 1 } } })
    await take(right)
    expect(await there()).toEqual(['1502 王五 owner  '])
  })

  /** Answers about one workbook, one after the other, as somebody gives them who tries how it is to be read. */
  const answering = async (
    listed: Cell[][],
    more: Cell[][] = [],
    before: Cell[][] = [],
    second = '业主和住户',
  ) => {
    const { ctx, asked, preview, say, take, there } = await start()
    const sheets = (all: Cell[][], others: Cell[][]) =>
      workbook(
        { name: '房屋', rows: all as never },
        ...(others.length > 0 ? [{ name: second, rows: others as never }] : []),
      )
    if (before.length > 0) await take(await say(await preview(sheets([listed[0]!, ...before], []))))
    let found = await preview(sheets(listed, more))
    const answer = async (id: string, said: string) => {
      found = await answerImport(ctx, { ...asked(found.id), answers: [{ id, answer: said }] })
      const ofSpaces = found.questions.find((one) => one.about === 'space' && one.answer === null)
      if (ofSpaces) await answer(ofSpaces.id, 'right')
    }
    const means = (heading: string, said: string) =>
      answer(found.questions.find((one) => one.heading === heading)!.id, said)
    const left = () =>
      found.questions.flatMap(({ about, heading, tellOf }) =>
        about === 'place' && tellOf === undefined ? [heading] : [],
      )
    /** What was left out before, with what its rows tell of now; in brackets what is not the same. */
    const leftBefore = () =>
      found.questions.flatMap(({ heading, tellOf }) =>
        tellOf === undefined
          ? []
          : [[heading, ...tellOf.map(({ name, isSame }) => (isSame ? name : `(${name})`))].join(' → ')],
      )
    const finish = async () => {
      expect(payersOf(found)).toMatchObject([{ answer: null }])
      await take(await say(found))
      return there()
    }
    const rowsOf = async (name: string) => {
      const { items } = await listPayers(ctx, { importId: found.id as never })
      return items.find((line) => line.name === name)?.sources.map(({ sheet: of, row }) => `${of} ${row}`)
    }
    return { answer, means, left, leftBefore, finish, there, rowsOf, lines: async () => listOf(ctx, found) }
  }
  const listOf = async (ctx: Ctx, { id }: ImportSummary) =>
    (await listPayers(ctx, { importId: id as never, only: 'left_before' })).items.map(({ name }) => name)

  const estates: Cell[][] = [
    ['苑区', '楼栋', '单元', '房号', '建筑面积', '姓名', '入住日期', '搬离日期'],
    ['丁香苑', '3', '2', '1501', 100, '张三', '2026-03-10', null],
    ['牡丹苑', '4', '2', '1502', 100, '王五', null, null],
  ]

  test('is asked about again where an answer calls it otherwise, and stays left out if that is said', async () => {
    const { answer, means, left, leftBefore, lines, finish } = await answering(estates)
    await means('苑区', 'ignore')
    await answer('place:room|3|2|1501', 'leave')
    expect([left(), leftBefore()]).toEqual([['3栋-2单元-1501'], []])
    await means('苑区', 'building')
    expect([left(), leftBefore()]).toEqual([[], ['3栋-2单元-1501 → 丁香苑3栋-2单元-1501']])
    expect(await lines()).toEqual(['丁香苑3栋-2单元-1501'])
    await answer('place:room|丁香苑3|2|1501', 'leave')
    expect([left(), leftBefore()]).toEqual([
      ['丁香苑3栋-2单元-1501'],
      ['3栋-2单元-1501 → 丁香苑3栋-2单元-1501'],
    ])
    expect(await finish()).toEqual(['1502 王五 owner  '])
  })

  test('comes in if it is seen there and not left out again', async () => {
    const { answer, means, finish } = await answering(estates)
    await means('苑区', 'ignore')
    await answer('place:room|3|2|1501', 'leave')
    await means('苑区', 'building')
    expect(await finish()).toEqual(['1501 张三 owner 2026-03-10 ', '1502 王五 owner  '])
  })

  test('is left out once more where the answer is taken back, whatever was said in between', async () => {
    const { answer, means, left, leftBefore, finish } = await answering(estates)
    await means('苑区', 'ignore')
    await answer('place:room|3|2|1501', 'leave')
    await means('苑区', 'building')
    await answer('place:room|丁香苑3|2|1501', 'leave')
    await answer('place:room|丁香苑3|2|1501', '')
    // While nothing tells of it there is nothing to look at.
    await means('苑区', 'only:牡丹苑')
    expect([left(), leftBefore()]).toEqual([[], []])
    await means('苑区', 'ignore')
    expect([left(), leftBefore()]).toEqual([['3栋-2单元-1501'], []])
    expect(await finish()).toEqual(['1502 王五 owner  '])
  })

  test('is not what another row calls by its name', async () => {
    const alike: Cell[][] = [
      estates[0]!,
      ['丁香苑', '3', '2', '1501', 100, '张三', '2026-03-10', null],
      ['牡丹苑', '3', '2', '1501', 100, '周九', '2026-02-01', null],
    ]
    const registered: Cell[][] = [['牡丹苑', '3', '2', '1501', 100, '赵六', '2020-01-01', '2026-01-31']]
    const { answer, means, left, leftBefore, finish } = await answering(alike, [], registered)
    await means('苑区', 'only:丁香苑')
    await answer('place:room|3|2|1501', 'leave')
    await means('苑区', 'others')
    expect([left(), leftBefore()]).toEqual([[], ['3栋-2单元-1501 → 丁香苑3栋-2单元-1501']])
    await answer('place:room|丁香苑3|2|1501', 'leave')
    expect(await finish()).toEqual(['1501 赵六 owner 2020-01-01 2026-01-31', '1501 周九 owner 2026-02-01 '])
  })

  const groups: Cell[][] = [
    ['苑区', '组别', '楼栋', '单元', '房号', '建筑面积', '姓名'],
    ['丁香苑', '甲', '3', '2', '1501', 100, '甲某某'],
    ['丁香苑', '乙', '3', '2', '1501', 100, '乙某某'],
    ['牡丹苑', '甲', '4', '2', '1601', 100, '丙某某'],
  ]

  test('is each that its rows tell of, where an answer makes two of it: a person says which', async () => {
    const { answer, means, left, leftBefore, finish } = await answering(groups)
    await means('苑区', 'ignore')
    await means('组别', 'same_room')
    await answer('place:room|3|2|1501', 'leave')
    await means('组别', 'building')
    expect([left(), leftBefore()]).toEqual([[], ['3栋-2单元-1501 → (甲3栋-2单元-1501) → (乙3栋-2单元-1501)']])
    await answer('place:room|乙3|2|1501', 'leave')
    expect(await finish()).toEqual(['1501 甲某某 owner  ', '1601 丙某某 owner  '])
  })

  test('is asked about again where a further row tells of it', async () => {
    const { answer, means, left, leftBefore, finish } = await answering(groups)
    await means('苑区', 'ignore')
    await means('组别', 'only:甲')
    await answer('place:room|3|2|1501', 'leave')
    await means('组别', 'same_room')
    expect([left(), leftBefore()]).toEqual([[], ['3栋-2单元-1501 → (3栋-2单元-1501)']])
    await answer('place:room|3|2|1501', 'leave')
    expect(await finish()).toEqual(['1601 丙某某 owner  '])
  })

  test('is asked about for each space of a cell that named it, once the row falls silent that told its lot', async () => {
    const rooms: Cell[][] = [
      ['楼栋', '单元', '房号', '姓名', '车位号'],
      ['3', '2', '101', '张三', 'C1、C2'],
      ['3', '2', '103', '李四', null],
    ]
    const spaces: Cell[][] = [
      ['苑区', '区域', '车位号', '姓名'],
      ['牡丹苑', 'B1', 'C1', '张三'],
      ['牡丹苑', 'B1', 'C3', '李四'],
      ['丁香苑', null, 'C3', '李四'],
    ]
    const { answer, means, leftBefore, finish } = await answering(rooms, spaces, [], '车位')
    await means('苑区', 'only:牡丹苑')
    await answer('place:parking|b1|c1', 'leave')
    await means('苑区', 'only:丁香苑')
    expect(leftBefore()).toEqual(['B1-C1 → (C1) → (C2)'])
    await finish()
  })

  test('is asked about where its owner cannot be taken, and only his household reaches it', async () => {
    const rooms: Cell[][] = [
      ['期', '楼栋', '单元', '房号', '业主编号', '入住日期', '姓名', '搬离日期'],
      ['一期', '3', '2', '101', 'A01', '2021-06-01', null, null],
      ['二期', '3', '2', '103', 'A02', null, null, null],
      ['', '一期3', '2', '101', null, null, '钱六', '2021-06-15'],
    ]
    const people: Cell[][] = [
      ['业主编号', '姓名', '与业主关系'],
      ['A01', '张三', '业主'],
      ['A01', '王妻', '共有人'],
      ['A02', '李四', '业主'],
    ]
    const { answer, means, leftBefore, finish } = await answering(rooms, people)
    await means('期', 'ignore')
    await answer('place:room|3|2|101', 'leave')
    await means('期', 'building')
    expect(leftBefore()).toEqual(['3栋-2单元-101 → (一期3栋-2单元-101)'])
    await answer('place:room|一期3|2|101', 'leave')
    expect(await finish()).toEqual(['103 李四 owner  '])
  })

  test('is asked about also where somebody at it cannot be taken, and no other of the cell is taken for it', async () => {
    const rooms: Cell[][] = [
      ['楼栋', '单元', '房号', '姓名', '入住日期', '车位号'],
      ['3', '2', '101', '张三', '2021-06-01', 'C1、C2'],
      ['3', '2', '103', '李四', null, null],
    ]
    // 张三 and 钱六 change within a month, so that neither is taken: 赵七 alone comes in.
    const spaces: Cell[][] = [
      ['苑区', '区域', '车位号', '姓名', '搬离日期', '与业主关系'],
      ['牡丹苑', null, 'C1', '钱六', '2021-06-15', '业主'],
      ['牡丹苑', null, 'C1', '赵七', null, '租户'],
      ['丁香苑', null, 'C3', '李四', null, '业主'],
      ['牡丹苑', null, 'C4', '李四', null, '业主'],
    ]
    const { answer, means, left, leftBefore, lines, rowsOf } = await answering(rooms, spaces, [], '车位')
    await means('苑区', 'only:丁香苑')
    await answer('place:parking||c1', 'leave')
    expect(left()).toEqual(['C1'])
    await means('苑区', 'only:牡丹苑')
    expect([left(), leftBefore()]).toEqual([[], ['C1 → (C2) → (C1)']])
    expect(await lines()).toEqual(['C1', 'C2'])
    // Whoever says which place is meant sees also the row of which nobody comes in.
    expect((await rowsOf('C1'))?.toSorted()).toEqual(['房屋 2', '车位 2', '车位 3'])
    await means('苑区', 'only:丁香苑')
    expect([left(), leftBefore()]).toEqual([['C1'], []])
  })

  test('and what is right are said at once, also where one of its rows is refused', async () => {
    const { preview, say } = await start()
    const twice = [
      ['楼栋', '单元', '房号', '姓名', '入住日期', '搬离日期'],
      ['3', '2', '101', '张三', null, '2026-03-31'],
      ['3', '2', '101', '张三', null, null],
    ]
    const found = await preview(workbook({ name: '房屋', rows: twice as never }))
    expect(await say(found, { '101': 'leave' })).toMatchObject({ openQuestions: 0 })
  })

  test('is asked about where of two stretches of one person the one that told of it overlaps', async () => {
    const rooms: Cell[][] = [
      ['苑区', '期', '楼栋', '单元', '房号', '姓名', '手机号', '入住日期', '搬离日期'],
      [null, null, '一期3', '2', '101', '张三', '13711110000', null, null],
      ['丁香苑', '一期', '3', '2', '101', '张三', '13711110000', '2021-06-01', '2029-05-31'],
      ['丁香苑', '二期', '3', '2', '103', '李四', '13711110001', '2021-01-01', null],
      ['牡丹苑', '二期', '3', '2', '109', '周九', '13711110002', null, null],
    ]
    const { answer, means, leftBefore } = await answering(rooms)
    await means('苑区', 'only:丁香苑')
    await means('期', 'ignore')
    await answer('place:room|3|2|101', 'leave')
    await means('期', 'building')
    await means('苑区', 'ignore')
    expect(leftBefore()).toEqual(['3栋-2单元-101 → (一期3-2单元-101)'])
  })

  test('is asked about at no other room of its owner, also if he had no other as it was left out', async () => {
    const owners: Cell[][] = [
      ['苑区', '楼栋', '单元', '房号', '业主编号', '入住日期'],
      ['丁香苑', '3', '2', '101', '1', '2026-03-10'],
      ['牡丹苑', '4', '2', '201', '1', '2026-03-10'],
      ['牡丹苑', '4', '2', '202', '1', '2026-03-10'],
    ]
    const people: Cell[][] = [
      ['业主编号', '姓名', '与业主关系'],
      ['1', '张三', '业主'],
    ]
    const { answer, means, left, leftBefore } = await answering(owners, people)
    await means('苑区', 'only:丁香苑')
    await answer('place:room|3|2|101', 'leave')
    await means('苑区', 'only:牡丹苑')
    expect([left(), leftBefore()]).toEqual([[], []])
  })

  test.each([['租户'], ['共有人']])(
    'takes no other of its owner along, and is asked about where nobody else is to come but a %s',
    async (role) => {
      const owners: Cell[][] = [
        ['苑区', '楼栋', '单元', '房号', '建筑面积', '业主编号'],
        ['丁香苑', '3', '2', '1501', 100, '1'],
        ['丁香苑', '3', '2', '1502', 100, '1'],
        ['牡丹苑', '4', '2', '1601', 100, '2'],
      ]
      const people: Cell[][] = [
        ['业主编号', '姓名', '与业主关系', '入住日期', '搬离日期'],
        ['1', '张三', '业主', '2021-01-01', null],
        ['1', '李四', role, '2021-01-01', null],
        ['2', '王五', '业主', null, null],
      ]
      const { answer, means, left, leftBefore, finish } = await answering(owners, people)
      await means('苑区', 'ignore')
      await answer('place:room|3|2|1501', 'leave')
      await means('苑区', 'building')
      expect(left()).toEqual([])
      expect(leftBefore()).toEqual(['3栋-2单元-1501 → 丁香苑3栋-2单元-1501'])
      await answer('place:room|丁香苑3|2|1501', 'leave')
      expect(left()).toEqual(['丁香苑3栋-2单元-1501'])
      expect((await finish()).map((one) => one.slice(0, 7))).toEqual(
        expect.arrayContaining(['1502 张三', '1502 李四', '1601 王五']),
      )
    },
  )

  test('stays left out where the registry has changed so that nothing is left to ask about it', async () => {
    const { ctx, preview, say, again, confirm, apply, there, ...registry } = await start()
    const stay = { fromOn: '2020-01-01', toOn: '2026-01-31' }
    const owner = await registry.person('赵六')
    const occupancyId = await registry.give(owner, await registry.room('1501'), 'owner', stay.fromOn)
    const change = (role: 'owner' | 'family') =>
      changeOccupancy(ctx, { requestId: freshRequestId(), occupancyId, role, ...stay })
    await change('owner')
    const found = await say(await preview(book(['1501', '张三'], ['1502', '王五'])), { '1501': 'leave' })
    await change('family')
    const next = await again(found)
    expect(payersOf(next)).toMatchObject([{ places: 1, answer: null }])
    const right = await say(next)
    await confirm(right)
    await apply(right)
    expect(await there()).toEqual(['1501 赵六 family 2020-01-01 2026-01-31', '1502 王五 owner  '])
  })

  test('leaves others of its row as they are, however often something is said', async () => {
    const { ctx, asked, preview, say } = await start()
    const found = await say(
      await preview(
        workbook({
          name: '房屋',
          rows: [
            ['楼栋', '单元', '房号', '建筑面积', '姓名', '入住日期', '车位'],
            ['3', '2', '1501', 100, '张三', '2026-03-10', 'C1、C2'],
            ['3', '2', '1502', 100, '李四', '2026-03-10', null],
          ],
        }),
      ),
    )
    const answer = (id: string, said: string) =>
      answerImport(ctx, { ...asked(found.id), answers: [{ id, answer: said }] })
    expect(found.counts.occupancies).toMatchObject({ created: 4 })
    await answer('place:parking||c1', 'leave')
    const both = await answer('place:room|3|2|1502', 'leave')
    expect(both.counts.occupancies).toMatchObject({ created: 2 })
    const left = both.questions.filter(({ about }) => about === 'place')
    expect(left.map(({ id }) => id).toSorted()).toEqual(['place:parking||c1', 'place:room|3|2|1502'])
    const back = await answer('place:parking||c1', '')
    expect(back.counts.occupancies).toMatchObject({ created: 3 })
  })

  test('opens no question again by being taken back where one payer owes for all time', async () => {
    const { preview, say } = await start()
    const found = await say(await preview(book(...rows)), { '1503': 'leave' })
    expect(found.openQuestions).toBe(0)
    expect((await say(found, { '1503': '' })).openQuestions).toBe(0)
  })

  test('is one that the workbook tells of, and its answer one that there is', async () => {
    const { preview, say } = await start()
    const found = await preview(book(...rows))
    await expect(say(found, { '9999': 'leave' })).rejects.toMatchObject({ code: 'request.invalid' })
    // Also where one payer would owe for all time, of which nobody is asked.
    const left = await say(found, { '1503': 'leave' })
    expect(left.questions.filter(({ about }) => about === 'place')).toMatchObject([
      { heading: '3栋-2单元-1503' },
    ])
    await expect(say(found, { '1501': 'right' })).rejects.toMatchObject({ code: 'request.invalid' })
  })
})

describe('what was said holds for what was shown', () => {
  test('and not for other days of the same people', async () => {
    const { ctx, preview, say, again, ...registry } = await start()
    const owner = await registry.person('赵六')
    const occupancyId = await registry.give(owner, await registry.room('1501'), 'owner', '2020-01-01')
    const until = (toOn: string) =>
      changeOccupancy(ctx, {
        requestId: freshRequestId(),
        occupancyId,
        role: 'owner',
        fromOn: '2020-01-01',
        toOn,
      })
    await until('2026-01-31')
    const found = await say(await preview(book(['1501', '张三'])))
    expect(payersOf(await again(found))).toMatchObject([{ answer: 'right' }])
    await until('2026-02-28')
    expect(payersOf(await again(found))).toMatchObject([{ answer: null }])
  })

  test('also where somebody pays by agreement', async () => {
    const { ctx, preview, say, confirm, ...registry } = await start()
    const roomId = await registry.room('1501')
    const tenant = await registry.person('赵六')
    await registry.give(tenant, roomId, 'tenant', '2020-01-01')
    const agreement = {
      agreementId: newId('agr', ctx.now),
      place: { kind: 'room', id: roomId },
      personId: tenant,
      fromOn: '2025-01-01',
    } as const
    await agreePayer(ctx, { requestId: freshRequestId(), ...agreement } as never)
    const file = book(['1501', '张三', '2020-06-10'])
    const found = await say(await preview(file))
    expect(found.openQuestions).toBe(0)
    await confirm(found)
  })

  const rows: Row[] = [
    ['1501', '张三', null, '2026-10-20'],
    ['1501', '李四'],
  ]

  test.each([
    ['somebody is agreed on meanwhile', undefined, { fromOn: '2025-01-01' }],
    ['an agreement ends meanwhile', { fromOn: '2025-01-01' }, { toOn: '2026-12-31' }],
    ['an agreement goes on meanwhile', { fromOn: '2025-01-01', toOn: '2026-12-31' }, { toOn: null }],
    ['an agreement begins otherwise meanwhile', { fromOn: '2025-01-01' }, { fromOn: '2025-02-01' }],
  ])('not where %s', async (_, agreed, meanwhile) => {
    const { ctx, preview, say, confirm, ...registry } = await start()
    const roomId = await registry.room('1501')
    const tenant = await registry.person('赵六')
    await registry.give(tenant, roomId, 'tenant', '2020-01-01')
    const agree = ({ fromOn, toOn = null }: { fromOn: string; toOn?: string | null }) =>
      ctx.db.client.execute({
        sql: `INSERT INTO payer_agreements (id, project_id, target_id, person_id, from_on, to_on, created_at)
          SELECT 'agr_1' || ?1, project_id, ?1, ?2, ?3, ?4, 0 FROM rooms WHERE id = ?1`,
        args: [roomId, tenant, fromOn, toOn],
      })
    if (agreed) await agree(agreed)
    const found = await say(await preview(book(['1501', '张三', '2020-06-10'])))
    if (!agreed) await agree(meanwhile as { fromOn: string })
    for (const [column, day] of agreed ? Object.entries(meanwhile) : [])
      await ctx.db.client.execute({
        sql: `UPDATE payer_agreements SET ${column === 'toOn' ? 'to_on' : 'from_on'} = ? WHERE target_id = ?`,
        args: [day, roomId],
      })
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.payers_meanwhile' })
  })

  test('and not for somebody else of the same name', async () => {
    const line = {
      place: 'room|3|2|1501',
      name: '',
      after: [],
      before: [],
      unbilled: [],
      sources: [],
      leftBefore: false,
    }
    const nothingLeft = { out: new Map(), before: [] }
    const idOf = async (...identity: string[]) =>
      (
        await askWhoPays(
          { lines: [line], throughout: 0, identity, onlyLeft: new Set() },
          nothingLeft,
          nothingSaid,
        )
      )[0]!.id
    expect(await idOf('pers_1')).toBe(await idOf('pers_1'))
    expect(await idOf('pers_1')).not.toBe(await idOf('pers_2'))
  })

  test('and not for what was left out before and may be another place by now', async () => {
    const line = {
      place: 'room|3|2|1501',
      name: '3栋-2单元-1501',
      after: [],
      before: [],
      unbilled: [],
      sources: [],
      leftBefore: true,
    }
    const told = [{ sheet: '房屋', row: 2 }]
    const was = { place: 'room|2|1501', name: '2单元-1501', rows: told, naming: told, same: null }
    const asked = (now: string[]) =>
      askWhoPays(
        { lines: [line], throughout: 0, identity: [''], onlyLeft: new Set() },
        { out: new Map(), before: [{ ...was, now }] },
        nothingSaid,
      )
    const [seen, left] = await asked(['room|3|2|1501'])
    const [unseen, ...nothing] = await asked([])
    expect(seen!.id).not.toBe(unseen!.id)
    expect(left).toMatchObject({ heading: '2单元-1501', tellOf: [{ name: '3栋-2单元-1501', isSame: false }] })
    expect(nothing).toMatchObject([{ heading: '2单元-1501', tellOf: [] }])
  })

  test('and an import that was previewed before it was asked is to be uploaded anew', async () => {
    const { ctx, preview, say, confirm, there } = await start()
    const found = await say(await preview(book(['1501', '张三', '2020-06-10'])))
    await ctx.db.client.execute({
      sql: `DELETE FROM import_parts WHERE import_id = ? AND kind = 'as_read'`,
      args: [found.id],
    })
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.outdated' })
    expect(await there()).toEqual([])
  })

  test('and an import whose places have other payers by now asks anew, with those', async () => {
    const { ctx, preview, say, again, confirm, lines, there, ...registry } = await start()
    const roomId = await registry.room('1501')
    const found = await say(await preview(book(...rows)))
    const owner = await registry.person('赵六')
    const place = { kind: 'room' as const, id: roomId }
    const entered = newId('occ', ctx.now)
    const stay = {
      occupancyId: entered,
      personId: owner,
      place,
      role: 'owner',
      fromOn: '2010-01-01',
      toOn: '2015-12-31',
    } as const
    await giveOccupancy(ctx, { requestId: freshRequestId(), ...stay })
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.payers_meanwhile' })
    const next = await again(found)
    expect(payersOf(next)).toMatchObject([{ answer: null }])
    expect(await lines(next)).toMatchObject([
      [
        '3栋-2单元-1501',
        '~2009-12-31 —',
        '2010-01-01~2015-12-31 赵六',
        '2016-01-01?~2026-10-20 张三',
        '2026-10-21?~ 李四',
      ],
    ])
    expect(await there()).toHaveLength(1)
    await confirm(await say(next))
  })

  test('also where that changes between its last look and the confirmation, or before it is applied', async () => {
    const { ctx, preview, say, confirm, apply, again, there, ...registry } = await start()
    const roomId = await registry.room('1501')
    const enter = async (name: string, fromOn: string) =>
      registry.give(await registry.person(name), roomId, 'co_owner', fromOn)
    const found = await say(await preview(book(...rows)))
    beforeNextWrite(ctx, () => enter('赵六', '2030-01-01'))
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.payers_meanwhile' })
    const next = await say(await again(found))
    await confirm(next)
    await enter('王五', '2031-01-01')
    await expect(apply(next)).rejects.toMatchObject({ code: 'registry_import.owned_meanwhile' })
    expect(await there()).toHaveLength(2)
  })

  test('and for the places as they were called: one whose building has another name by now is asked about anew', async () => {
    const { ctx, preview, say, again, confirm, there, ...registry } = await start()
    await registry.room('1501')
    const found = await say(await preview(book(...rows)))
    const { rows: built } = await ctx.db.client.execute('SELECT id, name FROM buildings')
    const { id, name } = built[0]!
    expect(name).toBe('3栋')
    await changeBuilding(ctx, { requestId: freshRequestId(), buildingId: String(id), name: '9栋' })
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.payers_meanwhile' })
    expect(await there()).toEqual([])
    // The workbook means another room by now, of which the same people were looked at.
    const next = await again(found)
    expect(next).toMatchObject({ openQuestions: 0, counts: { rooms: { created: 1 } } })
    await confirm(next)
  })

  test('and what is confirmed is what was shown: not what somebody answered meanwhile', async () => {
    const { ctx, asked, preview, say, take, there } = await start()
    const shown = await say(await preview(book(['1501', '张三', '2020-06-10'], ['1502', '王五'])), {
      '1501': 'leave',
    })
    const now = await say(shown, { '1501': '' })
    expect(now).toMatchObject({ openQuestions: 0, revision: shown.revision + 1 })
    const late = { ...asked(shown.id), revision: shown.revision }
    await expect(confirmImport(ctx, late)).rejects.toMatchObject({
      code: 'registry_import.answered_meanwhile',
    })
    const answers = [{ id: 'place:room|3|2|1501', answer: 'leave' }]
    await expect(answerImport(ctx, { ...late, ...asked(shown.id), answers })).rejects.toMatchObject({
      code: 'registry_import.answered_meanwhile',
    })
    expect(await there()).toEqual([])
    await take(now)
    expect(await there()).toEqual(['1501 张三 owner 2020-06-10 ', '1502 王五 owner  '])
  })

  test('an import that was confirmed or dropped by somebody else is told as that', async () => {
    const { ctx, asked, preview, say, confirm, take } = await start()
    const found = await say(await preview(book(...rows)))
    await take(found)
    await expect(confirm(found)).rejects.toMatchObject({ code: 'registry_import.not_previewed' })
    const dropped = await say(await preview(book(['1502', '王五', '2021-03-01'])))
    await discardImport(ctx, asked(dropped.id))
    await expect(confirm(dropped)).rejects.toMatchObject({ code: 'registry_import.not_previewed' })
  })

  test('and stays where what changed decides nothing of who pays', async () => {
    const { preview, say, confirm, ...registry } = await start()
    const roomId = await registry.room('1501')
    const found = await say(await preview(book(...rows)))
    await registry.give(await registry.person('赵六'), roomId, 'family')
    await confirm(found)
  })
})

test('days on which nobody owes any more are counted and found, also where they begin the line', async () => {
  const { ctx, preview, ...registry } = await start()
  await registry.give(await registry.person('张三'), await registry.room('1501'), 'owner')
  const found = await preview(
    book(
      ['1501', '张三', '2027-01-01'],
      ['1502', '李四', '2020-01-01', '2024-12-31'],
      ['1502', '王五', '2026-01-01'],
      ['1503', '赵六', '2021-01-01'],
    ),
  )
  expect(payersOf(found)).toMatchObject([{ places: 3, gaps: 2 }])
  const { items, total } = await listPayers(ctx, { importId: found.id as never, only: 'gaps' })
  const gaps = items.map(({ name, after }) => [name, ...after.map(({ payer, isGap }) => isGap || payer)])
  expect(total).toBe(2)
  expect(gaps).toEqual([
    ['3栋-2单元-1501', true, '张三'],
    ['3栋-2单元-1502', null, '李四', true, '王五'],
  ])
})

test('three thousand places are looked through page by page, found by place or name, and downloaded whole', async () => {
  const { ctx, preview, lines, say } = await start()
  const many = Array.from({ length: 3000 }, (_, i): Row => [
    `${101 + i}`,
    `业主${i}`,
    i % 100 === 0 ? '2020年6月' : '2020-06-10',
  ])
  const found = await preview(book(...many))
  expect(payersOf(found)).toMatchObject([{ places: 3000, assumed: 30 }])
  const page = (more: object) => listPayers(ctx, { importId: found.id as never, ...more })
  expect(await page({ page: 150 })).toMatchObject({
    total: 3000,
    items: { length: 20, 19: { name: '3栋-2单元-3100' } },
  })
  expect((await page({ page: 151 })).items).toEqual([])
  expect(await page({ only: 'assumed', page: 2 })).toMatchObject({ total: 30, items: { length: 10 } })
  expect(await lines(found, { search: '业主2999' })).toMatchObject([
    ['3栋-2单元-3100', expect.anything(), expect.anything()],
  ])
  expect(await lines(found, { search: '-3100 业主' })).toHaveLength(1)
  const leave = many.slice(0, 1500).map(([place]) => [place, 'leave'] as const)
  const said = await say(found, Object.fromEntries(leave))
  expect(said).toMatchObject({ openQuestions: 0, counts: { occupancies: { created: 1500 } } })
  const [sheet] = await readTables(await downloadPayers(ctx, found.id, 'zh-CN'), '谁.xlsx')
  expect(sheet!.rows[0]).toEqual(['房号', '缴费人', '自', '至', '说明', '来源'])
  expect(sheet!.rows).toHaveLength(4501)
  expect(sheet!.rows[1]).toMatchObject([
    '3栋-2单元-101',
    '无人缴费',
    null,
    null,
    '不导入，维持现在的登记；表中：业主0 2020-06-01 –',
    '“房屋”第 2 行',
  ])
  const assumed = expect.arrayContaining([expect.stringMatching(/推算.*现在没有登记缴费人/)])
  expect(sheet!.rows).toContainEqual(assumed)
}, 60_000)
