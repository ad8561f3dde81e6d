import { describe, expect, test } from 'vitest'
import { columnName, type Cell } from '../../platform/spreadsheets/index.ts'
import { withoutBracketed } from './brackets.ts'
import { fieldOf, headingWords, tableKinds, type Field, type TableKind } from './headings.ts'
import { longestCell, longestOf } from './long-cells.ts'
import { readNames } from './personal.ts'
import { readRegistry } from './read-registry.ts'
import { sheet } from './testing.ts'

/** Columns by which a table of each kind is known, and a row of it. */
const bases: Record<TableKind, { sheet: string; headings: string[]; row: Cell[] }> = {
  // With a price, beside which alone a cycle says something.
  rooms: {
    sheet: '房屋',
    headings: ['楼栋', '房号', '建筑面积', '物业费单价'],
    row: ['3栋', '1501', 94.56, 2.5],
  },
  people: { sheet: '业主', headings: ['业主编号', '业主姓名'], row: ['A01', '张三'] },
  parking: { sheet: '车位', headings: ['停车场', '车位号'], row: ['B1', '001'] },
  tariffs: { sheet: '收费', headings: ['费用编号', '收费项目', '计费单价'], row: ['1', '物业费', 2.5] },
  buildings: { sheet: '楼栋', headings: ['楼栋', '总层数'], row: ['3栋', 18] },
}

/** Every field that is read, of every kind of table, with the first word by which its column is known. */
const columns = tableKinds.flatMap((kind) => {
  const words = new Map<Field, string>()
  for (const [word, field] of headingWords(kind))
    if (field !== 'ignored' && !words.has(field)) words.set(field, word)
  return [...words].map(([field, word]) => [kind, field, word] as const)
})

function read(kind: TableKind, word: string, text: string) {
  const { sheet: name, headings, row } = bases[kind]
  const field = fieldOf(kind, word)?.field
  const at = headings.findIndex((heading) => fieldOf(kind, heading)?.field === field)
  const column = at === -1 ? headings.length : at
  const all = at === -1 ? [...headings, word] : headings
  const wrong = row.map((cell) => (typeof cell === 'string' ? `${cell}9` : cell))
  const good = readRegistry([sheet(name, [all, row])])
  wrong[column] = text
  return { column: columnName(column), good, both: readRegistry([sheet(name, [all, row, wrong])]) }
}

describe('a cell that is too long for its column', () => {
  test.each(columns)(
    'of a table of %s, column %s, is an error with its length, and nothing of its row is read',
    (kind, field, word) => {
      const most = longestOf(field)
      for (const characters of [most + 1, 20_000]) {
        const { column, good, both } = read(kind, word, '('.repeat(characters))
        expect(good.tables).toHaveLength(1)
        expect(both.draft).toEqual(good.draft)
        expect(both.tables[0]?.dataRows).toBe(good.tables[0]?.dataRows)
        const [problem, ...more] = both.problems.filter(({ row }) => row === 3)
        expect(more).toEqual([])
        expect(problem).toMatchObject({
          code: 'registry_import.text_too_long',
          severity: 'error',
          column,
          value: `${'('.repeat(30)}…`,
          params: { column, characters, most: characters > longestCell ? longestCell : most },
        })
      }
    },
  )

  test('in a column that nobody reads takes nothing of its row along', () => {
    const { good, both } = read('rooms', '序号', '约'.repeat(1_100))
    expect(both.problems.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(both.draft.rooms).toHaveLength(good.draft.rooms.length + 1)
  })

  test('is read when it is as long as may be', () => {
    const remark = '备'.repeat(longestOf('remark'))
    const { both } = read('rooms', '备注', remark)
    expect(both.draft.rooms.map((room) => room.remark)).toEqual([null, remark])
  })

  test('is measured as it is read: one character may stand for eighteen', () => {
    const { both } = read('rooms', '业主姓名', 'ﷺ'.repeat(20))
    expect(both.draft.people).toEqual([])
    expect(both.problems).toMatchObject([{ row: 3, params: { characters: 360, most: longestOf('name') } }])
  })

  test('alone in its row is a note among the data', () => {
    const { headings, row, sheet: name } = bases.rooms
    const reading = readRegistry([sheet(name, [headings, row, [null, '请注意'.repeat(500)]])])
    expect(reading.problems.map(({ row: at, code }) => [at, code])).toEqual([[3, 'registry_import.note_row']])
  })

  test('beside the table, where nothing is read from, is no error', () => {
    const { headings, row, sheet: name } = bases.rooms
    const reading = readRegistry([sheet(name, [headings, [...row, null, '说明'.repeat(1000)]])])
    expect(reading.problems).toEqual([])
    expect(reading.draft.rooms).toHaveLength(1)
  })
})

test('a heading is known by what stands outside its brackets, and by no more than 100 characters', () => {
  expect(fieldOf('rooms', `房号(${'请填写'.repeat(100)})`)?.field).toBe('room')
  expect(fieldOf('rooms', `${'('.repeat(500)}房号`)).toBeNull()
  expect(fieldOf('rooms', '<必填>【1】[2]〔3〕(4)房号')?.field).toBe('room')
})

describe('the work for a text grows with its length and not with its square', () => {
  test('where brackets are taken off', () => {
    const looked = (length: number) => {
      let steps = 0
      const never = { test: () => (steps += 1) < 0 }
      expect(withoutBracketed('('.repeat(length), ['()'], never)).toHaveLength(length)
      expect(withoutBracketed('()'.repeat(length), ['()'], never)).toBe('')
      return steps
    }
    expect(looked(20_000)).toBeLessThanOrEqual(60_000)
    expect(looked(2000)).toBeLessThanOrEqual(6000)
  })

  test('where names are parted', () => {
    class Counted extends Set<string> {
      asked = 0
      override has(name: string): boolean {
        this.asked += 1
        return super.has(name)
      }
    }
    const asked = (names: number) => {
      const registered = new Counted()
      expect(
        readNames(Array.from({ length: names }, (_, i) => `张${i}`).join('、'), registered),
      ).toHaveLength(names)
      return registered.asked
    }
    expect(asked(400)).toBeLessThanOrEqual(5 * 400)
    expect(readNames('甲、乙|丙;丁', new Set(['甲、乙|丙;丁']))).toEqual(['甲、乙|丙;丁'])
  })
})

test.each([
  ['13900000000(妻)', '13900000000'],
  ['(妻)13900000000(021)', '13900000000(021)'],
  ['((夫)13900000000', '13900000000'],
  ['13900000000)', '13900000000)'],
])('a note in brackets is taken off a phone: %s', (text, without) => {
  expect(withoutBracketed(text, ['()'], /\d/)).toBe(without)
})
