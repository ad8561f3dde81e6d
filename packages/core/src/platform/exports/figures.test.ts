import { expect, test } from 'vitest'
import { hundredth } from './index.ts'

test('what there is none of is blank, and not nought: nobody owed beside nobody paid', () => {
  expect([0, 1, 3333, null, undefined].map(hundredth)).toEqual([0, 0.01, 33.33, null, null])
})
