import chineseDays from 'chinese-days'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { publicHolidays } from './public-holidays.ts'
import { parseServiceHours } from './service-hours.ts'
import {
  addDays,
  type CivilDate,
  civilDateOf,
  endOfDay,
  formatInstant,
  instantOf,
  parseCivilDate,
  weekdayOf,
} from './time.ts'
import {
  addWorkingDays,
  calendarDay,
  calendarWith,
  chinaCalendar,
  invalidDayCount,
  isProvisional,
  isWorkingDay,
  workingDayFrom,
  workingDaysBetween,
} from './working-days.ts'

const zone = 'Asia/Shanghai'
const day = parseCivilDate
const works = (date: string) => isWorkingDay(chinaCalendar, day(date))
const daysOf = (year: number) => {
  const days: CivilDate[] = []
  for (let date = day(`${year}-01-01`); date <= `${year}-12-31`; date = addDays(date, 1)) days.push(date)
  return days
}
const anyInstant = fc.integer({ min: Date.UTC(2020, 0, 2), max: Date.UTC(2040, 11, 1) })

describe('the calendar of China', () => {
  test.each([
    ['2026-11-20', true, 'a Friday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-01-04', true, 'a Sunday worked for New Year'],
    ['2026-02-14', true, 'a Saturday worked for Spring Festival'],
    ['2026-02-23', false, 'a Monday of Spring Festival'],
    ['2026-10-07', false, 'a Wednesday of National Day'],
    ['2026-10-10', true, 'a Saturday worked for National Day'],
    ['2025-10-08', false, 'a Wednesday of National Day'],
    ['2024-02-09', true, "2024's New Year's Eve, which was worked by the notice"],
    ['2024-05-11', true, 'a Saturday worked for Labour Day'],
  ])('%s is worked: %s (%s)', (date, worked) => {
    expect(works(date)).toBe(worked)
  })

  test('agrees with the published notices on every day of every year that has one', () => {
    const years = Object.entries(publicHolidays).filter(([, { published }]) => published)
    expect(years.map(([year]) => Number(year))).toEqual(expect.arrayContaining([2024, 2025, 2026]))
    for (const date of years.flatMap(([year]) => daysOf(Number(year)))) {
      expect(works(date), date).toBe(chineseDays.isWorkday(date))
    }
  })

  test('a year without a notice says that it is assumed, and keeps the statutory days', () => {
    expect(isProvisional(chinaCalendar, 2026)).toBe(false)
    expect(isProvisional(chinaCalendar, 2027)).toBe(true)
    expect(calendarDay(chinaCalendar, day('2027-02-06'))).toMatchObject({ kind: 'rest', name: '春节' })
    expect(works('2027-10-04')).toBe(false)
    expect(works('2027-10-06')).toBe(true)
  })

  test('the assumed Spring Festival, Dragon Boat and Mid-Autumn days are those of the lunar calendar', () => {
    const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', {
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
    const assumed = Object.keys(publicHolidays)
      .map(Number)
      .filter((year) => isProvisional(chinaCalendar, year))
    const holidays: Record<string, string> = { '1/1': '春节', '5/5': '端午节', '8/15': '中秋节' }
    for (const date of assumed.flatMap(daysOf)) {
      const name = holidays[lunar.format(new Date(date))]
      if (name && calendarDay(chinaCalendar, date)?.name !== '国庆节') {
        expect(calendarDay(chinaCalendar, date), date).toMatchObject({ kind: 'rest', name })
      }
    }
    expect(assumed.length).toBeGreaterThanOrEqual(5)
  })

  test('a statutory day on a weekend is made up for: every assumed year has twelve or thirteen weekdays off', () => {
    for (const year of Object.keys(publicHolidays)
      .map(Number)
      .filter((one) => isProvisional(chinaCalendar, one))) {
      const off = daysOf(year).filter((date) => weekdayOf(date) <= 5 && !works(date))
      expect(off.length, String(year)).toBeGreaterThanOrEqual(12)
      expect(off.length, String(year)).toBeLessThanOrEqual(13)
    }
  })

  test('beyond the table only the days with a fixed date are assumed', () => {
    expect(works('2050-10-03')).toBe(false)
    expect(works('2050-10-05')).toBe(true)
    expect(isProvisional(chinaCalendar, 2050)).toBe(true)
  })
})

describe('a corrected calendar', () => {
  const corrected = calendarWith(
    chinaCalendar,
    [
      { date: day('2026-11-23'), kind: 'rest', name: '公司搬迁' },
      { date: day('2026-11-22'), kind: 'work', name: '公司搬迁' },
    ],
    [2027],
  )

  test('says what the correction says, and the original stays as it was', () => {
    expect(isWorkingDay(corrected, day('2026-11-23'))).toBe(false)
    expect(isWorkingDay(corrected, day('2026-11-22'))).toBe(true)
    expect(works('2026-11-23')).toBe(true)
    expect(calendarDay(corrected, day('2026-11-23'))?.name).toBe('公司搬迁')
  })

  test('can complete a year whose notice has come out', () => {
    expect(isProvisional(corrected, 2027)).toBe(false)
    expect(isProvisional(chinaCalendar, 2027)).toBe(true)
  })

  test('a later correction replaces an earlier one', () => {
    const again = calendarWith(corrected, [{ date: day('2026-11-23'), kind: 'work', name: '恢复上班' }])
    expect(isWorkingDay(again, day('2026-11-23'))).toBe(true)
  })
})

describe('three working days for a complaint', () => {
  const due = (date: string, time: string) =>
    formatInstant(addWorkingDays(chinaCalendar, instantOf(day(date), time), 3, zone), zone)
  const hours = parseServiceHours([
    { from: '09:00', to: '12:00' },
    { from: '13:30', to: '17:00' },
  ])

  test.each([
    ['on a Monday morning', '2026-11-16', '08:00', '2026-11-19 23:59'],
    ['a minute before midnight: that day is still not counted', '2026-11-16', '23:59', '2026-11-19 23:59'],
    ['on a Thursday: the weekend is skipped', '2026-11-19', '10:00', '2026-11-24 23:59'],
    ['on a Sunday: it counts from Monday', '2026-11-22', '15:04', '2026-11-25 23:59'],
    ['before National Day', '2026-09-30', '10:00', '2026-10-10 23:59'],
    ['before a Sunday that is worked', '2026-09-18', '10:00', '2026-09-22 23:59'],
    ['over New Year, into a year that is assumed', '2026-12-30', '10:00', '2027-01-05 23:59'],
  ])('received %s', (_, date, time, expected) => {
    expect(due(date, time)).toBe(expected)
  })

  test('with service hours it ends when service ends', () => {
    const from = instantOf(day('2026-11-19'), '10:00')
    expect(formatInstant(addWorkingDays(chinaCalendar, from, 3, zone, hours))).toBe('2026-11-24 17:00')
    const always = parseServiceHours([{ from: '00:00', to: '24:00' }])
    expect(addWorkingDays(chinaCalendar, from, 3, zone, always)).toBe(endOfDay(day('2026-11-24')))
  })

  test.each([0, -1, 1.5, Number.NaN])('%s days are refused', (days) => {
    expect(() => addWorkingDays(chinaCalendar, 0, days, zone)).toThrow(invalidDayCount().message)
  })

  test('it ends on a working day, the n-th after receipt, never sooner for what came later', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.nat(5 * 86_400_000),
        fc.integer({ min: 1, max: 30 }),
        (from, later, days) => {
          const end = addWorkingDays(chinaCalendar, from, days, zone)
          const date = civilDateOf(end, zone)
          expect(isWorkingDay(chinaCalendar, date)).toBe(true)
          expect(end).toBe(endOfDay(date, zone))
          expect(workingDaysBetween(chinaCalendar, civilDateOf(from, zone), date)).toBe(days)
          expect(addWorkingDays(chinaCalendar, from + later, days, zone)).toBeGreaterThanOrEqual(end)
        },
      ),
    )
  })

  test('terms add up: m days and then n days are m + n days', () => {
    const count = fc.integer({ min: 1, max: 15 })
    fc.assert(
      fc.property(anyInstant, count, count, (from, m, n) => {
        const first = addWorkingDays(chinaCalendar, from, m, zone)
        expect(addWorkingDays(chinaCalendar, first, n, zone)).toBe(
          addWorkingDays(chinaCalendar, from, m + n, zone),
        )
      }),
    )
  })
})

test('the next working day is the day itself or the first one after a break', () => {
  expect(workingDayFrom(chinaCalendar, day('2026-11-20'))).toBe('2026-11-20')
  expect(workingDayFrom(chinaCalendar, day('2026-10-01'))).toBe('2026-10-08')
})
