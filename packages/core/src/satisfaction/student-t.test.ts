import { describe, expect, test } from 'vitest'
import { studentT95 } from './student-t.ts'

describe('studentT95', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2, column 0.975.
  test.each([
    [1, 12.706],
    [2, 4.303],
    [5, 2.571],
    [9, 2.262],
    [10, 2.228],
    [11, 2.201],
    [15, 2.131],
    [20, 2.086],
    [29, 2.045],
    [30, 2.042],
    [60, 2.0],
    [100, 1.984],
  ])('with %i degrees of freedom is as published', (degrees, published) => {
    expect(studentT95(degrees)).toBeCloseTo(published, 3)
  })

  test('falls towards the normal quantile and never below it', () => {
    const values = Array.from({ length: 2000 }, (_, i) => studentT95(i + 1))
    expect(values.every((value, i) => i === 0 || value < (values[i - 1] as number))).toBe(true)
    expect(values.at(-1)).toBeGreaterThan(1.95996)
    expect(studentT95(1e9)).toBeCloseTo(1.95996, 4)
  })
})
