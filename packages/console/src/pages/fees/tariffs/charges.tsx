import { charges as texts } from './charge-texts.ts'
import { fees } from '../bills/texts.ts'
import { people as peopleTexts } from '../../estate/people/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { When } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Failure, Loading } from '../../../parts/states.tsx'
import { readSpace } from '../../estate/parking/api.ts'
import { readRoom } from '../../estate/rooms/api.ts'
import { readCharges, type Charges, type Place } from './api.ts'
import { ChargedBy } from './charged-by.tsx'
import { AgreePayer, EndAgreement, type Agreement } from './agree-payer.tsx'
import { useSpan } from './use-span.ts'

/** By what one room or space is charged, and who pays. */
export function Component() {
  const t = useTexts(texts)
  const p = useTexts(peopleTexts)
  const { roomId, parkingSpaceId = '' } = useParams()
  const id = roomId ?? parkingSpaceId
  const place: Place = { kind: roomId === undefined ? 'parking' : 'room', id }
  const [{ projectId }] = useFilter(['projectId'])
  const found = useQuery({ queryKey: ['charges', place], queryFn: () => readCharges(place) })
  const room = useQuery({
    queryKey: ['rooms', id],
    queryFn: () => readRoom(id),
    enabled: place.kind === 'room',
  })
  const space = useQuery({
    queryKey: ['spaces', id],
    queryFn: () => readSpace(id),
    enabled: place.kind === 'parking',
  })
  const ofPlace = room.data ?? space.data
  const name = room.data?.name ?? (space.data ? p('place.parking', { name: space.data.code }) : '')
  const filter = place.kind === 'room' ? `roomId=${id}` : `parkingSpaceId=${id}`
  return (
    <Page
      title={name === '' ? t('title') : `${name} · ${t('title')}`}
      about={
        <Flex gap={12} wrap>
          <Link to={place.kind === 'room' ? `/console/rooms/${id}` : `/console/parking/${id}`}>{name}</Link>
          <Link to={`/console/fees/bills?${filter}`}>{t('bills')}</Link>
        </Flex>
      }
    >
      {found.isLoadingError ? (
        <Failure error={found.error} retry={() => void found.refetch()} />
      ) : found.data === undefined ? (
        <Loading />
      ) : (
        <Flex vertical gap={16}>
          <ChargedBy
            charges={found.data.tariffs}
            place={{ ...place, name }}
            projectId={projectId ?? ofPlace?.projectId}
          />
          {found.data.changes.length > 0 && <Changes changes={found.data.changes} />}
          <Payers charges={found.data} place={place} />
        </Flex>
      )}
    </Page>
  )
}

/** Who gave this place a tariff or took it out of one: also one that never began to be charged stands here. */
function Changes({ changes }: { changes: Charges['changes'] }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  return (
    <Card size="small" title={t('changes')}>
      <p>{t('changes.about')}</p>
      <RowsTable
        label={t('changes')}
        size="small"
        rowKey={({ at, tariffId, what }) => `${at} ${tariffId} ${what}`}
        dataSource={changes}
        columns={[
          { title: t('changes.at'), onPhone: 'plain', render: (_, { at }) => <When at={at} /> },
          { title: t('changes.by'), render: (_, { by }) => by ?? '—' },
          {
            title: f('fee'),
            onPhone: 'name',
            render: (_, { tariffId, name }) => <Link to={`/console/fees/tariffs/${tariffId}`}>{name}</Link>,
          },
          {
            title: t('changes.what'),
            onPhone: 'plain',
            render: (_, { what, fromOn, toOn }) =>
              what === 'ended'
                ? t('changes.ended', { to: toOn ?? '' })
                : fromOn === null
                  ? t('changes.assignedAtOnce')
                  : t('changes.assigned', { from: fromOn }),
          },
        ]}
      />
    </Card>
  )
}

function Payers({ charges, place }: { charges: Charges; place: Place }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const may = useMay()
  const [agreeing, setAgreeing] = useState(false)
  const [ending, setEnding] = useState<Agreement>()
  const write = may('tariffs.write')
  const span = useSpan()
  const extra = write && <Button onClick={() => setAgreeing(true)}>{t('agree')}</Button>
  return (
    <Card size="small" title={t('agreements')} extra={extra}>
      <p>{t('agreements.about')}</p>
      <RowsTable<Agreement>
        label={t('agreements')}
        size="small"
        rowKey="id"
        dataSource={charges.agreements}
        locale={{ emptyText: t('agreements.none') }}
        columns={[
          {
            title: f('payer'),
            render: (_, { personId, personName }) => (
              <Link to={`/console/people/${personId}`}>{personName}</Link>
            ),
          },
          { title: t('span'), onPhone: 'plain', render: (_, days) => span(days) },
          {
            title: '',
            render: (_, agreement) =>
              write && (
                <Button size="small" onClick={() => setEnding(agreement)}>
                  {t('end')}
                </Button>
              ),
          },
        ]}
      />
      {agreeing && <AgreePayer place={place} close={() => setAgreeing(false)} />}
      {ending !== undefined && <EndAgreement agreement={ending} close={() => setEnding(undefined)} />}
    </Card>
  )
}
