import { CustomChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use as register } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'
import { chartOption, type ChartPoint, type ChartWords } from './chart-option.ts'

register([AriaComponent, CustomChart, GridComponent, LegendComponent, ScatterChart, SVGRenderer])

/** Projects below each other with their indexes and, as bars with caps, the intervals: overlap shows at a glance. */
export default function IndexChart({ points, words }: { points: readonly ChartPoint[]; words: ChartWords }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption(chartOption(points, words))
    const resizes = new ResizeObserver(() => chart.resize())
    resizes.observe(box.current)
    return () => {
      resizes.disconnect()
      chart.dispose()
    }
  }, [points, words])
  return <div ref={box} style={{ height: 90 + 34 * points.length, width: '100%' }} />
}
