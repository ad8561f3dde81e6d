import { importLimits } from './import-limits.ts'
import type { Field } from './headings.ts'
import { textOf } from './holders-in.ts'
import { readNames } from './personal.ts'
import { numbersIn } from './read-people.ts'
import { codesIn } from './read-room-fees.ts'
import { spacesBeside } from './read-rooms.ts'
import type { TableRow } from './table-rows.ts'

/** What stands in cells that may name several. */
const lists: Readonly<Partial<Record<Field, (text: string) => readonly string[]>>> = {
  name: readNames,
  coOwner: readNames,
  family: readNames,
  tenant: readNames,
  number: numbersIn,
  parking: spacesBeside,
  tariffs: codesIn,
}

/** Two signs an item at least: what is shorter names no more than may be. */
const shortest = 2 * importLimits.inCell

/** Refuses a row of which a cell names more people, spaces or fee items than a row is for. */
export function refuseLongLists(row: TableRow): void {
  for (const [field, read] of Object.entries(lists) as [Field, (text: string) => readonly string[]][]) {
    if (!row.columnsHave(field)) continue
    const text = textOf(row, field)
    const named = text.length <= shortest ? 0 : read(text).length
    if (named <= importLimits.inCell) continue
    row.problem('too_many_in_cell', field, { heading: row.heading(field), named, most: importLimits.inCell })
  }
}
