import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readTables } from './read-tables.ts'
import { addressKey, type Cell } from './sheet.ts'
import { handMade, worksheetOf } from './testing.ts'

const headings = [
  '楼栋',
  '房号',
  '建筑面积',
  '业主姓名',
  '身份证号',
  '交房日期',
  '有电梯',
  '产权比例',
  '合计',
]

/** The table of every fixture, with the results of its formulas. */
function table(sums: [Cell, Cell]): Cell[][] {
  return [
    headings,
    ['3栋', '0101', 89.5, '张三', '110101199003071233', { date: '2020-06-10' }, '是', 0.5, sums[0]],
    ['3栋', 102, 94.56, null, '440301199001010017', { date: '2019-12-31' }, '否', 1, sums[1]],
  ]
}

const calculated: [Cell, Cell] = [179, 189.12]

describe('one table gives the same cells, whichever program wrote it', () => {
  test.each([
    ['Apache POI', 'poi.xlsx', calculated],
    ['Apache POI, streaming', 'poi-streaming.xlsx', calculated],
    ['SheetJS, texts in the cells, dates 43 seconds off', 'sheetjs.xlsx', calculated],
    ['SheetJS, texts shared, dates 43 seconds off', 'sheetjs-shared.xlsx', calculated],
    ['exceljs', 'exceljs.xlsx', calculated],
    ['XlsxWriter, with a formatted text and formatted emptiness', 'xlsxwriter.xlsx', calculated],
    ['LibreOffice', 'libreoffice.xlsx', calculated],
    // A result that nobody worked out is said to be missing, and not taken for an empty cell.
    ['openpyxl, which keeps no results', 'openpyxl.xlsx', ['#CALC!', '#CALC!'] satisfies [Cell, Cell]],
  ])('%s', async (_program, file, sums) => {
    const sheets = await readTables(fixture(file), file)
    expect(sheets.map(({ name, hidden }) => ({ name, hidden }))).toEqual([
      { name: '房屋', hidden: false },
      { name: '隐藏', hidden: true },
    ])
    expect(sheets[0]!.rows).toEqual(table(sums))
    expect(sheets[0]!.spread).toEqual(new Set([addressKey(2, 0)]))
    expect(sheets[1]!.rows).toEqual([[], [null, 'x']])
  })

  test('OpenXML SDK: prefixed names, no addresses, empty cells typed as texts, days as text', async () => {
    const typed = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`
    const rows = [
      headings.map(typed).join(''),
      `${typed('3栋')}${typed('0101')}<x:c><x:v>89.5</x:v></x:c><x:c t="s"><x:v>0</x:v></x:c>${typed('110101199003071233')}<x:c t="d"><x:v>2020-06-10T00:00:00</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c><x:c t="n"><x:v>0.5</x:v></x:c><x:c><x:f>C2*2</x:f><x:v>179</x:v></x:c>`,
      `<x:c t="s"/><x:c><x:v>102</x:v></x:c><x:c><x:v>94.56</x:v></x:c><x:c t="s"><x:v></x:v></x:c>${typed('440301199001010017')}<x:c t="d"><x:v>2019-12-31</x:v></x:c><x:c t="b"><x:v>false</x:v></x:c><x:c><x:v>1E0</x:v></x:c><x:c><x:f>C3*2</x:f><x:v>189.12</x:v></x:c>`,
    ]
    const sheet = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>${rows.map((row) => `<x:row>${row}</x:row>`).join('')}</x:sheetData><x:mergeCells><x:mergeCell ref="A2:A3"/></x:mergeCells></x:worksheet>`
    const [read] = await readTables(handMade({ sheets: [sheet], strings: '<si><t>张三</t></si>' }), 'a.xlsx')
    expect(read!.rows).toEqual(table(calculated))
  })

  test('Excel and WPS: shared texts of runs with readings beside them, kept spaces, days in Chinese formats', async () => {
    const texts = [...headings, '3栋', '0101'].map(
      (text) => `<si><t>${text}</t><phoneticPr fontId="1"/></si>`,
    )
    const strings = `${texts.join('')}<si><r><rPr><sz val="11"/></rPr><t>张</t></r><r><t xml:space="preserve">三</t></r><rPh sb="0" eb="1"><t>zhang</t></rPh></si><si><t>110101199003071233</t></si><si><t xml:space="preserve">  </t></si><si><t>440301199001010017</t></si>`
    const s = (at: number, style = '') => `<c t="s"${style}><v>${at}</v></c>`
    const rows = [
      `<row r="1" spans="1:9" ht="14.25">${headings.map((_, at) => s(at)).join('')}</row>`,
      `<row r="2">${s(9)}${s(10)}<c><v>89.5</v></c>${s(11)}${s(12)}<c s="1"><v>43992</v></c><c t="b"><v>1</v></c><c s="3"><v>0.5</v></c><c t="n"><f t="shared" ref="I2:I3" si="0">C2*2</f><v>179</v></c></row>`,
      `<row r="3" hidden="1"><c r="A3" s="1"/><c r="B3"><v>102</v></c><c r="C3"><v>94.560000000000002</v></c>${s(13)}${s(14)}<c s="2"><v>43830</v></c><c t="b"><v>0</v></c><c s="3"><v>1</v></c><c><f t="shared" si="0"/><v>189.12</v></c></row>`,
    ]
    const styles = `<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="176"/><xf numFmtId="31"/><xf numFmtId="9"/></cellXfs>`
    const sheet = worksheetOf(rows.join(''), '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>')
    const [read] = await readTables(handMade({ sheets: [sheet], strings, styles }), 'a.xlsx')
    expect(read!.rows).toEqual(table(calculated))
  })
})

/** One cell of a hand-made sheet. */
async function cell(xml: string, more: Partial<Parameters<typeof handMade>[0]> = {}): Promise<Cell> {
  const [sheet] = await readTables(handMade({ sheets: [`<row r="1">${xml}</row>`], ...more }), 'a.xlsx')
  return sheet!.rows[0]?.[0] ?? null
}

describe('a cell', () => {
  test.each([
    ['an empty one typed as a shared text', '<c r="A1" t="s"/>'],
    ['one whose shared text has no number', '<c r="A1" t="s"><v></v></c>'],
    ['an empty one typed as yes or no', '<c r="A1" t="b"/>'],
    ['an empty one typed as an error', '<c r="A1" t="e"><v/></c>'],
    ['a formula that results in an empty text', '<c r="A1" t="str"><f>IF(B1="","",1)</f><v></v></c>'],
    ['spaces', '<c r="A1" t="inlineStr"><is><t xml:space="preserve"> &#160;&#12288; </t></is></c>'],
    ['marks that nobody sees', '<c r="A1" t="inlineStr"><is><t>&#x200B;&#x202A;&#xFEFF;</t></is></c>'],
  ])('is empty: %s', async (_, xml) => {
    expect(await cell(xml, { strings: '<si><t>楼栋</t></si>' })).toBeNull()
  })

  test.each([
    ['an identity card that was written out', '<c><v>110101199003071233</v></c>', '110101199003071233'],
    ['a telephone number', '<c><v>13900001000</v></c>', 13_900_001_000],
    ['scientific notation', '<c><v>1.3900001E10</v></c>', 13_900_001_000],
    ['an amount with its error', '<c><v>94.560000000000002</v></c>', 94.56],
    ['zeros that only the format shows', '<c s="1"><v>802</v></c>', '0802'],
    ['an error', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['a formula without its result', '<c><f>A2</f></c>', '#CALC!'],
    ['characters that XML cannot hold', '<c t="str"><v>张_x000D_三_x0041_</v></c>', '张\r三A'],
    ['a text that is typed as a number', '<c><v>一百</v></c>', '一百'],
  ])('holds %s', async (_, xml, expected) => {
    const styles =
      '<numFmts><numFmt numFmtId="180" formatCode="0000"/></numFmts><cellXfs><xf/><xf numFmtId="180"/></cellXfs>'
    expect(await cell(xml, { styles })).toBe(expected)
  })

  test.each([
    ['as 2026年11月', 'yyyy&quot;年&quot;m&quot;月&quot;;@', true],
    ['as 2026-11', 'yyyy\\-mm', true],
    ['as 2026-11 and its day', 'yyyy\\-mm\\-dd', undefined],
    ['as its day alone', 'm&quot;月&quot;d&quot;日&quot;', undefined],
    ['as a year', 'yyyy', undefined],
    ['as a time', 'yyyy-mm hh:mm', undefined],
  ])('is a month where that is all it shows: %s', async (_, code, isMonth) => {
    const styles = `<numFmts><numFmt numFmtId="180" formatCode="${code}"/></numFmts><cellXfs><xf/><xf numFmtId="180"/><xf numFmtId="57"/></cellXfs>`
    const [first, later] = await Promise.all(
      [46_327, 46_341].map((serial) => cell(`<c s="1"><v>${serial}</v></c>`, { styles })),
    )
    expect(first).toEqual({ date: '2026-11-01', ...(isMonth && { isMonth }) })
    expect(later).toEqual({ date: '2026-11-15' })
    expect(await cell('<c s="2"><v>46327</v></c>', { styles })).toEqual({ date: '2026-11-01', isMonth: true })
    const text = await cell('<c t="d" s="1"><v>2026-11-01T00:00:00</v></c>', { styles })
    expect(text).toEqual(first)
  })

  test.each([
    ['midnight', '43835', '2020-01-05'],
    ['43 seconds early, as in Shanghai', '43834.999502314815', '2020-01-05'],
    ['42 seconds early, as in Hong Kong', String(43_835 - 42 / 86_400), '2020-01-05'],
    ['25 seconds early, as in Singapore', String(43_835 - 25 / 86_400), '2020-01-05'],
    ['less than a second early', '43834.999995370374', '2020-01-05'],
    ['43 seconds late', '43835.000497685185', '2020-01-05'],
    ['the afternoon', '43835.75', '2020-01-05'],
    ['the last second of a day, as people write its end', String(43_836 - 1 / 86_400), '2020-01-05'],
    ['its last minute', String(43_836 - 60 / 86_400), '2020-01-05'],
    ['before the leap day that there was not', '59', '1900-02-28'],
    ['after it', '61', '1900-03-01'],
  ])('is the day that was meant: %s', async (_, serial, date) => {
    const styles = '<cellXfs><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs>'
    expect(await cell(`<c s="1"><v>${serial}</v></c>`, { styles })).toEqual({ date })
  })

  test('counts days from 1904 where the workbook does', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
    const more = { styles, workbook: '<workbookPr date1904="1"/>' }
    expect(await cell('<c s="0"><v>42373</v></c>', more)).toEqual({ date: '2020-01-05' })
  })

  test.each([
    ['yyyy/m/d;@', true],
    ['[$-804]aaaa, mmmm dd', true],
    ['[DBNum1][$-804]yyyy"年"m"月"', true],
    ['h:mm', true],
    ['[h]:mm', true],
    ['0.00"m2/day"', false],
    ['0.00E+00', false],
    ['[Red]0.00', false],
    ['#,##0.00\\ "元/月"', false],
    ['G/通用格式"栋"', false],
    ['General"d"', false],
  ])('format %s shows a day: %s', async (code, isDay) => {
    const escaped = code.replaceAll('"', '&quot;')
    const styles = `<numFmts><numFmt numFmtId="180" formatCode="${escaped}"/></numFmts><cellXfs><xf numFmtId="180"/></cellXfs>`
    expect(typeof (await cell('<c s="0"><v>43835</v></c>', { styles })) === 'object').toBe(isDay)
  })
})

test('a formatted cell a million rows down is no row, and one far to the right no column', async () => {
  const rows = `<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576"><c r="L1048576" s="1"/></row>`
  const [sheet] = await readTables(handMade({ sheets: [rows] }), 'a.xlsx')
  expect(sheet!.rows).toEqual([[1]])
})

function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)))
}
