import { expect, test } from 'vitest'
import { latestOf } from './latest.ts'

test('a thing is as the newest answer has it: of its page, a list, or the pages of one', () => {
  const opened = { id: 'a', revision: 2, name: '打开时' }
  const of = (revision: number, id = 'a') => ({ id, revision, name: `第${revision}版` })
  expect(latestOf([], opened)).toBe(opened)
  expect(latestOf([undefined, null, 'a', of(9, 'b'), of(1)], opened)).toBe(opened)
  expect(latestOf([of(3)], opened).name).toBe('第3版')
  expect(latestOf([{ items: [of(9, 'b'), of(4)] }, of(3)], opened).name).toBe('第4版')
  expect(latestOf([{ projects: [of(4)], total: 1 }], opened).name).toBe('第4版')
  expect(latestOf([{ pages: [{ items: [of(1)] }, { items: [of(5)], next: null }] }], opened).name).toBe(
    '第5版',
  )
})

test('what there is one of is known by its query, and what stands in another thing by an id of its own', () => {
  const settings = (revision: number) => ({ revision, days: [5] })
  expect(latestOf([settings(1), undefined], settings(0))).toEqual(settings(1))
  const stay = (revision: number) => ({ occupancyId: 'occ', revision })
  const room = { id: 'room', revision: 7, occupants: [stay(2), { occupancyId: 'other', revision: 9 }] }
  expect(latestOf([room], stay(1), ({ occupancyId }) => occupancyId)).toEqual(stay(2))
})
