import { procedure } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { frame } from '../../../app/texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Col, Descriptions, Flex, Row, Steps, Tag, Tooltip } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { When } from '../../../parts/figures.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { Failure, Loading } from '../../../parts/states.tsx'
import { readComplaint, type ComplaintDetail } from './api.ts'
import { StoppedNotice } from '../../platform/stopped-work/stopped-notice.tsx'
import { useCategoryName } from './category-name.ts'
import { ClockTag } from './clock.tsx'
import { History } from './history.tsx'
import { NextStep } from './next-step.tsx'
import { Photos } from './photos.tsx'
import { Summary } from './summary.tsx'
import { Verbs } from './verbs.tsx'

export function Component() {
  const { complaintId = '' } = useParams()
  const complaint = useQuery({
    queryKey: ['complaints', complaintId],
    queryFn: () => readComplaint(complaintId),
  })
  const f = useTexts(frame)
  if (complaint.isPending) return <Loading />
  if (complaint.isLoadingError)
    return (
      <Page title={f('nav.desk.complaints')}>
        <Failure error={complaint.error} retry={() => void complaint.refetch()} />
      </Page>
    )
  return <Sheet complaint={complaint.data} />
}

function Sheet({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const narrow = useNarrow()
  const c = useTexts(complaintTexts)
  const at = procedure.indexOf(complaint.state as never)
  return (
    <Page
      title={`${complaint.number} · ${complaint.placeName ?? complaint.place}`}
      about={
        <Flex gap={8} wrap>
          <Tag>{c(`state.${complaint.state}`)}</Tag>
          <ClockTag clock={complaint.clocks.first} which="first" long />
          <ClockTag clock={complaint.clocks.whole} which="whole" long />
          {(['emergency', 'major', 'special'] as const)
            .filter((mark) => complaint[mark])
            .map((mark) => (
              <Tag key={mark} color="error">
                {t(`mark.${mark}`)}
              </Tag>
            ))}
          {complaint.round > 1 && <Tag color="warning">{t('round', { round: complaint.round })}</Tag>}
        </Flex>
      }
    >
      <StoppedNotice of={{ subjectId: complaint.id }} />
      <Card size="small" style={{ marginBottom: 16 }}>
        <Steps
          size="small"
          {...(narrow ? { orientation: 'vertical' } : { titlePlacement: 'vertical' })}
          current={complaint.state === 'reopened' ? 2 : complaint.state === 'closed' ? 8 : at + 1}
          items={procedure.map((step) => ({ title: c(`procedure.${step}`) }))}
        />
      </Card>
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={14}>
          <Facts complaint={complaint} />
          <Photos complaint={complaint} />
          <Summary complaint={complaint} />
          <History complaint={complaint} />
        </Col>
        <Col xs={24} lg={10}>
          <NextStep complaint={complaint} />
          <Verbs complaint={complaint} />
        </Col>
      </Row>
    </Page>
  )
}

function Facts({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const projectName = useProjectNames()
  const categoryName = useCategoryName()
  const { categoryCode, categoryName: name } = complaint
  return (
    <Card style={{ marginBottom: 16 }}>
      <p style={{ margin: '0 0 12px', fontSize: 16, whiteSpace: 'pre-wrap' }}>{complaint.text}</p>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2 }}
        items={[
          ...(complaint.wish === ''
            ? []
            : [{ key: 'wish', label: t('wish'), children: complaint.wish, span: 'filled' as const }]),
          ...(complaint.roomId === null
            ? []
            : [
                {
                  key: 'room',
                  label: t('room'),
                  children: (
                    <Link to={`/console/rooms/${complaint.roomId}`}>
                      {complaint.roomName ?? complaint.place}
                    </Link>
                  ),
                },
                {
                  key: 'others',
                  label: '',
                  children: (
                    <Link to={`/console/desk/complaints?view=all&roomId=${complaint.roomId}`}>
                      {t('seeAll')}
                    </Link>
                  ),
                },
              ]),
          ...(complaint.roomId === null || complaint.placeId !== complaint.roomId
            ? [{ key: 'place', label: t('place'), children: <Where complaint={complaint} /> }]
            : []),
          { key: 'project', label: t('project'), children: projectName(complaint.projectId) },
          { key: 'category', label: t('category'), children: categoryName({ code: categoryCode, name }) },
          { key: 'contact', label: t('contact'), children: complaint.contactName || '—' },
          { key: 'phone', label: t('phone'), children: <Phone complaint={complaint} /> },
          { key: 'channel', label: t('channel'), children: c(`channel.${complaint.channel}`) },
          { key: 'registered', label: t('registeredAt'), children: <When at={complaint.registeredAt} /> },
          ...(complaint.promisedAt === null
            ? []
            : [{ key: 'promised', label: t('promised'), children: <When at={complaint.promisedAt} /> }]),
          ...(complaint.agreedAt === null
            ? []
            : [{ key: 'agreed', label: t('agreed.at'), children: <When at={complaint.agreedAt} /> }]),
          ...(complaint.updateDueAt === null || complaint.state === 'closed'
            ? []
            : [{ key: 'news', label: t('news.next'), children: <When at={complaint.updateDueAt} /> }]),
          { key: 'first', label: t('firstReceiver'), children: complaint.firstReceiverName ?? '—' },
          ...(complaint.answererId === complaint.firstReceiverId
            ? []
            : [{ key: 'answerer', label: t('answerer'), children: complaint.answererName ?? '—' }]),
          { key: 'handler', label: t('handler'), children: complaint.handlerName ?? '—' },
          ...(complaint.nature === null
            ? []
            : [
                {
                  key: 'nature',
                  label: t('nature'),
                  children: <Nature complaint={complaint} />,
                  span: 'filled' as const,
                },
              ]),
        ]}
      />
    </Card>
  )
}

/** With the kind or ground, and of a breach what the authority registered. */
function Nature({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const { nature, natureKind, natureGround, authorityNo, authorityOn } = complaint
  return [
    ...(nature === null ? [] : [c(`nature.${nature}`)]),
    ...(natureKind === null ? [] : [c(`kind.${natureKind}`)]),
    ...(natureGround === null ? [] : [c(`ground.${natureGround}`)]),
    ...(authorityNo === null ? [] : [t('authority.told', { no: authorityNo, on: authorityOn ?? '' })]),
  ].join(' · ')
}

/** Masked; the whole number only when asked for, which is recorded. */
function Phone({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const { staff } = useSession()
  const [phone, setPhone] = useState<string>()
  const reveal = useCommand({
    command: api.complaints[':complaintId'].contact.$post,
    asks: (complaintId: string) => ({ param: { complaintId } }),
    refreshes: [],
    onDone: (answer) => setPhone(answer.phone),
  })
  if (complaint.phoneMasked === null) return '—'
  if (phone !== undefined) return <a href={`tel:${phone}`}>{phone}</a>
  return (
    <Flex gap={8} align="center" wrap>
      {complaint.phoneMasked}
      <Tooltip title={`${t('phone.audited')} · ${staff.name}`}>
        <Button size="small" type="link" onClick={() => reveal.mutate(complaint.id)} style={{ padding: 0 }}>
          {t('phone.show')}
        </Button>
      </Tooltip>
    </Flex>
  )
}

/** Where it is, of what is at no room: as it was called then, what that is called now, and what else was said of it. */
function Where({ complaint: { place, placeId, placeName } }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const now =
    placeName === null || placeName === place ? place : t('place.now', { before: place, now: placeName })
  if (placeId === null) return place
  return (
    <Flex gap={12} wrap>
      <span>{now}</span>
      <Link to={`/console/desk/complaints?view=all&placeId=${placeId}`}>{t('seeAll.place')}</Link>
    </Flex>
  )
}
