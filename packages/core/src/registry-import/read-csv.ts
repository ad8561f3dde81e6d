import { parseCsv } from 'hucre/csv'
import type { Cell, Sheet } from './sheet.ts'

/**
 * Reads a CSV file: commas, semicolons or tabs, in UTF-8, UTF-16 (what Excel saves as "Unicode text"), GB18030 (what
 * Excel saves as CSV in the mainland) or Big5 (in Hong Kong, Macau and Taiwan).
 * @param name the sheet's name, usually that of the file
 */
export function readCsv(file: Uint8Array, name: string): Sheet {
  const text = decodeText(file)
  const rows = parseCsv(text, { delimiter: delimiterOf(text) }).map((row) => row.map(toCell))
  return { name, rows, spread: new Set(), hidden: false }
}

function toCell(value: unknown): Cell {
  return value === null || value === '' ? null : String(value)
}

/** The separator of the first lines; a heading row has no reason to hold the others. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 2000)
  const counts = ['\t', ';', ','].map((mark) => ({ mark, count: start.split(mark).length }))
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark
}

/** Decodes by byte order mark, else as UTF-8 when valid, else as the Chinese encoding that yields ordinary text. */
export function decodeText(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder('utf-16le').decode(file)
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder('utf-16be').decode(file)
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(file)
  } catch {
    const simplified = new TextDecoder('gb18030').decode(file)
    const traditional = new TextDecoder('big5').decode(file)
    return oddness(traditional) < oddness(simplified) ? traditional : simplified
  }
}

/**
 * Characters of a registry's headings, simplified and traditional. Nearly every pair of bytes is a character in both encodings, so that
 * which one was meant shows only in whether the result makes sense.
 */
const commonWords = /[房屋主姓名元面手人位號樓業電話單積機證費棟編車間門戶号楼业电话单积机证费栋编车间门户]/g

/** Lower is more like a registry. */
function oddness(text: string): number {
  const sample = text.slice(0, 4000)
  const unreadable = sample.split('\u{fffd}').length - 1
  return unreadable * 10 - (sample.match(commonWords)?.length ?? 0)
}
