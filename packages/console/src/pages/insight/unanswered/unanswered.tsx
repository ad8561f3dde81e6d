import { unanswered as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { useQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { Link } from 'react-router'
import { ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { InProject, ProjectSelect } from '../../../parts/chosen-project.tsx'
import { When } from '../../../parts/figures.tsx'
import { useMonthName } from '../../../parts/month-name.ts'
import { Page } from '../../../parts/page.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { readRound, useLatestPeriod, type Round } from '../satisfaction/api.ts'
import { StoppedNotice } from '../../platform/stopped-work/stopped-notice.tsx'
import { HouseholdList } from './household-list.tsx'

/** Who has not answered the survey that is open, for those who call or visit them. */
export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  if (!may('surveys.record'))
    return (
      <Page title={t('title')}>
        <Nothing words={t('notAllowed')} />
      </Page>
    )
  return (
    <InProject title={t('title')}>
      {(projectId) => <Unanswered key={projectId} projectId={projectId} />}
    </InProject>
  )
}

function Unanswered({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const period = useLatestPeriod()
  const round = useQuery({
    queryKey: ['satisfaction', 'round', projectId, period],
    queryFn: () => readRound(projectId, period),
  })
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <ProjectSelect projectId={projectId} />
          <Link to={`/console/satisfaction/surveys?projectId=${projectId}&period=${period}`}>
            {s('answersTitle')}
          </Link>
        </>
      }
    >
      <StoppedNotice of={{ kind: 'survey.' }} />
      {round.isPending ? (
        <Loading />
      ) : round.error instanceof ApiError && round.error.code === 'satisfaction.no_round' ? (
        <Nothing words={t('none')} />
      ) : round.isLoadingError ? (
        <Failure error={round.error} retry={() => void round.refetch()} />
      ) : round.data.state === 'open' ? (
        <>
          <Progress round={round.data} period={period} />
          <HouseholdList projectId={projectId} period={period} />
        </>
      ) : (
        <Nothing words={t('closed')} />
      )}
    </Page>
  )
}

/** How far the round is, and until when an answer is taken. */
function Progress({ round: { households, answers, closesAt }, period }: { round: Round; period: string }) {
  const t = useTexts(texts)
  const monthName = useMonthName()
  return (
    <Alert
      type="info"
      showIcon
      title={t('progress', { month: monthName(period), households, answers, open: households - answers })}
      description={
        <>
          {t('until')}
          <When at={closesAt} />
        </>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
