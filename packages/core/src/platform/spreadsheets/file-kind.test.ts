import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { readTables } from './read-tables.ts'
import { addressKey } from './sheet.ts'
import { archiveOf } from './testing.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0))
const fixture = (name: string) => new Uint8Array(readFileSync(join(import.meta.dirname, 'fixtures', name)))
const archive = (...names: string[]) => archiveOf(names.map((name) => ({ name, content: 'x' })))

describe('a file that is not what its name says is refused with what it is', () => {
  test.each<[string, Uint8Array, string, Record<string, unknown>]>([
    ['an .xls of Excel 97–2003 (SheetJS)', fixture('sheetjs.xls'), 'old_workbook', {}],
    ['an .xls of Excel 97–2003 (LibreOffice)', fixture('libreoffice.xls'), 'old_workbook', {}],
    ['an .xls of Excel 2', fixture('sheetjs-biff2.xls'), 'old_workbook', {}],
    ['an .ods', fixture('libreoffice.ods'), 'other_workbook', { format: '.ods' }],
    ['an .xlsb', fixture('sheetjs.xlsb'), 'other_workbook', { format: '.xlsb' }],
    ['a workbook as XML of 2003', fixture('sheetjs.xml'), 'other_workbook', { format: '.xml' }],
    [
      'a web archive',
      utf8('MIME-Version: 1.0\r\nContent-Type: multipart/related'),
      'other_workbook',
      { format: '.mht' },
    ],
    [
      'a letter',
      archive('[Content_Types].xml', '_rels/.rels', 'word/document.xml'),
      'no_table_format',
      { format: '.docx' },
    ],
    [
      'slides',
      archive('[Content_Types].xml', '_rels/.rels', 'ppt/presentation.xml'),
      'no_table_format',
      { format: '.pptx' },
    ],
    ['a .zip that holds a workbook', archive('登记表.xlsx'), 'packed_files', { format: '.zip' }],
    ['an empty .zip', archiveOf([]), 'packed_files', { format: '.zip' }],
    ['a .rar', latin1('Rar!\x1a\x07\0'), 'packed_files', { format: '.rar' }],
    ['a PDF', latin1('%PDF-1.7\n%\xe2\xe3'), 'no_table_format', { format: '.pdf' }],
    ['a PNG', latin1('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'), 'no_table_format', { format: '.png' }],
    ['a JPEG', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'no_table_format', { format: '.jpg' }],
    ['a photo of a telephone', latin1('\0\0\0\x18ftypheic\0\0\0\0'), 'no_table_format', { format: '.heic' }],
    ['an empty file', new Uint8Array(), 'empty_file', {}],
    ['a file of blank lines', utf8('\u{feff} \r\n\r\n'), 'empty_file', {}],
    [
      'a notice in place of an export',
      utf8('<!DOCTYPE html><html><body>登录已过期</body></html>'),
      'web_page_without_table',
      {},
    ],
    ['a program', latin1('\x7fELF\x02\x01\x01\0\0\0'), 'not_a_table', {}],
  ])('%s', async (_what, file, code, params) => {
    await expect(readTables(file, '登记表.xlsx')).rejects.toMatchObject({
      code: `spreadsheets.${code}`,
      params,
    })
  })

  test('a workbook locked by a password', async () => {
    const locked = await writeXlsx({
      sheets: [{ name: '表', rows: [['房号']] }],
      encryption: { password: '1234', spinCount: 1000 },
    })
    await expect(readTables(locked, 'a.xlsx')).rejects.toMatchObject({ code: 'spreadsheets.locked_workbook' })
  })
})

describe('a web page under the name of a workbook', () => {
  test('its table is read, with cells over several rows and columns filled', async () => {
    const page = `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"><style>td{}</style></head><body>
      <table><thead><tr><th rowspan=2>楼栋</th><th colspan="2">业主</th></tr><tr><th>姓名</th><th>电话</th></tr></thead>
      <tr><td rowspan="2">3栋</td><td>张&nbsp;三<br>李四</td><td style="mso-number-format:'\\@'">0139</td></tr>
      <tr><td><table><tr><td>王五</td></tr></table></td><td></td></tr></table></body></html>`
    const [sheet] = await readTables(utf8(page), '业主.xls')
    expect(sheet).toMatchObject({ name: '业主', hidden: false })
    expect(sheet!.rows).toEqual([
      ['楼栋', '业主', '业主'],
      ['楼栋', '姓名', '电话'],
      ['3栋', '张\u00A0三\n李四', '0139'],
      ['3栋', '王五'],
    ])
    expect(sheet!.spread).toEqual(new Set([addressKey(0, 2), addressKey(1, 0), addressKey(3, 0)]))
  })

  test('what LibreOffice writes as a web page', async () => {
    const sheets = await readTables(fixture('libreoffice.html'), '房屋.xls')
    expect(sheets[0]!.rows[0]!.slice(0, 4)).toEqual(['楼栋', '房号', '建筑面积', '业主姓名'])
    expect(sheets[0]!.rows[1]!.slice(0, 2)).toEqual(['3栋', '0101'])
  })

  test('in the encoding of the mainland', async () => {
    // <table><tr><td>房号</td><td>业主</td></tr></table> in GBK.
    const file = latin1('<table><tr><td>\xb7\xbf\xba\xc5</td><td>\xd2\xb5\xd6\xf7</td></tr></table>')
    const [sheet] = await readTables(file, 'a.xls')
    expect(sheet!.rows).toEqual([['房号', '业主']])
  })
})

describe('a text file', () => {
  test.each([
    [
      'UTF-16 without a mark',
      Uint8Array.from(new Uint8Array(Uint16Array.from('房号,业主\n101,甲\n', (c) => c.charCodeAt(0)).buffer)),
    ],
    ['semicolons that Excel is told of', utf8('sep=;\r\n房号;业主\r\n101;甲')],
    ['tabs', utf8('房号\t业主\n101\t甲')],
    ['commas within quotation marks', utf8('"房号","业主"\n"101","甲"\n')],
    ['lines that end as on old Macintoshes', utf8('房号,业主\r101,甲\r')],
    ['one broken character', Uint8Array.from([...utf8('房号,业主\n101,甲\n'), 0xe5])],
  ])('with %s', async (_, file) => {
    const [sheet] = await readTables(file, 'a.csv')
    const rows = sheet!.rows.filter((row) => row.length > 1)
    expect(rows).toEqual([
      ['房号', '业主'],
      ['101', '甲'],
    ])
  })

  test('rows have the numbers that people see below a line of `sep=`', async () => {
    const [sheet] = await readTables(utf8('sep=;\n房号;业主\n'), 'a.csv')
    expect(sheet!.rows[1]).toEqual(['房号', '业主'])
  })

  test('a text that begins with the letters of a picture is a text', async () => {
    const [sheet] = await readTables(utf8('BM编号,房号\n1,101\n'), 'a.csv')
    expect(sheet!.rows[0]).toEqual(['BM编号', '房号'])
  })
})
