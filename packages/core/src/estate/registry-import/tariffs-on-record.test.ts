import { civilDateOf, newId } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addPrice,
  approveTariff,
  createTariff,
  discardTariff,
  endAssignment,
  previewOne,
  switchTariff,
} from '../../fees/billing/index.ts'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { applyConfirmedImport, applyImport, getImport, listImportProblems, retryImport } from './index.ts'
import { confirmAsItIs, previewFoundRight, workbook } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const approval = { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' } as const
type Row = (string | number | null)[]
const feeHeadings = ['费用编号', '收费项目', '计费方式', '单价', '固定费用', '开始日期', '结束日期']
const byArea = (code: Row[0], title: string, price: number | string, addition: number | null = null): Row => [
  code,
  title,
  '面积×单价',
  price,
  addition,
]
const fixed = (code: Row[0], title: string, amount: number | string): Row => [
  code,
  title,
  '固定费用',
  null,
  amount,
]
const roomHeadings = ['楼栋', '房号', '建筑面积', '费用编号', '计费开始日期']
const book = (fees: Row[], rooms: Row[]) =>
  workbook(
    { name: '收费标准', rows: [feeHeadings, ...fees] },
    { name: '房屋', rows: [roomHeadings, ...rooms] },
  )

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  // Of a project without the ranges of guided prices: what is tested here is what a workbook says.
  await ctx.db.client.execute("UPDATE projects SET price_regime = 'market'")
  const preview = async (file: Uint8Array | Promise<Uint8Array>) =>
    previewFoundRight(
      ctx,
      { requestId: freshRequestId(), importId: newId('imp', ctx.now), projectId, fileName: '登记.xlsx' },
      await file,
    )
  const confirm = (importId: string) =>
    confirmAsItIs(ctx, { requestId: freshRequestId(), importId, leaveBadRows: true })
  const take = async (file: Uint8Array | Promise<Uint8Array>) => {
    const asked = await preview(file)
    await confirm(asked.id)
    await applyImport(as(ctx, job), { importId: asked.id })
    return asked
  }
  const approve = async () => {
    const { rows } = await ctx.db.client.execute("SELECT id FROM tariffs WHERE state = 'draft'")
    for (const { id } of rows)
      await approveTariff(ctx, { requestId: freshRequestId(), tariffId: String(id), approval })
  }
  const idOf = async (name: string) => {
    const { rows } = await ctx.db.client.execute({
      sql: 'SELECT id FROM tariffs WHERE name = ?',
      args: [name],
    })
    return String(rows[0]!['id'])
  }
  const problems = async (importId: string) => {
    const { items } = await listImportProblems(ctx, { importId })
    return items
      .filter(({ severity }) => severity !== 'note')
      .map(({ sheet, row, code, params }) => ({
        at: `${sheet} ${row}`,
        cause: code.replace('registry_import.', ''),
        params,
      }))
  }
  const causes = async (importId: string) =>
    (await problems(importId)).map(({ at, cause }) => `${at} ${cause}`)
  /** What each room is charged by, and what that costs. */
  const charges = async () => {
    const { rows } = await ctx.db.client
      .execute(`SELECT r.name, t.name AS tariff, t.basis, p.price_e4, p.addition_fen, a.from_on
      FROM tariff_assignments a JOIN rooms r ON r.id = a.target_id JOIN tariffs t ON t.id = a.tariff_id
      JOIN tariff_prices p ON p.tariff_id = t.id ORDER BY r.sort_key, t.name, p.from_on`)
    return rows.map((row) => Object.values(row))
  }
  const tariffs = async () => {
    const { rows } = await ctx.db.client.execute(`SELECT t.name, t.basis, p.price_e4, p.addition_fen
      FROM tariffs t JOIN tariff_prices p ON p.tariff_id = t.id ORDER BY t.name, p.from_on`)
    return rows.map((row) => Object.values(row))
  }
  const console = (more: Partial<Parameters<typeof createTariff>[1]> & { name: string }) =>
    createTariff(ctx, {
      requestId: freshRequestId(),
      tariffId: newId('tariff', ctx.now),
      projectId,
      feeItem: 'property',
      basis: 'area',
      scope: { kind: 'project' },
      fromOn: '2026-01-01',
      priceE4: 25_000,
      approval,
      ...more,
    })
  const roomId = async (name: string) => {
    const { rows } = await ctx.db.client.execute({ sql: 'SELECT id FROM rooms WHERE name = ?', args: [name] })
    return String(rows[0]!['id'])
  }
  return { ctx, preview, confirm, take, approve, idOf, roomId, problems, causes, charges, tariffs, console }
}

const unchanged = (n: number) => ({ created: 0, changed: 0, unchanged: n })

describe('a fee item under a name that the project has', () => {
  test('is refused where it says another price, basis or addition, and no room gets what is on record', async () => {
    const { take, approve, preview, problems, charges } = await start()
    await take(book([byArea(1, '物业费', 2.5, 0.3), fixed(2, '电梯费', 12.34)], [['1栋', '101', 90, '1#2']]))
    await approve()
    const before = await charges()
    const second = book(
      [byArea(1, '物业费', 3.5), byArea(2, '电梯费', 0.6), fixed(3, '保洁费', 8)],
      [['2栋', '101', 80, '1#2#3']],
    )
    const asked = await preview(second)
    expect(asked.counts).toMatchObject({
      rooms: { created: 1, changed: 0, unchanged: 0 },
      tariffs: { created: 1, changed: 0, unchanged: 0 },
      roomTariffs: { created: 1, changed: 0, unchanged: 0 },
    })
    expect(await problems(asked.id)).toEqual([
      {
        at: '收费标准 2',
        cause: 'tariff_differs',
        params: { name: '物业费', registered: '¥2.50/㎡ + ¥0.30', told: '¥3.50/㎡' },
      },
      {
        at: '房屋 2',
        cause: 'tariff_refused',
        params: { tariff: '1', otherSheet: '收费标准', otherRow: 2 },
      },
      {
        at: '收费标准 3',
        cause: 'tariff_differs',
        params: { name: '电梯费', registered: '¥12.34', told: '¥0.60/㎡' },
      },
      {
        at: '房屋 2',
        cause: 'tariff_refused',
        params: { tariff: '2', otherSheet: '收费标准', otherRow: 3 },
      },
    ])
    await take(second)
    expect(await charges()).toEqual([...before, ['2栋-101', '保洁费', 'room', 80_000, 0, '2026-11-01']])
  })

  test.each<[string, Row[], string[]]>([
    ['a raised price for the same rooms', [byArea(1, '物业费', 3.5, 0.3)], ['tariff_differs']],
    ['an addition that is left out', [byArea(1, '物业费', 2.5)], ['tariff_differs']],
    ['another addition', [byArea(1, '物业费', 2.5, 0.31)], ['tariff_differs']],
    ['another basis at the same number', [fixed(1, '物业费', 2.5)], ['tariff_differs']],
    ['a last day', [[...byArea(1, '物业费', 2.5, 0.3), null, '2027-06-30']], ['tariff_ends_otherwise']],
    ['all the same', [byArea(1, '物业费', '2.500', 0.3)], []],
    ['all the same from a later day', [[...byArea(1, '物业费', 2.5, 0.3), '2026-12-01', null]], []],
  ])('is looked at in all that decides: %s', async (_, fees, expected) => {
    const { take, approve, preview, problems } = await start()
    const rooms = [['1栋', '101', 90, 1]]
    await take(book([byArea(1, '物业费', 2.5, 0.3)], rooms))
    await approve()
    const { id, counts } = await preview(book(fees, rooms))
    const found = (await problems(id)).map(({ cause }) => cause)
    expect(found).toEqual(expected.flatMap((cause) => [cause, 'tariff_refused']))
    expect(counts.tariffs).toEqual(unchanged(expected.length === 0 ? 1 : 0))
  })

  test('is compared with the price of today, or with the next where none holds yet', async () => {
    const { ctx, take, approve, preview, idOf, causes, console } = await start()
    await take(book([byArea(1, '物业费', 2.5)], []))
    await approve()
    const price = (tariffId: string, fromOn: string, priceE4: number) =>
      addPrice(ctx, { requestId: freshRequestId(), tariffId, fromOn, priceE4, approval })
    const of = async (price_: number, title = '物业费') =>
      causes((await preview(book([byArea(1, title, price_)], []))).id)
    await price(await idOf('物业费'), '2026-11-15', 28_000)
    await price(await idOf('物业费'), '2027-01-01', 30_000)
    expect(await Promise.all([2.5, 2.8, 3].map((one) => of(one)))).toEqual([
      ['收费标准 2 tariff_differs'],
      [],
      ['收费标准 2 tariff_differs'],
    ])
    await console({ name: '维护费', feeItem: 'other', fromOn: '2027-01-01', priceE4: 10_000 })
    await price(await idOf('维护费'), '2028-01-01', 20_000)
    expect([await of(1, '维护费'), await of(2, '维护费')]).toEqual([[], ['收费标准 2 tariff_differs']])
  })

  test('is known however its name is written, and is not taken for one of spaces or of another item', async () => {
    const { preview, problems, console } = await start()
    await console({ name: '物业费（高层）' })
    await console({
      name: '停车管理费',
      feeItem: 'parking',
      basis: 'parking_space',
      priceE4: 800_000,
    })
    await console({ name: '公共服务费', feeItem: 'other', priceE4: 5000 })
    const kinds = workbook({
      name: '收费标准',
      rows: [
        [...feeHeadings, '费用类型'],
        [...byArea(1, '物业费(高层)', 2.5), null, null, null],
        [...fixed(2, '停车管理费', 80), null, null, null],
        [...byArea(3, '公共服务费', 0.5), null, null, '物业费'],
      ],
    })
    const { id, counts } = await preview(kinds)
    expect(counts.tariffs).toEqual(unchanged(1))
    expect((await problems(id)).map(({ cause }) => cause)).toEqual(['tariff_of_spaces', 'tariff_is_other'])
  })

  test('that waits for its approval says so, and one beside a room is an error of each room', async () => {
    const { take, preview, causes, charges, ctx, idOf } = await start()
    await take(book([fixed(1, '保洁费', 8)], []))
    const draft = await preview(book([fixed(1, '保洁费', 9)], []))
    expect(await causes(draft.id)).toEqual(['收费标准 2 tariff_differs_draft'])
    const priced = (...rooms: Row[]) =>
      workbook({ name: '房屋', rows: [['楼栋', '房号', '建筑面积', '物业费单价'], ...rooms] })
    await take(priced(['1栋', '101', 90, 2.5]))
    const tariffId = await idOf('物业费')
    await approveTariff(ctx, { requestId: freshRequestId(), tariffId, approval })
    await addPrice(ctx, {
      requestId: freshRequestId(),
      tariffId,
      fromOn: '2026-11-15',
      priceE4: 28_000,
      approval,
    })
    const again = await take(priced(['1栋', '101', 90, 2.5], ['1栋', '102', 80, 2.5]))
    expect(await causes(again.id)).toEqual(['房屋 2 tariff_differs_of_room', '房屋 3 tariff_differs_of_room'])
    expect(again.counts.rooms).toEqual({ created: 1, changed: 0, unchanged: 1 })
    expect(new Set((await charges()).map(([room]) => room))).toEqual(new Set(['1栋-101']))
  })

  test('charges a new room from the day of the file, and keeps the days of one on record, which it says', async () => {
    const { take, preview, problems, charges } = await start()
    const fees = (fromOn: string) => [[...byArea(1, '物业费', 2.5), fromOn, null]]
    await take(book(fees('2020-06-10'), [['1栋', '101', 90, 1, null]]))
    const rooms = [
      ['1栋', '101', 90, 1, '2021-01-01'],
      ['1栋', '102', 90, 1, null],
    ]
    const { id } = await preview(book(fees('2026-11-01'), rooms))
    expect(await problems(id)).toEqual([
      {
        at: '房屋 2',
        cause: 'room_charged_otherwise',
        params: { name: '物业费', registered: '2020-06-10 –' },
      },
    ])
    await take(book(fees('2026-11-01'), rooms))
    expect((await charges()).map((row) => [row[0], row[5]])).toEqual([
      ['1栋-101', '2020-06-10'],
      ['1栋-102', '2026-11-01'],
    ])
  })

  test('tells rooms that are not billed by it: their charge is over, or it is switched off', async () => {
    const { ctx, take, approve, preview, idOf, roomId, problems } = await start()
    const fees = [byArea(1, '物业费', 2.5), fixed(2, '保洁费', 8)]
    const known: Row[] = [
      ['1栋', '101', 90, '1#2', '2026-01-01'],
      ['1栋', '102', 90, 1, '2026-01-01'],
    ]
    await take(book(fees, known))
    await approve()
    const end = async (room: string, toOn: string) =>
      endAssignment(ctx, {
        requestId: freshRequestId(),
        tariffId: await idOf('物业费'),
        scope: { kind: 'places', ids: [await roomId(room)] },
        toOn,
      })
    await end('1栋-101', '2026-10-31')
    // Today it is still charged.
    await end('1栋-102', civilDateOf(ctx.now, ctx.company.zone))
    await switchTariff(ctx, {
      requestId: freshRequestId(),
      tariffId: await idOf('保洁费'),
      state: 'disabled',
    })
    const again = await preview(book(fees, [...known, ['1栋', '103', 90, '1#2', null]]))
    expect(await problems(again.id)).toEqual([
      { at: '房屋 2', cause: 'room_charge_ended', params: { name: '物业费', lastOn: '2026-10-31' } },
      { at: '房屋 4', cause: 'room_tariff_disabled', params: { name: '保洁费' } },
    ])
    expect(again.counts.roomTariffs).toEqual({ created: 2, changed: 0, unchanged: 3 })
  })

  const changes: [string, (given: Awaited<ReturnType<typeof start>>) => Promise<unknown>, string][] = [
    [
      'got another price',
      async ({ ctx, idOf }) =>
        addPrice(ctx, {
          requestId: freshRequestId(),
          tariffId: await idOf('物业费'),
          fromOn: '2026-11-15',
          priceE4: 28_000,
          approval,
        }),
      'failed',
    ],
    [
      'got an addition',
      async ({ ctx, idOf }) =>
        addPrice(ctx, {
          requestId: freshRequestId(),
          tariffId: await idOf('物业费'),
          fromOn: '2026-11-15',
          priceE4: 25_000,
          additionFen: 30,
          approval,
        }),
      'failed',
    ],
    [
      'got a namesake that costs something else',
      ({ console }) => console({ name: '保洁费', feeItem: 'other', basis: 'room', priceE4: 90_000 }),
      'failed',
    ],
    [
      'was switched off, which is no other price',
      async ({ ctx, idOf }) =>
        switchTariff(ctx, { requestId: freshRequestId(), tariffId: await idOf('物业费'), state: 'disabled' }),
      'applied',
    ],
  ]
  test.each<[string, Row, Row[], string]>([
    [
      'this month',
      [...fixed(1, '电梯费', 10), null, '2026-10-31'],
      [['1栋', '101', 90, 1, null]],
      '2026-11-01',
    ],
    [
      'the first of its rooms',
      [...fixed(1, '电梯费', 10), null, '2026-12-31'],
      [['1栋', '101', 90, 1, '2027-01-01']],
      '2027-01-01',
    ],
    ['this month, without a room', [...fixed(1, '电梯费', 10), null, '2025-12-31'], [], '2026-11-01'],
  ])(
    'leaves out a new one that would be over before it began with %s, and takes the rest',
    async (_, fee, under, begins) => {
      const { preview, take, problems, tariffs } = await start()
      const file = () => book([fee, byArea(2, '物业费', 2.5)], [...under, ['1栋', '102', 90, 2, null]])
      const asked = await preview(file())
      const told = await problems(asked.id)
      expect(told[0]).toMatchObject({
        at: '收费标准 2',
        cause: 'tariff_over_before_begun',
        params: { begins },
      })
      await take(file())
      expect((await tariffs()).map(([name]) => name)).toEqual(['物业费'])
    },
  )

  test('stops the import where its last day, which the file tells, became another after the preview', async () => {
    const { ctx, take, approve, preview, confirm, idOf } = await start()
    const ending = [...byArea(1, '物业费', 2.5), '2026-01-01', '2026-12-31']
    await take(book([ending], [['1栋', '101', 90, 1]]))
    await approve()
    const { id } = await preview(book([ending], [['2栋', '101', 80, 1]]))
    await confirm(id)
    const next = { fromOn: '2027-01-01', toOn: '2027-12-31', priceE4: 25_000 }
    await addPrice(ctx, { requestId: freshRequestId(), tariffId: await idOf('物业费'), ...next, approval })
    await expect(applyImport(as(ctx, job), { importId: id })).rejects.toMatchObject({
      code: 'registry_import.tariffs_meanwhile',
    })
  })

  test('is compared by the price to come where the one before has ended', async () => {
    const { ctx, take, approve, preview, idOf, causes } = await start()
    const ended = [...byArea(1, '物业费', 2.5), '2026-01-01', '2026-10-31']
    await take(book([ended], [['1栋', '101', 90, 1]]))
    await approve()
    const next = { fromOn: '2027-01-01', priceE4: 28_000 }
    await addPrice(ctx, { requestId: freshRequestId(), tariffId: await idOf('物业费'), ...next, approval })
    const priced = async (price: number) => causes((await preview(book([byArea(1, '物业费', price)], []))).id)
    expect([await priced(2.8), await priced(2.5)]).toEqual([[], ['收费标准 2 tariff_differs']])
  })

  test('stops the import where it was a draft that was dropped after the preview, so that no room is left without a word', async () => {
    const { ctx, take, preview, confirm, idOf, charges } = await start()
    await take(book([byArea(1, '物业费', 2.5)], [['1栋', '101', 90, 1]]))
    const { id } = await preview(book([byArea(1, '物业费', 2.5)], [['2栋', '101', 80, 1]]))
    await confirm(id)
    await discardTariff(ctx, { requestId: freshRequestId(), tariffId: await idOf('物业费') })
    await expect(applyImport(as(ctx, job), { importId: id })).rejects.toMatchObject({
      code: 'registry_import.tariffs_meanwhile',
    })
    expect(await charges()).toEqual([])
  })
  test.each(changes)(
    'stops the import where it %s after the preview, at each try',
    async (_, change, state) => {
      const given = await start()
      const { ctx, take, approve, preview, confirm, charges } = given
      await take(book([byArea(1, '物业费', 2.5)], [['1栋', '101', 90, 1]]))
      await approve()
      const { id } = await preview(
        book([byArea(1, '物业费', 2.5), fixed(2, '保洁费', 8)], [['2栋', '101', 80, '1#2']]),
      )
      await confirm(id)
      await change(given)
      const confirmed = {
        id: 'evt_1',
        type: 'registry_import.confirmed',
        payload: { importId: id },
        attempt: 1,
      }
      const carriedOut = () => applyConfirmedImport(as(ctx, job), confirmed as never, {} as never)
      await carriedOut()
      expect((await getImport(ctx, id)).state).toBe(state)
      if (state === 'applied') return
      await retryImport(ctx, { requestId: freshRequestId(), importId: id })
      await carriedOut()
      expect(await getImport(ctx, id)).toMatchObject({
        state: 'failed',
        failure: 'registry_import.tariffs_meanwhile',
      })
      expect((await charges()).filter(([room]) => room === '2栋-101')).toEqual([])
    },
  )
})

describe('fee items of one name', () => {
  const two = [byArea(1, '公共能耗费', 1), byArea(2, '公共能耗费', 8)]
  const rooms = [
    ['1栋', '101', 90, 1],
    ['1栋', '102', 90, 2],
  ]

  test.each<[string, Row[], Row[]]>([
    ['the other way round', two.toReversed(), rooms],
    [
      'with other numbers',
      [byArea(2, '公共能耗费', 1), byArea(1, '公共能耗费', 8)],
      [
        ['1栋', '101', 90, 2],
        ['1栋', '102', 90, 1],
      ],
    ],
    ['one of them alone', two.slice(1), rooms.slice(1)],
  ])('are told apart by what they cost: %s', async (_, fees, again) => {
    const { take, preview, problems, charges } = await start()
    await take(book(two, rooms))
    expect((await charges()).map((row) => [row[0], row[1], row[3]])).toEqual([
      ['1栋-101', '公共能耗费', 10_000],
      ['1栋-102', '公共能耗费(2)', 80_000],
    ])
    const { id, counts } = await preview(book(fees, again))
    expect([await problems(id), counts.tariffs, counts.roomTariffs]).toEqual([
      [],
      unchanged(fees.length),
      unchanged(again.length),
    ])
  })

  test('never charge a room by two of them where the file names one', async () => {
    const { take, preview, problems, charges } = await start()
    await take(book(two, rooms))
    const before = await charges()
    const moved = await take(
      book(two, [
        ['1栋', '101', 90, 2],
        ['1栋', '102', 90, '1#2'],
        ['1栋', '103', 90, 2],
      ]),
    )
    expect(await problems(moved.id)).toEqual([
      {
        at: '房屋 2',
        cause: 'room_charged_by_namesake',
        params: { name: '公共能耗费(2)', other: '公共能耗费' },
      },
    ])
    // One whose price is raised to that of another of its name is told as that.
    const raised = await preview(book([byArea(1, '公共能耗费', 8)], rooms.slice(0, 1)))
    expect((await problems(raised.id)).map(({ cause }) => cause)).toEqual(['room_charged_by_namesake'])
    const added = (await charges()).filter((one) => !before.some((is) => is.join() === one.join()))
    expect(added.map((row) => row.slice(0, 2))).toEqual([
      ['1栋-102', '公共能耗费'],
      ['1栋-103', '公共能耗费(2)'],
    ])
  })

  type Scope = Parameters<typeof createTariff>[1]['scope']
  const scopes: [string, (given: Awaited<ReturnType<typeof start>>) => Promise<Scope>, string[]][] = [
    ['the project', async () => ({ kind: 'project' }), ['104', '105', '106', '201']],
    [
      'a building',
      async ({ ctx }) => {
        const { rows } = await ctx.db.client.execute("SELECT id FROM buildings WHERE name = '1栋'")
        return { kind: 'building', values: [String(rows[0]!['id'])] }
      },
      ['104', '105', '106'],
    ],
    ['a use', async () => ({ kind: 'room_use', values: ['shop'] }), ['104', '106']],
  ]
  test.each(scopes)(
    'never charge a room twice that a scope will bring under the one: %s',
    async (_, scopeOf, refused) => {
      const given = await start()
      const { ctx, take, console, roomId, problems } = given
      const headings = [...roomHeadings, '房屋用途', '业主姓名']
      const owned = (under: Row[]) => ({
        name: '房屋',
        rows: [headings, ...under.map((row) => [...row, '张三'])],
      })
      const file = (...under: Row[]) =>
        workbook(
          { name: '收费标准', rows: [feeHeadings, fixed(1, '垃圾费', 5), fixed(2, '垃圾费', 20)] },
          owned(under),
        )
      const bare = (...under: Row[]) => workbook(owned(under))
      await take(bare(['1栋', '101', 90, null, null, '住宅']))
      const trash = { feeItem: 'other', basis: 'room' } as const
      await console({ ...trash, name: '垃圾费', priceE4: 50_000, scope: await scopeOf(given) })
      await console({
        ...trash,
        name: '垃圾费(2)',
        priceE4: 200_000,
        scope: { kind: 'places', ids: [await roomId('1栋-101')] },
      })
      // On record since the last bills, and a shop since this workbook.
      await take(bare(['1栋', '104', 90, null, null, '住宅']))
      const asked = await take(
        file(
          ['1栋', '104', 90, 2, null, '商铺'],
          ['1栋', '105', 90, 2, null, '住宅'],
          ['1栋', '106', 90, 2, null, '商铺'],
          ['1栋', '107', 90, '1#2', null, '商铺'],
          ['2栋', '201', 90, 2, null, '住宅'],
        ),
      )
      const found = await problems(asked.id)
      const numbers = ['104', '105', '106', '107', '201']
      expect(found.map(({ at, cause }) => [at, cause])).toEqual(
        refused.map((number) => [`房屋 ${numbers.indexOf(number) + 2}`, 'room_charged_by_namesake']),
      )
      const billed = await Promise.all(
        ['1栋-104', '1栋-105', '1栋-106', '1栋-107', '2栋-201'].map(async (name) => {
          const { bills } = await previewOne(ctx, { placeId: await roomId(name), period: '2026-11' })
          return bills.reduce((sum, { amountFen }) => sum + amountFen, 0)
        }),
      )
      expect(billed).toEqual(
        numbers.map((number) => (refused.includes(number) ? 500 : number === '107' ? 2500 : 2000)),
      )
    },
  )

  test('never charge a new room twice by one that comes with it, beside one for the whole project', async () => {
    const { preview, console, problems } = await start()
    await console({ name: '垃圾费', feeItem: 'other', basis: 'room', priceE4: 50_000 })
    const fees = [fixed(1, '垃圾费', 5), fixed(2, '垃圾费', 20)]
    const asked = await preview(
      book(fees, [
        ['1栋', '101', 90, 1],
        ['1栋', '102', 90, 2],
      ]),
    )
    expect(await problems(asked.id)).toEqual([
      {
        at: '房屋 3',
        cause: 'room_charged_by_namesake',
        params: { name: '垃圾费(2)', other: '垃圾费' },
      },
    ])
  })

  const lifts = (second: string) =>
    [fixed(1, '电梯费', 5), fixed(2, second, 8.5)].map((fee) => [...fee, '2026-01-01'])
  const ofLifts = async () => {
    const given = await start()
    await given.take(book(lifts('电梯费'), rooms))
    await given.approve()
    return given
  }

  test.each<[string, Row, object]>([
    ['the one to the other', ['1栋', '101', 90, 2], { name: '电梯费(2)', other: '电梯费' }],
    ['the other to the one', ['1栋', '102', 90, 1], { name: '电梯费', other: '电梯费(2)' }],
  ])(
    'are known by the names that an import gave them, as pages and bills show them: %s',
    async (_, moved, params) => {
      const { preview, problems } = await ofLifts()
      const asked = await preview(book(lifts('电梯费(2)'), [moved]))
      expect(await problems(asked.id)).toEqual([{ at: '房屋 2', cause: 'room_charged_by_namesake', params }])
      expect(asked.counts.roomTariffs.created).toBe(0)
    },
  )

  test('leave out a charge and not its room, which the list of problems tells from a row that is left out', async () => {
    const { ctx, preview } = await ofLifts()
    const moved = ['1栋', '101', 90, 2]
    const { id } = await preview(book(lifts('电梯费(2)'), [moved, ['1栋', '103', '九十', 1]]))
    const { items } = await listImportProblems(ctx, { importId: id })
    const errors = items.filter(({ severity }) => severity === 'error')
    expect(errors.map(({ code, ofAPart }) => [code.slice(16), ofAPart])).toEqual([
      ['number_malformed', false],
      ['room_charged_by_namesake', true],
    ])
  })

  test('charge no days again that another of the name has charged until it ended', async () => {
    const { ctx, preview, take, problems, charges, idOf, roomId } = await ofLifts()
    await endAssignment(ctx, {
      requestId: freshRequestId(),
      tariffId: await idOf('电梯费'),
      scope: { kind: 'places', ids: [await roomId('1栋-101')] },
      toOn: '2026-10-31',
    })
    const under = (day: string | null) => book(lifts('电梯费'), [['1栋', '101', 90, 2, day]])
    for (const day of [null, '2026-10-31']) {
      const asked = await preview(under(day))
      expect(await problems(asked.id)).toEqual([
        {
          at: '房屋 2',
          cause: 'room_charged_until',
          params: { name: '电梯费(2)', other: '电梯费', lastOn: '2026-10-31' },
        },
      ])
    }
    const next = await take(under('2026-11-01'))
    expect(await problems(next.id)).toEqual([])
    expect((await charges()).find((row) => row[0] === '1栋-101' && row[1] === '电梯费(2)')?.at(-1)).toBe(
      '2026-11-01',
    )
  })

  test('are not held back by a day of a room that is left out itself', async () => {
    const { ctx, preview, take, problems, idOf, roomId, charges } = await start()
    await take(
      book(
        [[...fixed(1, '电梯费', 10), '2026-01-01']],
        [
          ['1栋', '101', 90, 1],
          ['1栋', '102', 90, 1],
        ],
      ),
    )
    await endAssignment(ctx, {
      requestId: freshRequestId(),
      tariffId: await idOf('电梯费'),
      scope: { kind: 'places', ids: [await roomId('1栋-101')] },
      toOn: '2026-05-31',
    })
    const file = () =>
      book(
        [fixed(1, '电梯费', 10), fixed(2, '电梯费', 20)],
        [
          ['1栋', '101', 90, 2, null],
          ['1栋', '102', 90, 2, '2026-02-01'],
        ],
      )
    const asked = await preview(file())
    expect((await problems(asked.id)).map(({ at, cause }) => `${at} ${cause}`)).toEqual([
      '房屋 3 room_charged_by_namesake',
    ])
    await take(file())
    expect(
      (await charges()).filter((row) => row[1] === '电梯费(2)').map((row) => [row[0], row.at(-1)]),
    ).toEqual([['1栋-101', '2026-11-01']])
  })

  test('follow one whose last price is over, as a workbook tells a price that changed', async () => {
    const { preview, take, problems } = await start()
    const before = [...fixed(1, '电梯费', 10), '2026-01-01', '2026-10-31']
    await take(book([before], [['1栋', '101', 90, 1]]))
    const after = [...fixed(2, '电梯费', 20), '2026-11-01']
    const next = await preview(book([before, after], [['1栋', '101', 90, 2]]))
    expect([await problems(next.id), next.counts.roomTariffs.created]).toEqual([[], 1])
  })

  test('are known by two numbers, which one of a name with a number had', async () => {
    const { preview, take, causes, tariffs } = await start()
    await take(book([fixed(1, '电梯费(2)', 10), fixed(2, '电梯费(2)', 20)], [['1栋', '101', 90, 2]]))
    expect((await tariffs()).map(([name]) => name)).toEqual(['电梯费(2)', '电梯费(2)(2)'])
    const asked = await preview(book([fixed(1, '电梯费', 10)], [['1栋', '101', 90, 1]]))
    expect(await causes(asked.id)).toEqual(['房屋 2 room_charged_by_namesake'])
  })

  test('two that are called by different words are charges of their own, and one that is bare is not', async () => {
    const { take, preview, causes } = await start()
    await take(book([fixed(1, '公摊费(水)', 5)], [['1栋', '101', 90, 1]]))
    const other = await preview(book([fixed(1, '公摊费(电)', 8)], [['1栋', '101', 90, 1]]))
    expect(await causes(other.id)).toEqual([])
    const bare = await preview(book([fixed(1, '公摊费', 8)], [['1栋', '101', 90, 1]]))
    expect(await causes(bare.id)).toEqual(['房屋 2 room_charged_by_namesake'])
  })

  test('what is switched off bars no room', async () => {
    const { ctx, preview, causes, idOf } = await ofLifts()
    const [tariffId, requestId] = [await idOf('电梯费'), freshRequestId()]
    await switchTariff(ctx, { requestId, tariffId, state: 'disabled' })
    const asked = await preview(book(lifts('电梯费'), [['1栋', '101', 90, 2]]))
    expect(await causes(asked.id)).toEqual([])
  })

  test('are told apart by what they cost when their numbers were words before', async () => {
    const { take, approve, preview, causes } = await start()
    const before = [fixed('住宅', '垃圾费', 5), fixed('商铺', '垃圾费', 20)]
    await take(
      book(before, [
        ['1栋', '101', 90, '住宅'],
        ['1栋', '102', 90, '商铺'],
      ]),
    )
    await approve()
    const again = await preview(
      book(
        [fixed(1, '垃圾费', 5), fixed(2, '垃圾费', 20)],
        [
          ['1栋', '101', 90, 1],
          ['1栋', '102', 90, 2],
        ],
      ),
    )
    expect([await causes(again.id), again.counts.tariffs, again.counts.roomTariffs]).toEqual([
      [],
      unchanged(2),
      unchanged(2),
    ])
    const raised = await preview(book([fixed(1, '垃圾费', 5), fixed(2, '垃圾费', 25)], []))
    expect(await causes(raised.id)).toEqual(['收费标准 3 tariff_differs'])
  })

  test('that are called by a word are other charges, where an import has not called them so', async () => {
    const { take, preview, causes, console } = await start()
    await console({ name: '物业费(商铺)', priceE4: 35_000 })
    await console({ name: '物业费(写字楼)', priceE4: 25_000 })
    const first = await take(book([byArea(1, '物业费', 2.5)], []))
    expect([await causes(first.id), first.counts.tariffs.created]).toEqual([[], 1])
    await console({ name: '物业费(底商)', priceE4: 25_000 })
    const again = await preview(book([byArea(1, '物业费', 2.5)], []))
    expect([await causes(again.id), again.counts.tariffs]).toEqual([[], unchanged(1)])
  })

  test('and of one price are told apart by what they are for and by their last day', async () => {
    const { take, preview, causes } = await start()
    const rows: Row[] = [
      [1, '服务费', '固定费用', null, 8, '2025-01-01', '2025-12-31', '停车费'],
      [2, '服务费', '固定费用', null, 8, '2025-01-01', '2025-12-31', '物业费'],
      [3, '服务费', '固定费用', null, 8, '2026-01-01', null, '物业费'],
    ]
    const file = (fees: Row[], under: Row[]) =>
      workbook(
        { name: '收费标准', rows: [[...feeHeadings, '费用类型'], ...fees] },
        { name: '房屋', rows: [roomHeadings, ...under] },
      )
    const under: Row[] = [1, 2, 3].map((code) => ['1栋', `10${code}`, 90, code, null])
    const first = await take(file(rows, under))
    expect([await causes(first.id), first.counts.tariffs.created, first.counts.roomTariffs.created]).toEqual([
      [],
      3,
      3,
    ])
    for (const fees of [rows, rows.toReversed(), rows.slice(2)]) {
      const again = await preview(file(fees, fees === rows ? under : []))
      expect([await causes(again.id), again.counts.tariffs]).toEqual([[], unchanged(fees.length)])
    }
    const unsaid = await preview(file([rows[1]!, [...rows[1]!.with(0, 4).slice(0, 7), null]], []))
    expect(await causes(unsaid.id)).toEqual(['收费标准 2 tariff_same', '收费标准 3 tariff_same'])
  })

  test.each<[string, Row[], string[]]>([
    [
      'one at another price',
      [byArea(1, '公共能耗费', 1), byArea(2, '公共能耗费', 9)],
      ['收费标准 3 tariff_differs_draft'],
    ],
    [
      'two at one price',
      [byArea(1, '公共能耗费', 8), byArea(2, '公共能耗费', 8)],
      ['收费标准 2 tariff_same', '收费标准 3 tariff_same'],
    ],
    [
      'one number for two prices',
      [byArea(1, '公共能耗费', 8), byArea(1, '公共能耗费', 1)],
      ['收费标准 2 tariff_conflict', '收费标准 3 tariff_conflict'],
    ],
    [
      'one without a number, twice',
      [byArea(null, '公共能耗费', 8), byArea(null, '公共能耗费', 1)],
      ['收费标准 2 tariff_conflict', '收费标准 3 tariff_conflict'],
    ],
    ['a third', [...two, byArea(3, '公共能耗费', 9)], []],
    ['the same row once more', [...two, two[0]!], ['收费标准 4 tariff_repeated']],
  ])('that cannot be paired are errors: %s', async (_, fees, expected) => {
    const { take, preview, causes } = await start()
    await take(book(two, rooms))
    expect(await causes((await preview(book(fees, []))).id)).toEqual(expected)
  })

  const codes = [1, 2, 3, 4, 5, 'A1', '住宅', '商铺', '底商']
  const fee = fc.record({
    code: fc.constantFrom(...codes),
    title: fc.constantFrom('公共能耗费', '物业费', '物业 费', '公共能耗费(2)'),
    isFixed: fc.boolean(),
    price: fc.constantFrom(1, 2.5, 8),
    toOn: fc.constantFrom(null, null, '2027-06-30'),
  })
  /** A room under each of them: whatever else a fee is called, its room tells it. */
  const roomsOf = (fees: readonly Row[]): Row[] =>
    [...new Set(fees.map(([code]) => code!))].map((code) => ['1栋', `10${codes.indexOf(code)}`, 90, code])
  const orderOf = (fees: Row[]) =>
    fc.record({
      fees: fc.shuffledSubarray(fees, { minLength: fees.length }),
      rooms: fc.shuffledSubarray(roomsOf(fees), { minLength: roomsOf(fees).length }),
    })
  const orders = fc
    .array(fee, { minLength: 1, maxLength: 6 })
    .map((all) =>
      all.map(({ code, title, isFixed, price, toOn }) => [
        ...(isFixed ? fixed(code, title, price) : byArea(code, title, price, null)),
        null,
        toOn,
      ]),
    )
    .chain((fees) => fc.tuple(orderOf(fees), orderOf(fees), orderOf(fees)))

  const renumbered = (code: Row[0]) => 20 + codes.indexOf(code!)

  test('come in alike in whatever order they stand, and a second time change nothing', async () => {
    await fc.assert(
      fc.asyncProperty(orders, async ([one, other, third]) => {
        const results = []
        for (const order of [one, other]) {
          const { take, preview, tariffs, charges, causes } = await start()
          const first = await take(book(order.fees, order.rooms))
          const brought = [await tariffs(), await charges()]
          // Rows are told by what stands in them, since they stand elsewhere.
          const said = async (id: string, { fees, rooms: under }: typeof order) =>
            (await causes(id))
              .map((text) =>
                text.replace(/^(\S+) (\d+)/, (_all, name: string, row: string) =>
                  String((name === '房屋' ? under : fees)[Number(row) - 2]),
                ),
              )
              .toSorted()
          results.push([first.counts, await said(first.id, order), brought])
          const numbered = {
            fees: third.fees.map((row) => row.with(0, renumbered(row[0]!))),
            rooms: third.rooms.map((row) => row.with(3, renumbered(row[3]!))),
          }
          for (const again of [third, order, numbered]) {
            const { id, counts } = await preview(book(again.fees, again.rooms))
            expect([counts.tariffs.created, counts.roomTariffs.created]).toEqual([0, 0])
            expect([counts.tariffs.unchanged, counts.roomTariffs.unchanged]).toEqual([
              first.counts.tariffs.created,
              first.counts.roomTariffs.created,
            ])
            if (again !== numbered) expect(await said(id, again)).toEqual(results.at(-1)![1])
          }
          expect([await tariffs(), await charges()]).toEqual(brought)
        }
        expect(results[1]).toEqual(results[0])
      }),
      { numRuns: 12 },
    )
  }, 120_000)
})

test.each<[string, Row, string | null]>([
  ['six decimals', byArea(1, '物业费', 2.123_456), 'tariff_price_decimals'],
  ['that would round to a whole', byArea(1, '物业费', '9.99999'), 'tariff_price_decimals'],
  ['an addition below a fen', byArea(1, '物业费', 2.5, 0.305), 'tariff_price_decimals'],
  ['an amount below a fen', fixed(1, '保洁费', '12.345'), 'tariff_price_decimals'],
  ['a fixed price below a fen', [1, '保洁费', '固定费用', 12.345, null], 'tariff_price_decimals'],
  ['a telephone number', byArea(1, '物业费', 13_800_001_111), 'tariff_price_out_of_range'],
  ['an addition that is one', byArea(1, '物业费', 2.5, 13_800_001_111), 'tariff_price_out_of_range'],
  ['a fixed amount that is one', fixed(1, '保洁费', 13_800_001_111), 'tariff_price_out_of_range'],
  ['more than the most by area', byArea(1, '物业费', 1000.01), 'tariff_price_out_of_range'],
  ['more than the most that is fixed', fixed(1, '保洁费', 1_000_000.01), 'tariff_price_out_of_range'],
  ['as much as an addition', byArea(1, '物业费', 2.5, 1_000_000.01), null],
  ['an addition per ㎡', [1, '物业费', '面积×单价', 2.5, '0.3元/㎡'], 'tariff_unit'],
  ['an addition per room', [1, '物业费', '面积×单价', 2.5, '5元/户'], null],
  ['the most by area', byArea(1, '物业费', 1000), null],
  ['the most that is fixed', fixed(1, '保洁费', 1_000_000), null],
  ['four decimals', byArea(1, '物业费', '2.1234'), null],
  ['the error of a sum', byArea(1, '物业费', 0.1 + 0.2), null],
  ['the error of a sum as text', byArea(1, '物业费', '2.3499999999999996'), null],
  ['two fixed prices', [1, '保洁费', '固定费用', 12, 13], 'tariff_two_prices'],
  ['a name of 40', byArea(1, '费'.repeat(40), 1), null],
  ['a name of 41', byArea(1, '费'.repeat(41), 1), 'text_too_long'],
])('a price and a name are taken as they are, or not at all: %s', async (_, fee, expected) => {
  const { preview, problems } = await start()
  const { id, counts } = await preview(book([fee], [['1栋', '101', 90, null]]))
  expect((await problems(id)).map(({ cause }) => cause)).toEqual(expected === null ? [] : [expected])
  expect(counts.tariffs.created).toBe(expected === null ? 1 : 0)
})

test('a price beside a room is taken as it is, or not at all', async () => {
  const { preview, causes } = await start()
  const file = workbook({
    name: '房屋',
    rows: [
      ['楼栋', '房号', '建筑面积', '物业费单价'],
      ['1栋', '101', 90, 2.123_456],
      ['1栋', '102', 90, 2.1],
      ['1栋', '103', 90, 13_800_001_111],
      ['1栋', '104', 90, 1000.01],
    ],
  })
  const { id, counts } = await preview(file)
  expect(await causes(id)).toEqual([
    '房屋 2 tariff_price_decimals_of_room',
    '房屋 4 tariff_price_out_of_range_of_room',
    '房屋 5 tariff_price_out_of_range_of_room',
  ])
  expect([counts.rooms.created, counts.roomTariffs.created]).toEqual([4, 1])
})
