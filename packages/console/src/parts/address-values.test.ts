import { newId } from '@heju/kernel'
import { expect, test } from 'vitest'
import { counts, isDayOfOurTime, isMonthOfOurTime } from './address-values.ts'

const ours = { from: isMonthOfOurTime, to: isMonthOfOurTime }

test.each([
  ['period', '2026-05'],
  ['month', '1999-12'],
  ['on', '2028-02-29'],
  ['to', '2026-11'],
  ['projectId', newId('proj', 1)],
  ['roomId', newId('room', 1)],
  ['search', '3-1501'],
  ['perceived', '5'],
  ['view', 'mine'],
])('%s may be %s', (name, text) => expect(counts(name, text, ours)).toBe(true))

test.each([
  ['period', 'abc'],
  ['period', '2'],
  ['period', '2026-5'],
  ['period', '2026-13'],
  ['period', '1026-05'],
  ['period', '9999-12'],
  ['month', '2026-05-01'],
  ['on', '2026-05'],
  ['on', '2026-02-29'],
  ['to', 'abc'],
  ['from', '2026-05-01'],
  ['projectId', 'abc'],
  ['projectId', newId('room', 1)],
  ['roomId', "1' OR 1=1"],
  ['search', 'x'.repeat(61)],
  ['search', ''],
  ['year', '2026.5'],
  ['perceived', '6'],
])('%s is as if it were not there where it reads %s', (name, text) =>
  expect(counts(name, text, ours)).toBe(false),
)

test('days and months go under one name on different pages', () => {
  const days = { from: isDayOfOurTime, to: isDayOfOurTime }
  expect([counts('to', '2026-05-31', days), counts('to', '2026-05', days)]).toEqual([true, false])
})
