import { measures, type Measure } from '@heju/core/insight/satisfaction/shape'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { frame } from '../../../app/texts.ts'
import { trend as texts } from './texts.ts'
import { addMonths, type Period } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Alert, Select, Typography } from 'antd'
import { api, ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { isMonthOfOurTime } from '../../../parts/address-values.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
import { DateFilter } from '../../../parts/filters.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { useLatestPeriod } from '../satisfaction/api.ts'
import { SatisfactionPages } from '../satisfaction/pages.tsx'
import { readTrend, type TrendPoint } from './api.ts'
import { mostProjects } from './lines.ts'
import { TrendChart } from './trend-chart.tsx'
import { TrendTable } from './trend-table.tsx'

/** A year is shown where nothing else is asked for. */
const monthsBefore = 11

/** How one measure of the survey goes from month to month, project by project. */
export function Component() {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const f = useTexts(frame)
  const latest = useLatestPeriod()
  const [filter, setFilter] = useFilter(['from', 'to', 'measure', 'projects'], {
    from: isMonthOfOurTime,
    to: isMonthOfOurTime,
  })
  const to = filter.to ?? latest
  const from = filter.from ?? addMonths(to, -monthsBefore)
  const measure = measures.find((each) => each === filter.measure) ?? 'all'
  const inOrder = from <= to
  const trend = useQuery({
    queryKey: ['satisfaction', 'trend', from, to, measure],
    queryFn: () => readTrend({ from, to, measure }),
    enabled: inOrder,
  })
  const wrong = inOrder ? monthsRefused(trend.error) : f('filter.order')
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <Select<Measure>
            aria-label={t('measure')}
            value={measure}
            onChange={(next) => setFilter({ measure: next })}
            options={measures.map((value) => ({ value, label: s(`measure.${value}`) }))}
            style={{ minWidth: 130 }}
          />
          <DateFilter name="from" label={t('from')} type="month" otherwise={from} wrong={wrong} />
          <DateFilter name="to" label={t('to')} type="month" otherwise={to} />
          <ExportButton load={() => api.satisfaction.trend.file.$get({ query: { from, to, measure } })} />
        </>
      }
    >
      <SatisfactionPages />
      {wrong !== undefined ? null : trend.isPending ? (
        <Loading />
      ) : trend.isError ? (
        <Failure error={trend.error} retry={() => void trend.refetch()} />
      ) : trend.data.points.length === 0 ? (
        <Nothing words={t('empty')} />
      ) : (
        <Projects points={trend.data.points} measure={measure} from={from} to={to} />
      )}
    </Page>
  )
}

/** What is wrong with the months that were asked for, where that is it: it is said at their field, and helped there. */
function monthsRefused(error: unknown): string | undefined {
  const said = error instanceof ApiError ? error.fields.map(({ message }) => message).join(' ') : ''
  return said === '' ? undefined : said
}

interface Shown {
  points: readonly TrendPoint[]
  measure: Measure
  from: Period
  to: Period
}

/** The projects that are chosen, or the first ones, as a chart and as a table. */
function Projects({ points, ...shown }: Shown) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const projectName = useProjectNames()
  const [filter, setFilter] = useFilter(['projects'])
  const all = [...new Set(points.map(({ projectId }) => projectId))].toSorted((a, b) =>
    projectName(a).localeCompare(projectName(b)),
  )
  const wanted = new Set(filter.projects?.split(','))
  const chosen = all.filter((id) => wanted.has(id))
  const projectIds = (chosen.length > 0 ? chosen : all).slice(0, mostProjects)
  const own = points.filter(({ projectId }) => projectIds.includes(projectId))
  return (
    <>
      {all.length > 1 && (
        <Select<string[]>
          mode="multiple"
          aria-label={t('projects')}
          maxCount={mostProjects}
          allowClear
          value={projectIds}
          onChange={(next) => setFilter({ projects: next.join(',') })}
          options={all.map((value) => ({ value, label: projectName(value) }))}
          showSearch={{ optionFilterProp: 'label' }}
          style={{ width: '100%', maxWidth: 720, marginBottom: 16 }}
        />
      )}
      {all.length > mostProjects && chosen.length === 0 && (
        <Alert
          type="info"
          showIcon
          title={t('most', { of: all.length, most: mostProjects })}
          style={{ marginBottom: 16 }}
        />
      )}
      <TrendChart points={own} projectIds={projectIds} {...shown} />
      <TrendTable points={own} />
      <Typography.Paragraph type="secondary" style={{ marginTop: 24, maxWidth: 900 }}>
        {s('indexHelp')}
      </Typography.Paragraph>
    </>
  )
}
