import { expect, test } from 'vitest'
import { closingInstant, invalidHours, parseServiceHours } from './service-hours.ts'
import { formatInstant, instantOf, parseCivilDate } from './time.ts'

const zone = 'Asia/Shanghai'
const friday = parseCivilDate('2026-11-20')

test('service ends with the last stretch of the day', () => {
  const hours = parseServiceHours([
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ])
  expect(formatInstant(closingInstant(friday, zone, hours))).toBe('2026-11-20 17:00')
})

test('service around the clock ends on the same day, not on the next', () => {
  const always = parseServiceHours([{ from: '00:00', to: '24:00' }])
  expect(closingInstant(friday, zone, always)).toBe(instantOf(friday, '24:00', zone) - 1)
})

test.each([
  ['none', []],
  [
    'out of order',
    [
      { from: '13:30', to: '17:00' },
      { from: '09:00', to: '12:00' },
    ],
  ],
  [
    'overlapping',
    [
      { from: '09:00', to: '13:00' },
      { from: '12:00', to: '17:00' },
    ],
  ],
  ['empty', [{ from: '09:00', to: '09:00' }]],
  ['over midnight', [{ from: '22:00', to: '06:00' }]],
  ['malformed', [{ from: '9:00', to: '12:00' }]],
])('service hours that are %s are refused', (_, periods) => {
  expect(() => parseServiceHours(periods)).toThrow(invalidHours().message)
})
