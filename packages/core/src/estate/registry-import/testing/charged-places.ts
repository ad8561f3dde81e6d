import { previewOne } from '../../../fees/billing/index.ts'
import { testCtx } from '../../../testing.ts'
import { smallProject } from '../../registry/testing.ts'
import { listImportChanges, listPayers } from '../index.ts'
import { takeFound } from '../testing.ts'
import { tariffOfProject } from './tariff-of-project.ts'

/** Who is told, with the first and the last day. */
export type Told = [name: string, fromOn?: string, toOn?: string, role?: string]
export type Kind = 'room' | 'parking'
const phones = new Map(['张', '李', '王', '陈'].map((name, at) => [name, `1371111000${at}`]))

export function listOf(kind: Kind, told: readonly Told[]) {
  const place = kind === 'room' ? ['1', '101', '100'] : ['地库', 'B1', '']
  const headings = kind === 'room' ? '楼栋,房号,建筑面积' : '停车场,车位号,面积'
  const days = kind === 'room' ? '入住日期,搬离日期' : '开始日期,结束日期'
  const rows = told.map(([name, fromOn = '', toOn = '', role = '业主']) =>
    [...place, name, phones.get(name), role, fromOn, toOn].join(),
  )
  return new TextEncoder().encode([`${headings},姓名,手机号,关系,${days}`, ...rows].join('\n'))
}

/** A project in which rooms are charged 250.00 a month, and spaces 155.00, and lists of one of them are taken in. */
export async function startCharged(kind: Kind) {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  await ctx.db.client.execute("UPDATE projects SET price_regime = 'market'")
  await tariffOfProject(
    ctx,
    projectId,
    kind === 'room'
      ? { name: '物业费', feeItem: 'property', basis: 'area', priceE4: 25_000 }
      : { name: '停车费', feeItem: 'parking', basis: 'parking_space', priceE4: 1_550_000 },
  )
  const take = async (...told: Told[]) => {
    const { counts, items } = await takeFound(ctx, projectId, '登记.csv', listOf(kind, told))
    return {
      counts: counts.occupancies,
      said: items.map(({ row, code, params }) => [row, code.slice(16), params['day'] ?? null]),
    }
  }
  const lastImport = async () => {
    const { rows } = await ctx.db.client.execute('SELECT id FROM import_jobs ORDER BY id DESC LIMIT 1')
    return { importId: String(rows[0]!['id']) as never }
  }
  /** Who pays from when to when, as the last import showed it; with a sign at days that no row tells. */
  const shown = async () => {
    const { items } = await listPayers(ctx, await lastImport())
    const day = (on: string | null, isAssumed: boolean) => `${on ?? ''}${isAssumed ? '?' : ''}`
    return items.flatMap(({ after }) =>
      after.map(({ payer, fromOn, toOn, fromAssumed, toAssumed }) =>
        [payer ?? '', day(fromOn, fromAssumed), day(toOn, toAssumed)].join(' '),
      ),
    )
  }
  /** What the last import changed of what was on record. */
  const changed = async () =>
    (await listImportChanges(ctx, await lastImport())).items.flatMap(({ kind: of, name, fields }) =>
      fields.map(({ field, before, after }) => [of, name, field, before, after].join(' ')),
    )
  /** Who is there from when to when, on record. */
  const there = async () => {
    const { rows } = await ctx.db.client.execute(
      'SELECT p.name, o.role, o.from_on, o.to_on FROM occupancies o JOIN people p ON p.id = o.person_id ORDER BY o.id',
    )
    return rows.map((row) => Object.values(row).join(' '))
  }
  const billed = async (period: string) => {
    const { rows } = await ctx.db.client.execute(
      `SELECT id FROM ${kind === 'room' ? 'rooms' : 'parking_spaces'}`,
    )
    const { bills } = await previewOne(ctx, { placeId: String(rows[0]!['id']), period })
    return bills.map(({ payerName, amountFen }) => `${payerName} ${amountFen / 100}`)
  }
  const roles = async () => {
    const { rows } = await ctx.db.client.execute(
      'SELECT p.name, o.role FROM occupancies o JOIN people p ON p.id = o.person_id',
    )
    return Object.fromEntries(rows.map(({ name, role }) => [name, role]))
  }
  return { ctx, projectId, take, billed, roles, shown, changed, there }
}
