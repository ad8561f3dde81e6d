import { wordKey } from '../registry/index.ts'
import { columnName } from '../../platform/spreadsheets/index.ts'
import { estateSources, type EstateSource } from './estate-sources.ts'
import type { Table } from './find-table.ts'
import type { Problems } from './problems.ts'
import { choice, dataIndexes, textAt, valuesOf, type Question } from './question.ts'
import type { Registered } from './registered.ts'
import { isNameOf } from './registered-estates.ts'

const only = 'only:'

/**
 * Does what was answered about the estates of some rows with the others that tell of these estates in another way: by the names of
 * rooms, by another column or by their sheet. A row of an estate that is not to be taken is left out, and where estates tell no
 * rooms apart, these do not either. Nothing is done where a row's own estate becomes part of its building: then it is told apart.
 */
export function followAnswers(
  tables: readonly Table[],
  questions: readonly Question[],
  problems: Problems,
  { rooms = new Map() }: Registered,
): void {
  const said = questions.filter(({ about }) => about === 'estate' || about === 'column')
  const apart = new Set(
    said.flatMap(({ id, answer }) => (answer === choice.building || answer === choice.others ? [id] : [])),
  )
  const sources = tables.flatMap((table) => sourcesOf(table, rooms)).filter(({ id }) => !apart.has(id))
  for (const question of said) {
    const others = sources.filter(({ id }) => id !== question.id)
    if (question.answer?.startsWith(only)) for (const one of others) leaveOut(one, question, problems)
    if (question.answer === choice.ignore) for (const one of others) ignore(one, question)
  }
}

/** The name of a sheet says nothing of a row that tells its estate itself. */
function sourcesOf(table: Table, rooms: ReadonlyMap<string, unknown>): EstateSource[] {
  const all = estateSources(table, rooms)
  const inside = all.filter(({ where }) => where !== 'sheet')
  const isTold = (row: number) => inside.some(({ valueOf }) => valueOf(row) !== '')
  return all.map((one) => {
    const { where, valueOf } = one
    return where === 'sheet' ? { ...one, valueOf: (row) => (isTold(row) ? '' : valueOf(row)) } : one
  })
}

function leaveOut(source: EstateSource, { answer, values }: Question, problems: Problems): void {
  const { table, valueOf, column } = source
  const taken = answer!.slice(only.length)
  const left = values.map(({ value }) => value).filter((value) => value !== '' && value !== taken)
  const isLeft = (estate: string) =>
    estate !== '' && !isNameOf(estate, taken) && left.some((one) => isNameOf(estate, one))
  const at = column ?? table.columns.get('address') ?? table.columns.get('room')
  for (const row of dataIndexes(table)) {
    const estate = valueOf(row)
    if (!isLeft(estate)) continue
    table.leftOut.add(row)
    const cell = at === undefined ? {} : { column: columnName(at), value: textAt(table, row, at) || null }
    problems.add(
      'row_of_estate_left_out',
      { sheet: table.sheet.name, row: row + 1, ...cell },
      { estate, taken },
    )
  }
}

function ignore({ table, valueOf }: EstateSource, { id, heading, sheet, values }: Question): void {
  const told = new Set(values.map(({ value }) => wordKey(value)).filter(Boolean))
  const tellsSame = valuesOf(table, valueOf).some(({ value }) => told.has(wordKey(value)))
  if (tellsSame) table.said.ignored.push({ id, what: heading ?? sheet, valueOf })
}
