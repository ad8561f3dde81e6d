import { reasonText } from '@heju/core/error-texts'
import { messages as texts } from './texts.ts'
import { Button, Tag } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useLanguage, useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { When } from '../../../parts/figures.tsx'
import { ChoiceFilter, Filters } from '../../../parts/filters.tsx'
import { useCommand } from '../../../parts/form.ts'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { StoppedNotice } from '../stopped-work/stopped-notice.tsx'
import { GivenUp } from './given-up.tsx'

const states = ['waiting', 'sent', 'delivered', 'failed', 'dead'] as const
type State = (typeof states)[number]
const purposes = [
  'payment_reminder_before',
  'payment_reminder_after',
  'complaint_registered',
  'complaint_reply',
  'survey_open',
] as const
const names = ['state', 'purpose', 'failure'] as const
const colors: Record<State, string> = {
  waiting: 'default',
  sent: 'default',
  delivered: 'success',
  failed: 'error',
  dead: 'error',
}

function isState(text: string | undefined): text is State {
  return states.some((state) => state === text)
}

export function Component() {
  const t = useTexts(texts)
  const { locale } = useLanguage()
  const may = useMay()
  const [filter] = useFilter(names)
  const state = isState(filter.state) ? filter.state : undefined
  const purpose = purposes.find((each) => each === filter.purpose)
  const { failure } = filter
  const asked = { ...(state && { state }), ...(purpose && { purpose }), ...(failure && { failure }) }
  return (
    <Page title={t('title')} about={`${t('about')}${t('about.failure')}`}>
      <StoppedNotice of={{ kind: 'message.' }} refreshing={[['messages']]} />
      <Filters names={names}>
        <ChoiceFilter
          name="state"
          label={t('state.any')}
          options={states.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
        <ChoiceFilter
          name="purpose"
          label={t('purpose.any')}
          options={purposes.map((value) => ({ value, label: t(`purpose.${value}`) }))}
        />
        {may('messages.resend') && <GivenUp purpose={purpose} />}
      </Filters>
      <List
        queryKey={['messages', asked]}
        load={(after) => call(api.messages.$get({ query: { ...asked, ...(after && { after }) } }))}
        empty={t('empty')}
        columns={[
          { title: t('createdAt'), onPhone: 'name', render: (_, row) => <When at={row.createdAt} /> },
          { title: t('purpose'), onPhone: 'name', render: (_, row) => t(purposeKey(row.purpose)) },
          { title: t('subject'), render: (_, row) => <Subject id={row.subjectId} /> },
          { title: t('phone'), onPhone: 'plain', dataIndex: 'phoneMasked' },
          {
            title: t('state'),
            onPhone: 'end',
            render: (_, row) => <Tag color={colors[row.state]}>{t(`state.${row.state}`)}</Tag>,
          },
          { title: t('sentAt'), render: (_, row) => <When at={row.sentAt} /> },
          { title: t('attempts'), align: 'right', dataIndex: 'attempts' },
          {
            title: t('failure'),
            render: (_, row) =>
              row.failure !== null && <span className="how">{reasonText(row.failure, locale)}</span>,
          },
          {
            title: '',
            render: (_, row) =>
              (row.state === 'dead' || row.state === 'failed') &&
              may('messages.resend') && <Resend messageId={row.id} />,
          },
        ]}
      />
    </Page>
  )
}

/** Sends one message again. Each has its own change: only the one that was pressed turns. */
function Resend({ messageId }: { messageId: string }) {
  const t = useTexts(texts)
  const resend = useCommand({
    command: api.messages[':messageId'].resend.$post,
    asks: (id: string) => ({ param: { messageId: id } }),
    refreshes: [['messages']],
    done: t('resent'),
  })
  return (
    <Button size="small" onClick={() => resend.mutate(messageId)} loading={resend.isPending}>
      {t('resend')}
    </Button>
  )
}

/** What the message was about, where that has a page. */
function Subject({ id }: { id: string }) {
  const t = useTexts(texts)
  if (id.startsWith('cmpl_'))
    return <Link to={`/console/desk/complaints/${id}`}>{t('subject.complaint')}</Link>
  if (id.startsWith('pers_')) return <Link to={`/console/people/${id}`}>{t('subject.person')}</Link>
  return '—'
}

function purposeKey(purpose: string): keyof typeof texts {
  const key = `purpose.${purpose}`
  return key in texts ? (key as keyof typeof texts) : 'purpose.other'
}
