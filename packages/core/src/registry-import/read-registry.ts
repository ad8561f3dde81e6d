import { crossCheck } from './cross-checks.ts'
import type { RegistryReading, TableSummary } from './draft.ts'
import { findTable, type Table } from './find-table.ts'
import type { TableKind } from './headings.ts'
import { readLegend } from './legend.ts'
import { RoomLocator } from './locate-room.ts'
import { Problems, type Problem } from './problems.ts'
import { readBuilding } from './read-buildings.ts'
import { readParkingSpace } from './read-parking.ts'
import { placeHousehold, readPerson, type HouseholdMember } from './read-people.ts'
import { readRoom } from './read-rooms.ts'
import { readTariff } from './read-tariffs.ts'
import { RegistryBuilder } from './registry-builder.ts'
import { settleOccupancies } from './settle-occupancies.ts'
import { columnName, type Sheet } from './sheet.ts'
import { dataRows, type TableRow } from './table-rows.ts'
import { cellText } from './text.ts'

/** What refers comes after what it refers to, whatever the order of the sheets. */
const readingOrder: readonly TableKind[] = ['buildings', 'tariffs', 'people', 'rooms', 'parking']

/** Sheets by which workbooks explain themselves; our own template has both. */
const explainingSheets =
  /^(?:\d+[.、]?)?(?:填写|填表|模板|使用)?(?:说明|须知|指南|帮助)|^(?:示例|样例|范例|填写示例)|(?:示例|样例)$/

/**
 * Reads a registry out of the sheets of a workbook (D18–D25): buildings, units, rooms, parking spaces, people, who is
 * what to which place, fee items and which room is charged by which. Pure: the same sheets give the same reading.
 *
 * Rows with an error are left out; rows with a warning are taken without what the warning names.
 * @param registered names of the people whom the registry has, by `numberKey` of the company's number for them
 */
export function readRegistry(
  sheets: readonly Sheet[],
  registered: ReadonlyMap<string, string> = new Map(),
): RegistryReading {
  const problems = new Problems()
  const registry = new RegistryBuilder(registered)
  const tables = findTables(sheets, problems)
  const rows = new Map(tables.map((table) => [table, rowsOf(table, problems)]))
  const household: HouseholdMember[] = []
  for (const kind of readingOrder) {
    for (const table of tables) {
      if (table.kind === kind) household.push(...readTable(table, rows.get(table)!, registry, problems))
    }
  }
  placeHousehold(household, registry)
  settleOccupancies(registry, problems)
  crossCheck(registry, problems)
  return {
    draft: registry.draft,
    tables: tables.map((table) => summary(table, rows.get(table)!)),
    problems: sorted(problems, sheets),
  }
}

function findTables(sheets: readonly Sheet[], problems: Problems): Table[] {
  const tables = sheets.flatMap((sheet) => {
    const place = { sheet: sheet.name, row: null }
    if (sheet.rows.every((row) => row.every((cell) => cell === null))) return []
    if (explainingSheets.test(sheet.name.trim())) return skip('sheet_of_examples')
    if (sheet.hidden) return skip('sheet_hidden')
    return findTable(sheet) ?? skip('sheet_skipped')
    function skip(cause: 'sheet_of_examples' | 'sheet_hidden' | 'sheet_skipped'): [] {
      problems.add(cause, place)
      return []
    }
  })
  if (tables.length === 0) problems.add('nothing_recognised', { sheet: sheets[0]?.name ?? '', row: null })
  return tables
}

function rowsOf(table: Table, problems: Problems): TableRow[] {
  const legend = readLegend(table)
  const rows = dataRows(table, legend, problems)
  const sheet = table.sheet.name
  for (const { column, heading, because } of table.left) {
    if (
      !rows.some((row) => cellText(row.raw(column)) !== '') ||
      /^(?:序号|编号|原行号|问题|no\.?)$/i.test(heading)
    )
      continue
    problems.add(`column_${because}`, { sheet, row: null, column: columnName(column), value: heading })
  }
  for (const [field, values] of legend.placeholders) {
    const column = columnName(table.columns.get(field)!)
    problems.add('placeholder_column', { sheet, row: null, column, value: [...values].join(' ') })
  }
  return rows
}

function readTable(
  table: Table,
  rows: readonly TableRow[],
  registry: RegistryBuilder,
  problems: Problems,
): HouseholdMember[] {
  const locator = new RoomLocator(table, registry, problems)
  return rows.flatMap((row) => {
    switch (table.kind) {
      case 'buildings':
        readBuilding(row, registry)
        return []
      case 'tariffs':
        readTariff(row, registry)
        return []
      case 'people':
        return readPerson(row, registry) ?? []
      case 'rooms':
        readRoom(row, locator, registry)
        return []
      case 'parking':
        readParkingSpace(row, locator, registry)
        return []
    }
  })
}

function summary(table: Table, rows: readonly TableRow[]): TableSummary {
  const columns = [...table.columns].toSorted(([, a], [, b]) => a - b)
  return {
    sheet: table.sheet.name,
    kind: table.kind,
    headings: { first: table.firstHeading + 1, last: table.lastHeading + 1 },
    columns: columns.map(([field, column]) => ({
      column: columnName(column),
      heading: table.headings.get(column)!,
      field,
    })),
    dataRows: rows.length,
  }
}

/** By sheet, row and column, as somebody goes through a workbook. */
function sorted(problems: Problems, sheets: readonly Sheet[]): Problem[] {
  const order = new Map(sheets.map(({ name }, at) => [name, at]))
  const column = (problem: Problem) => (problem.column ?? '').padStart(3)
  return problems.list.toSorted(
    (a, b) =>
      (order.get(a.sheet) ?? 0) - (order.get(b.sheet) ?? 0) ||
      (a.row ?? 0) - (b.row ?? 0) ||
      compare(column(a), column(b)),
  )
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
