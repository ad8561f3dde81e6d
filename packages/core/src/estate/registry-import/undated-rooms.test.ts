import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { approveTariff, previewOne } from '../../fees/billing/index.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { smallProject } from '../registry/testing.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { applyImport, listImportChanges, listImportProblems } from './index.ts'
import { confirmAsItIs, corrected, previewFoundRight, workbook } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const approval = { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' } as const
const at = (day: string) => Date.parse(`${day}T09:00:00+08:00`)
const december = at('2026-12-01')

/** One fee item of 12.00 a month, and rooms under it. */
const of = (rooms: readonly Cell[][], from: string | null = null, to: string | null = null) =>
  workbook(
    {
      name: '收费标准',
      rows: [
        ['费用编号', '收费项目', '计费方式', '固定费用', '开始日期', '结束日期'],
        ['1', '垃圾清运费', '固定费用', 12, from, to],
      ],
    },
    {
      name: '房屋',
      rows: [['楼栋', '房号', '建筑面积', '业主姓名', '费用编号', '计费开始时间'], ...rooms] as never,
    },
  )
const room = (number: string, day: string | null = null, { fee = '1', area = 90 as Cell } = {}): Cell[] => {
  const building = `${number.length === 3 ? 1 : number[0]}栋`
  return [building, number.slice(-3), area, `业主${number}`, fee, day]
}

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  await ctx.db.client.execute("UPDATE projects SET price_regime = 'market'")
  const asked = () => ({ requestId: freshRequestId(), projectId, fileName: '登记.xlsx' })
  const preview = async (file: Promise<Uint8Array>, now = december) =>
    previewFoundRight(as(ctx, ctx.actor, now), { ...asked(), importId: newId('imp', now) }, await file)
  const confirm = async (importId: string, now = december) => {
    const its = { requestId: freshRequestId(), importId: importId as never, leaveBadRows: true }
    await confirmAsItIs(as(ctx, ctx.actor, now), its)
    await applyImport(as(ctx, job, now), { importId: importId as never })
  }
  const take = async (file: Promise<Uint8Array>, now = december) => {
    const found = await preview(file, now)
    await confirm(found.id, now)
    return found
  }
  const approve = async () => {
    const { rows } = await ctx.db.client.execute("SELECT id FROM tariffs WHERE state = 'draft'")
    for (const { id } of rows)
      await approveTariff(ctx, { requestId: freshRequestId(), tariffId: String(id), approval })
  }
  const charges = async () => {
    const { rows } = await ctx.db.client.execute(`SELECT r.name || ' ' || a.from_on AS charged
      FROM tariff_assignments a JOIN rooms r ON r.id = a.target_id ORDER BY r.sort_key`)
    return rows.map(({ charged }) => charged)
  }
  const billed = async (name: string, period: string) => {
    const { rows } = await ctx.db.client.execute({ sql: 'SELECT id FROM rooms WHERE name = ?', args: [name] })
    const its = { placeId: String(rows[0]!['id']) as never, period }
    const { bills } = await previewOne(as(ctx, ctx.actor, at('2027-01-02')), its)
    return bills.map(({ payerName, amountFen }) => `${payerName} ${amountFen}`)
  }
  const problems = async (importId: string) => {
    const { items } = await listImportProblems(ctx, { importId: importId as never })
    return items.map(({ sheet, row, code, params }) => [sheet, row, code.slice(16), params])
  }
  return { ctx, preview, confirm, take, approve, charges, billed, problems }
}

const right = ['1栋-101 2026-03-01', '1栋-102 2026-12-01', '1栋-103 2026-12-01']
const three = (second: Cell[]) => of([room('101', '2026-03-01'), second, room('103')])

test.each<[string, Parameters<typeof room>[2], Record<string, Cell>, inUse: boolean]>([
  ['left out, of a draft', { area: '9O' }, { 建筑面积: 90 }, false],
  ['left out, of a fee in use', { area: '9O' }, { 建筑面积: 90 }, true],
  ['on record without its fee, of a draft', { fee: '9' }, { 费用编号: '1' }, false],
  ['on record without its fee, of a fee in use', { fee: '9' }, { 费用编号: '1' }, true],
])(
  'a room of a file to correct that tells no day is charged as by the workbook that was right at once: %s',
  async (_, wrong, cells, inUse) => {
    const { ctx, take, approve, charges, billed, problems } = await start()
    const first = await take(three(room('102', null, wrong)))
    if (inUse) await approve()
    const second = await take(corrected(ctx, first.id, { '房屋!3': cells }))
    expect(await problems(second.id)).toEqual([])
    expect(await charges()).toEqual(right)
    if (!inUse) await approve()
    expect(await billed('1栋-101', '2026-03')).toEqual(['业主101 1200'])
    await expect(billed('1栋-102', '2026-11')).rejects.toMatchObject({ code: 'billing.cannot_bill_not_yet' })
    expect(await billed('1栋-102', '2026-12')).toEqual(['业主102 1200'])
  },
)

test('rooms that are charged already keep their days where the workbook comes again in a later month', async () => {
  const { preview, take, approve, charges } = await start()
  await take(three(room('102')))
  expect(await charges()).toEqual(right)
  await approve()
  const again = await preview(three(room('102')), at('2027-02-03'))
  expect(again.counts.roomTariffs).toEqual({ created: 0, changed: 0, unchanged: 3 })
})

test('a new building begins in the month of the preview under a fee in use since 2020; of a room on record the day is listed', async () => {
  const { ctx, preview, confirm, take, approve, charges } = await start()
  await take(of([room('101'), room('104', null, { fee: '9' })], '2020-01-01'))
  await approve()
  const found = await preview(of([room('101'), room('104'), room('2201')]))
  const { items } = await listImportChanges(ctx, { importId: found.id as never })
  expect(items.map(({ name, fields }) => [name, ...fields.map(({ after }) => after)])).toEqual([
    ['1栋-104', '垃圾清运费 ¥12.00', '2026-12-01'],
  ])
  await confirm(found.id, at('2027-01-02'))
  expect(await charges()).toEqual(['1栋-101 2020-01-01', '1栋-104 2026-12-01', '2栋-201 2026-12-01'])
})

test('a room begins with a price that is to come, and with the fee item where its row tells a day', async () => {
  const { take, charges } = await start()
  await take(of([room('101')], '2027-03-01'))
  await take(of([room('102')]))
  await take(of([room('103')], '2027-03-01'), at('2027-05-02'))
  expect(await charges()).toEqual(['1栋-101 2027-03-01', '1栋-102 2027-03-01', '1栋-103 2027-03-01'])
})

test('a room is not put under a fee item whose last price is over before the month, and says so', async () => {
  const { take, approve, charges, problems } = await start()
  await take(of([room('101')], '2020-01-01', '2026-11-30'))
  await approve()
  const found = await take(of([room('101'), room('102')]))
  expect(await problems(found.id)).toContainEqual([
    '房屋',
    3,
    'room_charge_ended',
    { name: '垃圾清运费', lastOn: '2026-11-30' },
  ])
  expect(found.counts.roomTariffs).toMatchObject({ created: 0 })
  expect(await charges()).toEqual(['1栋-101 2020-01-01'])
})
