import { isTitle, nameKey, type OccupancyRole } from '../registry/index.ts'
import type { OccupancyDraft, Source } from './draft.ts'
import { isNamed, textOf, toldOf } from './holders-in.ts'
import { numberKey, type PeopleBook } from './people-book.ts'
import type { Stretch } from './stretches.ts'
import type { TableRow } from './table-rows.ts'
import { isFormulaError, readEndDate, readMovingIn } from './values.ts'

/** Whom a row tells at a place and who does not come in: for a fault of it, or because whom it names is left out or not there. */
export interface HolderLeftOut extends Stretch {
  place: OccupancyDraft['place']
  role: OccupancyRole
  /** Whether a day is told by what is left out, or cannot be read, so that it may be any. */
  isFirstUnclear: boolean
  isLastUnclear: boolean
  /** Names and numbers, as far as they are told. */
  people: readonly string[]
  source: Source
  /** Those who were told at the place before him. */
  before: readonly OccupancyDraft[]
}

/** The same, wherever he was told. */
export type LeftOut = Omit<HolderLeftOut, 'before'>

/** Whom a row tells at a place, where the row is left out, or whom it names is. @param days as far as they can be read */
export function leftOutBy(
  row: TableRow,
  place: OccupancyDraft['place'],
  role: OccupancyRole,
  { fromOn, toOn }: Stretch,
  people: PeopleBook,
): LeftOut {
  const isReversed = fromOn !== null && toOn !== null && fromOn > toOn
  const isElsewhere = fromOn === null && toOn === null && mayBeListed(row, people)
  const isUnclear = isReversed || isElsewhere
  return {
    place,
    role,
    fromOn,
    toOn,
    isFirstUnclear: isUnclear || isUnread(row, 'fromOn'),
    isLastUnclear: isUnclear || isUnread(row, 'toOn'),
    people: toldOf(row),
    source: row.source,
  }
}

/** Whether a list of people, or a room that the row names, may tell the days that it does not. */
function mayBeListed(row: TableRow, people: PeopleBook): boolean {
  const names = toldOf(row)
  const isAlone = isNamed(row) && textOf(row, 'number') === ''
  return !isAlone || people.all.some(({ isListed, name }) => isListed && names.includes(nameKey(name)))
}

function isUnread(row: TableRow, field: 'fromOn' | 'toOn'): boolean {
  const cell = row.cell(field)
  if (cell === null || row.isPlaceholder(field)) return false
  return isFormulaError(cell) || 'wrong' in (field === 'fromOn' ? readMovingIn : readEndDate)(cell)
}

/** The same of one who comes in there, and not at another place that a row with an error tells with it. */
export function asLeftOut(one: OccupancyDraft, people: PeopleBook): LeftOut {
  const { place, role, fromOn, toOn, source } = one
  // Days that are not told may stand where he is listed.
  const isUnclear = fromOn === null && toOn === null
  const told = { place, role, fromOn, toOn, source, people: keysOf(one, people) }
  return { ...told, isFirstUnclear: isUnclear, isLastUnclear: isUnclear }
}

/** The name and number by which rows tell somebody. */
export function keysOf({ personKey }: OccupancyDraft, people: PeopleBook): string[] {
  const { name, number } = people.byKey(personKey)
  return [nameKey(name), ...(number === null ? [] : [numberKey(number)])]
}

/** Whether somebody who is left out may own a place now, so that what others own together with him, or by it, is not known. */
export function mayOwn({ role, toOn, isLastUnclear }: LeftOut): boolean {
  return isTitle(role) && (toOn === null || isLastUnclear)
}
