import { Buffer } from 'node:buffer'
import { crc32, deflateRawSync } from 'node:zlib'
import { writeXlsx, type WriteSheet } from 'hucre/xlsx'

/** A real `.xlsx` file with the given sheets. */
export function workbook(...sheets: WriteSheet[]): Promise<Uint8Array> {
  return writeXlsx({ sheets })
}

/** One entry of an archive, which may say of itself what is not true. */
export interface Entry {
  name: string
  content: string | Uint8Array
  /** Packed bytes, instead of those of `content`. */
  packed?: Uint8Array
  flags?: number
  saidSize?: number
}

/** A zip archive, entry by entry (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16). */
export function archiveOf(entries: readonly Entry[]): Uint8Array {
  const parts: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, content, packed, flags = 0, saidSize } of entries) {
    const [bytes, nameBytes] = [Buffer.from(content as Uint8Array), Buffer.from(name)]
    const body = packed ?? deflateRawSync(bytes)
    const shared = Buffer.alloc(26)
    shared.writeUInt16LE(20, 0)
    shared.writeUInt16LE(flags, 2)
    shared.writeUInt16LE(8, 4)
    shared.writeUInt32LE(crc32(bytes), 10)
    shared.writeUInt32LE(body.length, 14)
    shared.writeUInt32LE(saidSize ?? bytes.length, 18)
    shared.writeUInt16LE(nameBytes.length, 22)
    parts.push(Buffer.from('PK\x03\x04'), shared, nameBytes, Buffer.from(body))
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    directory.push(Buffer.from('PK\x01\x02'), Buffer.from([20, 0]), shared, place, nameBytes)
    at += 30 + nameBytes.length + body.length
  }
  const end = Buffer.alloc(18)
  end.writeUInt16LE(entries.length, 4)
  end.writeUInt16LE(entries.length, 6)
  end.writeUInt32LE(Buffer.concat(directory).length, 8)
  end.writeUInt32LE(at, 12)
  return new Uint8Array(Buffer.concat([...parts, ...directory, Buffer.from('PK\x05\x06'), end]))
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** Parts of a workbook written by hand; what is left out is as small as can be. */
export interface Parts {
  /** Each is a worksheet's XML, or only the rows that stand within its `sheetData`. */
  sheets: string[]
  /** The `si` of the shared strings. */
  strings?: string
  /** What stands within `styleSheet`. */
  styles?: string
  /** What stands before the `sheets` of the workbook. */
  workbook?: string
}

/** An `.xlsx` file of XML written by hand, as programs of all kinds write it. */
export function handMade({ sheets, strings, styles, workbook: more = '' }: Parts): Uint8Array {
  return archiveOf(partsOf({ sheets, strings, styles, workbook: more }))
}

export function partsOf({ sheets, strings, styles, workbook: more = '' }: Parts): Entry[] {
  const listed = sheets.map((_, at) => `<sheet name="表${at + 1}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
  const relations = sheets.map((_, at) =>
    relation(`rId${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`),
  )
  return [
    { name: '_rels/.rels', content: relationsOf([relation('r1', 'officeDocument', 'xl/workbook.xml')]) },
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${main}" xmlns:r="${related}">${more}<sheets>${listed.join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationsOf([
        ...relations,
        relation('rStrings', 'sharedStrings', 'sharedStrings.xml'),
        relation('rStyles', 'styles', 'styles.xml'),
      ]),
    },
    ...sheets.map((sheet, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: sheet.startsWith('<?') || /^<(?:x:)?worksheet/.test(sheet) ? sheet : worksheetOf(sheet),
    })),
    ...(strings === undefined
      ? []
      : [{ name: 'xl/sharedStrings.xml', content: `<sst xmlns="${main}">${strings}</sst>` }]),
    ...(styles === undefined
      ? []
      : [{ name: 'xl/styles.xml', content: `<styleSheet xmlns="${main}">${styles}</styleSheet>` }]),
  ]
}

export function worksheetOf(rows: string, after = ''): string {
  return `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData>${after}</worksheet>`
}

export function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${related}/${type}" Target="${target}"/>`
}

export function relationsOf(relations: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`
}
