import {
  type Color,
  converter,
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  wcagContrast,
} from 'culori'
import { describe, expect, test } from 'vitest'
import { chartSeries } from './chart.ts'
import { color } from './color.ts'

const rgb = converter('rgb')
const difference = differenceCiede2000()
const pairs = chartSeries.flatMap((a, index) =>
  chartSeries.slice(index + 1).map((b) => [a.color, b.color] as const),
)

describe('series of a chart', () => {
  test.each([
    ['full colour vision', <C extends Color>(seen: C) => seen],
    ['protanopia', filterDeficiencyProt(1)],
    ['deuteranopia', filterDeficiencyDeuter(1)],
    ['tritanopia', filterDeficiencyTrit(1)],
  ])('any two are told apart with %s', (_, seen) => {
    for (const [a, b] of pairs)
      expect(difference(seen(rgb(a)!), seen(rgb(b)!)), `${a} and ${b}`).toBeGreaterThan(15)
  })

  test('each stands out from the page', () => {
    for (const { color: series } of chartSeries)
      expect(wcagContrast(series, color.surface)).toBeGreaterThanOrEqual(3)
  })

  test('each has a symbol, a line and a pattern of its own, for those who see no colour', () => {
    for (const key of ['symbol', 'dash', 'decal'] as const) {
      expect(new Set(chartSeries.map((series) => JSON.stringify(series[key]))).size).toBe(chartSeries.length)
    }
  })

  test('the first is the house colour', () => {
    expect(chartSeries[0]?.color).toBe(color.brand)
  })
})
