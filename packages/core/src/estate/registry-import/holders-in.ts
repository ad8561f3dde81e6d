import { nameKey } from '../registry/index.ts'
import type { Field } from './headings.ts'
import { importLimits } from './import-limits.ts'
import { isNobody } from './nobody.ts'
import { numberKey } from './people-book.ts'
import { readNames } from './personal.ts'
import type { TableRow } from './table-rows.ts'
import { isFormulaError, meaningfulText, readEndDate, readShare } from './values.ts'
import { meaningOf, roleWords } from './vocabulary.ts'

/** Who owns the place now, by this row: names, or the number of somebody who is listed. */
export function ownersIn(row: TableRow): string[] {
  const role = meaningOf(roleWords, textOf(row, 'role'))
  const isOwner = role === null || role === 'owner' || role === 'developer'
  return isOwner ? namedIn(row, ['name', 'coOwner']) : []
}

/** Who rents the place now, by this row. */
export function tenantsIn(row: TableRow): string[] {
  if (meaningOf(roleWords, textOf(row, 'role')) === 'tenant') return namedIn(row, ['name'])
  return hasLeft(row, 'tenantToOn') ? [] : readNames(textOf(row, 'tenant')).map(nameKey)
}

/** Who has the space now, by this row, as owner or not. */
export function holdersIn(row: TableRow): string[] {
  return namedIn(row, ['name', 'coOwner'])
}

/** The same by name and by number, as far as the row tells them. */
export function ownersToldBy(row: TableRow): string[] {
  return withNumber(row, ownersIn(row))
}

export function holdersToldBy(row: TableRow): string[] {
  return withNumber(row, holdersIn(row))
}

/** Whom the row tells first of all at its place, by name and by number, whether they have left or not. */
export function toldOf(row: TableRow): string[] {
  return withNumber(row, toldIn(row, ['name']))
}

/** A number beside several names is that of none of them. */
function withNumber(row: TableRow, people: string[]): string[] {
  const number = people.length === 1 ? numberKey(textOf(row, 'number')) : ''
  return [...new Set([...people, ...(number === '' ? [] : [number])])]
}

/** Of whom the row speaks, unless they have left or are nobody. */
function namedIn(row: TableRow, fields: readonly Field[]): string[] {
  return hasLeft(row, 'toOn') ? [] : toldIn(row, fields)
}

/** Of whom the row speaks, unless they are nobody. */
function toldIn(row: TableRow, fields: readonly Field[]): string[] {
  const name = isNamed(row) ? textOf(row, 'name') : ''
  if (isNobody(name)) return []
  if (name === '') return [numberKey(textOf(row, 'number'))].filter(Boolean)
  // A cell that names more is refused when it is read.
  return fields.flatMap((field) => readNames(textOf(row, field)).slice(0, importLimits.inCell)).map(nameKey)
}

/** Whether who has the place is told by name, and not by the number of somebody who is listed. */
export function isNamed(row: TableRow): boolean {
  return !row.isPlaceholder('name') && textOf(row, 'name') !== ''
}

/** A last day is told, and no word for there being none (长期). */
function hasLeft(row: TableRow, field: Field): boolean {
  return textOf(row, field) !== '' && !('blank' in readEndDate(row.cell(field)))
}

/** The row says that its owner is one of several. */
export function isShared(row: TableRow): boolean {
  const share = readShare(textOf(row, 'share'))
  return (
    ('value' in share && share.value < 10_000) || meaningOf(roleWords, textOf(row, 'role')) === 'co_owner'
  )
}

/** The text of a cell; a formula that fails is reported where the row is read. */
export function textOf(row: TableRow, field: Field): string {
  const cell = row.cell(field)
  return isFormulaError(cell) ? '' : meaningfulText(cell)
}
