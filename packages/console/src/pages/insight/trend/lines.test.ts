import { expect, test } from 'vitest'
import type { TrendPoint } from './api.ts'
import { linesOf } from './lines.ts'

const point = (period: string, more: Partial<TrendPoint> = {}): TrendPoint => ({
  projectId: 'proj_a',
  period,
  persons: 40,
  answered: 34,
  answers: 34,
  households: 40,
  methodology: 1,
  index: { valueE2: 8700, lowE2: 8400, highE2: 9000 },
  unrankedBecause: null,
  ...more,
})
const nameOf = (id: string, version: number | undefined) => [id, version].filter(Boolean).join(' ')

test('months of two questionnaires are two lines of one look, and never one', () => {
  const points = [point('2026-08'), point('2026-09'), point('2026-10', { methodology: 2 })]
  const lines = linesOf(points, ['proj_a'], '2026-08', nameOf)
  expect(lines.map(({ name, look, points: own }) => [name, look, own.map(({ month }) => month)])).toEqual([
    ['proj_a 1', 0, [0, 1]],
    ['proj_a 2', 0, [2]],
  ])
})

test('a month without answers has no point, and one with too few is weak', () => {
  const points = [point('2026-08', { index: null }), point('2026-10', { unrankedBecause: 'too_few_answers' })]
  const [line] = linesOf(points, ['proj_a', 'proj_b'], '2026-08', nameOf)
  expect(line?.points).toEqual([{ month: 2, value: 87, low: 84, high: 90, weak: true }])
})
