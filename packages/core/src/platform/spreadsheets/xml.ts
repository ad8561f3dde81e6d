import { Parser } from 'htmlparser2'
import { brokenFile } from './errors.ts'
import type { ReadingBudget } from './reading-budget.ts'

/** What a part of a workbook is read by. Names come without their prefix: some programs write `x:row` for `row`. */
export interface XmlReader {
  /** Names without prefix of the attributes that are read; all others may be of any length. */
  readonly attributes: ReadonlySet<string>
  open(name: string): void
  /** An attribute of the element that was opened last, with the prefix as written (`r:id`). */
  attribute(name: string, value: string, element: string): void
  text(text: string): void
  close(name: string): void
}

/** Elements within elements: worksheets have some ten. */
const deepest = 64
/** Characters without a tag, an attribute or a piece of text: only a token made to be held in memory has so many. */
const longestToken = 1024 * 1024
/**
 * Characters of an attribute that is read: a format of numbers, which Excel allows 255, and an address of 2,083 are the
 * longest. A few megabytes of one letter pack to some kilobytes, and what is read of them is kept.
 */
const longestAttribute = 4_000

/**
 * Reads XML as it comes, holding no more of it than one tag. Nothing is declared by the document itself: a DOCTYPE,
 * with which XML multiplies a few bytes to gigabytes, is refused; no spreadsheet program writes one.
 * @throws `spreadsheets.broken_file` also when it ends before its elements do or an attribute that is read is too long,
 *   `spreadsheets.too_many_cells`
 */
export function readXml(pieces: Iterable<string>, reader: XmlReader, budget: ReadingBudget): void {
  let [depth, quiet, element, opened] = [0, 0, '', false]
  const parser = new Parser(
    {
      onopentagname(name) {
        quiet = 0
        opened = true
        depth += 1
        budget.open()
        if (depth > deepest) throw brokenFile()
        element = localName(name)
        reader.open(element)
      },
      onattribute(name, value) {
        quiet = 0
        if (!reader.attributes.has(localName(name))) return
        if (value.length > longestAttribute) throw brokenFile()
        reader.attribute(name, value, element)
      },
      ontext(text) {
        quiet = 0
        reader.text(text)
      },
      onclosetag(name) {
        quiet = 0
        depth -= 1
        reader.close(localName(name))
      },
      onprocessinginstruction(name) {
        quiet = 0
        if (name.toLowerCase() === '!doctype') throw brokenFile()
      },
      oncomment() {
        quiet = 0
      },
    },
    { xmlMode: true },
  )
  for (const piece of pieces) {
    quiet += piece.length
    parser.write(piece)
    if (quiet > longestToken) throw brokenFile()
  }
  if (depth > 0 || !opened) throw brokenFile()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
