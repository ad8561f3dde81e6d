import { chinaCalendar, civilDateOf, isWorkingDay, formatInstant } from '@heju/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { complaintStates, policy, procedure, revisitDueAt, termsOf, transitions } from './rules.ts'

const zone = 'Asia/Shanghai'
const shanghai = (text: string) => Date.parse(`${text}+08:00`)
const instant = fc.integer({ min: shanghai('2021-01-01T00:00'), max: shanghai('2026-12-20T00:00') })

describe('the procedure', () => {
  test('has the eight steps of D95 in their order, each following the one before', () => {
    expect(procedure).toHaveLength(8)
    for (const [i, state] of procedure.slice(0, -1).entries())
      expect(transitions[state]).toContain(procedure[i + 1])
  })

  test('comes to an end from every state', () => {
    for (const state of complaintStates) {
      const reached = new Set([state])
      for (const from of reached) for (const to of transitions[from]) reached.add(to)
      expect(reached).toContain('closed')
    }
  })

  test('comes to the end only through a reply and a revisit', () => {
    const before = (to: string) =>
      complaintStates.filter((from) => transitions[from].some((next) => next === to))
    expect(before('closed')).toEqual(['revisited'])
    expect(before('revisited')).toEqual(['replied'])
  })
})

describe('the terms', () => {
  test.each([
    ['a Sunday afternoon', '2026-11-22T15:04', '2026-11-23 15:04', '2026-11-25 23:59'],
    ['a Friday evening', '2026-11-20T21:30', '2026-11-21 21:30', '2026-11-25 23:59'],
    // 1 to 7 October are days off, 10 October (a Saturday) is worked in exchange.
    ['the day before the National Day holiday', '2026-09-30T10:00', '2026-10-01 10:00', '2026-10-10 23:59'],
  ])('of %s', (_, from, first, whole) => {
    const terms = termsOf(chinaCalendar, shanghai(from), zone)
    expect(formatInstant(terms.firstDueAt, zone)).toBe(first)
    expect(formatInstant(terms.wholeDueAt, zone)).toBe(whole)
  })

  test('an owner is asked on a working day after the reply, at the time of the policy', () => {
    fc.assert(
      fc.property(instant, (from) => {
        const at = revisitDueAt(chinaCalendar, from, zone)
        expect(formatInstant(at, zone).slice(11)).toBe(policy.revisitTime)
        expect(isWorkingDay(chinaCalendar, civilDateOf(at, zone))).toBe(true)
        expect(civilDateOf(at, zone) > civilDateOf(from, zone)).toBe(true)
      }),
    )
  })
})
