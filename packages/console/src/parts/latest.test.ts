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
