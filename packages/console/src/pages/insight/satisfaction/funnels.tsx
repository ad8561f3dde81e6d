import { satisfaction as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { Card, Col, Row, Table, Typography } from 'antd'
import { useMemo } from 'react'
import { MeasureName } from '../../../parts/measure.tsx'
import { useTexts } from '../../../app/language.tsx'
import type { Compared, Comparison, Funnel } from './api.ts'
import { Drawn } from './drawn.tsx'
import { Beyond, percent, percentRange, points, pointsRange } from './figures.tsx'
import { funnelOption, type FunnelPoint } from './funnel-option.ts'

type Kind = 'rate' | 'share'

/** Complaints and time kept over the size of projects: who is beyond what chance explains, and who is not. */
export function Funnels({ comparison }: { comparison: Comparison }) {
  const t = useTexts(texts)
  const { onTimeFunnel, period } = comparison
  // A month without any complaint has nothing to tell apart.
  const complaintFunnel = comparison.complaintFunnel?.centre === 0 ? null : comparison.complaintFunnel
  const rows = useMemo(() => [...comparison.ranked, ...comparison.unranked], [comparison])
  return (
    <section>
      <Typography.Title level={2} style={{ fontSize: 18, marginTop: 32 }}>
        {t('funnel.show')}
      </Typography.Title>
      {complaintFunnel && <FunnelCard kind="rate" funnel={complaintFunnel} rows={rows} period={period} />}
      {onTimeFunnel && <FunnelCard kind="share" funnel={onTimeFunnel} rows={rows} period={period} />}
      {complaintFunnel === null && <Typography.Paragraph>{t('funnel.nothing')}</Typography.Paragraph>}
      <Typography.Paragraph type="secondary">{t('funnel.deskNeeded')}</Typography.Paragraph>
    </section>
  )
}

interface Shown {
  kind: Kind
  funnel: Funnel
  rows: readonly Compared[]
  period: string
}

/** What of a project stands in a funnel. */
function inFunnel(kind: Kind, { name, projectId, complaints }: Compared) {
  const { count, households, met, missed, beyond, onTimeBeyond } = complaints
  return kind === 'rate'
    ? { projectId, name, count, of: households, beyond, complaints }
    : { projectId, name, count: met, of: met + missed, beyond: onTimeBeyond, complaints }
}
type InFunnel = ReturnType<typeof inFunnel>

function FunnelCard({ kind, funnel, rows, period }: Shown) {
  const t = useTexts(texts)
  const { judged, compared, found, falseAtMost } = funnel
  const shown = useMemo(() => rows.map((row) => inFunnel(kind, row)).filter(({ of }) => of > 0), [kind, rows])
  const plain = (fraction: number) =>
    kind === 'rate' ? (1000 * fraction).toFixed(1) : percent(Math.round(10_000 * fraction))
  return (
    <Card size="small" title={t(`funnel.${kind}`)} style={{ marginBottom: 16 }}>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={13}>
          <DrawnFunnel
            kind={kind}
            funnel={funnel}
            shown={shown}
            period={period}
            centre={plain(funnel.centre)}
          />
        </Col>
        <Col xs={24} lg={11}>
          <Figures kind={kind} judged={judged} shown={shown} />
        </Col>
      </Row>
      <Typography.Paragraph type="secondary" style={{ margin: '8px 0 0' }}>
        {judged
          ? t('funnel.judged', { compared, found, falseAtMost })
          : t('funnel.few', { projects: funnel.projects })}
        {funnel.usual && (
          <>
            <br />
            {t('funnel.usual', { low: plain(funnel.usual.low), high: plain(funnel.usual.high) })}
          </>
        )}
      </Typography.Paragraph>
    </Card>
  )
}

function DrawnFunnel(drawn: {
  kind: Kind
  funnel: Funnel
  shown: InFunnel[]
  period: string
  centre: string
}) {
  const { kind, funnel, shown, period, centre } = drawn
  const t = useTexts(texts)
  const option = useMemo(() => {
    const scale = kind === 'rate' ? 1000 : 100
    const list = shown.map(({ name, of, count, beyond }): FunnelPoint => ({
      name,
      of,
      value: (scale * count) / of,
      beyond: beyond !== null,
    }))
    const beyond = list.filter((point) => point.beyond).map(({ name }) => name)
    const words = {
      across: t(kind === 'rate' ? 'funnel.households' : 'funnel.cases'),
      centre: `${t('funnel.centre')} ${centre}`,
      warning: t('funnel.warning'),
      alarm: t('funnel.alarm'),
      within: t('funnel.within'),
      beyond: t('funnel.beyond'),
      description: t('funnel.about', {
        title: t(`funnel.${kind}`),
        month: period,
        centre,
        beyond: beyond.length === 0 ? t('funnel.nobody') : beyond.join('、'),
      }),
    }
    return funnelOption(funnel, list, words, scale)
  }, [kind, funnel, shown, period, centre, t])
  return <Drawn option={option} height={340} />
}

/** The same in numbers. */
function Figures({ kind, judged, shown }: { kind: Kind; judged: boolean; shown: InFunnel[] }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  return (
    <Table<InFunnel>
      size="small"
      rowKey="projectId"
      dataSource={shown}
      pagination={false}
      // All columns fit beside the drawing: cells break rather than pushing the judgement out of sight.
      scroll={{ y: 300 }}
      columns={[
        { title: s('project'), dataIndex: 'name', width: '26%' },
        {
          title: t(kind === 'rate' ? 'funnel.households' : 'funnel.cases'),
          dataIndex: 'of',
          align: 'right',
          width: '15%',
        },
        {
          title: <MeasureName code={kind === 'rate' ? 'complaints.per_thousand' : 'complaints.on_time'} />,
          align: 'right',
          render: (_, { complaints }) =>
            kind === 'rate'
              ? `${complaints.perThousandE2 === null ? '—' : points(complaints.perThousandE2)} ${pointsRange(complaints.perThousand)}`
              : `${percent(complaints.onTimeE4)} ${percentRange(complaints.onTime)}`,
        },
        {
          title: t('judgement'),
          width: '30%',
          render: (_, { beyond }) =>
            judged ? beyond === null ? t('beyond.none') : <Beyond beyond={beyond} /> : t('beyond.notJudged'),
        },
      ]}
    />
  )
}
