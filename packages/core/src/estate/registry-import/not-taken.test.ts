import { expect, test } from 'vitest'
import { notTakenOf } from './not-taken.ts'
import { Problems, type Cause } from './problems.ts'

/** What is counted of one sheet. @param told causes by row */
function counted(...told: [row: number, cause: Cause][]) {
  const problems = new Problems()
  for (const [row, cause] of told) problems.add(cause, { sheet: '房屋', row })
  return notTakenOf(problems.list)('房屋')
}

test.each<[string, [number, Cause][], Partial<ReturnType<typeof counted>>]>([
  [
    'what was taken and wants a look',
    [
      [2, 'inner_area_larger'],
      [3, 'phones_unclear'],
      [4, 'building_not_listed'],
    ],
    {},
  ],
  [
    'what was not taken, each thing',
    [
      [2, 'phone_malformed'],
      [2, 'id_malformed'],
    ],
    { untaken: 2 },
  ],
  [
    'rows of which the record stays, each once',
    [
      [2, 'owner_differs'],
      [2, 'share_differs'],
      [3, 'owner_differs'],
    ],
    { otherwise: 2 },
  ],
  [
    'rooms without a charge that their rows tell',
    [
      [2, 'tariff_price_malformed_of_room'],
      [2, 'tariff_days_conflict'],
      [3, 'tariff_missing'],
    ],
    { uncharged: 2, untaken: 1 },
  ],
  [
    'no row that is left out as a whole',
    [
      [2, 'tariff_price_malformed_of_room'],
      [2, 'area_out_of_range'],
    ],
    {},
  ],
])('counts %s', (_, told, expected) => {
  expect(counted(...told)).toEqual({ otherwise: 0, untaken: 0, uncharged: 0, ...expected })
})

test('counts each sheet by itself', () => {
  const problems = new Problems()
  problems.add('phone_malformed', { sheet: '业主', row: 2 })
  expect([notTakenOf(problems.list)('房屋').untaken, notTakenOf(problems.list)('业主').untaken]).toEqual([
    0, 1,
  ])
})
