import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clockState, clockStates, clockTone, type Clock } from './clock.ts'

describe('a clock', () => {
  const soon = 4 * 60 * 60_000

  test.each<[string, Clock, number, string, string]>([
    ['far from its end', { dueAt: 10 * soon, stoppedAt: null }, 0, 'running', 'calm'],
    ['nearly over', { dueAt: soon, stoppedAt: null }, 0, 'due_soon', 'soon'],
    ['in its last millisecond', { dueAt: 5, stoppedAt: null }, 5, 'due_soon', 'soon'],
    ['over', { dueAt: 5, stoppedAt: null }, 6, 'missed', 'late'],
    ['stopped at its end', { dueAt: 5, stoppedAt: 5 }, 9, 'met', 'done'],
    ['stopped too late', { dueAt: 5, stoppedAt: 6 }, 9, 'missed', 'late'],
  ])('%s', (_, clock, now, state, tone) => {
    expect(clockState(clock, now, soon)).toBe(state)
    expect(clockTone(clockState(clock, now, soon))).toBe(tone)
  })

  test('that was stopped does not change any more', () => {
    const moment = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(moment, moment, moment, moment, (dueAt, stoppedAt, now, then) => {
        const clock = { dueAt, stoppedAt }
        expect(clockState(clock, now, 10)).toBe(clockState(clock, then, 10))
      }),
    )
  })

  test('that runs goes from calm to nearly over to missed, never back', () => {
    const order = ['running', 'due_soon', 'missed']
    const moment = fc.integer({ min: 0, max: 1000 })
    fc.assert(
      fc.property(moment, moment, moment, (dueAt, a, b) => {
        const [now, then] = a < b ? [a, b] : [b, a]
        const at = (time: number) => order.indexOf(clockState({ dueAt, stoppedAt: null }, time, 100))
        expect(at(now)).toBeLessThanOrEqual(at(then))
      }),
    )
    expect(clockStates).toHaveLength(4)
  })
})
