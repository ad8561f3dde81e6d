import { askAboutLots, type LotsSaid } from './ask-about-lots.ts'
import { askAboutCodes } from './ask-about-codes.ts'
import { askAboutSheet } from './ask-about-sheet.ts'
import { askAboutTables } from './ask-about-tables.ts'
import { crossCheck } from './cross-checks.ts'
import type { RegistryDraft, RegistryReading, Source, TableSummary } from './draft.ts'
import { findTable, keptColumn, withoutLong, type Table } from './find-table.ts'
import { forgetHeadings } from './heading-forms.ts'
import { type TableKind } from './headings.ts'
import { textOf } from './holders-in.ts'
import { ImportBudget } from './import-limits.ts'
import { readLegend } from './legend.ts'
import { ShortSheets } from './long-cells.ts'
import { refuseLongLists } from './long-lists.ts'
import { RoomLocator, type RoomPlace } from './locate-room.ts'
import { otherSubject } from './other-subjects.ts'
import { numberKey } from './people-book.ts'
import { Problems, type Cause, type Problem } from './problems.ts'
import { nothingSaid, type Answers, type Question, type Said } from './question.ts'
import { readBuilding } from './read-buildings.ts'
import { withoutIdleCycle } from './read-cycle.ts'
import { readParkingSpace } from './read-parking.ts'
import { awaitingPlaces, numbersIn, placeListed, readPerson, type Listed } from './read-people.ts'
import { readRoom } from './read-rooms.ts'
import { References } from './references.ts'
import { refuseRoomsOfOthers } from './rooms-of-others.ts'
import { readTariffs } from './read-tariffs.ts'
import type { Registered } from './registered.ts'
import { takenBy } from './registered-estates.ts'
import { RegisteredSpaces } from './registered-spaces.ts'
import { RegistryBuilder } from './registry-builder.ts'
import { settleOccupancies } from './settle-occupancies.ts'
import { columnName, type Sheet } from '../../platform/spreadsheets/index.ts'
import { spacesNamed } from './spaces-named.ts'
import { refuseSpacesOfOthers } from './spaces-of-others.ts'
import { dataRows, type TableRow } from './table-rows.ts'
import { cellText } from './text.ts'
import { rowKey } from './told-by.ts'
import { onRecord } from './who-waits.ts'

/** What refers comes after what it refers to, whatever the order of the sheets. */
const readingOrder: readonly TableKind[] = ['buildings', 'tariffs', 'people', 'rooms', 'parking']

/** Sheets by which workbooks explain themselves; our own template has both. */
const explainingSheets =
  /^(?:\d+[.、]?)?(?:填写|填表|模板|使用)?(?:说明|须知|指南|帮助)|^(?:示例|样例|范例|填写示例)|(?:示例|样例)$/

const nothingOfLots: LotsSaid = { questions: [], lots: new Map() }

/**
 * Reads a registry out of the sheets of a workbook (D18, D19, D22, D25): buildings, units, rooms, parking spaces, people, who is
 * what to which place, fee items and which room is charged by which. Pure: the same sheets give the same reading.
 *
 * Rows with an error are left out; rows with a warning are taken without what the warning names.
 * @param registered what the registry has already and a workbook may refer to
 * @param answers what a person has said of what the workbook leaves open
 * @param more what else is known of these answers, see `Said`
 */
export function readRegistry(
  sheets: readonly Sheet[],
  registered: Registered = {},
  answers: Answers = new Map(),
  more: Partial<Omit<Said, 'answers'>> = {},
): RegistryReading {
  const said: Said = { ...nothingSaid, ...more, answers }
  const budget = new ImportBudget()
  const problems = new Problems([], budget)
  const found = findTables(new ShortSheets(sheets), said, problems)
  const { tables } = found
  const questions = [...found.questions, ...askAboutTables(tables, said, problems, registered)]
  const rows = new Map(tables.map((table) => [table, rowsOf(table, problems)]))
  for (const row of [...rows.values()].flat()) refuseLongLists(row)
  const named = spacesNamed(tables, registered)
  const spaces = registered.spaces ?? new RegisteredSpaces([])
  // An answer may make a lot of an estate: what is told is known when all else is said.
  const isClear = questions.every(({ answer }) => answer !== null)
  const ofLots = isClear ? askAboutLots(named, spaces, said, problems) : nothingOfLots
  questions.push(...ofLots.questions)
  const known = { ...registered, spaces: spaces.withLots(ofLots.lots) }
  const beside = refuseSpacesOfOthers(named, known, problems)
  // Which spaces codes mean is known when it is said which lots are those on record.
  const isTold = isClear && ofLots.questions.every(({ answer }) => answer !== null)
  const ofCodes = isTold
    ? askAboutCodes(named, beside, known.spaces, said, problems)
    : { questions: [], beside }
  questions.push(...ofCodes.questions)
  const registry = new RegistryBuilder(known, budget, ofCodes.beside)
  const listed: Listed[] = []
  const located = { places: new Map<TableRow, RoomPlace>(), above: new Map<TableRow, readonly TableRow[]>() }
  for (const kind of readingOrder) {
    if (kind === 'tariffs') {
      // Tables of buildings come before these, and all that names buildings besides after them.
      registry.buildingsListed()
      const listing = tables.filter((table) => table.kind === kind)
      readTariffs(
        listing.flatMap((table) => rows.get(table)!),
        registry,
      )
      continue
    }
    for (const table of tables) {
      if (table.kind !== kind) continue
      const locator = new RoomLocator(table, registry, problems, registered.rooms)
      listed.push(...readTable(table, rows.get(table)!, registry, locator))
      for (const [row, place] of locator.located.places) located.places.set(row, place)
      for (const [row, above] of locator.located.above) located.above.set(row, above)
    }
  }
  const refused = namedByRefused([...rows.values()].flat(), problems)
  placeListed(listed, refused, registry)
  const awaiting = awaitingPlaces(listed, refused, registry)
  settleOccupancies(registry, problems, onRecord(known, registry.people))
  crossCheck(registry, problems)
  forgetHeadings()
  return {
    draft: withoutAwaiting(registry.draft, awaiting),
    tables: tables.map((table) => summary(table, rows.get(table)!)),
    problems: sorted(problems, sheets),
    questions,
    lots: ofLots.lots,
    references: new References([...rows.values()].flat(), located),
  }
}

/**
 * Without the people who wait for rows that are put right, and those of whom all that a place had of them is left out: taken without
 * a place, who has no phone would come in once more with the corrected file.
 */
function withoutAwaiting(draft: RegistryDraft, awaiting: ReadonlySet<string>): RegistryDraft {
  const placed = new Set(draft.occupancies.map(({ personKey }) => personKey))
  const untaken = new Set(draft.untaken.map(({ personKey }) => personKey))
  const waits = (key: string) => awaiting.has(key) || (untaken.has(key) && !placed.has(key))
  return { ...draft, people: draft.people.filter(({ key }) => !waits(key)) }
}

/** By `numberKey`, whom rows of rooms and spaces that are left out name, each with the first of these. */
function namedByRefused(rows: readonly TableRow[], problems: Problems): Map<string, Source> {
  const { leftOut } = problems
  const refused = new Map<string, Source>()
  for (const row of rows) {
    const { kind } = row.table
    if ((kind !== 'rooms' && kind !== 'parking') || !leftOut.has(rowKey(row.source))) continue
    for (const number of numbersIn(textOf(row, 'number')).map(numberKey))
      if (!refused.has(number)) refused.set(number, row.source)
  }
  return refused
}

/** A sheet of fewer rows is a note. */
const rowsOfASheet = 3

function findTables(
  short: ShortSheets,
  said: Said,
  problems: Problems,
): { tables: Table[]; questions: Question[] } {
  const questions: Question[] = []
  const unclear: Sheet[] = []
  const { sheets } = short
  const tables = sheets.flatMap((sheet) => {
    const place = { sheet: sheet.name, row: null }
    if (sheet.rows.every((row) => row.every((cell) => cell === null))) return []
    if (explainingSheets.test(sheet.name.trim())) return skip('sheet_of_examples')
    if (sheet.hidden) return skip('sheet_hidden')
    const asFound = findTable(sheet)
    const table = asFound && withoutIdleCycle(withoutLong(asFound, short.longOf(sheet)))
    const other = subjectOf(sheet, table)
    if (other?.sure) return skip(`sheet_of_${other.subject}`)
    if (table === null) {
      if (isData(sheet)) unclear.push(sheet)
      return skip('sheet_skipped')
    }
    if (other === null && !isOfNobody(table)) return table
    const question = askAboutSheet(sheet, said, true)
    questions.push(question)
    return question.answer === 'take' ? table : []
    function skip(cause: Cause): [] {
      problems.add(cause, place)
      return []
    }
  })
  if (tables.length + questions.length === 0)
    problems.add('nothing_recognised', { sheet: sheets[0]?.name ?? '', row: null })
  else questions.push(...unclear.map((sheet) => askAboutSheet(sheet, said, false)))
  return { tables, questions }
}

/** The rows in which headings are looked for when there is no table: the first that hold more than one word. */
function subjectOf(sheet: Sheet, table: Table | null) {
  const rows = table ? [] : sheet.rows.slice(0, 5)
  const headings = table
    ? [...table.headings.values()]
    : rows.flatMap((row) => row.map(cellText).filter(Boolean))
  const subject = otherSubject(sheet.name, headings)
  // Rooms with their areas are rooms, whatever else is noted beside them.
  const isRooms = table?.kind === 'rooms' && table.columns.has('builtArea')
  return subject && isRooms ? { ...subject, sure: false } : subject
}

function isData(sheet: Sheet): boolean {
  return sheet.rows.filter((row) => row.filter((cell) => cell !== null).length > 1).length >= rowsOfASheet
}

/** People of whom nothing says that they are owners or residents, with something that is not understood. */
function isOfNobody({ kind, sheet, columns, headings, left }: Table): boolean {
  if (kind !== 'people' || columns.has('number') || columns.has('role')) return false
  const said = [sheet.name, ...headings.values()].some((text) =>
    /业主|户主|住户|租户|客户|產權|产权|業主|owner/i.test(text),
  )
  return !said && left.some(({ because }) => because === 'unknown')
}

function rowsOf(table: Table, problems: Problems): TableRow[] {
  const legend = readLegend(table)
  const rows = dataRows(table, legend, problems)
  const sheet = table.sheet.name
  for (const { column, heading, because, field } of table.left) {
    if (
      !rows.some((row) => cellText(row.raw(column)) !== '') ||
      /^(?:序号|编号|原行号|问题|no\.?)$/i.test(heading)
    )
      continue
    problems.add(
      `column_${because}`,
      { sheet, row: null, column: columnName(column), value: table.written.get(column) ?? heading },
      field === undefined ? {} : keptColumn(table, field),
    )
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
  locator: RoomLocator,
): Listed[] {
  // All rows are placed before any is taken: a later one may show that an earlier one is not sure.
  const places = new Map(table.kind === 'rooms' ? rows.map((row) => [row, locator.locate(row)]) : [])
  refuseRoomsOfOthers(places)
  return rows.flatMap((row) => {
    switch (table.kind) {
      case 'buildings':
        readBuilding(row, registry)
        return []
      case 'tariffs':
        return []
      case 'people':
        return readPerson(row, registry) ?? []
      case 'rooms':
        readRoom(row, places.get(row) ?? null, registry)
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
      heading: table.written.get(column)!,
      field,
    })),
    dataRows: rows.length,
    estates: takenBy(table),
  }
}

/** By sheet, row and column, as somebody goes through a workbook. */
function sorted(problems: Problems, sheets: readonly Sheet[]): Problem[] {
  const order = new Map(sheets.map(({ name }, at) => [name, at]))
  const column = (problem: Problem) => (problem.column ?? '').padStart(3)
  return problems.settled.toSorted(
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
