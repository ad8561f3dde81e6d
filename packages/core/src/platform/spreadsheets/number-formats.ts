import { detached } from './cell-value.ts'
import { brokenFile } from './errors.ts'
import type { ReadingBudget } from './reading-budget.ts'
import { readXml } from './xml.ts'

/** What the format of a cell makes of its number: a day, or a number shown with so many digits at least (`0000`). */
export type Meaning = { date: true } | { digits: number } | null

/** Built-in formats that show a day or a time; 27–36 and 50–58 are those of Chinese, Japanese and Korean (ECMA-376 18.8.30). */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
}

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
  if (code === undefined) return isBuiltInDate(id) ? { date: true } : null
  if (/^0{2,15}$/.test(code)) return { digits: code.length }
  return isDateCode(code) ? { date: true } : null
}

/** A format shows a day or a time when a letter for one stands outside of quotes, brackets and escapes. */
function isDateCode(code: string): boolean {
  const bare = code
    .split(';')[0]!
    .replaceAll(/"[^"]*"?/g, '')
    .replaceAll(/\\.|_.|\*./g, '')
    // [红色], [$-804], [>100]; but [h] counts hours.
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]?/gi, '')
  return !/general/i.test(bare) && /[ymdhs]|e(?![+-])/i.test(bare)
}
