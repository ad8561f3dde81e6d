import { detached } from './cell-value.ts'
import { brokenFile } from './errors.ts'
import type { ReadingBudget } from './reading-budget.ts'
import { readXml } from './xml.ts'

/**
 * What the format of a cell makes of its number: a day, of which it may show the month alone, or a number shown with so many
 * digits at least (`0000`).
 */
export type Meaning = { date: 'day' | 'month' } | { digits: number } | null

/** Built-in formats that show a day or a time; 27–36 and 50–58 are those of Chinese, Japanese and Korean (ECMA-376 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

/**
 * Built-in formats that show a month and its year: `mmm-yy`, and those of mainland China that show 2026年11月. A workbook does not
 * say in whose language its formats are; in Taiwan and Japan some of these numbers show a day of an era.
 */
const builtInMonths = new Set([17, 27, 36, 50, 52, 57])

/** Excel has at most 64,000 formats of cells in a workbook. */
const mostFormats = 65_536

/**
 * What the formats of a workbook's cells mean, by the number by which cells refer to them.
 * @throws `spreadsheets.broken_file`, `spreadsheets.too_many_cells`
 */
export function readNumberFormats(pieces: Iterable<string>, budget: ReadingBudget): Meaning[] {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let [inFormats, id] = [false, 0]
  readXml(
    pieces,
    {
      attributes: new Set(['numFmtId', 'formatCode']),
      open(name) {
        if (name === 'cellXfs') inFormats = true
        else if (name === 'xf' && inFormats) ids.push(0)
        if (ids.length > mostFormats) throw brokenFile()
      },
      attribute(name, value, element) {
        if (element === 'xf' && name === 'numFmtId' && inFormats) ids[ids.length - 1] = Number(value)
        else if (element === 'numFmt' && name === 'numFmtId') id = Number(value)
        else if (element === 'numFmt' && name === 'formatCode' && codes.size < mostFormats) {
          // Excel allows 255 characters; both attributes may come first.
          codes.set(id, detached(value.slice(0, 255)))
        }
      },
      text() {},
      close(name) {
        if (name === 'cellXfs') inFormats = false
      },
    },
    budget,
  )
  const meanings = new Map([...new Set(ids)].map((each) => [each, meaningOf(each, codes.get(each))]))
  return ids.map((each) => meanings.get(each) ?? null)
}

function meaningOf(id: number, code: string | undefined): Meaning {
  if (code === undefined) {
    if (!isBuiltInDate(id)) return null
    return { date: builtInMonths.has(id) ? 'month' : 'day' }
  }
  if (/^0{2,15}$/.test(code)) return { digits: code.length }
  const date = dateOfCode(code)
  return date && { date }
}

/** A format shows a day or a time when a letter for one stands outside of quotes, brackets and escapes. */
function dateOfCode(code: string): 'day' | 'month' | null {
  const bare = code
    .split(';')[0]!
    .replaceAll(/"[^"]*"?/g, '')
    .replaceAll(/\\.|_.|\*./g, '')
    // [红色], [$-804], [>100]; but [h] counts hours.
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '')
  if (/general/i.test(bare) || !/[ymdhs]|e(?![+-])/i.test(bare)) return null
  return /[ye]/i.test(bare) && /m/i.test(bare) && !/[dhs]/i.test(bare) ? 'month' : 'day'
}
