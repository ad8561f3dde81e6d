import { formatInstant, instantOf, type CivilDate, type Period } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  answersNeeded,
  nextOpeningAt,
  periodToOpen,
  roundTimes,
  textbookModel,
  usualSettings,
  whyUnranked,
  type SurveySettings,
} from './rules.ts'

const zone = 'Asia/Shanghai'
const at = (date: string, time = '12:00') => instantOf(date as CivilDate, time, zone)
const shown = (instant: number | null) => (instant === null ? null : formatInstant(instant, zone))
const october = '2026-10' as Period

describe('a round', () => {
  test('measures the month before the one in whose first week it opens', () => {
    const { opensAt, remindAt, closesAt } = roundTimes(october, usualSettings, zone)
    expect([opensAt, remindAt, closesAt].map(shown)).toEqual([
      '2026-11-03 10:00',
      '2026-11-08 10:00',
      '2026-11-19 00:00',
    ])
  })

  test('of December takes place in January', () => {
    expect(shown(roundTimes('2026-12' as Period, usualSettings, zone).opensAt)).toBe('2027-01-03 10:00')
  })

  test('that opens late reminds later, and not at all when that would be after its end', () => {
    const late = (date: string) => shown(roundTimes(october, usualSettings, zone, at(date)).remindAt)
    expect(late('2026-11-10')).toBe('2026-11-15 10:00')
    expect(late('2026-11-14')).toBeNull()
  })

  test.each([
    ['2026-11-03', '09:59', null],
    ['2026-11-03', '10:00', '2026-10'],
    ['2026-11-14', '23:59', '2026-10'],
    ['2026-11-15', '00:00', null],
    ['2026-12-01', '12:00', null],
  ])('is due on %s at %s: %s', (date, time, due) => {
    expect(periodToOpen(at(date, time), usualSettings, zone)).toBe(due)
  })

  test('is not due while surveys are switched off', () => {
    const off: SurveySettings = { ...usualSettings, enabled: false }
    expect(periodToOpen(at('2026-11-05'), off, zone)).toBeNull()
    expect(nextOpeningAt(at('2026-11-05'), off, zone)).toBeNull()
  })

  test('opens once in every month, in its first week and in daytime, however the settings are', () => {
    const anySettings = fc.record({
      openDay: fc.integer({ min: 1, max: 7 }),
      closeDay: fc.integer({ min: 14, max: 28 }),
    })
    fc.assert(
      fc.property(anySettings, fc.integer({ min: 0, max: 1500 }), (days, offset) => {
        const settings = { ...usualSettings, ...days }
        const now = at('2026-01-01', '00:00') + offset * 86_400_000
        const next = nextOpeningAt(now, settings, zone) as number
        expect(next).toBeGreaterThan(now)
        expect(next - now).toBeLessThanOrEqual(31 * 86_400_000)
        expect(shown(next)).toMatch(/-0[1-7] 10:00$/)
        expect(periodToOpen(next, settings, zone)).not.toBeNull()
      }),
    )
  })
})

describe('a project is ranked', () => {
  test.each([
    [30, 200, null],
    [29, 200, 'too_few_answers'],
    [30, 301, 'low_response'],
    [20, 40, null],
    [19, 40, 'too_few_answers'],
    [4, 4, 'too_few_answers'],
    [0, 0, 'too_few_answers'],
  ])('with %i answers of %i households: %s', (answers, households, because) => {
    const turnout = { answered: answers, persons: households, answers, households }
    expect(whyUnranked(turnout, usualSettings)).toBe(because)
  })

  test('by persons, of whom one may answer for many households', () => {
    const landlord = { answered: 12, persons: 150, answers: 60, households: 200 }
    expect(whyUnranked(landlord, usualSettings)).toBe('too_few_answers')
    expect(whyUnranked({ ...landlord, answered: 30 }, usualSettings)).toBeNull()
  })

  test('from a number of answers that never grows when the company asks for fewer', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 5, max: 300 }), (households, leastAnswers) => {
        const needed = answersNeeded(households, { leastAnswers })
        expect(needed).toBeLessThanOrEqual(answersNeeded(households, { leastAnswers: leastAnswers + 1 }))
        expect(needed).toBeGreaterThanOrEqual(5)
      }),
    )
  })
})

test("the textbook's model: 4 in 100 complain, 91 in 100 of the others do not come back", () => {
  expect(textbookModel(4)).toEqual({ discontent: 100, silent: 96, lost: 87 })
  expect(textbookModel(0)).toEqual({ discontent: 0, silent: 0, lost: 0 })
})
