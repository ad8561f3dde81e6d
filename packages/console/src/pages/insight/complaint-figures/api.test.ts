import { sumOfCounts } from '@heju/core/desk/complaints/shape'
import type { Period } from '@heju/kernel'
import { expect, test } from 'vitest'
import { sumByMonth, type ComplaintFigure } from './api.ts'

const figure = (month: string, of: Partial<ComplaintFigure>) =>
  ({ ...sumOfCounts([]), month, ...of }) as ComplaintFigure

test('a year has twelve months to the last one, projects are added up, and a month without complaints is nought', () => {
  const months = sumByMonth('2026-11' as Period, [
    figure('2026-11', { met: 2, missed: 1, effective: 1 }),
    figure('2026-11', { met: 3, running: 4 }),
    figure('2026-09', { missed: 1 }),
  ])
  expect(months.map(({ month }) => month)).toEqual([
    '2025-12',
    ...Array.from({ length: 11 }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`),
  ])
  expect(months.at(-1)).toEqual({
    ...sumOfCounts([]),
    month: '2026-11',
    met: 5,
    missed: 1,
    running: 4,
    effective: 1,
  })
  expect(months.at(-2)).toEqual({ ...sumOfCounts([]), month: '2026-10' })
  expect(months.at(-3)).toMatchObject({ missed: 1 })
})
