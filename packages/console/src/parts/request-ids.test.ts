import { describe, expect, test } from 'vitest'
import { requestIds } from './request-ids.ts'

function counted() {
  let made = 0
  return requestIds(() => `req_${++made}`)
}
const three = { json: { paymentId: 'pay_1', lines: ['a', 'b', 'c'] } }
const two = { json: { paymentId: 'pay_1', lines: ['a', 'b'] } }

describe('the id of a request', () => {
  test('is the same for what is sent again as it was, after a refusal and after a lost answer', () => {
    const ids = counted()
    expect(ids.of(three)).toBe('req_1')
    ids.refused(three)
    expect(ids.of(structuredClone(three))).toBe('req_1')
    ids.lost(three)
    expect(ids.of(three)).toBe('req_1')
  })

  test('is another one for anything else that is sent, whatever form it was sent from', () => {
    const ids = counted()
    expect([ids.of(three), ids.of(two), ids.of(undefined), ids.of(undefined)]).toEqual([
      'req_1',
      'req_2',
      'req_3',
      'req_3',
    ])
  })

  test('is another one for the same once something was done', () => {
    const ids = counted()
    ids.of(three)
    ids.done()
    expect(ids.of(three)).toBe('req_2')
  })

  test('is the first one again where what was sent between was refused', () => {
    const ids = counted()
    ids.lost(three)
    ids.of(two)
    ids.refused(two)
    expect(ids.of(three)).toBe('req_1')
  })

  test('is not the first one where what was sent between may have been done', () => {
    const ids = counted()
    ids.lost(three)
    ids.lost(two)
    expect([ids.of(two), ids.of(three)]).toEqual(['req_2', 'req_3'])
  })

  test('is known to wait for an answer until one came', () => {
    const ids = counted()
    ids.of(three)
    expect(ids.isLost(three)).toBe(false)
    ids.lost(three)
    expect([ids.isLost(three), ids.isLost(two)]).toEqual([true, false])
    // What is refused meanwhile is another matter.
    ids.refused(two)
    expect(ids.isLost(three)).toBe(true)
    ids.refused(three)
    expect(ids.isLost(three)).toBe(false)
    ids.lost(three)
    ids.done()
    expect(ids.isLost(three)).toBe(false)
  })
})
