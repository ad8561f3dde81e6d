import { expect, test } from 'vitest'
import { standingOn } from './standing.ts'

test('a charge is in use on its days alone, the first and the last included', () => {
  const days = { fromOn: '2026-12-01', toOn: '2026-12-31' }
  expect(standingOn(days, '2026-11-30')).toBe('coming')
  expect(standingOn(days, '2026-12-01')).toBe('holds')
  expect(standingOn(days, '2026-12-31')).toBe('holds')
  expect(standingOn(days, '2027-01-01')).toBe('over')
  expect(standingOn({ ...days, toOn: null }, '2026-11-30')).toBe('coming')
  expect(standingOn({ ...days, toOn: null }, '2030-01-01')).toBe('holds')
})
