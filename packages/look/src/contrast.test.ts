import { wcagContrast } from 'culori'
import { describe, expect, test } from 'vitest'
import { color, type ColorName } from './color.ts'

const grounds: ColorName[] = ['surface', 'canvas', 'sunken']
const accents = ['brand', 'overdue', 'done', 'warning'] as const

/** Every pair of text and ground that the pages may use. WCAG 2.2, 1.4.3: 4.5:1. */
const texts: [ColorName, ColorName][] = [
  ...(['ink', 'inkSoft', 'inkFaint', ...accents] as const).flatMap((text) =>
    grounds.map((ground): [ColorName, ColorName] => [text, ground]),
  ),
  ...accents.flatMap((accent): [ColorName, ColorName][] => [
    [accent, `${accent}Soft`],
    ['ink', `${accent}Soft`],
    ['inkSoft', `${accent}Soft`],
    [`${accent}Hover`, 'surface'],
    [`${accent}Hover`, `${accent}Soft`],
    ['inkOnAccent', accent],
    ['inkOnAccent', `${accent}Hover`],
    ['inkOnAccent', `${accent}Active`],
  ]),
]

/** Edges of controls and the focus ring. WCAG 2.2, 1.4.11: 3:1. */
const edges: [ColorName, ColorName][] = (['edge', 'brand', 'overdue'] as const).flatMap((edge) =>
  grounds.map((ground): [ColorName, ColorName] => [edge, ground]),
)

describe('contrast', () => {
  test.each(texts)('%s is legible on %s', (text, ground) => {
    expect(wcagContrast(color[text], color[ground])).toBeGreaterThanOrEqual(4.5)
  })

  test.each(edges)('the edge %s is visible on %s', (edge, ground) => {
    expect(wcagContrast(color[edge], color[ground])).toBeGreaterThanOrEqual(3)
  })
})
