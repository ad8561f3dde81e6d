import { expect, test } from 'vitest'
import { network } from './caller.ts'

test('an IPv6 line is one address however it is written, an IPv4 address is itself', () => {
  const same = ['2408:8207::1', '2408:8207:0:0:1:2:3:4', '2408:8207:0000:0000:ffff::', '2408:8207:0:0::9']
  expect(new Set(same.map(network))).toEqual(new Set(['2408:8207:0:0::/64']))
  expect(network('2408:8207:0:1::1')).toBe('2408:8207:0:1::/64')
  expect(network('::1')).toBe('0:0:0:0::/64')
  expect(network('203.0.113.7')).toBe('203.0.113.7')
  expect(network('::ffff:203.0.113.7')).toBe('203.0.113.7')
})
