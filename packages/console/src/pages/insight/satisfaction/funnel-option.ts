import { chartSeries, color } from '@heju/look'
import type { LineSeriesOption, ScatterSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, LegendComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { Funnel } from './api.ts'

export type FunnelOption = ComposeOption<
  AriaComponentOption | GridComponentOption | LegendComponentOption | LineSeriesOption | ScatterSeriesOption
>

/** One project: of how many, its figure, and whether it lies beyond the usual spread. */
export interface FunnelPoint {
  name: string
  of: number
  value: number
  beyond: boolean
}

export interface FunnelWords {
  across: string
  centre: string
  warning: string
  alarm: string
  within: string
  beyond: string
  /** The whole chart in words, for those who do not see it. */
  description: string
}

/** With so many projects their names still find room beside their points; with more, only those beyond have theirs. */
const namedAll = 12

/**
 * A funnel plot: figures over size with the limits that chance, and the usual differences, leave at each size. Lines are
 * told apart by their dashes and points by their symbols, also without colour.
 * @param scale what a fraction is shown as: 1,000 households or 100 per cent
 */
export function funnelOption(
  { centre, lines }: Pick<Funnel, 'centre' | 'lines'>,
  points: readonly FunnelPoint[],
  words: FunnelWords,
  scale: number,
): FunnelOption {
  const end = lines.at(-1)?.of ?? 1
  const limit = (name: string, type: 'dashed' | 'solid', at: (line: Funnel['lines'][number]) => number) =>
    lineOf(
      name,
      type,
      color.inkSoft,
      lines.map((line) => [line.of, at(line) * scale]),
    )
  // The lines of the smallest sizes reach very far: the picture shows the points, and the lines where most projects lie.
  const usual = lines[Math.floor(lines.length / 2)]?.alarm.high ?? 0
  const highest = Math.max(usual * scale, ...points.map(({ value }) => value * 1.15))
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.description } },
    legend: { top: 0, textStyle: { color: color.ink }, data: legendOf(points, words) },
    grid: { left: 16, right: 24, top: 60, bottom: 24, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: 0,
      max: end,
      name: words.across,
      nameLocation: 'middle',
      nameGap: 28,
      nameTextStyle: { color: color.ink },
      axisLabel: { showMaxLabel: false, formatter: (value: number) => String(Math.round(value)) },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: scale === 100 ? 100 : Math.ceil(highest / 20) * 20,
      splitLine: { lineStyle: { color: color.line } },
    },
    series: [
      lineOf(words.centre, 'solid', color.brand, [
        [0, centre * scale],
        [end, centre * scale],
      ]),
      limit(words.warning, 'dashed', ({ warning }) => warning.low),
      limit(words.warning, 'dashed', ({ warning }) => warning.high),
      limit(words.alarm, 'solid', ({ alarm }) => alarm.low),
      limit(words.alarm, 'solid', ({ alarm }) => alarm.high),
      pointsOf(
        words.within,
        0,
        points.length <= namedAll,
        points.filter(({ beyond }) => !beyond),
      ),
      pointsOf(
        words.beyond,
        1,
        true,
        points.filter(({ beyond }) => beyond),
      ),
    ],
  }
}

function legendOf(points: readonly FunnelPoint[], words: FunnelWords): string[] {
  const some = points.some(({ beyond }) => beyond)
  return [words.within, ...(some ? [words.beyond] : []), words.centre, words.warning, words.alarm]
}

function lineOf(
  name: string,
  type: 'dashed' | 'solid',
  stroke: string,
  data: [number, number][],
): LineSeriesOption {
  return {
    type: 'line',
    name,
    silent: true,
    symbol: 'none',
    clip: true,
    lineStyle: { type, color: stroke, width: type === 'dashed' ? 1.5 : 1 },
    itemStyle: { color: stroke },
    data,
  }
}

function pointsOf(
  name: string,
  series: number,
  named: boolean,
  points: readonly FunnelPoint[],
): ScatterSeriesOption {
  const look = chartSeries[series] ?? { color: color.ink, symbol: 'circle' }
  return {
    type: 'scatter',
    name,
    silent: true,
    symbol: look.symbol,
    symbolSize: series === 0 ? 9 : 13,
    itemStyle: { color: look.color },
    label: {
      show: named,
      position: 'top',
      color: color.ink,
      formatter: ({ dataIndex }) => points[dataIndex]?.name ?? '',
    },
    labelLayout: { hideOverlap: true },
    data: points.map(({ of, value }) => [of, value]),
  }
}
