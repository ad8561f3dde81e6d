import { charges as texts } from '@heju/i18n/console/charges'
import { fees } from '@heju/i18n/console/fees'
import { tariffs as tariffTexts } from '@heju/i18n/console/tariffs'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Flex, Table } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { useFilter } from '../../parts/address.ts'
import { When } from '../../parts/figures.tsx'
import { Page } from '../../parts/page.tsx'
import { Sideways } from '../../parts/sideways.tsx'
import { Failure, Loading } from '../../parts/states.tsx'
import type { Place } from './api.ts'
import { AgreePayer, EndAgreement, type Agreement } from './agree-payer.tsx'
import { TariffState } from './tariffs.tsx'

const load = ({ kind, id }: Place) =>
  kind === 'room'
    ? call(api.tariffs.rooms[':roomId'].$get({ param: { roomId: id } }))
    : call(api.tariffs['parking-spaces'][':parkingSpaceId'].$get({ param: { parkingSpaceId: id } }))
type Charges = Awaited<ReturnType<typeof load>>

/** By what one room or space is charged, and who pays. */
export function Component() {
  const t = useTexts(texts)
  const { kind, placeId: id = '' } = useParams()
  const place: Place = { kind: kind === 'parking' ? 'parking' : 'room', id }
  const [{ projectId }] = useFilter(['projectId'])
  const found = useQuery({ queryKey: ['charges', place], queryFn: () => load(place) })
  const room = useQuery({
    queryKey: ['rooms', id],
    queryFn: () => call(api.registry.rooms[':roomId'].$get({ param: { roomId: id } })),
    enabled: place.kind === 'room',
  })
  const name = room.data?.name ?? ''
  const filter = place.kind === 'room' ? `roomId=${id}` : `parkingSpaceId=${id}`
  return (
    <Page
      title={name === '' ? t('title') : `${name} · ${t('title')}`}
      about={
        <Flex gap={12} wrap>
          {place.kind === 'room' && <Link to={`/console/rooms/${id}`}>{name}</Link>}
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
          <Tariffs charges={found.data} />
          {found.data.changes.length > 0 && <Changes changes={found.data.changes} />}
          <Payers charges={found.data} place={place} projectId={projectId ?? room.data?.projectId} />
        </Flex>
      )}
    </Page>
  )
}

function Tariffs({ charges }: { charges: Charges }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const say = useTexts(tariffTexts)
  return (
    <Card size="small" title={t('tariffs')}>
      <Sideways label={t('tariffs')}>
        <Table
          size="small"
          rowKey={({ tariffId, fromOn }) => `${tariffId} ${fromOn}`}
          dataSource={charges.tariffs}
          pagination={false}
          locale={{ emptyText: t('tariffs.none') }}
          columns={[
            {
              title: f('fee'),
              render: (_, { tariffId, name }) => <Link to={`/console/fees/tariffs/${tariffId}`}>{name}</Link>,
            },
            { title: say('feeItem'), render: (_, { feeItem }) => say(`feeItem.${feeItem}`) },
            { title: t('span'), render: (_, { fromOn, toOn }) => `${fromOn} – ${toOn ?? t('now')}` },
            { title: f('state'), render: (_, { state }) => <TariffState state={state} /> },
          ]}
        />
      </Sideways>
    </Card>
  )
}

/** Who gave this place a tariff or took it out of one: also one that never began to be charged stands here. */
function Changes({ changes }: { changes: Charges['changes'] }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  return (
    <Card size="small" title={t('changes')}>
      <p>{t('changes.about')}</p>
      <Sideways label={t('changes')}>
        <Table
          size="small"
          rowKey={({ at, tariffId, what }) => `${at} ${tariffId} ${what}`}
          dataSource={changes}
          pagination={false}
          columns={[
            { title: t('changes.at'), render: (_, { at }) => <When at={at} /> },
            { title: t('changes.by'), render: (_, { by }) => by ?? '—' },
            {
              title: f('fee'),
              render: (_, { tariffId, name }) => <Link to={`/console/fees/tariffs/${tariffId}`}>{name}</Link>,
            },
            {
              title: t('changes.what'),
              render: (_, { what, fromOn, toOn }) =>
                what === 'ended'
                  ? t('changes.ended', { to: toOn ?? '' })
                  : fromOn === null
                    ? t('changes.assignedAtOnce')
                    : t('changes.assigned', { from: fromOn }),
            },
          ]}
        />
      </Sideways>
    </Card>
  )
}

function Payers({
  charges,
  place,
  projectId,
}: {
  charges: Charges
  place: Place
  projectId: string | undefined
}) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const may = useMay()
  const [agreeing, setAgreeing] = useState(false)
  const [ending, setEnding] = useState<Agreement>()
  const write = may('tariffs.write')
  const extra = write && <Button onClick={() => setAgreeing(true)}>{t('agree')}</Button>
  return (
    <Card size="small" title={t('agreements')} extra={extra}>
      <p>{t('agreements.about')}</p>
      <Sideways label={t('agreements')}>
        <Table<Agreement>
          size="small"
          rowKey="id"
          dataSource={charges.agreements}
          pagination={false}
          locale={{ emptyText: t('agreements.none') }}
          columns={[
            {
              title: f('payer'),
              render: (_, { personId, personName }) => (
                <Link to={`/console/people/${personId}`}>{personName}</Link>
              ),
            },
            { title: t('span'), render: (_, { fromOn, toOn }) => `${fromOn} – ${toOn ?? t('now')}` },
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
      </Sideways>
      {agreeing && <AgreePayer place={place} projectId={projectId} close={() => setAgreeing(false)} />}
      {ending !== undefined && <EndAgreement agreement={ending} close={() => setEnding(undefined)} />}
    </Card>
  )
}
