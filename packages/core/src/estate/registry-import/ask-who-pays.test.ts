import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { agreePayer, createTariff, previewOne } from '../../fees/billing/index.ts'
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
import { workbook } from './testing.ts'

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
  const confirm = ({ id }: ImportSummary) => confirmImport(ctx, { ...asked(id), leaveBadRows: true })
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
    await createTariff(ctx, {
      requestId: freshRequestId(),
      tariffId: newId('tariff', ctx.now),
      projectId,
      scope: { kind: 'project' },
      fromOn: '2026-01-01',
      approval: { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' },
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
    const [sheet] = await readTables(await downloadBadRows(ctx, found.id, ({ code }) => code), '改.xlsx')
    expect(sheet!.rows.slice(1).map((row) => row.at(-2))).toEqual([2, 3, 4])
    await take(found)
    expect(await there()).toEqual(['1503 王五 owner  '])
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

  test('stays left out where it is called otherwise by what is said of an estate: the same rows tell of it', async () => {
    const { ctx, asked, preview, say, take, there, ...registry } = await start()
    const roomId = await registry.room('1501')
    const occupancyId = await registry.give(await registry.person('赵六'), roomId, 'owner', '2020-01-01')
    const stay = { role: 'owner', fromOn: '2020-01-01', toOn: '2026-01-31' } as const
    await changeOccupancy(ctx, { requestId: freshRequestId(), occupancyId, ...stay })
    const first = await preview(
      workbook({
        name: '房屋',
        rows: [
          ['苑区', '楼栋', '单元', '房号', '建筑面积', '姓名'],
          ['丁香苑', '3', '2', '1501', 100, '张三'],
          ['牡丹苑', '4', '2', '1502', 100, '王五'],
        ],
      }),
    )
    const estate = first.questions.find(({ about }) => about === 'estate')!
    const means = (answer: string) =>
      answerImport(ctx, { ...asked(first.id), answers: [{ id: estate.id, answer }] })
    await say(await means('ignore'), { '1501': 'leave' })
    const other = estate.choices.find((one) => one === 'building' || one === 'others')!
    const next = await means(other)
    expect(payersOf(next)).toMatchObject([{ places: 1, answer: null }])
    expect(next.questions.filter(({ about }) => about === 'place')).toMatchObject([{ answer: 'leave' }])
    expect(next.counts.occupancies).toMatchObject({ created: 1 })
    // Taken back under its new name, it comes in.
    const place = next.questions.find(({ about }) => about === 'place')!.id
    const back = await answerImport(ctx, { ...asked(first.id), answers: [{ id: place, answer: '' }] })
    expect(back.counts.occupancies).toMatchObject({ created: 2 })
    expect(back.questions.filter(({ about }) => about === 'place')).toEqual([])
    await take(await say(back))
    expect(await there()).toHaveLength(3)
  })

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

  test('is one of those that are shown, and its answer one that there is', async () => {
    const { preview, say } = await start()
    const found = await preview(book(...rows))
    for (const place of ['1503', '9999'])
      await expect(say(found, { [place]: 'leave' })).rejects.toMatchObject({ code: 'request.invalid' })
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
  expect(sheet!.rows).toHaveLength(6001)
  expect(sheet!.rows[2]).toMatchObject([
    '3栋-2单元-101',
    '业主0',
    { date: '2020-06-01' },
    null,
    expect.stringMatching(/推算.*不导入/),
    '“房屋”第 2 行',
  ])
}, 60_000)
