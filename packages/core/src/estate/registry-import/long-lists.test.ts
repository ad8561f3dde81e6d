import { describe, expect, test } from 'vitest'
import { importLimits } from './import-limits.ts'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { sheet } from './testing.ts'

const read = (...rows: Cell[][]) => readRegistry([sheet('登记', rows)])
const many = (n: number) =>
  Array.from({ length: n }, (_, at) => `张${String.fromCodePoint(0x4e00 + at)}`).join('、')
const codes = (n: number) => Array.from({ length: n }, (_, at) => String(at + 1)).join('、')
const most = importLimits.inCell

describe('a cell that names more than a row is for', () => {
  test.each<[string, (n: number) => string]>([
    ['业主', many],
    ['共有人', many],
    ['家属', many],
    ['租户', many],
    ['业主编号', codes],
    ['车位', codes],
    ['费用编号', codes],
  ])('%s: is an error with its row and heading, and nothing of the row is taken', (heading, named) => {
    const { draft, problems } = read(['楼栋', '房号', heading], ['1栋', '101', named(most + 1)])
    expect(problems).toMatchObject([
      {
        row: 2,
        column: 'C',
        code: 'registry_import.too_many_in_cell',
        severity: 'error',
        params: { heading, named: most + 1, most },
      },
    ])
    expect([draft.rooms, draft.people, draft.parkingSpaces]).toEqual([[], [], []])
  })

  test('as many as may be are taken', () => {
    const { draft, problems } = read(['楼栋', '房号', '业主'], ['1栋', '101', many(most)])
    expect([problems, draft.people.length]).toEqual([[], most])
  })
})

describe('a workbook that names more than fits into the memory of a request is refused with the reason', () => {
  const rows = (n: number, cells: (at: number) => Cell[]): Cell[][] =>
    Array.from({ length: n }, (_, at) => [
      `${Math.floor(at / 100) + 1}栋`,
      String(100 + (at % 100)),
      ...cells(at),
    ])

  test('of people, wherever they stand, with the row at which it was too much', () => {
    const four = (at: number): Cell[] => [[0, 1, 2, 3].map((k) => `张${at}号${k}`).join('、')]
    expect(read(['楼栋', '房号', '业主'], ...rows(6250, four)).draft.people).toHaveLength(25_000)
    expect(() => read(['楼栋', '房号', '业主'], ...rows(6251, four))).toThrow(
      expect.objectContaining({
        code: 'registry_import.too_many_entries',
        kind: 'too_large',
        params: { sheet: '登记', row: 6252 },
      }),
    )
  })

  test('of the same people at many places', () =>
    expect(() => read(['楼栋', '房号', '业主', '电话'], ...rows(3001, () => [many(20), '']))).toThrow(
      expect.objectContaining({ code: 'registry_import.too_many_entries' }),
    ))

  test('of things to correct', () =>
    expect(() =>
      read(
        ['楼栋', '房号', '楼层', '交房日期', '房屋状态', '房屋类型'],
        ...rows(15_001, () => ['不知道', '不知道', '不知道', '不知道']),
      ),
    ).toThrow(expect.objectContaining({ code: 'registry_import.too_many_entries' })))
})
