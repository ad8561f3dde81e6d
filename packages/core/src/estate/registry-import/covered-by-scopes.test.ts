import { newId, type HejuError } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import {
  assignTariff,
  createTariff,
  endAssignment,
  previewOne,
  type AssignTariff,
} from '../../fees/billing/index.ts'
import { as, freshRequestId, staff, testCtx } from '../../testing.ts'
import { smallProject } from '../registry/testing.ts'
import { applyConfirmedImport, getImport, listImportChanges } from './index.ts'
import { confirmAsItIs, previewFoundRight, workbook } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const refused = { code: 'registry_import.changes_charges' }
const approval = { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' } as const
type Row = (string | number | null)[]
type List = [sheet: string, rows: Row[]][]
type Scope = AssignTariff['scope']

const everywhere: Scope = { kind: 'project' }
const homes: Scope = { kind: 'room_use', values: ['residence'] }

/** 物业服务费 is charged by its scope from 2026-06-01 on, and a list without charges brings two homes after that. */
async function start({
  scope = everywhere,
  ended,
  priced,
}: {
  scope?: Scope
  ended?: { scope: Scope; toOn: string }
  /** From when it has a price, and charges one other room, where that is before its scope. */
  priced?: string
} = {}) {
  const ctx = await testCtx()
  const { projectId, room } = await smallProject(ctx)
  // Of a project without the ranges of guided prices: what is tested here is what rooms are charged.
  await ctx.db.client.execute("UPDATE projects SET price_regime = 'market'")
  const desk = as(ctx, staff('front_desk', [projectId]))
  const asked = () => ({ requestId: freshRequestId() })
  const tariff = async (name: string, priceE4: number, of: Scope, fromOn = '2026-06-01') => {
    const tariffId = newId('tariff', ctx.now)
    const its = { tariffId, projectId, name, priceE4, scope: of, fromOn, approval }
    await createTariff(ctx, { ...asked(), ...its, feeItem: 'property', basis: 'area' })
    return tariffId
  }
  const first: Scope = priced === undefined ? scope : { kind: 'places', ids: [await room('900')] }
  const tariffId = await tariff('物业服务费', 36_000, first, priced)
  if (priced !== undefined) await assignTariff(ctx, { ...asked(), tariffId, scope, fromOn: '2026-06-01' })
  const end = (days: NonNullable<typeof ended>) => endAssignment(ctx, { ...asked(), tariffId, ...days })
  if (ended !== undefined) await end(ended)
  const preview = async (...sheets: List) => {
    const file = await workbook(...sheets.map(([name, rows]) => ({ name, rows })))
    const importId = newId('imp', ctx.now)
    return previewFoundRight(desk, { ...asked(), importId, projectId, fileName: '登记.xlsx' }, file)
  }
  const confirm = (by: typeof ctx, importId: string) =>
    confirmAsItIs(by, { ...asked(), importId: importId as never })
  const work = async (importId: string) => {
    const event = { id: 'evt_1', type: 'registry_import.confirmed', payload: { importId }, attempt: 9 }
    await applyConfirmedImport(as(ctx, job), event as never, {} as never)
    const { state, failure } = await getImport(ctx, importId)
    return failure ?? state
  }
  const headings = ['楼栋', '房号', '建筑面积', '房屋用途', '业主姓名']
  const { id } = await preview([
    '房屋',
    [headings, ['1栋', '101', 90, '住宅', '甲一'], ['1栋', '102', 80, '住宅', '甲二']],
  ])
  await confirm(desk, id)
  await work(id)
  const roomId = async (number: string) => {
    const args = [number]
    const { rows } = await ctx.db.client.execute({ sql: 'SELECT id FROM rooms WHERE number = ?', args })
    return String(rows[0]!['id']) as `room_${string}`
  }
  /** What bills of a month would be made for a room, in fen, or why none. */
  const billed = async (number: string, period = '2026-11') => {
    try {
      const { bills } = await previewOne(ctx, { placeId: await roomId(number), period })
      return bills.map(({ fee, fromOn, amountFen }) => `${fee} ${fromOn} ${amountFen}`).join()
    } catch (error) {
      return (error as HejuError).code
    }
  }
  const assigned = async () => {
    const { rows } = await ctx.db.client
      .execute(`SELECT r.number, t.name, a.from_on AS day FROM tariff_assignments a
      JOIN rooms r ON r.id = a.target_id JOIN tariffs t ON t.id = a.tariff_id ORDER BY r.sort_key, a.from_on`)
    return rows.map((row) => Object.values(row).join(' '))
  }
  return { ctx, desk, asked, tariff, end, preview, confirm, work, roomId, billed, assigned }
}

/** A list of 101, and of 103 which is new, with their charges. */
const listed = ({
  fee = ['物业服务费', 3.6, null],
  use = '住宅',
  day = null,
}: { fee?: Row; use?: string; day?: string | null } = {}): List => [
  [
    '收费标准',
    [
      ['费用编号', '计费方式', '收费项目', '单价', '开始日期'],
      [1, '面积×单价', ...fee],
    ],
  ],
  [
    '房屋',
    [
      ['楼栋', '房号', '建筑面积', '房屋用途', '费用编号', '计费开始日期'],
      ['1栋', '101', 90, use, 1, day],
      ['1栋', '103', 70, '住宅', 1, null],
    ],
  ],
]

describe('a room on record that the same tariff charges by its scope from the same day', () => {
  test.each<[string, List]>([
    ['that of the tariff', listed()],
    ['which the fee item tells', listed({ fee: ['物业服务费', 3.6, '2026-06-01'] })],
    ['which the row of the room tells', listed({ day: '2026-06-01' })],
  ])('is no change, whoever imports the list, and is billed as before: %s', async (_, list) => {
    const { desk, preview, confirm, work, billed, assigned } = await start()
    const bills = async () => [
      await billed('101', '2026-05'),
      await billed('101', '2026-06'),
      await billed('101'),
    ]
    const before = await bills()
    expect(before).toEqual([
      'billing.cannot_bill_not_yet',
      '物业服务费 2026-06-01 32400',
      '物业服务费 2026-11-01 32400',
    ])
    const shown = await preview(...list)
    expect(shown).toMatchObject({ charges: [], mayCharge: true })
    expect(shown.counts.roomTariffs).toEqual({ created: 1, changed: 0, unchanged: 1 })
    expect((await listImportChanges(desk, { importId: shown.id })).items).toEqual([])
    expect(await getImport(desk, shown.id)).toMatchObject({ charges: [], mayCharge: true })
    await confirm(desk, shown.id)
    expect(await work(shown.id)).toBe('applied')
    // It is left to the next bills, which bring the room under the scope.
    expect(await assigned()).toEqual(['103 物业服务费 2026-06-01'])
    expect(await bills()).toEqual(before)
    const again = await preview(...list)
    expect(again.counts.roomTariffs).toEqual({ created: 0, changed: 0, unchanged: 2 })
  })

  test('and so where the list says what the room is used for, and the scope takes it in both ways', async () => {
    const { desk, preview, confirm, work, billed } = await start()
    const before = await billed('101')
    const shown = await preview(...listed({ use: '商铺' }))
    expect(shown).toMatchObject({ counts: { rooms: { changed: 1 } }, charges: [], mayCharge: true })
    await confirm(desk, shown.id)
    expect(await work(shown.id)).toBe('applied')
    expect(await billed('101')).toBe(before)
  })

  test('is as it is where the scope has ended by the time that the list is taken in', async () => {
    const { desk, preview, confirm, work, end, billed } = await start()
    const { id } = await preview(...listed())
    await confirm(desk, id)
    await end({ scope: everywhere, toOn: '2026-10-31' })
    expect(await work(id)).toBe('applied')
    expect([await billed('101', '2026-10'), await billed('101')]).toEqual([
      '物业服务费 2026-10-01 32400',
      'billing.cannot_bill_ended',
    ])
  })
})

test('a room that is not told from when is left to a scope that begins after the first price, and one that comes too', async () => {
  const { desk, preview, confirm, work, billed, assigned } = await start({ priced: '2026-05-01' })
  const shown = await preview(...listed())
  expect(shown).toMatchObject({ charges: [], mayCharge: true })
  await confirm(desk, shown.id)
  expect(await work(shown.id)).toBe('applied')
  expect(await assigned()).toEqual(['103 物业服务费 2026-06-01', '900 物业服务费 2026-05-01'])
  expect([await billed('101', '2026-05'), await billed('101', '2026-06')]).toEqual([
    'billing.cannot_bill_not_yet',
    '物业服务费 2026-06-01 32400',
  ])
})

describe('a room on record comes under a charge, which takes the right to write tariffs', () => {
  /** What the list brings is refused to the desk, and written once somebody lets it who may. */
  async function isRefused(
    { ctx, desk, preview, confirm, work, assigned }: Awaited<ReturnType<typeof start>>,
    list: List,
    brought: string,
  ) {
    const before = await assigned()
    const shown = await preview(...list)
    const [, tariff] = brought.split(' ')
    expect(shown).toMatchObject({ charges: [{ tariff, rooms: 1 }], mayCharge: false })
    await expect(confirm(desk, shown.id)).rejects.toMatchObject(refused)
    expect(await assigned()).toEqual(before)
    await confirm(ctx, shown.id)
    expect(await work(shown.id)).toBe('applied')
    expect(await assigned()).toContain(brought)
  }

  test.each(['2026-05-01', '2026-07-01'])(
    'where the list tells another day than the scope: %s',
    async (day) => isRefused(await start({ priced: '2026-05-01' }), listed({ day }), `101 物业服务费 ${day}`),
  )

  test('where the scopes bring it under another tariff', async () => {
    const all = await start({ scope: homes })
    await all.tariff('办公物业费', 50_000, { kind: 'room_use', values: ['office'] })
    const { id, questions } = await all.preview(...listed({ fee: ['办公物业费', 5, null] }))
    expect(questions.filter(({ about }) => about === 'charge')).toHaveLength(1)
    await expect(all.confirm(all.desk, id)).rejects.toThrow()
  })

  test.each<[string, Parameters<typeof start>[0], day: string]>([
    ['ends', { ended: { scope: everywhere, toOn: '2027-01-31' } }, '2026-06-01'],
    ['leaves out such rooms', { ended: { scope: homes, toOn: '2026-06-30' } }, '2026-11-01'],
    ['never took in such rooms', { scope: { kind: 'room_use', values: ['shop'] } }, '2026-11-01'],
  ])('where the scope %s', async (_, how, day) =>
    isRefused(await start(how), listed(), `101 物业服务费 ${day}`),
  )

  test('where the scope takes it in by what the list says that it is used for alone', async () =>
    isRefused(
      await start({ scope: { kind: 'room_use', values: ['shop'] } }),
      listed({ use: '商铺' }),
      '101 物业服务费 2026-06-01',
    ))

  test('or no more by that', async () =>
    isRefused(await start({ scope: homes }), listed({ use: '商铺' }), '101 物业服务费 2026-11-01'))
})
