import { expect, test } from 'vitest'
import { usersOf } from './users-of.ts'

const is = (personId: string, role: string, toOn: string | null = null) => ({
  personId,
  name: personId,
  role,
  toOn,
})

test('an agreement is offered with whoever rents or uses a place and has not left, with their last day if it is known', () => {
  const occupants = [
    is('a', 'owner'),
    is('b', 'tenant'),
    is('c', 'tenant', '2026-12-31'),
    is('d', 'user', '2026-11-22'),
    is('e', 'tenant', '2026-11-21'),
    is('f', 'family'),
  ]
  expect(usersOf(occupants, '2026-11-22').map(({ personId, lastDay }) => [personId, lastDay])).toEqual([
    ['b', null],
    ['c', '2026-12-31'],
    ['d', '2026-11-22'],
  ])
})

test('whoever is there in two ways is offered once, until the last of their days', () => {
  const both = [is('b', 'tenant', '2026-12-31'), is('b', 'user', '2027-06-30')]
  expect(usersOf(both, '2026-11-22')).toEqual([{ personId: 'b', name: 'b', lastDay: '2027-06-30' }])
  expect(usersOf([...both, is('b', 'user')], '2026-11-22')).toMatchObject([{ lastDay: null }])
})
