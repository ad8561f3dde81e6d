import { expect, test } from 'vitest'
import { formatByteSize, parseByteSize } from './byte-size.ts'

test.each([
  [5, 5],
  ['5', 5],
  ['5 B', 5],
  ['64MB', 64_000_000],
  ['1.5 GiB', 1_610_612_736],
  ['1000.0 PB', 1e18],
  ['', null],
  ['big', null],
  ['-1', null],
  [-1, null],
  [true, null],
])('%s is %s bytes', (text, bytes) => {
  expect(parseByteSize(text)).toBe(bytes)
})

test.each([0, 1, 999, 1_000, 64_000_000, 2_500_000_000, 1e18])(
  '%s bytes are written so that they are read back',
  (bytes) => {
    expect(parseByteSize(formatByteSize(bytes))).toBe(bytes)
  },
)
