import { outcomesOfTerm } from '@heju/core/desk/complaints/shape'
import { chartSeries, color } from '@heju/look'
import type { BarSeriesOption } from 'echarts/charts'
import type { AriaComponentOption, GridComponentOption, LegendComponentOption } from 'echarts/components'
import type { ComposeOption } from 'echarts/core'
import type { MonthSum } from './api.ts'

export type MonthsOption = ComposeOption<
  AriaComponentOption | BarSeriesOption | GridComponentOption | LegendComponentOption
>

export interface MonthsWords {
  met: string
  missed: string
  running: string
  /** The whole chart in words, for those who do not see it. */
  description: string
}

/** How many came in in each month, and how their term came out: told apart by colour and by pattern. */
export function monthsOption(months: readonly MonthSum[], words: MonthsWords): MonthsOption {
  return {
    animation: false,
    aria: { enabled: true, label: { description: words.description } },
    legend: { top: 0, textStyle: { color: color.ink } },
    grid: { left: 8, right: 8, top: 36, bottom: 8, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: months.map(({ month }) => month.slice(2).replace('-', '/')),
      axisTick: { show: false },
      axisLabel: { color: color.ink, hideOverlap: true },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: { lineStyle: { color: color.line } } },
    series: outcomesOfTerm.map((name, i): BarSeriesOption => {
      const look = chartSeries[i]
      return {
        type: 'bar',
        stack: 'all',
        name: words[name],
        silent: true,
        barMaxWidth: 40,
        ...(look && {
          itemStyle: {
            color: look.color,
            decal: {
              ...look.decal,
              dashArrayX: [...look.decal.dashArrayX],
              dashArrayY: [...look.decal.dashArrayY],
              color: color.surface,
            },
          },
        }),
        data: months.map((month) => month[name]),
      }
    }),
  }
}
