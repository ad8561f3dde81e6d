import { describe, expect, test } from 'vitest'
import { readLimits } from './limits.ts'
import { readTables } from './read-tables.ts'
import { addressKey } from './sheet.ts'
import { workbook } from './testing.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const utf8 = (text: string) => new TextEncoder().encode(text)

describe('a workbook', () => {
  test('dates of the spreadsheet are days, in no zone', async () => {
    const file = await workbook({
      name: '表',
      rows: [[new Date(Date.UTC(2020, 5, 10)), new Date(Date.UTC(2020, 11, 31, 23, 59))]],
    })
    const [sheet] = await readTables(file, 'a.xlsx')
    expect(sheet!.rows[0]).toEqual([{ date: '2020-06-10' }, { date: '2020-12-31' }])
  })

  test('merged cells are filled from their first, and known to be filled', async () => {
    const merges = [
      { startRow: 0, startCol: 0, endRow: 2, endCol: 0 },
      { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
    ]
    const file = await workbook({
      name: '表',
      rows: [
        ['3栋', '业主', null],
        [null, 'a', 'b'],
        [null, 'c', 'd'],
      ],
      merges,
    })
    const [sheet] = await readTables(file, 'a.xlsx')
    expect(sheet!.rows).toEqual([
      ['3栋', '业主', '业主'],
      ['3栋', 'a', 'b'],
      ['3栋', 'c', 'd'],
    ])
    expect(sheet!.spread).toEqual(new Set([addressKey(1, 0), addressKey(2, 0), addressKey(0, 2)]))
  })

  test('rows keep their numbers when rows above are blank, and hidden sheets are known', async () => {
    const file = await workbook(
      { name: '一', rows: [[null], [null], ['x']] },
      { name: '二', rows: [['y']], hidden: true },
    )
    const sheets = await readTables(file, 'a.xlsx')
    expect(sheets[0]!.rows[2]).toEqual(['x'])
    expect(sheets.map(({ name, hidden }) => [name, hidden])).toEqual([
      ['一', false],
      ['二', true],
    ])
  })

  test('long numbers keep the digits that the spreadsheet kept', async () => {
    const [sheet] = await readTables(
      await workbook({ name: '表', rows: [[110101199001010000, 13800138000, 94.56]] }),
      'a.xlsx',
    )
    expect(sheet!.rows[0]).toEqual([110101199001010000, 13800138000, 94.56])
  })
})

describe('a file that is refused', () => {
  test('one over the limit is refused by its size alone', async () => {
    const file = new Uint8Array(readLimits.fileBytes + 1)
    await expect(readTables(file, 'a.xlsx')).rejects.toMatchObject({
      code: 'spreadsheets.file_too_large',
      params: { megabytes: 10 },
    })
  })

  test('more rows than the limit are refused, blank ones not counted', async () => {
    const text = `房号\n${'\n'.repeat(5)}${'1-101\n'.repeat(readLimits.rows)}`
    await expect(readTables(utf8(text), 'a.csv')).rejects.toMatchObject({
      code: 'spreadsheets.too_many_rows',
    })
    const blank = `房号\n${'\n'.repeat(readLimits.rows)}1-101`
    await expect(readTables(utf8(blank), 'a.csv')).resolves.toHaveLength(1)
  })

  test.each([
    [
      'an old .xls or a locked workbook',
      bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1),
      'spreadsheets.not_a_table',
    ],
    ['a picture', bytes(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0), 'spreadsheets.no_table_format'],
    ['an empty file', bytes(), 'spreadsheets.empty_file'],
    [
      'an archive that is cut off',
      bytes(0x50, 0x4b, 3, 4, 1, 1, 1, 1, ...Array.from({ length: 60 }, () => 1)),
      'spreadsheets.broken_file',
    ],
  ])('%s', async (_what, file, code) => {
    await expect(readTables(file, '登记表.xlsx')).rejects.toMatchObject({ code })
  })
})

describe('a CSV file', () => {
  const table = '房号,业主\r\n3-2-1501,"张三\n李四"\r\n'
  const rows = [
    ['房号', '业主'],
    ['3-2-1501', '张三\n李四'],
  ]

  test.each([
    ['UTF-8', utf8(table)],
    ['UTF-8 with a byte order mark', utf8(`\u{feff}${table}`)],
    ['UTF-16 with tabs, as Excel saves Unicode text', utf16(`\u{feff}${table.replaceAll(',', '\t')}`)],
    // 房号,业主 in GBK: TextEncoder writes UTF-8 only.
    [
      'GBK, as Excel saves CSV in the mainland',
      bytes(
        0xb7,
        0xbf,
        0xba,
        0xc5,
        0x2c,
        0xd2,
        0xb5,
        0xd6,
        0xf7,
        0x0d,
        0x0a,
        ...utf8('3-2-1501,"'),
        0xd5,
        0xc5,
        0xc8,
        0xfd,
        0x0a,
        0xc0,
        0xee,
        0xcb,
        0xc4,
        0x22,
      ),
    ],
  ])('in %s', async (_encoding, file) => {
    const [sheet] = await readTables(file, '业主表.csv')
    expect(sheet).toMatchObject({ name: '业主表', rows })
  })

  test('in Big5, as Excel saves CSV in Hong Kong and Taiwan', async () => {
    // 房號,業主,電話
    const heading = bytes(0xa9, 0xd0, 0xb8, 0xb9, 0x2c, 0xb7, 0x7e, 0xa5, 0x44, 0x2c, 0xb9, 0x71, 0xb8, 0xdc)
    const [sheet] = await readTables(heading, 'a.csv')
    expect(sheet!.rows[0]).toEqual(['房號', '業主', '電話'])
  })

  test('with semicolons', async () => {
    const [sheet] = await readTables(utf8('房号;业主\n1-101;王五'), 'a.csv')
    expect(sheet!.rows[1]).toEqual(['1-101', '王五'])
  })
})

function utf16(text: string): Uint8Array {
  return new Uint8Array(Uint16Array.from(text, (character) => character.charCodeAt(0)).buffer)
}
