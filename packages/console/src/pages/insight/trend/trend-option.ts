import { chartSeries, color } from '@heju/look'
import type { CustomSeriesOption, LineSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, LegendComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'

export type TrendOption = ComposeOption<
  AriaComponentOption | CustomSeriesOption | GridComponentOption | LegendComponentOption | LineSeriesOption
>

/** One month of one line: where in the months it stands, in points with its interval. */
export interface LinePoint {
  month: number
  value: number
  low: number | null
  high: number | null
  /** Too little to be trusted: drawn hollow. */
  weak: boolean
}
/** What is measured in one way at one place; another questionnaire is another line. */
export interface TrendLine {
  name: string
  /** Which of the looks it has: lines of one project share it. */
  look: number
  points: readonly LinePoint[]
}

/** Lines and their intervals over the months. Lines beside each other keep apart by a little, so that no interval hides another. */
export function trendOption(
  months: readonly string[],
  lines: readonly TrendLine[],
  description: string,
): TrendOption {
  const looks = new Set(lines.map(({ look }) => look)).size
  return {
    animation: false,
    aria: { enabled: true, label: { description } },
    legend: {
      top: 0,
      type: 'plain',
      itemWidth: 14,
      itemHeight: 12,
      textStyle: { color: color.ink },
      data: lines.flatMap(legendOf),
    },
    grid: {
      left: 16,
      right: 24,
      top: 24 + 24 * Math.ceil(lines.length / 3),
      bottom: 8,
      outerBoundsMode: 'same',
    },
    xAxis: {
      type: 'value',
      min: -0.5,
      max: months.length - 0.5,
      interval: 0.5,
      axisTick: { show: false },
      axisLine: { onZero: false },
      splitLine: { show: false },
      axisLabel: {
        color: color.ink,
        hideOverlap: true,
        formatter: (at: number) => (Number.isInteger(at) ? (months[at] ?? '') : ''),
      },
    },
    yAxis: {
      type: 'value',
      scale: true,
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: { lineStyle: { color: color.line } },
    },
    series: lines.flatMap((line) =>
      seriesOf(line, (line.look - (looks - 1) / 2) * Math.min(0.12, 0.6 / looks)),
    ),
  }
}

/** By its symbol as well as by its colour; nothing of a line without a point. */
function legendOf({ name, look, points }: TrendLine) {
  const style = chartSeries[look % chartSeries.length]
  return points.length === 0 || style === undefined ? [] : [{ name, icon: style.symbol }]
}

/** @param beside how far the line stands beside its months */
function seriesOf(
  { name, look, points }: TrendLine,
  beside: number,
): (CustomSeriesOption | LineSeriesOption)[] {
  const style = chartSeries[look % chartSeries.length]
  if (style === undefined) return []
  return [
    {
      type: 'custom',
      name,
      itemStyle: { color: style.color },
      silent: true,
      renderItem: (_, api) => interval(api, style.color),
      encode: { x: 0, y: [1, 2] },
      data: points.flatMap(({ month, low, high }) =>
        low === null || high === null ? [] : [[month + beside, low, high]],
      ),
    },
    {
      type: 'line',
      name,
      silent: true,
      symbol: style.symbol,
      symbolSize: 9,
      showAllSymbol: true,
      connectNulls: false,
      lineStyle: { color: style.color, width: 2, type: [...style.dash] },
      itemStyle: { color: style.color },
      data: withGaps(points).map((point) =>
        point === null
          ? { value: [null, null] as never }
          : {
              value: [point.month + beside, point.value],
              ...(point.weak && {
                itemStyle: { color: color.surface, borderColor: style.color, borderWidth: 2 },
              }),
            },
      ),
    },
  ]
}

/** With nothing in between where months were left out, so that no line leads over them. */
function withGaps(points: readonly LinePoint[]): (LinePoint | null)[] {
  return points.flatMap((point, i) => {
    const before = points[i - 1]
    return before !== undefined && point.month > before.month + 1 ? [null, point] : [point]
  })
}

type RenderItem = NonNullable<CustomSeriesOption['renderItem']>

function interval(api: Parameters<RenderItem>[1], stroke: string): ReturnType<RenderItem> {
  const month = Number(api.value(0))
  const [x = 0, low = 0] = api.coord([month, Number(api.value(1))])
  const [, high = 0] = api.coord([month, Number(api.value(2))])
  const line = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line' as const,
    shape: { x1, y1, x2, y2 },
    style: { stroke, lineWidth: 1.5 },
  })
  return {
    type: 'group',
    children: [line(x, low, x, high), line(x - 4, low, x + 4, low), line(x - 4, high, x + 4, high)],
  }
}
