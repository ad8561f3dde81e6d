import { wordKey } from '../registry/index.ts'
import type { Sheet } from '../../platform/spreadsheets/index.ts'
import { answered, type Question, type Said } from './question.ts'
import { cellText } from './text.ts'

/** Asks whether a sheet is part of the registry. @param take whether there is a way to take it */
export function askAboutSheet(sheet: Sheet, said: Said, take: boolean): Question {
  const values = (sheet.rows.find((row) => row.filter((cell) => cell !== null).length > 1) ?? [])
    .map(cellText)
    .filter(Boolean)
    .map((value) => ({ value, rows: 1 }))
  return answered(
    {
      id: `sheet:${wordKey(sheet.name)}`,
      about: 'sheet',
      sheet: sheet.name,
      column: null,
      heading: null,
      values: values.slice(0, 12),
      choices: take ? ['take', 'leave_out'] : ['leave_out'],
    },
    said,
  )
}
