import { satisfaction as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Typography } from 'antd'
import { useMemo } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { DateFilter } from '../../../parts/filters.tsx'
import { Page } from '../../../parts/page.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { compareProjects, useLatestPeriod, type Compared, type Comparison } from './api.ts'
import { chartOption } from './chart-option.ts'
import { CompareTable } from './compare-table.tsx'
import { Drawn } from './drawn.tsx'
import { ExportButton } from '../../../parts/export-button.tsx'
import { percent, points } from './figures.tsx'
import { Funnels } from './funnels.tsx'
import { LineTable } from '../service-lines/line-table.tsx'
import { SatisfactionPages } from './pages.tsx'

export function Component() {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const [filter] = useFilter(['period'])
  const latest = useLatestPeriod()
  const period = filter.period ?? latest
  const comparison = useQuery({
    queryKey: ['satisfaction', 'comparison', period],
    queryFn: () => compareProjects(period),
  })
  return (
    <Page
      title={s('comparison')}
      about={t('compare.about')}
      actions={
        <>
          <DateFilter name="period" label={s('period')} type="month" otherwise={latest} />
          <ExportButton load={() => api.satisfaction.comparison.file.$get({ query: { period } })} />
        </>
      }
    >
      <SatisfactionPages />
      {comparison.isPending ? (
        <Loading />
      ) : comparison.isLoadingError ? (
        <Failure error={comparison.error} retry={() => void comparison.refetch()} />
      ) : (
        <Projects comparison={comparison.data} />
      )}
    </Page>
  )
}

function Projects({ comparison }: { comparison: Comparison }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const { period, ranked, unranked, provisional, leastAnswers, leastRateE4, market, changes } = comparison
  if (ranked.length + unranked.length === 0) return <Nothing words={t('compare.empty')} />
  return (
    <>
      {provisional && <Alert type="warning" showIcon title={s('provisional')} style={{ marginBottom: 16 }} />}
      {ranked.length === 0 ? (
        <Nothing words={t('ranked.empty')} />
      ) : (
        <>
          <Chart period={period} ranked={ranked} />
          <CompareTable period={period} rows={ranked} withScore={market.length > 0} />
        </>
      )}
      {unranked.length > 0 && (
        <>
          <Typography.Title level={2} style={{ fontSize: 18, marginTop: 32 }}>
            {t('unranked.title')}
          </Typography.Title>
          <CompareTable period={period} rows={unranked} withScore={market.length > 0} />
        </>
      )}
      <div style={{ marginTop: 24, maxWidth: 900 }}>
        {[
          s('rankHelp', { answers: leastAnswers, rate: percent(leastRateE4) }),
          ...(changes.compared > 0 ? [s('changeHelp', changes)] : []),
          s('indexHelp'),
          t('collectionHelp', { days: comparison.measuredAfterDays }),
          s('methodHelp', { method: comparison.method }),
        ].map((words) => (
          <Typography.Paragraph key={words} type="secondary">
            {words}
          </Typography.Paragraph>
        ))}
      </div>
      <LineTable month={period} lines={comparison.lines} />
      <Funnels comparison={comparison} />
      {market.length > 0 && (
        <Typography.Paragraph type="secondary">
          {market.map(({ key, scoreE2, year, source }) => (
            <span key={key} style={{ display: 'block' }}>
              {s(key === 'benchmark' ? 'market.benchmark' : 'market.national', {
                source,
                year: String(year),
              })}
              {' · '}
              {points(scoreE2)}
            </span>
          ))}
          {s('marketHelp')}
        </Typography.Paragraph>
      )}
    </>
  )
}

function Chart({ period, ranked }: { period: string; ranked: readonly Compared[] }) {
  const t = useTexts(texts)
  const shown = useMemo(() => ranked.flatMap(chartPoint), [ranked])
  const option = useMemo(() => {
    const list = shown.map(({ name, value, low, high }) =>
      t('chart.point', {
        project: name,
        value: value.toFixed(2),
        low: low.toFixed(2),
        high: high.toFixed(2),
      }),
    )
    return chartOption(shown, {
      final: t('chart.final'),
      provisional: t('project.provisional'),
      description: t('chart.about', { month: period, list: list.join('、') }),
    })
  }, [shown, period, t])
  return (
    <Card size="small" title={t('chart.title')} style={{ marginBottom: 16 }}>
      <Drawn option={option} height={90 + 34 * shown.length} />
      <Typography.Text type="secondary">{t('chart.help')}</Typography.Text>
    </Card>
  )
}

function chartPoint({ name, state, figures }: Compared) {
  const index = figures[0]?.index
  if (index === undefined || index === null || index.lowE2 === null || index.highE2 === null) return []
  const [value, low, high] = [index.valueE2 / 100, index.lowE2 / 100, index.highE2 / 100]
  return [{ name, value, low, high, provisional: state === 'open' }]
}
