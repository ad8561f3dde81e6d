import { sql } from 'drizzle-orm'
import { payerLine, type Occupant } from '../../../fees/billing/index.ts'
import type { WriteSheet } from 'hucre/xlsx'
import { readTables, type Cell } from '../../../platform/spreadsheets/index.ts'
import { testCtx } from '../../../testing.ts'
import { smallProject } from '../../registry/testing.ts'
import { downloadBadRows } from '../index.ts'
import { corrected, inCodes, takeFound, workbook, type RightCells } from '../testing.ts'

/** A project into which files come at once, or first with faults and then corrected. */
export async function startCorrecting() {
  const ctx = await testCtx()
  const { projectId } = await smallProject(ctx)
  const take = async (file: Uint8Array) => {
    const { items, ...found } = await takeFound(ctx, projectId, '登记.xlsx', file)
    const said = items.flatMap(({ severity, code, sheet, row }) =>
      severity === 'note' ? [] : [`${sheet} ${row} ${code.split('.')[1]}`],
    )
    return { ...found, said }
  }
  /** Takes in what is clean, then the file to correct, with its cells put right. */
  const inTwo = async (file: Uint8Array, right: RightCells) => {
    const first = await take(file)
    return { first, second: await take(await corrected(ctx, first.id, right)) }
  }
  const toCorrect = async (importId: string) => {
    const sheets = await readTables(await downloadBadRows(ctx, importId, inCodes), '改.xlsx')
    return sheets.flatMap(({ name, rows }) =>
      rows
        .slice(1)
        .map((row) => [name, row.at(-2), ...(row.at(-1) === inCodes.along ? ['along'] : [])].join(' ')),
    )
  }
  return { ctx, take, inTwo, toCorrect }
}

type Start = Awaited<ReturnType<typeof startCorrecting>>

/** Who is where, what is charged by what from when, and who pays. */
export async function onRecord({ ctx }: Start) {
  const lines = (query: ReturnType<typeof sql>) => ctx.db.orm.all<{ line: string }>(query)
  const places = sql`coalesce(r.name, '') || coalesce(s.lot || ' ' || s.code, '')`
  const all = await Promise.all([
    lines(sql`SELECT name || ' ' || coalesce(area_e2, '') AS line FROM rooms WHERE archived_at IS NULL`),
    lines(sql`SELECT lot || ' ' || code AS line FROM parking_spaces`),
    lines(sql`SELECT name || ' ' || coalesce(number, '') AS line FROM people`),
    lines(sql`SELECT ${places} || ' ' || p.name || ' ' || o.role || ' ' || coalesce(o.from_on, '') || ' ' || coalesce(o.to_on, '') AS line
      FROM occupancies o JOIN people p ON p.id = o.person_id
      LEFT JOIN rooms r ON r.id = o.room_id LEFT JOIN parking_spaces s ON s.id = o.parking_space_id`),
    lines(sql`SELECT r.name || ' ' || t.name || ' ' || a.from_on || ' ' || coalesce(a.to_on, '') AS line
      FROM tariff_assignments a JOIN rooms r ON r.id = a.target_id JOIN tariffs t ON t.id = a.tariff_id`),
  ])
  return [...all.map((some) => some.map(({ line }) => line)), await payers({ ctx })].map((some) =>
    some.toSorted(),
  )
}

/** Who pays at each place from when to when. Which of several co-owners does, where no owner is there, goes by who was entered first. */
async function payers({ ctx }: Pick<Start, 'ctx'>): Promise<string[]> {
  const all = await ctx.db.orm.all<Occupant & { kind: 'room' | 'parking'; place: string; name: string }>(
    sql`SELECT iif(o.room_id IS NULL, 'parking', 'room') AS kind, coalesce(r.name, s.lot || ' ' || s.code) AS place,
      p.name, o.person_id AS "personId", o.role, o.from_on AS "fromOn", o.to_on AS "toOn"
      FROM occupancies o JOIN people p ON p.id = o.person_id
      LEFT JOIN rooms r ON r.id = o.room_id LEFT JOIN parking_spaces s ON s.id = o.parking_space_id`,
  )
  return [...Map.groupBy(all, ({ kind, place }) => `${kind} ${place}`)].flatMap(([place, here]) => {
    const nameOf = (id: string | null) => {
      const own = here.filter(({ personId }) => personId === id)
      return own.every(({ role }) => role === 'co_owner') ? own.map(({ role }) => role)[0] : own[0]!.name
    }
    const line = payerLine(here[0]!.kind, here, []).map((one) => ({ ...one, payer: nameOf(one.personId) }))
    // Each from his first day until somebody else's; after the last one nobody comes.
    const changes = line.filter(({ payer }, at) => at === 0 || line[at - 1]!.payer !== payer)
    return changes.map(({ payer, fromOn }) => [place, payer, fromOn].join(' '))
  })
}

/** A workbook that is right, and the cells of it that are wrong in the file that is first brought. */
export interface Faulty {
  sheets: { name: string; headings: string[]; rows: Cell[][] }[]
  wrong: { sheet: number; row: number; column: number }[]
}

const wrongCells: Readonly<Record<string, Cell>> = {
  建筑面积: '八十',
  面积: '十二个',
  开始日期: '2026-13-01',
  结束日期: '2026-13-01',
  入住日期: '2026-13-01',
  搬离日期: '2026-13-01',
  单价: '三元六',
  固定费用: '十二元整',
  楼层: '不知道几层',
}

/** @param faults by any numbers, a sheet, a row of it and a cell of that which is filled and may be wrong */
export function withFaults(
  sheets: Faulty['sheets'],
  faults: readonly (readonly [number, number, number])[],
): Faulty {
  const wrong = faults.flatMap(([ofSheet, ofRow, ofColumn]) => {
    const sheet = ofSheet % sheets.length
    const { headings, rows } = sheets[sheet]!
    const row = ofRow % rows.length
    const columns = headings.flatMap((heading, at) =>
      heading in wrongCells && rows[row]![at] !== null ? [at] : [],
    )
    return columns.length === 0 ? [] : [{ sheet, row, column: columns[ofColumn % columns.length]! }]
  })
  return { sheets, wrong }
}

/** Brings a workbook as it is right, and with its faults and then corrected: what was said, and what is on record. */
export async function atOnceAndInTwo({ sheets, wrong }: Faulty) {
  const right: Record<string, Record<string, Cell>> = {}
  const bad = sheets.map(({ rows }) => rows.map((row) => [...row]))
  for (const { sheet, row, column } of wrong) {
    const { name, headings, rows } = sheets[sheet]!
    const heading = headings[column]!
    bad[sheet]![row]![column] = wrongCells[heading]!
    right[`${name}!${row + 2}`] = { ...right[`${name}!${row + 2}`], [heading]: rows[row]![column]! }
  }
  const file = (cells: Cell[][][]) =>
    workbook(
      ...sheets.map(({ name, headings }, at) => ({ name, rows: [headings, ...cells[at]!] }) as WriteSheet),
    )
  const [once, twice] = [await startCorrecting(), await startCorrecting()]
  const whole = await once.take(await file(sheets.map(({ rows }) => rows)))
  const { first, second } = await twice.inTwo(await file(bad), right)
  return { whole, first, second, once: await onRecord(once), twice: await onRecord(twice) }
}
