import { wordKey } from '../registry/index.ts'
import type { TableSummary } from './draft.ts'
import type { Table } from './find-table.ts'
import { dataIndexes, mostValues } from './question.ts'

/** What is on record of the estates and phases whose rooms a project has. */
export interface RegisteredEstates {
  /** Nothing can be mixed up in a project without rooms. */
  isEmpty: boolean
  /** The project's name: what a list of it may say all over. */
  project: string
  /** Estates whose rooms were taken in without their name, in the form of `wordKey`, by the question about them. */
  taken: ReadonlyMap<string, ReadonlySet<string>>
}

export const noEstates: RegisteredEstates = { isEmpty: true, project: '', taken: new Map() }

/** Of a project 翠湖花园 lists say 翠湖花园, 翠湖 or 翠湖花园小区; 翠湖花园二期 may be another. */
export function isNameOf(estate: string, project: string): boolean {
  const [name, ours] = [wordKey(estate), wordKey(project)]
  if (name === ours || (name.length > 1 && ours.includes(name))) return true
  if (ours.length < 2 || !name.includes(ours)) return false
  return /^(?:小区|花园|家园|社区|项目|住宅区|大厦|公寓|物业)*$/.test(name.replace(ours, ''))
}

/** The estates that a table brings in under the bare names of their buildings, as the registry is to remember them. */
export function takenBy(table: Table): NonNullable<TableSummary['estates']> {
  const rows = dataIndexes(table)
  return table.said.taken.flatMap(({ id, valueOf }) => {
    const values = new Set(rows.flatMap((row) => valueOf(row) ?? []).map(wordKey))
    return values.size > 0 && values.size <= mostValues ? [{ id, values: [...values] }] : []
  })
}
