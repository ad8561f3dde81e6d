import { expect, test } from 'vitest'
import { goesOnAfter } from './goes-on-after.ts'

const tenant = 'pers_1'
const of = (personId: string, fromOn: string, toOn: string | null) => ({ personId, fromOn, toOn })
const after = { personId: tenant, lastDay: '2026-11-10' }

test('an agreement that goes on after a last day that was wrong is told, with its own last day', () => {
  expect(goesOnAfter([of(tenant, '2026-01-01', null)], after)).toMatchObject({ toOn: null })
  expect(goesOnAfter([of(tenant, '2026-01-01', '2026-12-31')], after)).toMatchObject({ toOn: '2026-12-31' })
  const begins = [of(tenant, '2027-01-01', null), of(tenant, '2026-12-01', '2026-12-31')]
  expect(goesOnAfter(begins, after)).toMatchObject({ fromOn: '2026-12-01' })
})

test('of one that ended by itself, or is somebody else’s, nothing is told', () => {
  expect(goesOnAfter([of(tenant, '2026-01-01', '2026-11-10')], after)).toBeUndefined()
  expect(goesOnAfter([of('pers_2', '2026-01-01', null)], after)).toBeUndefined()
  expect(goesOnAfter([], after)).toBeUndefined()
})
