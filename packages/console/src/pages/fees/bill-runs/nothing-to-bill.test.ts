import { expect, test } from 'vitest'
import { whatIsLacking, whyNothing } from './nothing-to-bill.ts'

const of = (...reasons: string[]) => whyNothing(reasons.map((reason) => ({ reason })))

test('a run without bills says that its month is billed only where nothing else keeps bills back', () => {
  expect(of('already_billed')).toBe('billed')
  expect(of('billed_otherwise', 'already_billed', 'not_yet', 'ended', 'archived', 'zero')).toBe('billed')
  expect(of('already_billed', 'no_owner')).toBe('left')
  expect(of('not_yet')).toBe('left')
  expect(of()).toBe('left')
})

test('a project with drafts alone lacks their approval, and only one without any lacks a tariff', () => {
  const lacking = (states: string[], ...reasons: string[]) =>
    whatIsLacking(
      reasons.map((reason) => ({ reason })),
      states.map((state) => ({ state })),
    )
  expect(lacking([], 'no_tariff', 'archived')).toBe('tariff')
  expect(lacking(['draft', 'draft'], 'no_tariff', 'tariff_draft')).toBe('approval')
  expect(lacking(['draft'], 'no_tariff')).toBe('approval')
  expect(lacking(['draft', 'active'], 'no_tariff', 'tariff_draft')).toBe(undefined)
  expect(lacking(['disabled'], 'tariff_disabled')).toBe(undefined)
})
