import { satisfaction as texts } from './texts.ts'
import { unanswered as unansweredTexts } from '../unanswered/texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Card, Descriptions, Typography } from 'antd'
import { Link } from 'react-router'
import { ApiError } from '../../../app/api.ts'
import { MeasureName } from '../../../parts/measure.tsx'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { DateFilter } from '../../../parts/filters.tsx'
import { InProject, ProjectSelect } from '../../../parts/chosen-project.tsx'
import { When } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { Failure, Loading, Nothing } from '../../../parts/states.tsx'
import { AnswerList } from './answers.tsx'
import { readRound, useLatestPeriod, type Round } from './api.ts'
import { DimensionTable } from './dimension-table.tsx'
import { StoppedNotice } from '../../platform/stopped-work/stopped-notice.tsx'
import { Change, IndexFigure, percent, percentRange, points } from './figures.tsx'

export function Component() {
  const s = useTexts(satisfactionTexts)
  return <InProject title={s('answersTitle')}>{(projectId) => <Survey projectId={projectId} />}</InProject>
}

function Survey({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const latest = useLatestPeriod()
  const [filter] = useFilter(['period'])
  const period = filter.period ?? latest
  const round = useQuery({
    queryKey: ['satisfaction', 'round', projectId, period],
    queryFn: () => readRound(projectId, period),
  })
  return (
    <Page
      title={s('answersTitle')}
      about={t('surveys.about')}
      actions={
        <>
          <ProjectSelect projectId={projectId} />
          <DateFilter name="period" label={s('period')} type="month" otherwise={latest} />
        </>
      }
    >
      <StoppedNotice of={{ kind: 'survey.' }} />
      <StoppedNotice of={{ kind: 'job.surveys' }} />
      {round.isPending ? (
        <Loading />
      ) : round.error instanceof ApiError && round.error.code === 'satisfaction.no_round' ? (
        <Nothing words={t('surveys.none')} />
      ) : round.isLoadingError ? (
        <Failure error={round.error} retry={() => void round.refetch()} />
      ) : (
        <>
          <Result round={round.data} />
          <DimensionTable round={round.data} projectId={projectId} period={period} />
          <AnswerList projectId={projectId} period={period} />
        </>
      )}
    </Page>
  )
}

function Result({ round }: { round: Round }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const {
    projectId,
    figures,
    state,
    closesAt,
    unrankedBecause,
    answers,
    answered,
    households,
    responseRateE4,
  } = round
  const { channels, loyaltyRate, allHeard, corrected } = round
  return (
    <>
      {state === 'open' && (
        <Alert
          type="warning"
          showIcon
          title={s('provisional')}
          description={
            <>
              {t('closesAt')}
              <When at={closesAt} />
              <Unanswered projectId={projectId} count={households - answers} />
            </>
          }
          style={{ marginBottom: 16 }}
        />
      )}
      {unrankedBecause !== null && (
        <Alert
          type="info"
          showIcon
          title={s(`unranked.${unrankedBecause}`)}
          description={s('rankHelp', { answers: round.leastAnswers, rate: percent(round.leastRateE4) })}
          style={{ marginBottom: 16 }}
        />
      )}
      <Card style={{ marginBottom: 16 }}>
        <Descriptions
          size="small"
          column={{ xs: 1, sm: 2, lg: 3 }}
          items={[
            {
              key: 'index',
              label: <MeasureName code="satisfaction.index" />,
              children: <IndexFigure index={figures[0]?.index} allHeard={allHeard} />,
            },
            { key: 'change', label: s('change'), children: <Change change={figures[0]?.change} /> },
            {
              key: 'rate',
              label: <MeasureName code="satisfaction.response" />,
              children: percent(responseRateE4),
            },
            {
              key: 'answers',
              label: s('answers'),
              children: [
                answers,
                t('ofHouseholds', { households }),
                ...(answered === answers ? [] : [t('persons', { answered })]),
              ].join(' · '),
            },
            {
              key: 'loyalty',
              label: <MeasureName code="satisfaction.loyalty" />,
              children: `${percent(loyaltyRate?.valueE4 ?? null)} ${percentRange(loyaltyRate)}`,
            },
            {
              key: 'channels',
              label: s('channel'),
              children:
                channels.map((each) => `${s(`channel.${each.channel}`)} ${each.answers}`).join(' · ') || '—',
            },
          ]}
        />
        {corrected?.lowE2 != null && corrected.highE2 !== null && (
          <Typography.Paragraph type="secondary" style={{ margin: '12px 0 0' }}>
            {s('correctedText', {
              method: corrected.method,
              low: points(corrected.lowE2),
              high: points(corrected.highE2),
            })}
          </Typography.Paragraph>
        )}
        <Typography.Paragraph type="secondary" style={{ margin: '12px 0 0' }}>
          {s('indexHelp')}
          <br />
          {s('methodHelp', { method: round.method })}
        </Typography.Paragraph>
      </Card>
    </>
  )
}

/** The way to those who have not answered, or who may go it: an open survey makes everybody look for it. */
function Unanswered({ projectId, count }: { projectId: string; count: number }) {
  const u = useTexts(unansweredTexts)
  const may = useMay()
  return (
    <div>
      {may('surveys.record') ? (
        <Link to={`/console/satisfaction/surveys/unanswered?projectId=${projectId}`}>
          {u('link', { count })}
        </Link>
      ) : (
        u('notAllowed')
      )}
    </div>
  )
}
