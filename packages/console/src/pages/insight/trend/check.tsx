import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { trend as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Tag } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useFilter } from '../../../parts/address.ts'
import { DateFilter } from '../../../parts/filters.tsx'
import { useMonthName } from '../../../parts/month-name.ts'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { useLatestPeriod } from '../satisfaction/api.ts'
import { SatisfactionPages } from '../satisfaction/pages.tsx'
import { checkResults, type Checked } from './api.ts'

/** Whether a month's results follow from the answers, as they did when they were reported. */
export function Component() {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const monthName = useMonthName()
  const latest = useLatestPeriod()
  const [filter] = useFilter(['period'])
  const period = filter.period ?? latest
  const check = useQuery({
    queryKey: ['satisfaction', 'check', period],
    queryFn: () => checkResults(period),
    // What was found a moment ago says nothing of now.
    staleTime: 0,
  })
  return (
    <Page
      title={t('checkTitle')}
      about={t('checkAbout')}
      actions={<DateFilter name="period" label={s('period')} type="month" otherwise={latest} />}
    >
      <SatisfactionPages />
      {check.isFetching ? (
        <Loading />
      ) : check.isError || check.data === undefined ? (
        <Failure error={check.error} retry={() => void check.refetch()} />
      ) : check.data.rounds.length === 0 ? (
        <Nothing words={t('check.empty', { month: monthName(period) })} />
      ) : (
        <Outcome rounds={check.data.rounds} period={period} />
      )}
    </Page>
  )
}

function Outcome({ rounds, period }: { rounds: readonly Checked[]; period: string }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const projectName = useProjectNames()
  const monthName = useMonthName()
  const broken = rounds.filter(({ intact }) => !intact)
  const told = { month: monthName(period), count: rounds.length, differing: broken.length }
  const outcome = broken.length === 0 ? 'check.agree' : 'check.differ'
  return (
    <>
      <Alert
        type={broken.length === 0 ? 'success' : 'error'}
        role={broken.length === 0 ? 'status' : 'alert'}
        showIcon
        title={t(outcome, told)}
        description={t(`${outcome}.about`)}
        style={{ marginBottom: 16 }}
      />
      <RowsTable<Checked>
        label={t('checkTitle')}
        size="middle"
        rowKey="roundId"
        // What differs is what somebody has to see to.
        dataSource={[...broken, ...rounds.filter(({ intact }) => intact)]}
        columns={[
          { title: s('project'), onPhone: 'name', render: (_, { projectId }) => projectName(projectId) },
          {
            title: t('check.result'),
            onPhone: 'end',
            render: (_, { intact }) => (
              <Tag color={intact ? 'success' : 'error'}>{t(intact ? 'check.same' : 'check.other')}</Tag>
            ),
          },
          {
            title: t('check.which'),
            render: (_, { differing }) => differing.map((measure) => s(`measure.${measure}`)).join('、'),
          },
        ]}
      />
    </>
  )
}
