import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  addMonths,
  addMonthsToDate,
  type CivilDate,
  civilDateOf,
  comparePeriods,
  daysBetween,
  daysInPeriod,
  daysWithin,
  endOfDay,
  firstDay,
  formatInstant,
  instantOf,
  invalidDate,
  invalidPeriod,
  invalidTime,
  invalidZone,
  isCivilDate,
  isPeriod,
  isTimeOfDay,
  isWithinDaytime,
  isZone,
  lastDay,
  monthsBetween,
  nextDaytime,
  parseCivilDate,
  parsePeriod,
  parseTimeOfDay,
  type Period,
  periodAt,
  periodOf,
  periodsFrom,
  startOfDay,
  timeOfDayOf,
  weekdayOf,
} from './time.ts'

const day = parseCivilDate
const month = parsePeriod
/** 2026-11-22 23:30 in Shanghai, still the 22nd there and in London. */
const lateSunday = Date.UTC(2026, 10, 22, 15, 30)

const anyInstant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) })
const anyDate = anyInstant.map((at) => new Date(at).toISOString().slice(0, 10) as CivilDate)
const anyPeriod = anyDate.map((date) => date.slice(0, 7) as Period)
const anyZone = fc.constantFrom('Asia/Shanghai', 'Asia/Urumqi', 'UTC', 'Europe/Berlin', 'America/New_York')
const anyTime = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map(([hour, minute]) =>
    parseTimeOfDay(`${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
  )

describe('what is a date, a month, a time, a zone', () => {
  test.each(['2026-11-22', '2024-02-29', '2000-02-29', '2026-12-31'])('%s is a day', (text) => {
    expect(isCivilDate(text)).toBe(true)
  })

  test.each([
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '20261122',
    '2026-11-22T00:00',
    '',
    '0000-01-01',
    '2026-11-00',
  ])('%s is no day', (text) => {
    expect(isCivilDate(text)).toBe(false)
    expect(() => parseCivilDate(text)).toThrow(invalidDate().message)
  })

  test.each(['2026-13', '2026-00', '2026-1', '2026-11-22', '202611', ''])('%s is no month', (text) => {
    expect(isPeriod(text)).toBe(false)
    expect(() => parsePeriod(text)).toThrow(invalidPeriod().message)
  })

  test.each(['24:01', '9:00', '12:60', '25:00', '', '09:00:00'])('%s is no time of day', (text) => {
    expect(isTimeOfDay(text)).toBe(false)
    expect(() => instantOf(day('2026-11-22'), text)).toThrow(invalidTime().message)
  })

  test('a zone is a name of the IANA database, not an offset', () => {
    expect(['Asia/Shanghai', 'Asia/Hong_Kong', 'UTC'].every(isZone)).toBe(true)
    expect(['+08:00', 'Asia/Nowhere', '', 'CST8'].some(isZone)).toBe(false)
    expect(() => civilDateOf(0, 'Asia/Nowhere')).toThrow(invalidZone().message)
    expect(() => startOfDay(day('2026-11-22'), 'Asia/Nowhere')).toThrow(invalidZone().message)
  })
})

describe('between moments and calendars', () => {
  test('the day is that of the company, not that of the server', () => {
    expect(civilDateOf(lateSunday)).toBe('2026-11-22')
    expect(civilDateOf(lateSunday + 3_600_000)).toBe('2026-11-23')
    expect(civilDateOf(lateSunday, 'UTC')).toBe('2026-11-22')
    expect(periodAt(Date.UTC(2026, 10, 30, 16))).toBe('2026-12')
    expect(periodAt(Date.UTC(2026, 10, 30, 16), 'UTC')).toBe('2026-11')
  })

  test('a moment is written as the clock on the wall shows it', () => {
    expect(formatInstant(lateSunday)).toBe('2026-11-22 23:30')
    expect(timeOfDayOf(Date.UTC(2026, 10, 22, 1, 5, 59))).toBe('09:05')
  })

  test('a day lasts from midnight to a millisecond before the next', () => {
    expect(startOfDay(day('2026-11-22'))).toBe(Date.UTC(2026, 10, 21, 16))
    expect(endOfDay(day('2026-11-22'))).toBe(Date.UTC(2026, 10, 22, 16) - 1)
    expect(instantOf(day('2026-11-22'), '24:00')).toBe(startOfDay(day('2026-11-23')))
  })

  test('summer time: the skipped hour moves on, the repeated one is the first, a day may have 23 hours', () => {
    const zone = 'Europe/Berlin'
    expect(formatInstant(instantOf(day('2026-03-29'), '02:30', zone), zone)).toBe('2026-03-29 03:30')
    expect(instantOf(day('2026-10-25'), '02:30', zone)).toBe(Date.UTC(2026, 9, 25, 0, 30))
    expect(endOfDay(day('2026-03-29'), zone) - startOfDay(day('2026-03-29'), zone)).toBe(23 * 3_600_000 - 1)
  })

  test('every moment lies within its own day, in any zone', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const date = civilDateOf(at, zone)
        expect(startOfDay(date, zone) <= at && at <= endOfDay(date, zone)).toBe(true)
      }),
    )
  })

  test('what no calendar has a day for is written as the number that it is', () => {
    for (const at of [1796000000000000000, 8640000000000001, -8640000000000001, 1.5, Infinity, NaN])
      expect(formatInstant(at)).toBe(String(at))
    expect(formatInstant(8640000000000000)).toBe('+275760-09-13 08:00')
  })

  test('a time set in Shanghai is read back', () => {
    fc.assert(
      fc.property(anyDate, anyTime, (date, time) => {
        expect(formatInstant(instantOf(date, time))).toBe(`${date} ${time}`)
      }),
    )
  })
})

describe('counting days and months', () => {
  test.each([
    ['2024-02', 29],
    ['2025-02', 28],
    ['2026-04', 30],
    ['2026-12', 31],
  ])('%s has %i days', (period, days) => {
    expect(daysInPeriod(month(period))).toBe(days)
    expect(lastDay(month(period))).toBe(`${period}-${days}`)
    expect(firstDay(month(period))).toBe(`${period}-01`)
  })

  test('months roll over years and keep to the end of shorter months', () => {
    expect(addMonths(month('2026-11'), 2)).toBe('2027-01')
    expect(addMonths(month('2026-01'), -13)).toBe('2024-12')
    expect(addMonthsToDate(day('2026-01-31'), 1)).toBe('2026-02-28')
    expect(addMonthsToDate(day('2024-02-29'), 12)).toBe('2025-02-28')
    expect(addDays(day('2026-12-31'), 1)).toBe('2027-01-01')
    expect(periodsFrom(month('2026-11'), month('2027-01'))).toEqual(['2026-11', '2026-12', '2027-01'])
    expect(periodsFrom(month('2026-11'), month('2026-10'))).toEqual([])
  })

  test('22 November 2026 is a Sunday', () => {
    expect(weekdayOf(day('2026-11-22'))).toBe(7)
    expect(weekdayOf(day('2026-11-23'))).toBe(1)
  })

  test('adding days and counting them are opposites', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -4000, max: 4000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days)
      }),
    )
  })

  test('adding months and counting them are opposites, and text order is time order', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: -400, max: 400 }), (period, months) => {
        const other = addMonths(period, months)
        expect(monthsBetween(period, other)).toBe(months)
        expect(comparePeriods(other, period)).toBe(Math.sign(months))
        expect(periodOf(firstDay(other))).toBe(other)
      }),
    )
  })

  test.each([
    ['no bounds: the whole month', null, null, 30],
    ['taken over on the 15th, that day included', '2026-11-15', null, 16],
    ['until the 15th, that day included', null, '2026-11-15', 15],
    ['within the month', '2026-11-10', '2026-11-10', 1],
    ['before the month', null, '2026-10-31', 0],
    ['after the month', '2026-12-01', null, 0],
    ['around the month', '2025-01-01', '2027-01-01', 30],
  ])('days charged: %s', (_, from, to, days) => {
    expect(daysWithin(month('2026-11'), from ? day(from) : null, to ? day(to) : null)).toBe(days)
  })

  test('two tenures that meet share a month without a gap or an overlap', () => {
    fc.assert(
      fc.property(anyPeriod, fc.integer({ min: -40, max: 40 }), (period, offset) => {
        const lastDayOfFirst = addDays(firstDay(period), offset)
        const first = daysWithin(period, null, lastDayOfFirst)
        expect(first + daysWithin(period, addDays(lastDayOfFirst, 1), null)).toBe(daysInPeriod(period))
      }),
    )
  })
})

describe('daytime', () => {
  const at = (time: string) => instantOf(day('2026-11-22'), time)

  test.each([
    ['08:59', false],
    ['09:00', true],
    ['19:59', true],
    ['20:00', false],
  ])('%s within 09:00–20:00: %s', (time, within) => {
    expect(isWithinDaytime(at(time), 'Asia/Shanghai', '09:00', '20:00')).toBe(within)
  })

  test('it may run over midnight, to midnight, or all day', () => {
    expect(isWithinDaytime(at('23:00'), 'Asia/Shanghai', '22:00', '06:00')).toBe(true)
    expect(isWithinDaytime(at('06:00'), 'Asia/Shanghai', '22:00', '06:00')).toBe(false)
    expect(isWithinDaytime(at('23:59'), 'Asia/Shanghai', '09:00', '24:00')).toBe(true)
    expect(isWithinDaytime(at('03:00'), 'Asia/Shanghai', '00:00', '00:00')).toBe(true)
  })

  test('a reminder due at night waits for the morning', () => {
    const next = (time: string) => formatInstant(nextDaytime(at(time), 'Asia/Shanghai', '09:00', '20:00'))
    expect(next('03:00')).toBe('2026-11-22 09:00')
    expect(next('12:34')).toBe('2026-11-22 12:34')
    expect(next('20:00')).toBe('2026-11-23 09:00')
  })

  test('the next daytime is never earlier, is daytime, and comes within a day', () => {
    fc.assert(
      fc.property(anyInstant, anyTime, anyTime, (now, from, to) => {
        const next = nextDaytime(now, 'Asia/Shanghai', from, to)
        expect(next >= now && next - now <= 86_400_000).toBe(true)
        expect(isWithinDaytime(next, 'Asia/Shanghai', from, to)).toBe(true)
      }),
    )
  })
})
