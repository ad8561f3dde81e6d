import type { CivilDate } from '@heju/kernel'
import { expect, test } from 'vitest'
import { payersOf, type Occupant } from './payers.ts'

const month = { fromOn: '2026-11-01' as CivilDate, toOn: '2026-11-30' as CivilDate }

function is(
  personId: string,
  role: string,
  fromOn: string | null = null,
  toOn: string | null = null,
): Occupant {
  return { personId, role, fromOn: fromOn as CivilDate | null, toOn: toOn as CivilDate | null }
}

function who(kind: 'room' | 'parking', occupants: Occupant[], agreements: Occupant[] = []) {
  return payersOf(kind, month, occupants, agreements).map(
    ({ fromOn, toOn, personId, liablePersonId }) =>
      `${fromOn.slice(8)}–${toOn.slice(8)} ${personId}${liablePersonId === null ? '' : ` (${liablePersonId})`}`,
  )
}

test.each([
  ['the owner', [is('a', 'owner')], ['01–30 a']],
  ['of co-owners the one entered as owner', [is('b', 'co_owner'), is('c', 'owner')], ['01–30 c']],
  ['the developer of what is not sold', [is('d', 'developer'), is('f', 'family')], ['01–30 d']],
  [
    'the owner, although the developer was never ended',
    [is('d', 'developer'), is('a', 'owner')],
    ['01–30 a'],
  ],
  [
    'the developer until the day before it is sold',
    [is('d', 'developer'), is('a', 'owner', '2026-11-11')],
    ['01–10 d', '11–30 a'],
  ],
  [
    'each owner for the days of their time',
    [is('a', 'owner', null, '2026-11-14'), is('b', 'owner', '2026-11-15')],
    ['01–14 a', '15–30 b'],
  ],
  [
    'nobody for the days between two owners',
    [is('a', 'owner', null, '2026-11-14'), is('b', 'owner', '2026-11-16')],
    ['01–14 a', '15–15 null', '16–30 b'],
  ],
  ['never a tenant of a room', [is('t', 'tenant')], ['01–30 null']],
])('a room is owed by %s', (_what, occupants, expected) => {
  expect(who('room', occupants)).toEqual(expected)
})

test('a parking space that is let is owed by who has it, one that is owned by its owner', () => {
  expect(who('parking', [is('t', 'tenant'), is('d', 'developer')])).toEqual(['01–30 t'])
  expect(who('parking', [is('t', 'tenant'), is('a', 'owner')])).toEqual(['01–30 a'])
})

test('where a user pays by agreement the owner stays liable, and pays again once it has ended', () => {
  const agreement = is('t', '', '2026-11-06', '2026-11-20')
  expect(who('room', [is('a', 'owner'), is('t', 'tenant')], [agreement])).toEqual([
    '01–05 a',
    '06–20 t (a)',
    '21–30 a',
  ])
})

test('a tenant who buys the place is not liable beside themselves, and owes all days as one', () => {
  const agreement = is('t', '', '2026-11-01', '2026-11-20')
  expect(who('room', [is('t', 'owner')], [agreement])).toEqual(['01–30 t'])
  const asTenant = is('t', 'tenant', null, '2026-11-09')
  const sold = [is('a', 'owner', null, '2026-11-09'), asTenant, is('t', 'owner', '2026-11-10')]
  expect(who('room', sold, [agreement])).toEqual(['01–09 t (a)', '10–30 t'])
})

test('an agreement holds on no day on which its holder is not at the place: before they come, between two stays, after', () => {
  const stays = [
    is('t', 'tenant', '2026-11-04', '2026-11-10'),
    is('t', 'user', '2026-11-16', '2026-11-25'),
    is('u', 'tenant'),
  ]
  expect(who('room', [is('a', 'owner'), ...stays], [is('t', '')])).toEqual([
    '01–03 a',
    '04–10 t (a)',
    '11–15 a',
    '16–25 t (a)',
    '26–30 a',
  ])
})
