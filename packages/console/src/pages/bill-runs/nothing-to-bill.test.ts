import { expect, test } from 'vitest'
import { whyNothing } from './nothing-to-bill.ts'

const of = (...reasons: string[]) => whyNothing(reasons.map((reason) => ({ reason })))

test('a run without bills says that its month is billed only where nothing else keeps bills back', () => {
  expect(of('already_billed')).toBe('billed')
  expect(of('billed_otherwise', 'already_billed', 'not_yet', 'ended', 'archived', 'zero')).toBe('billed')
  expect(of('already_billed', 'no_owner')).toBe('left')
  expect(of('not_yet')).toBe('left')
  expect(of()).toBe('left')
})
