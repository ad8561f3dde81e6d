import { newId, type CivilDate } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { approveTariff, endAssignment, previewOne } from '../../fees/billing/index.ts'
import { smallProject } from '../registry/testing.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { answerImport, applyImport, getImport, listImportProblems, previewImport } from './index.ts'
import type { RoomTariffDraft } from './draft.ts'
import { beginnings, byEnd } from './first-days.ts'
import type { MatchedTariffs } from './match-tariffs.ts'
import { confirmAsItIs, corrected, previewFoundRight, workbook } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const approval = { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' } as const
const december = Date.parse('2026-12-01T09:00:00+08:00')
/** Number, name, amount a month, first and last day. */
type Fee = [number | string, string, number, (string | null)?, string?]
/** Number, what it is charged by, since when. */
type Room = [string, string | number, string?]
const book = (fees: readonly Fee[], rooms: readonly Room[]) =>
  workbook(
    {
      name: '收费',
      rows: [
        ['费用编号', '收费项目', '计费方式', '固定费用', '开始日期', '结束日期'],
        ...fees.map(([code, name, ...more]) => [code, name, '固定费用', ...more] as Cell[]),
      ] as never,
    },
    {
      name: '房屋',
      rows: [
        ['楼栋', '房号', '费用编号', '计费开始日期'],
        ...rooms.map((room) => ['1栋', ...room] as Cell[]),
      ] as never,
    },
  )

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  await ctx.db.client.execute("UPDATE projects SET price_regime = 'market'")
  const asked = () => ({
    requestId: freshRequestId(),
    importId: newId('imp', ctx.now),
    projectId,
    fileName: '登记.xlsx',
  })
  const preview = async (fees: readonly Fee[], rooms: readonly Room[]) =>
    previewFoundRight(ctx, asked(), await book(fees, rooms))
  const confirm = (importId: string) =>
    confirmAsItIs(ctx, { requestId: freshRequestId(), importId: importId as never, leaveBadRows: true })
  const apply = (importId: string, now = ctx.now) =>
    applyImport(as(ctx, job, now), { importId: importId as never })
  const take = async (fees: readonly Fee[], rooms: readonly Room[]) => {
    const { id } = await preview(fees, rooms)
    await confirm(id)
    await apply(id)
  }
  const idOf = async (table: 'tariffs' | 'rooms', name: string) => {
    const { rows } = await ctx.db.client.execute({
      sql: `SELECT id FROM ${table} WHERE name = ?`,
      args: [name],
    })
    return String(rows[0]!['id'])
  }
  const approve = async () => {
    const { rows } = await ctx.db.client.execute("SELECT id FROM tariffs WHERE state = 'draft'")
    for (const { id } of rows)
      await approveTariff(ctx, { requestId: freshRequestId(), tariffId: String(id), approval })
  }
  const end = async (tariff: string, room: string, toOn: string) =>
    endAssignment(ctx, {
      requestId: freshRequestId(),
      tariffId: await idOf('tariffs', tariff),
      scope: { kind: 'places', ids: [(await idOf('rooms', room)) as never] },
      toOn: toOn as never,
    })
  const problems = async (importId: string) => {
    const { items } = await listImportProblems(ctx, { importId: importId as never })
    return items
      .filter(({ severity }) => severity !== 'note')
      .map(({ sheet, row, code }) => `${sheet} ${row} ${code.slice(16)}`)
  }
  const prices = async () => {
    const { rows } = await ctx.db.client.execute(`SELECT t.name, p.from_on, p.to_on FROM tariffs t
      JOIN tariff_prices p ON p.tariff_id = t.id ORDER BY t.name`)
    return rows.map((row) => Object.values(row))
  }
  const charges = async () => {
    const { rows } = await ctx.db.client.execute(`SELECT r.number, t.name, a.from_on FROM tariff_assignments a
      JOIN rooms r ON r.id = a.target_id JOIN tariffs t ON t.id = a.tariff_id ORDER BY r.sort_key, t.name`)
    return rows.map((row) => Object.values(row))
  }
  return { ctx, asked, preview, confirm, apply, take, approve, end, problems, prices, charges }
}

describe('a new fee item without a first day', () => {
  test('begins with the earliest of its rooms, and a room that tells no day in the month of the import', async () => {
    const { take, prices, charges } = await start()
    await take(
      [[1, '电梯费', 10]],
      [
        ['101', 1, '2026-03-01'],
        ['102', 1],
        ['103', 1, '2027-01-01'],
      ],
    )
    expect(await prices()).toEqual([['电梯费', '2026-03-01', null]])
    expect(await charges()).toEqual([
      ['101', '电梯费', '2026-03-01'],
      ['102', '电梯费', '2026-11-01'],
      ['103', '电梯费', '2027-01-01'],
    ])
  })

  test('has its price from this month where a room tells none, although others tell later days', async () => {
    const { take, prices } = await start()
    await take(
      [[1, '电梯费', 10]],
      [
        ['101', 1, '2027-01-01'],
        ['102', 1],
      ],
    )
    expect(await prices()).toEqual([['电梯费', '2026-11-01', null]])
  })

  test('is asked about with the day on which it begins, and applied as it was looked at when the month has turned', async () => {
    const { ctx, preview, confirm, apply, prices, charges } = await start()
    const found = await preview(
      [
        [1, '电梯费', 10, null, '2026-11-30'],
        [2, '垃圾费', 5, null, '2026-11-30'],
      ],
      [['101', 1]],
    )
    const november = ['2026-11-01', '2026-11-30']
    expect(found.questions.map(({ fee }) => [fee?.fromOn, fee?.endsOn])).toEqual([november, november])
    await confirm(found.id)
    await apply(found.id, december)
    expect(await getImport(ctx, found.id)).toMatchObject({ state: 'applied' })
    expect(await prices()).toEqual([
      ['垃圾费', ...november],
      ['电梯费', ...november],
    ])
    expect(await charges()).toEqual([['101', '电梯费', '2026-11-01']])
  })

  test('keeps the month in which it was looked at where it is answered in the next, and stays left out in later files', async () => {
    const { ctx, asked, confirm, apply, prices, charges } = await start()
    const file = () => book([[1, '电梯费', 10]], [['101', 1]])
    const answerLater = async (answer: string) => {
      const found = await previewImport(ctx, asked(), await file())
      const answered = await answerImport(as(ctx, ctx.actor, december), {
        requestId: freshRequestId(),
        importId: found.id as never,
        answers: [{ id: found.questions[0]!.id, answer }],
      })
      expect(answered.questions).toMatchObject([{ answer, fee: { fromOn: '2026-11-01' } }])
      return found.id
    }
    const left = await answerLater('leave')
    await confirm(left)
    await apply(left, december)
    expect(await charges()).toEqual([])
    const january = as(ctx, ctx.actor, Date.parse('2027-01-05T09:00:00+08:00'))
    expect(await previewImport(january, asked(), await file())).toMatchObject({
      openQuestions: 0,
      questions: [{ answer: 'leave' }],
    })
    const right = await answerLater('right')
    await confirm(right)
    await apply(right, december)
    expect(await prices()).toEqual([['电梯费', '2026-11-01', null]])
    expect(await charges()).toEqual([['101', '电梯费', '2026-11-01']])
  })

  test('is over before it begins where only rooms that are left out tell earlier days', async () => {
    const { take, approve, preview, problems } = await start()
    await take([[1, '电梯费', 10, '2026-01-01']], [['101', 1]])
    await approve()
    const found = await preview(
      [
        [1, '电梯费', 10],
        [2, '电梯费', 20, null, '2026-10-31'],
      ],
      [['101', 2, '2026-02-01']],
    )
    expect(await problems(found.id)).toEqual([
      '收费 3 tariff_over_before_begun',
      '房屋 2 tariff_refused',
      '房屋 2 room_charged_by_namesake',
    ])
  })
})

test('a room begins on the day of its own row, and else with the fee item', async () => {
  const { take, prices, charges } = await start()
  await take(
    [[1, '电梯费', 10, '2026-05-01']],
    [
      ['101', 1, '2026-08-01'],
      ['102', 1],
    ],
  )
  expect(await prices()).toEqual([['电梯费', '2026-05-01', null]])
  expect(await charges()).toEqual([
    ['101', '电梯费', '2026-08-01'],
    ['102', '电梯费', '2026-05-01'],
  ])
})

test('a new fee item that is told from a later day than rooms under it says that days before are not billed', async () => {
  const { ctx, preview, take, problems, prices, charges } = await start()
  const fees: Fee[] = [[1, '电梯费', 10, '2026-05-01']]
  const rooms: Room[] = [
    ['101', 1, '2026-05-01'],
    ['102', 1, '2025-12-01'],
    ['103', 1, '2026-04-30'],
    ['104', 1],
  ]
  const found = await preview(fees, rooms)
  expect(await problems(found.id)).toEqual(['收费 2 tariff_begins_after_rooms'])
  expect((await listImportProblems(ctx, { importId: found.id as never })).items).toMatchObject([
    {
      severity: 'warning',
      params: { name: '电梯费', begins: '2026-05-01', rooms: 2, first: '2025-12-01' },
    },
  ])
  await take(fees, rooms)
  expect(await prices()).toEqual([['电梯费', '2026-05-01', null]])
  expect(await charges()).toEqual([
    ['101', '电梯费', '2026-05-01'],
    ['102', '电梯费', '2025-12-01'],
    ['103', '电梯费', '2026-04-30'],
    ['104', '电梯费', '2026-05-01'],
  ])
})

describe('a room that is told from a day before its fee item on record has a price', () => {
  const headings = ['楼栋', '房号', '建筑面积', '业主姓名', '费用编号', '计费开始时间']
  const of = (rooms: readonly Cell[][], feeFrom: string | null = null) =>
    workbook(
      {
        name: '收费标准',
        rows: [
          ['费用编号', '收费项目', '计费方式', '单价', '开始日期'],
          ['1', '物业服务费', '面积×单价', 3.6, feeFrom],
        ],
      },
      { name: '房屋', rows: [headings, ...rooms] as never },
    )
  /** The price is on record from November 2026 on, the month of the import. */
  async function priced() {
    const all = await start()
    const { ctx, asked, approve, confirm, apply } = all
    const take = async (file: Uint8Array) => {
      const found = await previewFoundRight(ctx, asked(), file)
      await confirm(found.id)
      await apply(found.id)
      return found
    }
    await take(await of([['3栋', '102', 80, '往二', '1', null]]))
    await approve()
    const billed = async (room: string, period: string) => {
      const { rows } = await ctx.db.client.execute({
        sql: 'SELECT id FROM rooms WHERE name = ?',
        args: [room],
      })
      const { bills } = await previewOne(ctx, { placeId: String(rows[0]!['id']) as never, period })
      return bills.map(({ payerName, amountFen }) => `${payerName} ${amountFen}`)
    }
    return { ...all, take, billed }
  }

  test.each<[string, string | null, string | null]>([
    ['by its own row', '2026-01-01', null],
    ['by the last day without one', '2026-10-31', null],
    ['by the row of the fee item', null, '2026-01-01'],
  ])('is not put under it, and says from when it can be: %s', async (_, told, feeFrom) => {
    const { ctx, take, problems, charges } = await priced()
    const found = await take(await of([['3栋', '101', 90, '往一', '1', told]], feeFrom))
    expect(await problems(found.id)).toEqual(['房屋 2 room_charged_before_price'])
    const { items } = await listImportProblems(ctx, { importId: found.id as never })
    expect(items.find(({ code }) => code.endsWith('before_price'))).toMatchObject({
      ofAPart: true,
      params: { name: '物业服务费', told: told ?? feeFrom, beginsOn: '2026-11-01' },
    })
    expect(found.counts).toMatchObject({
      rooms: { created: 1 },
      people: { created: 1 },
      roomTariffs: { created: 0 },
    })
    expect(found.tables.find(({ sheet }) => sheet === '房屋')).toMatchObject({ uncharged: 1 })
    expect(await charges()).toEqual([['102', '物业服务费', '2026-11-01']])
  })

  test('is charged once its row tells a day that has a price, and billed from then on', async () => {
    const { ctx, take, problems, charges, billed } = await priced()
    const first = await take(await of([['3栋', '101', 90, '往一', '1', '2026-01-01']]))
    await expect(billed('3栋-101', '2026-11')).rejects.toMatchObject({
      code: 'billing.cannot_bill_no_tariff',
    })
    const second = await take(await corrected(ctx, first.id, { '房屋!2': { 计费开始时间: '2026-11-01' } }))
    expect(await problems(second.id)).toEqual([])
    expect(await charges()).toEqual([
      ['101', '物业服务费', '2026-11-01'],
      ['102', '物业服务费', '2026-11-01'],
    ])
    expect(await billed('3栋-101', '2026-11')).toEqual(['往一 32400'])
  })

  test('is as it was where it tells the first day that has one or a later day, or is charged by it already', async () => {
    const { take, problems, charges, billed } = await priced()
    const found = await take(
      await of([
        ['3栋', '101', 90, '往一', '1', '2026-11-01'],
        ['3栋', '103', 70, '往三', '1', '2026-11-16'],
      ]),
    )
    expect(await problems(found.id)).toEqual([])
    expect(await charges()).toEqual([
      ['101', '物业服务费', '2026-11-01'],
      ['102', '物业服务费', '2026-11-01'],
      ['103', '物业服务费', '2026-11-16'],
    ])
    expect(await billed('3栋-101', '2026-11')).toEqual(['往一 32400'])
    expect(await billed('3栋-103', '2026-11')).toEqual(['往三 12600'])
    const again = await take(
      await of([
        ['3栋', '101', 90, '往一', '1', '2026-01-01'],
        ['3栋', '104', 60, '往四', '1', '2026-12-01'],
      ]),
    )
    expect(await problems(again.id)).toEqual(['房屋 2 room_charged_otherwise'])
  })

  test('asks nothing of what else charges it, and ends nothing', async () => {
    const { ctx, take, problems, charges } = await priced()
    const other = await workbook(
      {
        name: '收费标准',
        rows: [
          ['费用编号', '收费项目', '计费方式', '单价', '开始日期'],
          ['9', '物业管理费', '面积×单价', 2, '2026-01-01'],
        ],
      },
      { name: '房屋', rows: [headings, ['3栋', '101', 90, '往一', '9', '2026-01-01']] },
    )
    await take(other)
    const { rows } = await ctx.db.client.execute("SELECT id FROM tariffs WHERE state = 'draft'")
    await approveTariff(ctx, { requestId: freshRequestId(), tariffId: String(rows[0]!['id']), approval })
    const found = await take(
      await of([
        ['3栋', '101', 90, '往一', '1', '2026-03-01'],
        ['3栋', '105', 60, '往五', '1', '2026-12-01'],
      ]),
    )
    expect(found.questions.filter(({ about }) => about === 'charge')).toEqual([])
    expect(await problems(found.id)).toEqual(['房屋 2 room_charged_before_price'])
    expect(await charges()).toEqual([
      ['101', '物业管理费', '2026-01-01'],
      ['102', '物业服务费', '2026-11-01'],
      ['105', '物业服务费', '2026-12-01'],
    ])
  })
})

test('a fee item that is on record begins with nothing that a workbook tells', () => {
  const of = (key: string, fromOn: string | null) => ({ key, tariffKey: key, fromOn })
  const tariffs = [of('known', null), of('told', '2026-05-01'), of('new', null), of('bare', null)]
  const matched = { tariffs, known: new Set(['known']) } as unknown as MatchedTariffs
  const rooms = [of('known', '2026-01-01'), of('new', '2026-09-01'), of('new', '2026-08-01')]
  expect([...beginnings(matched, rooms as unknown as RoomTariffDraft[], '2026-11-01' as CivilDate)]).toEqual([
    ['new', '2026-08-01'],
    ['bare', '2026-11-01'],
  ])
})

test('of days that are charged those come last that end last, and after all of them those without an end', () => {
  const days = [null, '2026-10-31', '2026-12-31', '2026-11-30'].map((toOn) => ({ fromOn: null, toOn }))
  expect(days.toSorted(byEnd).map(({ toOn }) => toOn)).toEqual([
    '2026-10-31',
    '2026-11-30',
    '2026-12-31',
    null,
  ])
})

describe('a room under another fee item of a name is refused for days that both charge alone', () => {
  test.each<[string, Fee, Room, string[]]>([
    ['it ends before the other begins', [2, '电梯费', 30, '2026-01-01', '2026-11-30'], ['101', 2], []],
    [
      'it ends after that',
      [2, '电梯费', 30, '2026-01-01', '2026-12-01'],
      ['101', 2],
      ['房屋 2 room_charged_by_namesake'],
    ],
    [
      'its room is charged later than it has a price',
      [2, '电梯费', 30, '2026-01-01', '2026-11-30'],
      ['101', 2, '2026-12-15'],
      [],
    ],
  ])('of one that begins in December: %s', async (_, fee, room, expected) => {
    const { take, approve, preview, problems } = await start()
    const next: Fee = [1, '电梯费', 35, '2026-12-01']
    await take([next], [['101', 1]])
    await approve()
    expect(await problems((await preview([next, fee], [room])).id)).toEqual(expected)
  })

  test.each<[string, string, string[]]>([
    ['begins after it', '2026-11-01', ['收费 3 tariff_begins_after_rooms']],
    ['begins on its last day', '2026-10-31', ['房屋 2 room_charged_until']],
  ])(
    'of one whose price ends in October, whatever day the room tells: the other %s',
    async (_, from, expected) => {
      const { take, approve, preview, problems } = await start()
      const before: Fee = [1, '电梯费', 35, '2020-01-01', '2026-10-31']
      await take([before], [['101', 1]])
      await approve()
      const found = await preview([before, [2, '电梯费', 40, from]], [['101', 2, '2020-06-10']])
      expect(await problems(found.id)).toEqual(expected)
    },
  )

  test('where neither the row of the fee nor of the room tells a day, from the month of the import', async () => {
    const { take, approve, end, preview, problems } = await start()
    const fees: Fee[] = [
      [1, '电梯费', 35, '2026-01-01'],
      [2, '电梯费', 40, '2026-01-01'],
    ]
    await take(fees, [
      ['101', 1],
      ['102', 2],
    ])
    await approve()
    const undated = fees.map(([code, name, amount]): Fee => [code, name, amount])
    const found = async () => problems((await preview(undated, [['101', 2]])).id)
    await end('电梯费', '1栋-101', '2026-11-15')
    expect(await found()).toEqual(['房屋 2 room_charged_until'])
    await end('电梯费', '1栋-101', '2026-10-31')
    expect(await found()).toEqual([])
  })
})
