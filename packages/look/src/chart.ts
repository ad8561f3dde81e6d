/** How one series of a chart is told from the others, by colour and, never by colour alone, by shape and line. */
export interface ChartSeriesLook {
  color: string
  /** ECharts' name of the point's symbol. */
  symbol: 'circle' | 'triangle' | 'rect' | 'diamond' | 'roundRect' | 'pin'
  /** Dash pattern of the line in px; `[]` is solid. */
  dash: readonly number[]
  /** ECharts decal of bars and slices: a pattern over the colour, for print and for those who see no colour. */
  decal: {
    symbol: 'none' | 'circle' | 'rect' | 'triangle'
    dashArrayX: readonly number[]
    dashArrayY: readonly number[]
    rotation: number
  }
}

const plain = { symbol: 'none', dashArrayX: [1, 0], dashArrayY: [1, 0], rotation: 0 } as const

/**
 * Six series and no more: past six, group the rest as "other" or draw small multiples. The colours are at least
 * 15 ΔE2000 apart for full colour vision and for protanopia, deuteranopia and tritanopia, and 3:1 on white.
 */
export const chartSeries: readonly ChartSeriesLook[] = [
  { color: '#0f6b58', symbol: 'circle', dash: [], decal: plain },
  {
    color: '#c78200',
    symbol: 'triangle',
    dash: [6, 4],
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: Math.PI / 4 },
  },
  {
    color: '#2c3c94',
    symbol: 'rect',
    dash: [2, 3],
    decal: { symbol: 'circle', dashArrayX: [2, 6], dashArrayY: [2, 6], rotation: 0 },
  },
  {
    color: '#a17adf',
    symbol: 'diamond',
    dash: [10, 4],
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: -Math.PI / 4 },
  },
  {
    color: '#6f9e89',
    symbol: 'roundRect',
    dash: [8, 3, 2, 3],
    decal: { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 5], rotation: 0 },
  },
  {
    color: '#7c140a',
    symbol: 'pin',
    dash: [1, 2],
    decal: { symbol: 'triangle', dashArrayX: [4, 6], dashArrayY: [4, 6], rotation: 0 },
  },
]
