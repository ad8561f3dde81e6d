import { complaintFigures as texts } from './texts.ts'
import type { Period } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Card, Typography } from 'antd'
import { useMemo } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { api } from '../../../app/api.ts'
import { useFilter } from '../../../parts/address.ts'
import { ExportButton } from '../../../parts/export-button.tsx'
import { DateFilter, Filters, ProjectFilter } from '../../../parts/filters.tsx'
import { Page } from '../../../parts/page.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { Drawn } from '../satisfaction/drawn.tsx'
import { readFigures, sumByMonth, useThisMonth, yearTo, type ComplaintFigure } from './api.ts'
import { LineTable } from '../service-lines/line-table.tsx'
import { FiguresTable } from './figures-table.tsx'
import { monthsOption } from './months-option.ts'

/** Complaints month by month (D109): a year to look back on, and the figures of a month, or of one project's months. */
export function Component() {
  const t = useTexts(texts)
  const [{ month, projectId }] = useFilter(['month', 'projectId'])
  const thisMonth = useThisMonth()
  const to = month ?? thisMonth
  const year = yearTo(to, projectId)
  // What the table shows: of one project its months, of all the month.
  const shown = projectId === undefined ? { from: to, to } : year
  const figures = useQuery({
    queryKey: ['complaints', 'figures', to, projectId],
    queryFn: () => readFigures(year),
  })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={<ExportButton load={() => api.complaints.figures.file.$get({ query: shown })} />}
    >
      <Filters names={['month', 'projectId']}>
        <DateFilter name="month" label={t('month.last')} type="month" otherwise={thisMonth} />
        <ProjectFilter />
      </Filters>
      {figures.isPending ? (
        <Loading />
      ) : figures.isLoadingError ? (
        <Failure error={figures.error} retry={() => void figures.refetch()} />
      ) : figures.data.figures.length === 0 ? (
        <Nothing words={t('empty')} />
      ) : (
        <>
          <Months to={to} figures={figures.data.figures} />
          <FiguresTable
            to={to}
            ofProject={projectId !== undefined}
            figures={figures.data.figures}
            months={figures.data.months}
          />
          <Typography.Paragraph type="secondary" style={{ maxWidth: 900, marginTop: 16 }}>
            {t('help')}
          </Typography.Paragraph>
          <LineTable month={to} projectId={projectId} lines={figures.data.lines} />
        </>
      )}
    </Page>
  )
}

function Months({ to, figures }: { to: Period; figures: readonly ComplaintFigure[] }) {
  const t = useTexts(texts)
  const option = useMemo(() => {
    const months = sumByMonth(to, figures)
    const list = months.map((month) => t('chart.point', { ...month })).join('；')
    return monthsOption(months, {
      met: t('met'),
      missed: t('missed'),
      running: t('running'),
      description: t('chart.about', { list }),
    })
  }, [to, figures, t])
  return (
    <Card size="small" title={t('chart.title')} style={{ marginBottom: 16 }}>
      <Drawn option={option} height={260} />
    </Card>
  )
}
