import { wordKey } from '../registry/index.ts'
import { columnName } from '../../platform/spreadsheets/index.ts'
import { sheetsOfOthers } from './equal-rows.ts'
import { askedOfSheet, estateSources, sheetSource, type EstateSource } from './estate-sources.ts'
import type { Table } from './find-table.ts'
import type { Problems } from './problems.ts'
import {
  answered,
  choice,
  mostValues,
  onlyOne,
  takeOnly,
  together,
  valuesOf,
  valuesOfAll,
  type Question,
  type Said,
} from './question.ts'
import type { Registered } from './registered.ts'
import { estateOfRecord, roomsOfRecord, warnOfRecord } from './rooms-of-record.ts'
import { isNameOf, noEstates, type RegisteredEstates } from './registered-estates.ts'

/**
 * Asks which estate or phase is meant where a workbook names several, in whatever sheets, or one that is not that of the
 * registry's rooms: 1栋101 of the one must never become 1栋101 of the other. Does what was answered.
 */
export function askAboutEstates(
  tables: readonly Table[],
  said: Said,
  problems: Problems,
  registered: Registered,
): Question[] {
  const told = tables.flatMap((table) => sourcesOf(table, said, registered))
  const questions = [...Map.groupBy(told, ({ id }) => id).values()].flatMap((sources) =>
    askOf(sources, said, registered, problems),
  )
  // Sheets about which nothing else is asked: an answer to that may tell their rooms apart.
  const ids = new Set(questions.map(({ id }) => id))
  const asked = new Set(told.filter(({ id }) => ids.has(id)).map(({ table }) => table))
  const rest = tables.filter((table) => !asked.has(table))
  const sheets = sheetsOfOthers(rest, registered).map((table) => sheetSource(table))
  if (sheets.length === 0) return questions
  const question = questionOf(sheets, said, [choice.building, choice.sameRoom])
  carryOut(question, sheets, new Set(), problems)
  return [...questions, question]
}

/** Where a table tells its estate; without what the name of its sheet repeats of its columns or rooms. */
function sourcesOf(table: Table, said: Said, registered: Registered): EstateSource[] {
  const sources = estateSources(table, registered.rooms ?? new Map()).filter(
    ({ valueOf }) => valuesOf(table, valueOf).length > 0,
  )
  if (sources.every(({ where }) => where !== 'sheet') && said.asked.has(askedOfSheet(table.sheet.name)))
    sources.push(sheetSource(table))
  const inside = sources
    .filter(({ where }) => where !== 'sheet')
    .flatMap(({ valueOf }) => valuesOf(table, valueOf).map(({ value }) => wordKey(value)))
    .filter(Boolean)
  const repeats = (estate: string) => inside.some((value) => value.includes(estate) || estate.includes(value))
  return sources.filter(({ where, valueOf }) => where !== 'sheet' || !repeats(wordKey(valueOf(0))))
}

/** Tables of rooms and buildings in which nothing but the project's own name says of which estate or phase their rows are. */
export function untoldTables(tables: readonly Table[], said: Said, registered: Registered): Table[] {
  const { project } = registered.estates ?? noEstates
  const isTold = (value: string) => value !== '' && !isNameOf(value, project)
  return tables.filter(
    (table) =>
      (table.kind === 'rooms' || table.kind === 'buildings') &&
      table.said.buildingParts.length === 0 &&
      !sourcesOf(table, said, registered).some(({ valueOf }) =>
        valuesOf(table, valueOf).some(({ value }) => isTold(value)),
      ),
  )
}

/**
 * What is asked about one source of estates, in all tables that have it; nothing where it leaves nothing open. Where none of them was
 * told before, the rooms on record may be those of one, by their owners: that is offered, and said where they are made anew.
 */
function askOf(
  sources: readonly EstateSource[],
  said: Said,
  registered: Registered,
  problems: Problems,
): Question[] {
  const estates = registered.estates ?? noEstates
  const { id } = sources[0]!
  const values = together(sources.map(({ table, valueOf }) => valuesOf(table, valueOf)))
  const taken = estates.taken.get(id) ?? new Set()
  const fresh = values.filter(({ value }) => !taken.has(wordKey(value)))
  const isOpen =
    values.length > 1 ||
    (fresh.length > 0 && said.asked.has(id)) ||
    // The rows that have any may all have been left out by another answer: then there is no value.
    (!estates.isEmpty && values.some(({ value }) => !isOfRegistry(value, taken, estates)))
  if (!isOpen) {
    for (const source of sources) take(source, () => true)
    return []
  }
  const isMixed = fresh.length > 0 && fresh.length < values.length
  // That several estates are one was said of those that there were then.
  const stale = said.remembered && fresh.length > 0 && said.answers.get(id) === choice.ignore
  const fitting = stale ? { ...said, answers: new Map() } : said
  for (const { table, column } of sources) table.left = table.left.filter((one) => one.column !== column)
  const ofRecord = estates.isEmpty || taken.size > 0 ? [] : roomsOfRecord(sources, registered)
  const onRecord = values.length > 1 ? estateOfRecord(ofRecord) : new Set<string>()
  const parts = isMixed ? [choice.others] : [...(onRecord.size > 0 ? [choice.others] : []), choice.building]
  const question = questionOf(sources, fitting, [...parts, choice.ignore])
  const { answer } = question
  const bare = answer === choice.others ? new Set([...taken, ...onRecord]) : new Set<string>()
  carryOut(question, sources, bare, problems)
  if (answer === choice.building || answer === choice.others)
    warnOfRecord(
      ofRecord.filter(({ estate }) => !bare.has(wordKey(estate))),
      problems,
    )
  return [question]
}

/** Whether the one estate that a file names is that of the rooms on record. */
function isOfRegistry(
  value: string,
  taken: ReadonlySet<string>,
  { project, taken: all }: RegisteredEstates,
): boolean {
  if (taken.size > 0) return taken.has(wordKey(value))
  return isNameOf(value, project) || [...all.values()].some((others) => others.has(wordKey(value)))
}

function questionOf(sources: readonly EstateSource[], said: Said, more: readonly string[]): Question {
  const { id, table, column, heading } = sources[0]!
  const values = valuesOfAll(sources)
  return answered(
    {
      id,
      about: 'estate',
      sheet: table.sheet.name,
      column: column === null ? null : columnName(column),
      heading,
      values: values.slice(0, mostValues),
      choices: [...onlyOne(values), ...more],
    },
    said,
  )
}

/** @param bare estates whose rooms come in without their name, in the form of `wordKey` */
function carryOut(
  { id, answer }: Question,
  sources: readonly EstateSource[],
  bare: ReadonlySet<string>,
  problems: Problems,
): void {
  if (answer === null) return
  const isPart = (estate: string) => !bare.has(wordKey(estate))
  for (const source of sources) {
    const { table, heading, valueOf } = source
    const place = { sheet: table.sheet.name, row: null }
    if (answer === choice.building || answer === choice.others) {
      makePart(source, isPart)
      take(source, (estate) => !isPart(estate))
      continue
    }
    take(source, () => true)
    if (answer === choice.ignore) table.said.ignored.push({ id, what: heading ?? table.sheet.name, valueOf })
    if (!answer.startsWith('only:')) continue
    const estate = answer.slice(5)
    const rows = takeOnly(table, estate, valueOf)
    if (rows > 0) problems.add('rows_of_other_estates', place, { estate, rows })
  }
}

function makePart({ table, where, valueOf }: EstateSource, isPart: (estate: string) => boolean): void {
  if (where === 'name') table.said.isPartOfName = isPart
  else table.said.buildingParts.push((row) => (isPart(valueOf(row)) ? valueOf(row) : ''))
}

/** Remembers which estates' rooms come in without their name. */
function take({ id, table, valueOf }: EstateSource, isBare: (estate: string) => boolean): void {
  table.said.taken.push({ id, valueOf: (row) => (isBare(valueOf(row)) ? valueOf(row) : null) })
}
