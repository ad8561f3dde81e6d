import type { CivilDate } from '@heju/kernel'
import { expect, test } from 'vitest'
import { isDue } from './is-due.ts'

const today = '2026-11-28' as CivilDate

test.each([
  ['whose day has passed', '2026-11-27', '2026-11', true],
  ['whose day is today', '2026-11-28', '2026-11', true],
  ['of this month whose day comes', '2026-11-29', '2026-11', false],
  ['of an earlier month, billed late', '2026-12-10', '2026-10', true],
  ['of a later month', '2026-12-10', '2026-12', false],
  ['of a later month whose day has come', '2026-11-15', '2026-12', true],
])('a bill %s is asked for at the desk: as told', (_, dueOn, period, due) => {
  expect(isDue({ dueOn, period }, today)).toBe(due)
})
