import { oneLine, plainText } from '@heju/kernel'
import { dateText, isDateCell, type Cell } from '../../platform/spreadsheets/index.ts'

/** Anything but Chinese characters proper (no radicals), ASCII letters and digits and a few signs between them. */
const wantsCleaning = /[^\p{Unified_Ideograph}0-9A-Za-z.#:/-]/u

/**
 * A cell as clean text: the plain form of `plainText` with its lines kept apart, without outer blanks and the marks by
 * which people force Excel to keep a number as text (`="0138"`, a leading apostrophe).
 */
export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return numberText(cell)
  if (isDateCell(cell)) return dateText(cell)
  // Most cells are ordinary; a large workbook asks for each of them several times.
  if (!wantsCleaning.test(cell)) return cell
  const plain = plainText(cell)
    .replaceAll(/[^\S\n]+/g, ' ')
    .trim()
  return plain.replace(/^="(.*)"$/s, '$1').replace(/^'\s*/, '')
}

/** A cell as it is shown to who compares it with the file: a text as it was typed, ㎡ and all. */
export function asWritten(cell: Cell): string {
  return typeof cell === 'string' ? oneLine(cell) : cellText(cell)
}

/** A number in plain digits. An ID number that Excel took for a number has 18 digits, which JavaScript still writes out. */
function numberText(value: number): string {
  // A sum such as 0.1 + 0.2 is stored with its error; twelve decimals are more than any column of a registry has.
  return Number.isInteger(value) ? String(value) : String(Number(value.toFixed(12)))
}
