import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLimits } from './limits.ts'
import { archiveOf, handMade, partsOf, relation, relationsOf, worksheetOf, type Entry } from './testing.ts'

const row = (cells: string, number = 1) => `<row r="${number}">${cells}</row>`
const inline = (text: string, at = 'A1') => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const megabyte = 1024 * 1024

/** A workbook with some of its parts replaced, or with more of them. */
function withParts(change: (parts: Entry[]) => Entry[], sheets = [row(inline('房号'))]): Uint8Array {
  return archiveOf(change(partsOf({ sheets, strings: '<si><t>x</t></si>' })))
}

function replaced(name: string, entry: Partial<Entry>): Uint8Array {
  return withParts((parts) => parts.map((part) => (part.name === name ? { ...part, ...entry } : part)))
}

const sheet1 = 'xl/worksheets/sheet1.xml'

/** As many sheets as asked for, each of them the one part that there is. */
function oneForAll(sheets: number): Uint8Array {
  const all = Array.from({ length: sheets }, (_, at) => at + 1)
  return withParts((parts) =>
    parts.map((part) => {
      if (part.name === 'xl/workbook.xml')
        return {
          ...part,
          content: `<workbook xmlns:r="r"><sheets>${all.map((n) => `<sheet name="s${n}" sheetId="${n}" r:id="r${n}"/>`).join('')}</sheets></workbook>`,
        }
      if (part.name === 'xl/_rels/workbook.xml.rels')
        return {
          ...part,
          content: relationsOf(all.map((n) => relation(`r${n}`, 'worksheet', 'worksheets/sheet1.xml'))),
        }
      return part
    }),
  )
}

const million = 1_000_000
const many = (count: number, each: (n: number) => string) =>
  Array.from({ length: count }, (_, n) => each(n)).join('')
const related = (id: string, type: string, target: string) =>
  `<Relationship Id="${id}" Type="t/${type}" Target='${target}'/>`

/** A workbook that names more parts than it needs. */
function withRelations(more: string): Uint8Array {
  return replaced('xl/_rels/workbook.xml.rels', {
    content: relationsOf([relation('rId1', 'worksheet', 'worksheets/sheet1.xml'), more]),
  })
}

/** Days from the first that a spreadsheet knows, 59 in a row. */
function differentDays(days: number): Uint8Array {
  return handMade({
    sheets: [
      many(
        Math.ceil(days / 59),
        (at) => `<row>${many(59, (column) => `<c s="1"><v>${at * 59 + column + 1}</v></c>`)}</row>`,
      ),
    ],
    styles: '<cellXfs><xf/><xf numFmtId="14"/></cellXfs>',
  })
}

/** What each file is, what becomes of it, and the file. The content of the larger ones packs to a thousandth. */
const hostile: [what: string, code: string, make: () => Uint8Array][] = [
  ['20,000 sheets that are one part', 'too_many_sheets', () => oneForAll(20_000)],
  ['a hundred sheets that are one part', 'broken_file', () => oneForAll(100)],
  ['a part that unpacks to 10 GB', 'unpacks_too_large', () => replaced(sheet1, { packed: bomb(9.5) })],
  [
    'a part that unpacks to more than it says',
    'unpacks_too_large',
    () => replaced(sheet1, { packed: bomb(1), saidSize: 100 }),
  ],
  [
    'a part that says it unpacks to nothing, its size to follow',
    'unpacks_too_large',
    () => replaced(sheet1, { packed: bomb(1), saidSize: 0, flags: 8 }),
  ],
  [
    'sheets of 30 MB each, none of them over the limit alone',
    'unpacks_too_large',
    () =>
      handMade({
        sheets: Array.from({ length: 3 }, () => `${row(inline('x'))}${' '.repeat(30 * megabyte)}`),
      }),
  ],
  ['a cell of 60 MB', 'cell_too_long', () => handMade({ sheets: [row(inline('字'.repeat(20 * megabyte)))] })],
  [
    'a shared string of 60 MB',
    'cell_too_long',
    () => handMade({ sheets: [''], strings: `<si><t>${'字'.repeat(20 * megabyte)}</t></si>` }),
  ],
  [
    'one long text that a million cells refer to',
    'too_much_text',
    () =>
      handMade({
        sheets: [`<row>${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`.repeat(50_000)],
        strings: `<si><t>${'字'.repeat(32_000)}</t></si>`,
      }),
  ],
  [
    'two million empty shared strings',
    'too_many_cells',
    () => handMade({ sheets: [''], strings: '<si/>'.repeat(2_000_000) }),
  ],
  [
    'ten million cells that hold nothing',
    'too_many_cells',
    () => handMade({ sheets: [`<row>${'<c/>'.repeat(10_000_000)}</row>`] }),
  ],
  ['1,100,000 days that are all different', 'too_much_text', () => differentDays(1_100_000)],
  ['nine million empty rows', 'too_many_cells', () => handMade({ sheets: ['<row/>'.repeat(9_000_000)] })],
  [
    'merged cells that overlap ten times, in a hundred sheets',
    'too_many_cells',
    () => {
      const rows = `${row('<c r="A1"><v>1</v></c>')}${row('<c r="SF199"><v>1</v></c>', 199)}`
      const merges = `<mergeCells>${'<mergeCell ref="A1:SF199"/>'.repeat(10)}</mergeCells>`
      return archiveOf(partsOf({ sheets: Array.from({ length: 100 }, () => worksheetOf(rows, merges)) }))
    },
  ],
  [
    'two million attributes of one element',
    'read 1',
    () => handMade({ sheets: [`<row><c ${'a="" '.repeat(2_000_000)}/></row>`] }),
  ],
  [
    'an attribute of 60 MB',
    'broken_file',
    () => handMade({ sheets: [`<row><c r="${'A'.repeat(60 * megabyte)}"/></row>`] }),
  ],
  [
    'sixty names of parts that are a megabyte of quotation marks',
    'broken_file',
    () => withRelations(many(60, (n) => related(`x${n}`, 'theme', '"'.repeat(million)))),
  ],
  [
    'five thousand names of parts that are as long as an attribute may be',
    'broken_file',
    () => withRelations(many(4_900, (n) => related(`x${n}`, 'theme', '"'.repeat(3_900)))),
  ],
  [
    'sixty ids of parts that are a megabyte long',
    'broken_file',
    () => withRelations(many(60, (n) => related(`${n}`.padStart(million, 'x'), 'theme', 'x'))),
  ],
  [
    'five thousand ids of parts that are as long as an attribute may be',
    'broken_file',
    () => withRelations(many(4_900, (n) => related(`${n}`.padStart(3_900, '房'), 'theme', 'x'))),
  ],
  [
    'sixty types of parts that are a megabyte long',
    'broken_file',
    () => withRelations(many(60, (n) => related(`x${n}`, `${n}`.padStart(million, 'x'), 'x'))),
  ],
  [
    'sixty names of sheets that are a megabyte long',
    'broken_file',
    () =>
      replaced('xl/workbook.xml', {
        content: `<workbook xmlns:r="r"><sheets>${many(60, (n) => `<sheet name="${`${n}`.padStart(million, 'x')}" r:id="rId1"/>`)}</sheets></workbook>`,
      }),
  ],
  [
    'sixty numbers of formats that are a megabyte long',
    'broken_file',
    () =>
      handMade({
        sheets: [''],
        styles: `<cellXfs>${many(60, (n) => `<xf numFmtId="${`${n}`.padStart(million, 'x')}"/>`)}</cellXfs>`,
      }),
  ],
  [
    'sixty formats that are a megabyte long',
    'broken_file',
    () =>
      handMade({
        sheets: [''],
        styles: `<numFmts>${many(60, (n) => `<numFmt numFmtId="${200 + n}" formatCode="${`${n}`.padStart(million, '0')}"/>`)}</numFmts>`,
      }),
  ],
  [
    'sixteen thousand formats that are as long as an attribute may be',
    'read 1',
    () =>
      handMade({
        sheets: [''],
        styles: `<numFmts>${many(16_000, (n) => `<numFmt numFmtId="${200 + n}" formatCode="${`${n}`.padStart(3_900, '0')}"/>`)}</numFmts>`,
      }),
  ],
  [
    'a condition that stands at very many cells, as programs write it',
    'read 1',
    () =>
      replaced(sheet1, {
        content: worksheetOf(
          row(inline('房号')),
          `<conditionalFormatting sqref="${'A1:B2 '.repeat(150_000)}"/>`,
        ),
      }),
  ],
  ...['1.5', '1e3', '0x10', '-1', '0', ' 1', '1048577', '9'.repeat(400), 'NaN', ''].map(
    (number): (typeof hostile)[number] => [
      `a row that is said to be number “${number.slice(0, 10)}”`,
      'broken_file',
      () => handMade({ sheets: [`<row r="${number}"><c><v>1</v></c></row>`] }),
    ],
  ),
  ...['A1.5', 'A1e3', 'A-1', 'A0', 'A', '1', 'A1048577', 'XFE1', 'AAAA1', ''].map(
    (place): (typeof hostile)[number] => [
      `a cell that is said to stand at “${place}”`,
      'broken_file',
      () => handMade({ sheets: [`<row><c r="${place}"><v>1</v></c></row>`] }),
    ],
  ),
  ...['http://[', '//[', '\\\\[', 'http://a b/', 'file://x:99999/', 'http://%'].map(
    (target): (typeof hostile)[number] => [
      `a name of a part that is no address, “${target}”`,
      'broken_file',
      () => withRelations(related('x1', 'theme', target)),
    ],
  ),
  [
    'a comment of 60 MB',
    'broken_file',
    () => handMade({ sheets: [`<!--${'a'.repeat(60 * megabyte)}--><row/>`] }),
  ],
  [
    'elements within elements, two million deep',
    'broken_file',
    () => handMade({ sheets: ['<a>'.repeat(2_000_000)] }),
  ],
  [
    'entities that multiply',
    'broken_file',
    () =>
      replaced(sheet1, {
        content: `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]>${worksheetOf(row(inline('&b;')))}`,
      }),
  ],
  [
    'two cells at the corners of the largest sheet there can be',
    'stray_content',
    () => handMade({ sheets: [`${row(inline('a'))}${row(inline('b', 'XFD1048576'), 1_048_576)}`] }),
  ],
  [
    'a cell at the foot of a hundred sheets',
    'stray_content',
    () => handMade({ sheets: Array.from({ length: 100 }, () => row(inline('b', 'A1048576'), 1_048_576)) }),
  ],
  [
    'rows of 500 columns',
    'too_many_cells',
    () =>
      handMade({
        sheets: [`<row>${'<c/>'.repeat(499)}<c><v>1</v></c></row>`.repeat(2_500)],
      }),
  ],
  [
    'a row more than the limit',
    'too_many_rows',
    () => handMade({ sheets: ['<row><c><v>1</v></c></row>'.repeat(readLimits.rows + 1)] }),
  ],
  [
    'merged cells that overlap a thousand times',
    'too_many_cells',
    () =>
      replaced(sheet1, {
        content: worksheetOf(
          '<row><c><v>1</v></c></row>'.repeat(10_000),
          `<mergeCells>${'<mergeCell ref="A1:B10000"/>'.repeat(1_000)}</mergeCells>`,
        ),
      }),
  ],
  [
    'more merged cells than a sheet has rooms',
    'too_many_cells',
    () => replaced(sheet1, { content: worksheetOf('', '<mergeCell ref="A1:A2"/>'.repeat(400_000)) }),
  ],
  [
    'more formats of cells than there can be',
    'broken_file',
    () => handMade({ sheets: [''], styles: `<cellXfs>${'<xf/>'.repeat(100_000)}</cellXfs>` }),
  ],
  [
    'two parts of one name',
    'broken_file',
    () => withParts((parts) => [...parts, { name: sheet1, content: worksheetOf('') }]),
  ],
  [
    'more parts than a workbook has',
    'broken_file',
    () =>
      withParts((parts) => [
        ...parts,
        ...Array.from({ length: 20_000 }, (_, n) => ({ name: `x${n}`, content: '' })),
      ]),
  ],
  [
    'a part that is cut off',
    'broken_file',
    () => replaced(sheet1, { content: '<worksheet><sheetData><row><c><v>1' }),
  ],
  [
    'a part that is not packed as it says',
    'broken_file',
    () => replaced(sheet1, { packed: Uint8Array.of(255, 255, 255) }),
  ],
  [
    'a cell that is nowhere',
    'broken_file',
    () => handMade({ sheets: ['<row r="0"><c r="A0"><v>1</v></c></row>'] }),
  ],
  [
    'a reference to a text that is not there',
    'broken_file',
    () => handMade({ sheets: ['<row><c t="s"><v>7</v></c></row>'], strings: '<si><t>x</t></si>' }),
  ],
  [
    'a CSV file of ten million commas',
    'too_many_cells',
    () => Uint8Array.from(new Uint8Array(10 * megabyte).fill(44)),
  ],
  [
    'a CSV file whose first quotation mark is never closed',
    'cell_too_long',
    () => new TextEncoder().encode(`房号,业主\n"1-101,甲\n${'1-102,乙\n'.repeat(10_000)}`),
  ],
  ...(
    [
      ['ends of lines of CR', 'too_many_cells', '房号,业主\r', '\r'],
      ['ends of lines of LF', 'too_many_cells', '房号,业主\n', '\n'],
      ['ends of lines of both', 'too_many_cells', '房号,业主\r\n', '\r\n'],
      ['empty texts in quotation marks, a line each', 'too_many_cells', '房号,业主\n', '""\r'],
      ['quotation marks that are said to separate cells', 'too_many_cells', 'sep="\n房号', '"'],
      ['blanks between two letters', 'cell_too_long', '房号,业主\na', ' '],
      ['escaped letters', 'cell_too_long', '', '_x0041_'],
      ['quotation marks', 'cell_too_long', '', '"'],
      ['quotation marks, two for one', 'cell_too_long', '房号,"', '""'],
      ['marks that nobody sees', 'cell_too_long', '房号\n', '\u{200b}'],
      ['lines of one letter', 'too_many_rows', '房号\n', '1\n'],
    ] as const
  ).map(([what, code, start, repeated]): (typeof hostile)[number] => [
    `a CSV file of ${what}`,
    code,
    () => filled(start, repeated),
  ]),
  ...(
    [
      ['empty rows', 'too_many_cells', '<table><tr><td>房号', '<tr>'],
      [
        'empty rows under cells of 20,000 rows',
        'too_many_cells',
        `<table><tr>${'<td rowspan=20000>'.repeat(499)}<td>房号`,
        '<tr>',
      ],
      [
        'empty cells under cells of 20,000 rows',
        'too_many_cells',
        `<table><tr>${'<td rowspan=20000>'.repeat(499)}<td>房号`,
        '<tr><td>',
      ],
      ['empty cells', 'too_many_cells', '<table><tr><td>房号', '<td>'],
      ['ends of lines in one cell', 'cell_too_long', '<table><tr><td>房号', '<br>'],
      ['paragraphs in one cell', 'cell_too_long', '<table><tr><td>房号', '<p>'],
      ['signs by their numbers in one cell', 'cell_too_long', '<table><tr><td>', '&#38;'],
      ['tables', 'too_many_sheets', '<table><tr><td>房号', '<table></table></table><table>'],
    ] as const
  ).map(([what, code, start, repeated]): (typeof hostile)[number] => [
    `a web page of ${what}`,
    code,
    () => filled(start, repeated),
  ]),
  [
    'a web page of cells that cover one another',
    'stray_content',
    () =>
      new TextEncoder().encode(
        `<table>${`<tr>${'<td rowspan="1000000" colspan="1000000">x</td>'.repeat(10)}</tr>`.repeat(100)}</table>`,
      ),
  ],
  [
    'a web page of elements within elements',
    'broken_file',
    () => new TextEncoder().encode(`<html><table><tr><td>${'<i>'.repeat(3_000_000)}`),
  ],
]

/** As large as a file may be: a text that goes on in one way to its end. */
function filled(start: string, repeated: string): Uint8Array {
  const [first, part] = [Buffer.from(start), Buffer.from(repeated)]
  const times = Math.floor((readLimits.fileBytes - first.length) / part.length)
  return new Uint8Array(Buffer.concat([first, Buffer.alloc(times * part.length, part)]))
}

/** Packed zeros that unpack to a thousand times their megabytes. */
function bomb(packedMegabytes: number): Uint8Array {
  const start = deflateRawSync(Buffer.alloc(8 * megabyte, 32))
  // Stored blocks are left out: the same block again and again is what a packer makes of ever more of the same.
  const block = deflateRawSync(Buffer.alloc(64 * megabyte, 32), { finishFlush: 2, level: 9 })
  const times = Math.ceil((packedMegabytes * megabyte) / block.length)
  return new Uint8Array(Buffer.concat([...Array.from({ length: times }, () => block), start]))
}

/** Files that hold as much as a limit allows, in the ways that take the most memory. */
const largest: typeof hostile = [
  [
    'a CSV file of 10 MB of texts that are all different',
    'read 1',
    () => {
      const rows = Array.from({ length: 18_000 }, (_, at) =>
        Array.from({ length: 40 }, (__, column) => (at * 40 + column).toString(36).padStart(12, 'z')).join(),
      )
      return new TextEncoder().encode(rows.join('\n'))
    },
  ],
  [
    'one cell that is merged over 1,100,000',
    'read 1',
    () => {
      const rows = `${row('<c r="A1"><v>1</v></c><c r="BC1"><v>1</v></c>')}${row('<c r="A19999"><v>1</v></c>', 19_999)}`
      return archiveOf(
        partsOf({
          sheets: [worksheetOf(rows, '<mergeCells><mergeCell ref="A1:BC19999"/></mergeCells>')],
        }),
      )
    },
  ],
  [
    '790,000 texts that are all different',
    'read 1',
    () =>
      handMade({
        sheets: [''],
        strings: Array.from(
          { length: 790_000 },
          (_, at) => `<si><t>${at.toString(36).padStart(15, '房')}</t></si>`,
        ).join(''),
      }),
  ],
  ['370,000 days that are all different', 'read 1', () => differentDays(370_000)],
]

describe.each([
  ['a file made to do harm is refused, or read without any,', 48, hostile],
  ['a file that is as large as the limits allow is read', 96, largest],
])('%s within %d MB of heap', (_, heap, all) => {
  const folder = mkdtempSync(join(tmpdir(), 'heju-hostile-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  let codes: ReadonlyMap<string, string>

  beforeAll(() => {
    for (const [at, [, , make]] of all.entries()) writeFileSync(join(folder, `${at}`), make())
    codes = readCapped(folder, all.length, heap)
  }, 600_000)

  test.each(all.map(([what, code], at) => ({ what, code, at })))('$what: $code', ({ code, at }) => {
    expect(codes.get(String(at))).toBe(code.startsWith('read') ? code : `spreadsheets.${code}`)
  })
})

/** Reads every file in a process with a small heap; what does not fit ends it. */
function readCapped(folder: string, files: number, heap: number): ReadonlyMap<string, string> {
  const reader = JSON.stringify(join(import.meta.dirname, 'read-tables.ts'))
  const program = `
    import { readFileSync } from 'node:fs'
    const { readTables } = await import(${reader})
    for (let at = 0; at < ${files}; at += 1) {
      const file = new Uint8Array(readFileSync(${JSON.stringify(folder)} + '/' + at))
      const code = await readTables(file, 'a.csv').then((sheets) => 'read ' + sheets.length, (error) => error.code ?? String(error))
      console.log(at + ' ' + code)
    }`
  const { stdout } = spawnSync(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      '--input-type=module',
      '--disable-warning=ExperimentalWarning',
      '-e',
      program,
    ],
    { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'], cwd: import.meta.dirname },
  )
  return new Map(
    stdout
      .trim()
      .split('\n')
      .map((line) => line.split(/ (.*)/) as [string, string]),
  )
}
