import { expect, test } from 'vitest'
import { joined } from './joined.ts'

test('registers stand one after another, in their order', () => {
  const all = joined({ 'bills.read': 1, 'bills.run': 2 }, {}, { 'payments.read': 3 })
  expect(Object.entries(all)).toEqual([
    ['bills.read', 1],
    ['bills.run', 2],
    ['payments.read', 3],
  ])
  const known: 3 = all['payments.read']
  expect(known).toBe(3)
})

test('a code that two of them say is refused, also where they say the same', () => {
  expect(() => joined({ 'bills.read': 1 }, { 'payments.read': 2 }, { 'bills.read': 1 })).toThrow(
    'bills.read is said by two capabilities',
  )
})
