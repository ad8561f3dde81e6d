import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isId, newId } from './ids.ts'

const now = Date.UTC(2026, 10, 22)

test('an id is its prefix and 26 characters, and is recognised by that prefix only', () => {
  const id = newId('bill', now)
  expect(id).toMatch(/^bill_[0-9a-z]{26}$/)
  expect(isId('bill', id)).toBe(true)
  expect(isId('room', id)).toBe(false)
})

test.each([
  '',
  'bill_',
  'bill',
  'bill_01jd',
  'bill_8zzzzzzzzzzzzzzzzzzzzzzzzz',
  'bill_01JD0000000000000000000000',
  'bill_01jd000000000000000000000u',
])('"%s" is no id', (text) => {
  expect(isId('bill', text)).toBe(false)
})

test('ids sort by the time they were given, to the millisecond', () => {
  fc.assert(
    // The library takes an instant of 0 for none given.
    fc.property(fc.integer({ min: 1, max: 2 ** 47 }), fc.integer({ min: 1, max: 1e9 }), (at, later) => {
      expect(newId('bill', at) < newId('bill', at + later)).toBe(true)
    }),
  )
})

test('ten thousand ids of one millisecond are all different, and sort as they were made', () => {
  const ids = Array.from({ length: 10_000 }, () => newId('bill', now))
  expect(new Set(ids).size).toBe(10_000)
  expect(ids.toSorted()).toEqual(ids)
})

test('an id that is made after the clock was put back has the earlier time', () => {
  const later = newId('bill', now + 60_000)
  expect(newId('bill', now) < later).toBe(true)
})
