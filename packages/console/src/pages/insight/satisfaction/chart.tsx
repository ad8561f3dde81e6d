import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts'
import { AriaComponent, GridComponent, LegendComponent } from 'echarts/components'
import { init, use as register, type ComposeOption } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { useEffect, useRef } from 'react'

register([
  AriaComponent,
  BarChart,
  CustomChart,
  GridComponent,
  LegendComponent,
  LineChart,
  ScatterChart,
  SVGRenderer,
])

type Option = ComposeOption<never>

/** Draws a chart as wide as its place; what it says in words is in its description. */
export function Chart({ option, height }: { option: object; height: number }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (box.current === null) return
    const chart = init(box.current, null, { renderer: 'svg' })
    chart.setOption(option as Option)
    const resizes = new ResizeObserver(() => chart.resize())
    resizes.observe(box.current)
    return () => {
      resizes.disconnect()
      chart.dispose()
    }
  }, [option])
  return <div ref={box} style={{ height, width: '100%' }} />
}
