import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import {
  changeOnOneDay,
  dayAfterOthers,
  monthOfChange,
  overlap,
  sameStretch,
  type Stretch,
} from './stretches.ts'
import { sheet } from './testing.ts'

const read = (...rows: Cell[][]) => readRegistry([sheet('登记', rows)])
const stretches = ({ draft }: ReturnType<typeof read>) =>
  draft.occupancies.map(({ personKey, place, role, fromOn, toOn }) => {
    const { name } = draft.people.find(({ key }) => key === personKey)!
    return `${name} ${role} ${place.key} ${fromOn ?? ''}~${toOn ?? ''}`
  })
const errors = ({ problems }: ReturnType<typeof read>) =>
  problems.filter(({ severity }) => severity === 'error').map(({ row, code }) => `${row} ${code.slice(16)}`)

const heading = ['房号', '业主', '电话', '入住日期', '迁出日期']

test('an owner who came back has two occupancies, and is the owner in both', () => {
  const reading = read(
    heading,
    ['1-1-101', '张三', '13711110001', null, '2025-10-09'],
    ['1-1-101', '张三', '13711110001', '2026-10-20', null],
  )
  expect(stretches(reading)).toEqual(['张三 owner 1|1|101 ~2025-10-09', '张三 owner 1|1|101 2026-10-20~'])
  expect(reading.problems).toMatchObject([])
})

test('a lease that was renewed keeps both years', () => {
  const reading = read(
    ['车位编号', '租售', '业主姓名', '业主电话', '开始日期', '结束日期'],
    ['P-001', '租', '张三', '13711110001', '2025-01-01', '2025-12-31'],
    ['P-001', '租', '张三', '13711110001', '2026-01-01', '2026-12-31'],
  )
  expect(stretches(reading).map((one) => one.split(' ').at(-1))).toEqual([
    '2025-01-01~2025-12-31',
    '2026-01-01~2026-12-31',
  ])
})

test('the day of change belongs to whoever comes, and he is the owner, whatever the order of the rows', () => {
  const rows: Cell[][] = [
    ['3-101', '张三', null, '2020-01-01', '2024-05-01'],
    ['3-101', '李四', null, '2024-05-01', null],
  ]
  for (const order of [rows, rows.toReversed()]) {
    const reading = read(heading, ...order)
    expect(stretches(reading).toSorted()).toEqual([
      '张三 owner 3||101 2020-01-01~2024-04-30',
      '李四 owner 3||101 2024-05-01~',
    ])
  }
})

test('two stretches of one person that share more than a day are an error that names the other row', () => {
  const reading = read(
    heading,
    ['3-101', '张三', null, '2020-01-01', '2024-12-31'],
    ['3-101', '张三', null, '2024-06-01', null],
  )
  expect(errors(reading)).toEqual(['3 stretches_overlap'])
  expect(stretches(reading)).toEqual(['张三 owner 3||101 2020-01-01~2024-12-31'])
})

test('a row without days beside one that has ended may be a return: it is asked about, not dropped', () => {
  const reading = read(
    heading,
    ['3-101', '张三', null, null, '2024-12-31'],
    ['3-101', '张三', null, null, null],
  )
  expect(errors(reading)).toEqual(['3 stretches_overlap'])
})

const day = fc
  .integer({ min: 0, max: 60 })
  .map((n) => new Date(Date.UTC(2026, 0, 1) + n * 86_400_000).toISOString().slice(0, 10))
const stretch = fc
  .record({ a: fc.option(day), b: fc.option(day) })
  .map(({ a, b }) => (a !== null && b !== null && a > b ? { fromOn: b, toOn: a } : { fromOn: a, toOn: b }))

test('whatever stretches a workbook tells: those that are taken share no day and are in order, the others are errors', () => {
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 5 }), (told) => {
      const reading = read(
        heading,
        ...told.map(({ fromOn, toOn }): Cell[] => ['3-101', '张三', null, fromOn, toOn]),
      )
      const taken = reading.draft.occupancies
      for (const [at, one] of taken.entries()) {
        expect(one.fromOn === null || one.toOn === null || one.fromOn <= one.toOn).toBe(true)
        for (const other of taken.slice(at + 1)) expect(overlap(one, other)).toBe(false)
      }
      const merged = told.filter((one, at) => told.slice(0, at).some((other) => sameStretch(one, other)))
      expect(taken.length + errors(reading).length).toBeGreaterThanOrEqual(told.length - merged.length)
    }),
  )
})

test('whoever owns a place when, by a workbook: the same in any order, and who is told no first day comes after who left', () => {
  const names = ['张三', '李四', '王五', '赵六']
  fc.assert(
    fc.property(fc.array(stretch, { minLength: 1, maxLength: 4 }), (told) => {
      const rows = told.map(({ fromOn, toOn }, at): Cell[] => ['3-101', names[at]!, null, fromOn, toOn])
      const inOrder = read(heading, ...rows)
      const days = (reading: typeof inOrder) =>
        stretches(reading)
          .map((one) => one.replace(/ (?:co_)?owner /, ' '))
          .toSorted()
      expect(days(read(heading, ...rows.toReversed()))).toEqual(days(inOrder))
      const taken = inOrder.draft.occupancies
      for (const one of taken.filter(({ fromAssumed, fromOn }) => fromAssumed || fromOn === null))
        for (const other of taken.filter(({ toOn }) => toOn !== null && toOn < (one.toOn ?? '9999')))
          expect(overlap(one, other)).toBe(false)
      // Of two who change within one month no day is left to both.
      for (const one of taken)
        for (const other of taken) {
          const [left, came] = [one.toOn ?? '9999', other.fromOn ?? '']
          const isChange = (one.fromOn ?? '') < came && left < (other.toOn ?? '9999')
          if (isChange && left.slice(0, 7) === came.slice(0, 7)) expect(left < came).toBe(true)
        }
    }),
  )
})

/** 2026-10-01~2026-10-20, either end open. */
const from = (text: string): Stretch => {
  const [fromOn, toOn] = text.split('~').map((end) => (end === '' ? null : `2026-${end}`))
  return { fromOn: fromOn!, toOn: toOn! }
}

test.each<[string, string, string | null]>([
  ['~10-20', '10-20~', '~10-20'],
  ['10-01~10-20', '10-20~11-30', '10-01~10-20'],
  // Whoever has no other day keeps that one.
  ['10-20~10-20', '10-20~', null],
  ['~10-20', '10-20~10-20', null],
  ['10-20~10-20', '10-20~10-20', null],
  ['~10-20', '10-21~', null],
  ['~10-20', '10-19~', null],
])('%s and %s change on one day, and who leaves is %s', (a, b, ends) => {
  const [one, other] = [from(a), from(b)]
  const change = ends === null ? null : { ends: one, begins: other }
  expect([changeOnOneDay(one, other), changeOnOneDay(other, one)]).toEqual([change, change])
})

test.each<[string, string, string | null]>([
  ['~10-31', '10-01~', '10-01~10-31'],
  ['~10-20', '10-15~', '10-15~10-20'],
  ['09-01~10-20', '10-19~12-31', '10-19~10-20'],
  // One day in common is that of the change.
  ['~10-20', '10-20~', null],
  ['~10-20', '10-21~', null],
  // Not within one month.
  ['~11-10', '10-20~', null],
  ['~10-20', '09-25~', null],
  // Nobody leaves before the other does, or comes after the other has.
  ['~10-20', '10-10~10-20', null],
  ['~', '10-10~10-20', null],
  ['~10-31', '10-10~10-20', null],
  ['10-01~10-20', '10-01~', null],
])('%s and %s change within a month, and both have %s', (a, b, days) => {
  const [one, other] = [from(a), from(b)]
  const expected = days === null ? null : from(days)
  expect([monthOfChange(one, other), monthOfChange(other, one)]).toEqual([expected, expected])
})

test.each<[string, string[], string | null]>([
  ['~', ['~10-20'], '2026-10-21'],
  ['~', ['~10-20', '~10-31', '11-15~'], '2026-11-01'],
  ['~10-31', ['~10-20', '~11-30'], '2026-10-21'],
  // Who leaves on the same day was there together.
  ['~10-20', ['~10-20'], null],
  ['10-01~', ['~10-20'], null],
  ['~', ['~', '10-01~'], null],
])('%s beside %o begins on %s', (one, others, first) => {
  expect(dayAfterOthers(from(one), others.map(from))).toBe(first)
})

test('stretches overlap the same way round, and change on one day only where each keeps a day', () => {
  fc.assert(
    fc.property(stretch, stretch, (a, b) => {
      expect(overlap(a, b)).toBe(overlap(b, a))
      expect(sameStretch(a, b)).toBe(sameStretch(b, a))
      const change = changeOnOneDay(a, b)
      expect(change).toEqual(changeOnOneDay(b, a))
      if (change) expect(change.ends.toOn).toBe(change.begins.fromOn)
    }),
  )
})
