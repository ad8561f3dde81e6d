import { expect, test } from 'vitest'
import { endable, loadUpTo } from './endable.ts'

const tariffs = [
  { id: 'a', name: '物业费' },
  { id: 'b', name: '住宅物业费' },
]
const at = (n: number) => ({ place: { id: `room_${n}`, name: `1栋-${n}` }, tariffs })

test('what charges several places twice can be ended for all of them, each named once', () => {
  const third = { place: at(2).place, tariffs: [tariffs[0]!, { id: 'c', name: '高层物业费' }] }
  const found = endable([at(1), at(2), third], 500)
  expect(found.map(({ tariff, places }) => [tariff.id, places.map(({ id }) => id)])).toEqual([
    ['a', ['room_1', 'room_2']],
    ['b', ['room_1', 'room_2']],
  ])
  expect(endable([at(1), at(2), at(3)], 2)[0]?.places).toHaveLength(2)
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
