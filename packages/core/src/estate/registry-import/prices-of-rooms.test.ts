import { newId } from '@heju/kernel'
import { describe, expect, test } from 'vitest'
import { approveTariff } from '../../fees/billing/index.ts'
import { smallProject } from '../registry/testing.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { as, freshRequestId, testCtx } from '../../testing.ts'
import { applyImport, listImportProblems } from './index.ts'
import { readRegistry } from './read-registry.ts'
import { confirmAsItIs, previewFoundRight, sheet, workbook } from './testing.ts'

const job = { kind: 'job', id: 'outbox' } as const
const approval = { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' } as const

/** Number of the room and its price. */
type Priced = [string, number]
const book = (rooms: readonly Priced[]) =>
  workbook({ name: '房屋', rows: [['楼栋', '房号', '物业费单价'], ...rooms.map((room) => ['1栋', ...room])] })

async function start() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  await ctx.db.client.execute("UPDATE projects SET price_regime = 'market'")
  const preview = async (rooms: readonly Priced[]) => {
    const importId = newId('imp', ctx.now)
    const asked = { requestId: freshRequestId(), importId, projectId, fileName: '登记.xlsx' }
    return previewFoundRight(ctx, asked, await book(rooms))
  }
  const take = async (rooms: readonly Priced[]) => {
    const { id } = await preview(rooms)
    await confirmAsItIs(ctx, { requestId: freshRequestId(), importId: id as never, leaveBadRows: true })
    await applyImport(as(ctx, job), { importId: id as never })
  }
  const causes = async (rooms: readonly Priced[]) => {
    const { id, counts } = await preview(rooms)
    const { items } = await listImportProblems(ctx, { importId: id as never })
    const errors = items.filter(({ severity }) => severity !== 'note')
    return [
      errors.map(({ row, code, params }) => [row, code.slice(16), params['registered'], params['told']]),
      [counts.tariffs.created, counts.roomTariffs.created],
    ]
  }
  const charges = async () => {
    const { rows } = await ctx.db.client
      .execute(`SELECT r.number, t.name, p.price_e4 FROM tariff_assignments a
      JOIN rooms r ON r.id = a.target_id JOIN tariffs t ON t.id = a.tariff_id JOIN tariff_prices p ON p.tariff_id = t.id
      ORDER BY r.sort_key, t.name`)
    return rows.map((row) => Object.values(row))
  }
  const approve = async (name: string, more: { priceE4?: number; name?: string } = {}) => {
    const { rows } = await ctx.db.client.execute({
      sql: 'SELECT id FROM tariffs WHERE name = ?',
      args: [name],
    })
    const tariffId = String(rows[0]!['id'])
    await approveTariff(ctx, { requestId: freshRequestId(), tariffId: tariffId as never, approval, ...more })
  }
  const call = (from: string, to: string) =>
    ctx.db.client.execute({ sql: 'UPDATE tariffs SET name = ? WHERE name = ?', args: [to, from] })
  return { preview, take, causes, charges, approve, call }
}

describe('a price beside rooms', () => {
  test('has a name that tells no price; several of one workbook have numbers, whatever their order', async () => {
    const { take, causes, charges } = await start()
    const rooms: Priced[] = [
      ['101', 3.2],
      ['102', 2.5],
      ['103', 12],
    ]
    await take(rooms)
    expect(await charges()).toEqual([
      ['101', '物业费(2)', 32_000],
      ['102', '物业费', 25_000],
      ['103', '物业费(3)', 120_000],
    ])
    for (const again of [rooms, rooms.toReversed(), rooms.slice(0, 1)])
      expect(await causes(again)).toEqual([[], [0, 0]])
  })

  test('that was put right as it was approved is told from what the workbook still says, and nothing is charged twice', async () => {
    const { take, approve, causes, charges } = await start()
    await take([['101', 2.5]])
    await approve('物业费', { priceE4: 28_000 })
    const both: Priced[] = [
      ['101', 2.5],
      ['102', 2.5],
    ]
    expect(await causes(both)).toEqual([
      [
        [2, 'tariff_differs_of_room', '¥2.80/㎡', '¥2.50/㎡'],
        [3, 'tariff_differs_of_room', '¥2.80/㎡', '¥2.50/㎡'],
      ],
      [0, 0],
    ])
    expect(await causes([['102', 2.8]])).toEqual([[], [0, 1]])
    expect(await charges()).toEqual([['101', '物业费', 28_000]])
  })

  test('is a charge of its own where nothing of the name charges its rooms: each building may have one', async () => {
    const { take, charges } = await start()
    await take([['101', 2.5]])
    await take([['201', 3.2]])
    expect(await charges()).toEqual([
      ['101', '物业费', 25_000],
      ['201', '物业费(2)', 32_000],
    ])
  })

  test('is known under the name with a price that imports gave it once', async () => {
    const { take, causes, call, approve } = await start()
    await take([
      ['101', 2.5],
      ['102', 3.2],
    ])
    await call('物业费', '物业费 2.50元/㎡·月')
    await call('物业费(2)', '物业费 3.20元/㎡·月')
    expect(
      await causes([
        ['101', 2.5],
        ['102', 3.2],
        ['103', 3.2],
      ]),
    ).toEqual([[], [0, 1]])
    await approve('物业费 2.50元/㎡·月', { priceE4: 28_000, name: '物业费 2.50元/㎡·月' })
    // Nobody is charged by that, and yet it is what the name says.
    expect(await causes([['104', 2.5]])).toEqual([
      [[2, 'tariff_differs_of_room', '¥2.80/㎡', '¥2.50/㎡']],
      [0, 0],
    ])
  })

  test('that a fee item of the table has is that, and no second charge', () => {
    const fees: Cell[][] = [
      ['编号', '收费项目', '计费方式', '单价', '结束日期'],
      [1, '物业费', '面积×单价', 2.5, null],
      [2, '物业费', '面积×单价', 3, '2027-12-31'],
    ]
    const rooms: Cell[][] = [
      ['房号', '费用编号', '物业费单价'],
      ['3-101', 1, 2.5],
      ['3-102', null, 2.5],
      ['3-103', null, 3],
    ]
    const { draft } = readRegistry([sheet('收费', fees), sheet('房屋', rooms)])
    expect(draft.roomTariffs.map(({ roomKey, tariffKey }) => `${roomKey} ${tariffKey}`)).toEqual([
      '3||101 1',
      '3||102 1',
      '3||103 物业费 3.00',
    ])
  })
})

test.each<[string, Cell, [string, string, number][], string[]]>([
  ['收费单价', '物业服务费', [['物业费', '物业费', 25_000]], []],
  ['收费单价', '电梯费', [['电梯费', '电梯费', 25_000]], []],
  ['收费单价', '物业费、电梯费', [['物业费', '物业费', 25_000]], ['tariff_missing']],
  ['物业费单价', '电梯费', [['物业费', '物业费', 25_000]], ['tariff_missing']],
  ['收费单价', '7', [['物业费', '物业费', 25_000]], ['tariff_missing']],
])(
  'a word beside a price under %s is what it charges, and is not said to be missing: %s',
  (heading, word, expected, causes) => {
    const { draft, problems } = readRegistry([
      sheet('房屋', [
        ['房号', '收费项目', heading],
        ['3-101', word, 2.5],
      ]),
    ])
    expect(draft.tariffs.map(({ name, kind, priceE4 }) => [name, kind, priceE4])).toEqual(expected)
    expect(problems.map(({ code }) => code.slice(16))).toEqual(causes)
  },
)
