import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseServiceHours } from './service-hours.ts'
import { civilDateOf, formatInstant, instantOf, parseCivilDate, timeOfDayOf } from './time.ts'
import { calendarWith, chinaCalendar, isWorkingDay } from './working-days.ts'
import { addWorkingTime, nextWorkingInstant, workingTimeBetween } from './working-time.ts'

const zone = 'Asia/Shanghai'
const minute = 60_000
const hour = 60 * minute
/** With a lunch break, as most offices have it. */
const hours = parseServiceHours([
  { from: '09:00', to: '12:00' },
  { from: '13:30', to: '17:00' },
])
const at = (text: string) => instantOf(parseCivilDate(text.slice(0, 10)), text.slice(11), zone)
const add = (from: number, duration: number) => addWorkingTime(chinaCalendar, from, duration, zone, hours)
const between = (from: number, to: number) => workingTimeBetween(chinaCalendar, from, to, zone, hours)
const next = (from: number) => nextWorkingInstant(chinaCalendar, from, zone, hours)

const anyInstant = fc.integer({ min: Date.UTC(2024, 0, 2), max: Date.UTC(2028, 11, 1) })
const anyDuration = fc.nat(60 * hour)

describe('working time', () => {
  test.each([
    ['within the morning', '2026-11-20 09:15', 60, '2026-11-20 10:15'],
    ['over the lunch break', '2026-11-20 11:30', 60, '2026-11-20 14:00'],
    ['from within the lunch break', '2026-11-20 12:10', 60, '2026-11-20 14:30'],
    ['over the weekend: Friday 16:30 and an hour', '2026-11-20 16:30', 60, '2026-11-23 09:30'],
    ['used up exactly at closing: due at closing', '2026-11-20 16:00', 60, '2026-11-20 17:00'],
    ['used up exactly at noon: due at noon', '2026-11-20 11:00', 60, '2026-11-20 12:00'],
    ['from a Saturday', '2026-11-21 10:00', 60, '2026-11-23 10:00'],
    ['before opening', '2026-11-20 07:00', 60, '2026-11-20 10:00'],
    ['after closing', '2026-11-19 17:01', 60, '2026-11-20 10:00'],
    ['over National Day', '2026-09-30 16:30', 60, '2026-10-08 09:30'],
    ['onto a Saturday that is worked', '2026-10-09 16:30', 60, '2026-10-10 09:30'],
    ['more than a day', '2026-11-20 09:00', 13 * 60, '2026-11-23 17:00'],
    ['nothing, from outside the hours', '2026-11-21 10:00', 0, '2026-11-23 09:00'],
  ])('%s', (_, from, minutes, expected) => {
    expect(formatInstant(add(at(from), minutes * minute))).toBe(expected)
  })

  test.each([
    ['a lunch break', '2026-11-20 11:30', '2026-11-20 14:00', 60],
    ['a weekend', '2026-11-20 16:30', '2026-11-23 09:30', 60],
    ['nothing but a weekend', '2026-11-21 00:00', '2026-11-22 23:59', 0],
    ['a whole day', '2026-11-20 00:00', '2026-11-21 00:00', 390],
    ['backwards', '2026-11-23 09:30', '2026-11-20 16:30', -60],
  ])('is counted over %s', (_, from, to, minutes) => {
    expect(between(at(from), at(to))).toBe(minutes * minute)
  })

  test('begins again when the office opens', () => {
    expect(formatInstant(next(at('2026-11-20 12:00')))).toBe('2026-11-20 13:30')
    expect(formatInstant(next(at('2026-11-20 09:00')))).toBe('2026-11-20 09:00')
    expect(formatInstant(next(at('2026-11-20 17:00')))).toBe('2026-11-23 09:00')
    expect(formatInstant(next(at('2026-10-01 10:00')))).toBe('2026-10-08 09:00')
  })

  test('around the clock it runs through the night but not through a day off', () => {
    const always = parseServiceHours([{ from: '00:00', to: '24:00' }])
    const due = addWorkingTime(chinaCalendar, at('2026-11-20 22:00'), 3 * hour, zone, always)
    expect(formatInstant(due)).toBe('2026-11-23 01:00')
  })
})

test('on the night that clocks change, an hour is an hour and closing time is what the clock shows', () => {
  const berlin = 'Europe/Berlin'
  const night = parseServiceHours([{ from: '00:00', to: '06:00' }])
  const sunday = parseCivilDate('2026-03-29')
  const worked = calendarWith(chinaCalendar, [{ date: sunday, kind: 'work', name: 'night shift' }])
  const begins = instantOf(sunday, '00:00', berlin)
  expect(workingTimeBetween(worked, begins, instantOf(sunday, '12:00', berlin), berlin, night)).toBe(5 * hour)
  expect(formatInstant(addWorkingTime(worked, begins, 5 * hour, berlin, night), berlin)).toBe(
    '2026-03-29 06:00',
  )
})

describe('for any instant and duration', () => {
  test('what is due is due within the hours of a working day', () => {
    fc.assert(
      fc.property(anyInstant, anyDuration, (from, duration) => {
        const due = add(from, duration)
        expect(isWorkingDay(chinaCalendar, civilDateOf(due, zone))).toBe(true)
        const time = timeOfDayOf(due, zone)
        const inside = hours.some(({ from: opens, to: closes }) => time >= opens && time <= closes)
        expect(inside, formatInstant(due)).toBe(true)
      }),
    )
  })

  test('the working time until it is due is the duration', () => {
    fc.assert(
      fc.property(anyInstant, anyDuration, (from, duration) => {
        expect(between(from, add(from, duration))).toBe(duration)
      }),
    )
  })

  test('durations add up', () => {
    fc.assert(
      fc.property(anyInstant, anyDuration, anyDuration, (from, first, second) => {
        expect(add(add(from, first), second)).toBe(add(from, first + second))
      }),
    )
  })

  test('working time adds up, whatever the order of the instants', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.integer({ min: -10 * 86_400_000, max: 10 * 86_400_000 }),
        fc.nat(10 * 86_400_000),
        (a, b, c) => {
          expect(between(a, a + b) + between(a + b, a + c)).toBe(between(a, a + c))
        },
      ),
      { numRuns: 50 },
    )
  })

  test('what begins later, or takes longer, is not due sooner', () => {
    fc.assert(
      fc.property(
        anyInstant,
        anyDuration,
        fc.nat(3 * 86_400_000),
        fc.nat(5 * hour),
        (from, duration, later, longer) => {
          expect(add(from + later, duration + longer)).toBeGreaterThanOrEqual(add(from, duration))
        },
      ),
    )
  })

  test('work begins at once or when the office opens, and nothing was worked until then', () => {
    fc.assert(
      fc.property(anyInstant, (from) => {
        const begins = next(from)
        expect(begins).toBeGreaterThanOrEqual(from)
        expect(between(from, begins)).toBe(0)
        expect(between(begins, begins + 1)).toBe(1)
      }),
    )
  })
})
