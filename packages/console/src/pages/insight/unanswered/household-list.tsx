import { askedStates } from '@heju/core/insight/satisfaction/shape'
import { unanswered as texts } from './texts.ts'
import { Button, Typography } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { When } from '../../../parts/figures.tsx'
import { ChoiceFilter, Filters } from '../../../parts/filters.tsx'
import { List } from '../../../parts/list.tsx'
import { SearchBox } from '../../../parts/search-box.tsx'
import { listUnanswered, type Household } from './api.ts'
import { NoteAnswer, type Channel } from './note-answer.tsx'

/** The households, by room, each with the way to note down what it says. */
export function HouseholdList({ projectId, period }: { projectId: string; period: string }) {
  const t = useTexts(texts)
  const may = useMay()
  const [filter] = useFilter(['asked', 'search'])
  const [household, setHousehold] = useState<Household>()
  // Whoever calls one household after the other says so once.
  const [channel, setChannel] = useState<Channel>()
  const wanted = askedStates.find((each) => each === filter.asked)
  const { search } = filter
  const query = { projectId, ...(wanted && { asked: wanted }), ...(search && { search }) }
  return (
    <>
      <SearchBox label={t('find')} />
      <Filters names={['asked', 'search']}>
        <ChoiceFilter
          name="asked"
          label={t('asked.any')}
          options={askedStates.map((value) => ({ value, label: t(`asked.${value}`) }))}
        />
      </Filters>
      <List<Household & { id: string }>
        queryKey={['satisfaction', 'unanswered', query]}
        load={async (after) => {
          const page = await listUnanswered({ ...query, ...(after && { after }) })
          return { ...page, items: page.items.map((item) => ({ ...item, id: item.roomId })) }
        }}
        empty={t(wanted === undefined && search === undefined ? 'allAnswered' : 'nobodyFound')}
        columns={[
          {
            title: t('room'),
            onPhone: 'name',
            render: (_, { roomId, roomName }) =>
              may('registry.read') ? <Link to={`/console/rooms/${roomId}`}>{roomName}</Link> : roomName,
          },
          {
            title: t('person'),
            onPhone: 'name',
            render: (_, { personId, personName }) =>
              may('registry.read') ? (
                <Link to={`/console/people/${personId}`}>{personName}</Link>
              ) : (
                personName
              ),
          },
          { title: t('phone'), render: (_, { phoneMasked }) => phoneMasked ?? t('noPhone') },
          { title: t('asked'), render: (_, row) => <Asked household={row} /> },
          {
            title: '',
            align: 'right',
            render: (_, row) => (
              <Button size="small" onClick={() => setHousehold(row)}>
                {t('note')}
              </Button>
            ),
          },
        ]}
      />
      {household !== undefined && (
        <NoteAnswer
          key={household.roomId}
          household={household}
          period={period}
          channel={channel}
          onNoted={setChannel}
          close={() => setHousehold(undefined)}
        />
      )}
    </>
  )
}

function Asked({ household: { invitedAt, remindedAt } }: { household: Household }) {
  const t = useTexts(texts)
  const at = remindedAt ?? invitedAt
  if (at === null) return t('asked.not_asked')
  return (
    <>
      {t(remindedAt === null ? 'asked.invited' : 'asked.reminded')}{' '}
      <Typography.Text type="secondary">
        <When at={at} />
      </Typography.Text>
    </>
  )
}
