import { seenText } from './cell-value.ts'
import { readLimits } from './limits.ts'
import { checkCellLength, type ReadingBudget } from './reading-budget.ts'
import { tooManyCells, tooMuchText } from './errors.ts'
import { readXml } from './xml.ts'

/**
 * The texts that cells refer to by number; null for one without a visible character. The runs of a formatted text are
 * one text; the readings that Excel keeps beside Chinese and Japanese (`rPh`) are none of it.
 * @throws `spreadsheets.too_many_cells`, `.cell_too_long`, `.too_much_text`, `.broken_file`
 */
export function readSharedStrings(pieces: Iterable<string>, budget: ReadingBudget): (string | null)[] {
  const strings: (string | null)[] = []
  let [text, wanted, reading, characters] = ['', false, false, 0]
  readXml(
    pieces,
    {
      attributes: new Set(),
      open(name) {
        if (name === 'si') text = ''
        else if (name === 'rPh') reading = true
        else if (name === 't') wanted = !reading
      },
      attribute() {},
      text(piece) {
        if (!wanted) return
        text += piece
        checkCellLength(text.length, strings.length, 0)
      },
      close(name) {
        if (name === 't') wanted = false
        else if (name === 'rPh') reading = false
        else if (name === 'si') {
          if (strings.length === readLimits.cells) throw tooManyCells({ most: readLimits.cells })
          characters += text.length
          if (characters > readLimits.characters)
            throw tooMuchText({ most: readLimits.characters, day: readLimits.charactersOfADay })
          strings.push(seenText(text))
        }
      },
    },
    budget,
  )
  return strings
}
