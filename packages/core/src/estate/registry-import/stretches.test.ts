import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readRegistry } from './read-registry.ts'
import type { Cell } from '../../platform/spreadsheets/index.ts'
import { changeOnOneDay, monthOfChange, overlap, sameStretch } from './stretches.ts'
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
      for (const one of taken) for (const other of taken) expect(monthOfChange(one, other)).toBe(null)
    }),
  )
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
