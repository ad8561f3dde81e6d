import { describe, expect, test } from 'vitest'
import { namePathOf, sortProblems } from './problems.ts'

const twice = { name: 'others', words: '其中 3 处已按“物业费”收同一类费用。' }
const phone = { name: namePathOf('phones.0'), words: '这不是电话号码。' }

describe('what a form says of a refusal', () => {
  test('a refusal for a field that is not on the screen is said for the form, never nowhere', () => {
    expect(sortProblems([twice], [['kind'], ['fromOn']])).toEqual({ beside: [], untold: [twice.words] })
  })

  test('a problem of a field on the screen stands beside it, in a list too, and is said once', () => {
    expect(sortProblems([twice, phone], [['others'], ['phones', 0]])).toEqual({
      beside: [twice, phone],
      untold: [],
    })
  })

  test('what several absent fields say alike is said once', () => {
    expect(sortProblems([twice, { ...twice, name: 'values' }], []).untold).toEqual([twice.words])
  })
})
