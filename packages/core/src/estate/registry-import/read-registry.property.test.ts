import fc from 'fast-check'
import { expect, test } from 'vitest'
import { headingWords, type Field } from './headings.ts'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { sheet } from './testing.ts'

/** A registry as the columns of one table; keys are fields of a table of rooms. */
const columns: Partial<Record<Field, Cell[]>> = {
  building: ['3栋', '3栋', '5', '12'],
  unit: ['1', 2, null, '二单元'],
  room: ['101', 102, '1501', '2003'],
  builtArea: [94.56, '88㎡', 120, '1,020.5'],
  name: ['张三', '李四、王五', null, '好家商贸有限公司'],
  phone: [13912345678, '13911112222/13933334444', null, '0755-26001234'],
  tariffFromOn: ['2020-6-10', { date: '2020-06-10' }, 43992, '2020年6月10日'],
  remark: ['', '有狗', null, '大客户'],
}
const fields = Object.keys(columns) as Field[]
const words = Map.groupBy(headingWords('rooms'), ([, field]) => field)

function table(order: readonly Field[], headingOf: (field: Field) => string): Cell[][] {
  const rows = [0, 1, 2, 3].map((row) => order.map((field) => columns[field]![row]!))
  return [order.map(headingOf), ...rows]
}

function draftOf(rows: Cell[][]) {
  const { draft, problems } = readRegistry([sheet('Sheet1', rows)])
  const plain = JSON.parse(
    JSON.stringify(draft, (key, value: unknown) => (key === 'source' ? undefined : value)),
  ) as unknown
  return { plain, serious: problems.filter(({ severity }) => severity !== 'note') }
}

const usual = draftOf(table(fields, (field) => words.get(field)![0]![0]))

test('the table of the properties reads without a problem', () => {
  expect(usual.serious).toEqual([])
  expect(usual.plain).toMatchObject({ rooms: { length: 4 }, people: { length: 4 }, buildings: { length: 3 } })
})

test('columns in any order, under any of their headings, say the same', () => {
  const order = fc.shuffledSubarray(fields, { minLength: fields.length })
  const choice = fc.array(fc.nat(), { minLength: fields.length, maxLength: fields.length })
  fc.assert(
    fc.property(order, choice, (shuffled, choices) => {
      const rows = table(shuffled, (field) => {
        const known = words.get(field)!
        return known[choices[fields.indexOf(field)]! % known.length]![0]
      })
      expect(draftOf(rows)).toEqual(usual)
    }),
    { numRuns: 200 },
  )
})

test('what people add around a heading does not hide it', () => {
  const dress = fc.constantFrom(
    (text: string) => `${text}*`,
    (text: string) => ` ${[...text].join(' ')} `,
    (text: string) => `${text}（必填）`,
    (text: string) => `*${text}：`,
    (text: string) => `${text.slice(0, 2)}\n${text.slice(2)}`,
    (text: string) => `【重要】${text}`,
  )
  fc.assert(
    fc.property(fc.array(dress, { minLength: fields.length, maxLength: fields.length }), (dresses) => {
      const rows = table(fields, (field) => dresses[fields.indexOf(field)]!(words.get(field)![0]![0]))
      expect(draftOf(rows)).toEqual(usual)
    }),
  )
})

test('titles above, blank rows, remarks beside and totals below change nothing', () => {
  const noise = fc.record({
    titles: fc.array(fc.constantFrom('登记表', '填表人：小李', '2026年度', ''), { maxLength: 4 }),
    blanks: fc.array(fc.nat({ max: 3 }), { maxLength: 3 }),
    beside: fc.array(fc.constantFrom('说明', '红色必填', '请核对', '业主为户主本人'), { maxLength: 4 }),
    below: fc.constantFrom(['合计'], ['总计：4 户'], ['注：以上为准'], []),
  })
  fc.assert(
    fc.property(noise, ({ titles, blanks, beside, below }) => {
      const rows = table(fields, (field) => words.get(field)![0]![0])
      beside.forEach((text, at) => rows[at + 1]!.push(null, text))
      for (const at of blanks) rows.splice(at + 1, 0, [])
      const above = titles.map((title): Cell[] => [title || null])
      expect(draftOf([...above, ...rows, [...below]])).toEqual(usual)
    }),
  )
})

test('no cell, whatever it holds, makes the reading fail', () => {
  const cell: fc.Arbitrary<Cell> = fc.oneof(
    fc.string(),
    fc.double(),
    fc.integer(),
    fc.constant(null),
    fc.constantFrom('合计', '#REF!', '3-2-1501', '13912345678', '1#2', { date: '2020-01-01' }),
  )
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 12 }), { maxLength: 12 }), (data) => {
      const heading = fields.map((field) => words.get(field)![0]![0])
      const { problems } = readRegistry([sheet('Sheet1', [heading, ...data]), sheet('Sheet2', data)])
      expect(problems.every(({ code }) => code.startsWith('registry_import.'))).toBe(true)
    }),
  )
})
