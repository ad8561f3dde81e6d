import type { Archive } from './archive.ts'
import { detached } from './cell-value.ts'
import { brokenFile, tooManySheets } from './errors.ts'
import { readLimits } from './limits.ts'
import type { ReadingBudget } from './reading-budget.ts'
import { readXml } from './xml.ts'

/** A sheet of the workbook and the part in which its cells stand. */
interface SheetPart {
  name: string
  path: string
  hidden: boolean
}

/** What a workbook consists of, by its own table of contents. */
export interface WorkbookParts {
  sheets: SheetPart[]
  sharedStrings: string | null
  styles: string | null
  /** Days are counted from 1904, as Excel for the Macintosh did. */
  date1904: boolean
}

interface Relationship {
  type: string
  path: string
}

/**
 * Reads which sheets a workbook has and where they lie. Sheets of charts, macros and dialogs are not among them.
 * @throws `spreadsheets.too_many_sheets`; `spreadsheets.broken_file`, also when two sheets are one part: a workbook of
 *   100 kB could then be read ten thousand times
 */
export function workbookParts(archive: Archive, budget: ReadingBudget): WorkbookParts {
  const roots = relationships(archive, budget, '', '_rels/.rels')
  const workbook =
    [...roots.values()].find(({ type }) => type === 'officeDocument')?.path ?? 'xl/workbook.xml'
  const { listed, date1904 } = listedSheets(archive, budget, workbook)
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const related = relationships(
    archive,
    budget,
    folder,
    `${folder}_rels/${workbook.slice(folder.length)}.rels`,
  )
  const sheets = listed.flatMap(({ id, name, hidden }) => {
    const part = related.get(id)
    if (!part) throw brokenFile()
    return part.type === 'worksheet' ? [{ name, path: part.path, hidden }] : []
  })
  if (new Set(sheets.map(({ path }) => path.toLowerCase())).size < sheets.length) throw brokenFile()
  const pathOf = (wanted: string) => {
    const path = [...related.values()].find(({ type }) => type === wanted)?.path
    return path && archive.has(path) ? path : null
  }
  return { sheets, sharedStrings: pathOf('sharedStrings'), styles: pathOf('styles'), date1904 }
}

function listedSheets(archive: Archive, budget: ReadingBudget, path: string) {
  const listed: { name: string; id: string; hidden: boolean }[] = []
  let date1904 = false
  readXml(
    archive.text(path),
    {
      attributes: new Set(['date1904', 'name', 'state', 'id']),
      open(name) {
        if (name !== 'sheet') return
        if (listed.length === readLimits.sheets) throw tooManySheets({ most: readLimits.sheets })
        listed.push({ name: '', id: '', hidden: false })
      },
      attribute(name, value, element) {
        if (element === 'workbookPr' && name === 'date1904') date1904 = isTrue(value)
        const sheet = listed.at(-1)
        if (element !== 'sheet' || !sheet) return
        // A name has at most 31 characters; it stands beside everything that is found in the sheet.
        if (name === 'name') sheet.name = detached(value.slice(0, 100))
        else if (name === 'state') sheet.hidden = value !== 'visible'
        else if (name.endsWith(':id')) sheet.id = detached(value)
      },
      text() {},
      close() {},
    },
    budget,
  )
  return { listed, date1904 }
}

/** What a part refers to, by id. References to what lies outside the file are left out. */
function relationships(
  archive: Archive,
  budget: ReadingBudget,
  folder: string,
  path: string,
): ReadonlyMap<string, Relationship> {
  const found = new Map<string, Relationship>()
  if (!archive.has(path)) return found
  let current: Record<string, string> = {}
  readXml(
    archive.text(path),
    {
      attributes: new Set(['Id', 'Type', 'Target', 'TargetMode']),
      open() {
        current = {}
      },
      attribute(name, value) {
        if (/^(?:Id|Type|Target|TargetMode)$/.test(name)) current[name] = value
      },
      text() {},
      close(name) {
        const { Id: id, Type: type = '', Target: target, TargetMode: mode } = current
        if (name !== 'Relationship' || !id || !target || mode === 'External') return
        if (found.size > readLimits.parts) throw brokenFile()
        // Transitional and strict workbooks name the types by different addresses that end alike.
        const kind = type.slice(type.lastIndexOf('/') + 1)
        found.set(named(id), { type: named(kind), path: named(resolve(folder, target)) })
      },
    },
    budget,
  )
  return found
}

/** Where a part lies that another names beside itself. @throws `spreadsheets.broken_file` for what is no address */
function resolve(folder: string, target: string): string {
  const url = URL.parse(target.replaceAll('\\', '/'), `file:///${folder}`)
  if (url === null) throw brokenFile()
  return url.pathname.slice(1)
}

/** Characters of an id, a type or a path: a workbook may have thousands of each, and one sign of a path takes up to nine. */
const longestName = 500

/** A name that is kept, in memory of its own. @throws `spreadsheets.broken_file` */
function named(text: string): string {
  if (text.length > longestName) throw brokenFile()
  return detached(text)
}

function isTrue(value: string): boolean {
  return value === '1' || value === 'true'
}
