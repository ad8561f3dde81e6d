import { useCode } from '../../../parts/code.ts'
import { CodeFailure } from '../../../parts/code-failure.tsx'
import { Loading } from '../../../parts/states.tsx'

const chart = () => import('./chart.tsx').then(({ Chart }) => Chart)

/** A chart; what draws it is large and comes when the page is there. @param height in pixels */
export function Drawn(drawing: { option: object; height: number }) {
  const { data: Chart, error, isFetching, refetch } = useCode('chart', chart)
  if (Chart !== undefined) return <Chart {...drawing} />
  if (error !== null && !isFetching) return <CodeFailure error={error} retry={() => void refetch()} />
  return <Loading />
}
