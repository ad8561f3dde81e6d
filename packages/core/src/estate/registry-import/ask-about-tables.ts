import { askAboutColumns, understandRoles } from './ask-about-columns.ts'
import { askAboutEstates, untoldTables } from './ask-about-estates.ts'
import { askAboutSame } from './ask-about-same.ts'
import { askWhichEstate } from './ask-which-estate.ts'
import { refuseEqualRows } from './equal-rows.ts'
import { followAnswers } from './estates-left-out.ts'
import type { Table } from './find-table.ts'
import type { Problems } from './problems.ts'
import type { Question, Said } from './question.ts'
import type { Registered } from './registered.ts'

/**
 * Finds what is to be asked about the tables of a workbook, all of them together, and does what was answered: all end up
 * in one registry.
 */
export function askAboutTables(
  tables: readonly Table[],
  said: Said,
  problems: Problems,
  registered: Registered,
): Question[] {
  for (const table of tables) understandRoles(table)
  const questions = [
    ...askAboutSame(tables, said),
    ...askAboutEstates(tables, said, problems, registered),
    ...askAboutColumns(tables, said, problems, registered),
    ...askWhichEstate(untoldTables(tables, said, registered), said, problems, registered),
  ]
  followAnswers(tables, questions, problems, registered)
  refuseEqualRows(tables, registered, problems)
  return questions
}
