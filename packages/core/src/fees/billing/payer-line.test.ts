import { addDays, addMonths, firstDay, lastDay, type CivilDate, type Period } from '@heju/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { targetKinds } from '../items/index.ts'
import { payerLine } from './payer-line.ts'
import { payersOf, type Occupant } from './payers.ts'
import { payingRoles } from './targets.ts'

const is = (personId: string, role: string, fromOn: string | null = null, toOn: string | null = null) =>
  ({ personId, role, fromOn, toOn }) as Occupant

const line = (kind: 'room' | 'parking', occupants: Occupant[], agreements: Occupant[] = []) =>
  payerLine(kind, occupants, agreements).map(
    ({ fromOn, toOn, personId, liablePersonId }) =>
      `${fromOn ?? ''}~${toOn ?? ''} ${personId ?? '—'}${liablePersonId === null ? '' : ` (${liablePersonId})`}`,
  )

test.each<[string, Occupant[], string[]]>([
  ['one owner owes for all time', [is('a', 'owner')], ['~ a']],
  ['of a place without anybody nobody does', [is('f', 'family')], ['~ —']],
  [
    'with a gap nobody owes its days',
    [is('a', 'owner', null, '2026-10-20'), is('b', 'owner', '2026-12-05')],
    ['~2026-10-20 a', '2026-10-21~2026-12-04 —', '2026-12-05~ b'],
  ],
  [
    'within a month and across years',
    [is('a', 'owner', '2020-06-10', '2026-10-20'), is('b', 'owner', '2026-10-21')],
    ['~2020-06-09 —', '2020-06-10~2026-10-20 a', '2026-10-21~ b'],
  ],
  [
    // In October b owns throughout and a does not: all of it is b's.
    'of two who own at once, whoever owns all of a month owes it',
    [is('a', 'owner', null, '2026-10-20'), is('b', 'owner', '2019-01-01')],
    ['~2026-09-30 a', '2026-10-01~ b'],
  ],
  [
    'the developer until it is sold',
    [is('d', 'developer'), is('a', 'owner', '2026-11-11')],
    ['~2026-11-10 d', '2026-11-11~ a'],
  ],
])('%s', (_, occupants, expected) => expect(line('room', occupants)).toEqual(expected))

test('a tenant pays for the space that is let, and by agreement for the room, on the days on which they are there', () => {
  expect(line('parking', [is('t', 'tenant', '2026-01-01', '2026-06-30')])).toEqual([
    '~2025-12-31 —',
    '2026-01-01~2026-06-30 t',
    '2026-07-01~ —',
  ])
  const there = [is('a', 'owner'), is('t', 'tenant', '2026-03-10')]
  expect(line('room', there, [is('t', '', '2026-01-01', '2026-05-15')])).toEqual([
    '~2026-03-09 a',
    '2026-03-10~2026-05-15 t (a)',
    '2026-05-16~ a',
  ])
})

const day = fc.integer({ min: -100, max: 100 }).map((days) => addDays('2026-11-01' as CivilDate, days))
const range = fc
  .tuple(fc.option(day, { nil: null }), fc.option(day, { nil: null }))
  .map(([a, b]) => (a !== null && b !== null && a > b ? { fromOn: b, toOn: a } : { fromOn: a, toOn: b }))
const personId = fc.constantFrom('a', 'b', 'c', 'd')
const place = fc.constantFrom(...targetKinds).chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    occupants: fc.array(
      fc
        .tuple(personId, fc.constantFrom(...payingRoles[kind], 'family', 'tenant'), range)
        .map(([who, role, days]) => ({ personId: who, role, ...days })),
      { maxLength: 5 },
    ),
    agreements: fc.array(
      fc.tuple(personId, range).map(([who, days]) => ({ personId: who, ...days })),
      { maxLength: 2 },
    ),
  }),
)

test('every month of a line is what the month is billed', () => {
  fc.assert(
    fc.property(place, fc.integer({ min: -8, max: 8 }), ({ kind, occupants, agreements }, months) => {
      const month = addMonths('2026-11' as Period, months)
      const [first, last] = [firstDay(month), lastDay(month)]
      const ofMonth = payerLine(kind, occupants, agreements).flatMap((one) => {
        const fromOn = (one.fromOn ?? first) < first ? first : (one.fromOn ?? first)
        const toOn = (one.toOn ?? last) > last ? last : (one.toOn ?? last)
        return fromOn <= toOn ? [{ ...one, fromOn, toOn }] : []
      })
      expect(ofMonth).toEqual(payersOf(kind, { fromOn: first, toOn: last }, occupants, agreements))
    }),
    { numRuns: 500 },
  )
})
