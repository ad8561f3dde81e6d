import { expect, test } from 'vitest'
import { countAltered } from './count-altered.ts'

test('a verdict counts the entries that it names, not the seals that they stand under', () => {
  expect(countAltered([{ altered: [7, 8], missing: [9] }])).toBe(3)
  expect(countAltered([{ altered: [7], missing: [] }])).toBe(1)
  expect(
    countAltered([
      { altered: [], missing: [] },
      { altered: [3], missing: [] },
    ]),
  ).toBe(2)
})
