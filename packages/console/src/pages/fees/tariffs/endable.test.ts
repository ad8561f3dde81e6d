import { expect, test } from 'vitest'
import type { CivilDate } from '@heju/kernel'
import { endable, lastDayFor, loadUpTo, othersFromAt, othersFromOf } from './endable.ts'

const tariffs = [
  { id: 'a', name: '物业费', fromOn: '2020-01-01' },
  { id: 'b', name: '住宅物业费', fromOn: '2026-12-01' },
]
const of = { projectId: 'proj_1', feeItem: 'property' as const }
const at = (n: number) => ({
  ...of,
  place: { kind: 'room' as const, id: `room_${n}`, name: `1栋-${n}` },
  tariffs,
})

test('what charges several places twice can be ended for all of them, each named once', () => {
  const other = { id: 'c', name: '高层物业费', fromOn: '2026-12-15' }
  const third = { ...at(2), tariffs: [tariffs[0]!, other] }
  const found = endable([at(1), at(2), third], 500)
  expect(found.map(({ tariff, places }) => [tariff.id, places.map(({ id }) => id)])).toEqual([
    ['a', ['room_1', 'room_2']],
    ['b', ['room_1', 'room_2']],
  ])
  expect(endable([at(1), at(2), at(3)], 2)[0]?.places).toHaveLength(2)
})

test('what is ended where another begins later holds until the day before that, at all of the places', () => {
  const today = '2026-11-28' as CivilDate
  expect(lastDayFor(othersFromOf(at(1), 'a'), today)).toBe('2026-11-30')
  expect(lastDayFor(othersFromOf(at(1), 'b'), today)).toBe('2026-11-27')
  expect(lastDayFor('2026-11-29', today)).toBe('2026-11-28')
  expect(lastDayFor(undefined, today)).toBe('2026-11-27')
  const later = { ...at(2), tariffs: [tariffs[0]!, { id: 'c', name: '高层物业费', fromOn: '2026-12-15' }] }
  const [first] = endable([at(1), later], 500)
  expect(first).toMatchObject({ tariff: { id: 'a', ...of }, othersFrom: '2026-12-15' })
  // Where three charge a place, the first of the others goes on from the day after.
  expect(endable([at(1), at(2), later], 500)[0]).toMatchObject({ othersFrom: '2026-12-01' })
})

test('what else a place is charged for the same counts while it goes on, and nothing else', () => {
  const charge = { feeItem: 'property', exclusive: true, state: 'active', toOn: null as string | null }
  const ended = { ...charge, tariffId: 'a', fromOn: '2020-01-01' }
  const next = { ...charge, tariffId: 'b', fromOn: '2026-12-01' }
  const rest = [
    { ...next, tariffId: 'c', fromOn: '2020-01-01', toOn: '2026-10-31' },
    { ...next, tariffId: 'd', fromOn: '2020-01-01', state: 'disabled' },
    { ...next, tariffId: 'e', fromOn: '2020-01-01', feeItem: 'parking' },
  ]
  expect(othersFromAt([ended, next, ...rest], ended, '2026-11-28')).toBe('2026-12-01')
  expect(othersFromAt([ended, ...rest], ended, '2026-11-28')).toBeUndefined()
  // What stands beside others is the same as none of them.
  const [waste, lamps] = [ended, next].map((one) => ({ ...one, feeItem: 'other', exclusive: false }))
  expect(othersFromAt([waste!, lamps!], waste!, '2026-11-28')).toBeUndefined()
})

test('a long list is read to its end or its bound, page by page', async () => {
  const pages: Record<string, { items: number[]; next: string | null }> = {
    first: { items: [1, 2], next: 'second' },
    second: { items: [3, 4], next: null },
  }
  const page = async (after = 'first') => pages[after]!
  expect(await loadUpTo(10, page)).toEqual([1, 2, 3, 4])
  expect(await loadUpTo(3, page)).toEqual([1, 2, 3])
  expect(await loadUpTo(2, page)).toEqual([1, 2])
})
