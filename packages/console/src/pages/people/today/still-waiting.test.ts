import { expect, test } from 'vitest'
import { stillWaiting } from './still-waiting.ts'

test('an empty list of tasks still names own and overdue complaints while the cards count any', () => {
  const counts = [
    { kind: 'complaints_overdue', count: 2 },
    { kind: 'complaints_mine', count: 1 },
    { kind: 'complaints_due_today', count: 0 },
    { kind: 'drafts', count: 3 },
  ]
  expect(stillWaiting(counts)).toEqual(counts.slice(0, 2))
  expect(stillWaiting([])).toEqual([])
})
