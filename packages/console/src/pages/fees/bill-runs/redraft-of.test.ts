import type { CivilDate } from '@heju/kernel'
import { expect, test } from 'vitest'
import { redraftOf, settledByRedraft } from './redraft-of.ts'

const today = '2026-11-28' as CivilDate
const run = { id: 'brun_1', projectId: 'proj_1', period: '2026-11', dueOn: '2026-11-30' }

test('a draft made anew is of the same project and month, and keeps its due day unless that has passed', () => {
  expect(redraftOf(run, today)).toEqual({ projectId: 'proj_1', period: '2026-11', dueOn: '2026-11-30' })
  expect(redraftOf({ ...run, dueOn: '2026-11-28' }, today)).toHaveProperty('dueOn', '2026-11-28')
  expect(redraftOf({ ...run, dueOn: '2026-11-27' }, today)).toEqual({
    projectId: 'proj_1',
    period: '2026-11',
  })
})

test('drafting anew is offered where it settles what publishing was refused for, and nowhere else', () => {
  expect(settledByRedraft('billing.run_outdated')).toBe(true)
  expect(settledByRedraft('billing.due_in_past')).toBe(true)
  expect(settledByRedraft('billing.run_not_ready')).toBe(false)
  expect(settledByRedraft(undefined)).toBe(false)
})
