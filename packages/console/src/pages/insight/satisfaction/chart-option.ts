import { chartSeries, color } from '@heju/look'
import type { CustomSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, LegendComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

export type ChartOption = ComposeOption<
  AriaComponentOption | CustomSeriesOption | GridComponentOption | LegendComponentOption | ScatterSeriesOption
>

/** One project's index in points, with its interval. */
export interface ChartPoint {
  name: string
  value: number
  low: number
  high: number
  provisional: boolean
}
export interface ChartWords {
  final: string
  provisional: string
  /** The whole chart in words, for those who do not see it. */
  description: string
}

/** How the chart is drawn: indexes as points, intervals as bars with caps. */
export function chartOption(points: readonly ChartPoint[], words: ChartWords): ChartOption {
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.description } },
    legend: { top: 0, textStyle: { color: color.ink } },
    grid: { left: 16, right: 24, top: 36, bottom: 8, outerBoundsMode: 'same' },
    xAxis: { type: 'value', scale: true, splitLine: { lineStyle: { color: color.line } } },
    yAxis: {
      type: 'category',
      inverse: true,
      data: points.map(({ name }) => name),
      axisTick: { show: false },
      axisLabel: { color: color.ink, width: 140, overflow: 'truncate' },
    },
    series: [false, true].flatMap((provisional) => seriesOf(points, provisional, words)),
  }
}

/** What is final and what is provisional are told apart by colour, symbol and line. */
function seriesOf(
  points: readonly ChartPoint[],
  provisional: boolean,
  words: ChartWords,
): (CustomSeriesOption | ScatterSeriesOption)[] {
  const look = chartSeries[provisional ? 1 : 0]
  const shown = points.flatMap((point, row) => (point.provisional === provisional ? [{ point, row }] : []))
  if (look === undefined || shown.length === 0) return []
  const name = provisional ? words.provisional : words.final
  return [
    {
      type: 'custom',
      name,
      itemStyle: { color: look.color },
      silent: true,
      renderItem: (_, api) => errorBar(api, look),
      encode: { x: [0, 1], y: 2 },
      data: shown.map(({ point: { low, high }, row }) => [low, high, row]),
    },
    {
      type: 'scatter',
      name,
      symbol: look.symbol,
      symbolSize: 11,
      itemStyle: { color: look.color },
      silent: true,
      data: shown.map(({ point: { value }, row }) => [value, row]),
    },
  ]
}

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>

function errorBar(
  api: Parameters<RenderItem>[1],
  { color: stroke, dash }: (typeof chartSeries)[number],
): ReturnType<RenderItem> {
  const row = Number(api.value(2))
  const [left = 0, y = 0] = api.coord([Number(api.value(0)), row])
  const [right = 0] = api.coord([Number(api.value(1)), row])
  const line = (x1: number, y1: number, x2: number, y2: number, lineDash: number[]) => ({
    type: 'line' as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth: 2, lineDash },
  })
  return {
    type: 'group',
    children: [
      line(left, y, right, y, [...dash]),
      line(left, y - 6, left, y + 6, []),
      line(right, y - 6, right, y + 6, []),
    ],
  }
}
