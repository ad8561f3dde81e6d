import { addDays, instantOf, parseCivilDate } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { backupsToDelete, databaseName, daysKept, isLate, monthsKept, nightOf } from './rules.ts'

const today = parseCivilDate('2026-11-28')
const nights = (days: number) =>
  Array.from({ length: days }, (_, i) => databaseName('comp_1', addDays(today, -i)))

describe('which backups are kept', () => {
  test('of two years of nights: the last 14, and the first of each of 12 months', () => {
    const gone = new Set(backupsToDelete(nights(730), today))
    const kept = nights(730)
      .filter((name) => !gone.has(name))
      .map((name) => name.slice(-17, -7))
    const months = ['2026-11', '2026-10', '2026-09', '2026-08', '2026-07', '2026-06', '2026-05', '2026-04']
    const older = ['2026-03', '2026-02', '2026-01', '2025-12']
    expect(kept).toEqual([
      ...Array.from({ length: daysKept }, (_, i) => addDays(today, -i)),
      ...[...months, ...older].map((month) => `${month}-01`),
    ])
  })

  test('of a month without its first day, the first that there is', () => {
    const names = ['2026-09-17', '2026-09-18', '2026-11-28'].map((on) => databaseName('comp_1', on))
    expect(backupsToDelete(names, today)).toEqual([names[1]])
  })

  test('whatever else lies there is left alone', () => {
    expect(backupsToDelete(['databases/comp_1/by-hand.sql.gz', 'databases/comp_1/'], today)).toEqual([])
  })

  test('never is the last one dropped, and never more kept than days and months', () => {
    const day = fc.integer({ min: 0, max: 800 }).map((days) => databaseName('c', addDays(today, -days)))
    fc.assert(
      fc.property(fc.uniqueArray(day), (names) => {
        const left = names.filter((name) => !backupsToDelete(names, today).includes(name))
        expect(left.length).toBeLessThanOrEqual(daysKept + monthsKept)
        if (names.includes(databaseName('c', today))) expect(left).toContain(databaseName('c', today))
      }),
    )
  })
})

test.each([
  ['01:59', null],
  ['02:00', today],
  ['05:59', today],
  ['06:00', null],
])('at %s in China backups of %s are begun', (time, on) => {
  expect(nightOf(instantOf(today, time))).toBe(on)
})

test('a backup is late after two nights without one, not after a night that began later', () => {
  const hour = 3_600_000
  expect([isLate(0, 28 * hour), isLate(0, 50 * hour), isLate(0, 51 * hour)]).toEqual([false, false, true])
})
