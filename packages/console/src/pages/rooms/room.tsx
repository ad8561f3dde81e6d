import { rooms as texts } from '@heju/i18n/console/rooms'
import { registryTexts } from '@heju/i18n/texts/registry'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions, Table } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { Area } from '../../parts/figures.tsx'
import { Page } from '../../parts/page.tsx'
import { useProjectNames } from '../../parts/projects.ts'
import { Failure, Loading, Nothing } from '../../parts/states.tsx'
import { readRoom, type Occupant, type RoomDetail } from './api.ts'
import { Span } from './span.tsx'
import { Transfer } from './transfer.tsx'

export function Component() {
  const t = useTexts(texts)
  const { roomId = '' } = useParams()
  const room = useQuery({ queryKey: ['rooms', roomId], queryFn: () => readRoom(roomId) })
  if (room.data !== undefined) return <Sheet room={room.data} />
  return (
    <Page title={t('room')}>
      {room.error ? <Failure error={room.error} retry={() => void room.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ room }: { room: RoomDetail }) {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const projectName = useProjectNames()
  const [transferring, setTransferring] = useState(false)
  const owned = room.occupants.some(
    ({ role, toOn }) => toOn === null && (role === 'owner' || role === 'co_owner' || role === 'developer'),
  )
  return (
    <Page
      title={room.name}
      about={<Link to={`/console/rooms?projectId=${room.projectId}`}>{projectName(room.projectId)}</Link>}
      actions={
        <>
          {may('bills.read') && (
            <Button onClick={() => void navigate(`/console/fees/bills?roomId=${room.id}`)}>
              {t('bills')}
            </Button>
          )}
          {may('registry.write') && owned && (
            <Button type="primary" onClick={() => setTransferring(true)}>
              {t('transfer')}
            </Button>
          )}
        </>
      }
    >
      <Facts room={room} />
      <Card size="small" title={t('occupants')}>
        <Occupants occupants={room.occupants} />
      </Card>
      {transferring && <Transfer room={room} close={() => setTransferring(false)} />}
    </Page>
  )
}

function Facts({ room }: { room: RoomDetail }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const { floor, layout, use, state, handedOverOn, remark } = room
  return (
    <Card size="small" style={{ marginBottom: 16 }}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          { key: 'area', label: t('area'), children: <Area e2={room.areaE2} /> },
          { key: 'built', label: t('builtArea'), children: <Area e2={room.builtAreaE2} /> },
          { key: 'inner', label: t('innerArea'), children: <Area e2={room.innerAreaE2} /> },
          { key: 'state', label: t('state'), children: state === null ? '—' : r(`state.${state}`) },
          { key: 'use', label: t('use'), children: use === null ? '—' : r(`use.${use}`) },
          { key: 'floor', label: t('floor'), children: floor ?? '—' },
          { key: 'layout', label: t('layout'), children: layout ?? '—' },
          { key: 'handedOver', label: t('handedOverOn'), children: handedOverOn ?? '—' },
          ...(remark === '' ? [] : [{ key: 'remark', label: t('remark'), children: remark }]),
        ]}
      />
    </Card>
  )
}

/** Who is and who was what here: those of today first. */
function Occupants({ occupants }: { occupants: readonly Occupant[] }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  return (
    <Table<Occupant>
      size="small"
      rowKey="occupancyId"
      dataSource={occupants}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Nothing words={t('occupants.none')} /> }}
      columns={[
        {
          title: t('name'),
          render: (_, { personId, name }) => <Link to={`/console/people/${personId}`}>{name}</Link>,
        },
        { title: t('role'), render: (_, { role }) => r(`role.${role}`) },
        {
          title: t('share'),
          render: (_, { shareE4 }) => (shareE4 === null ? '—' : `${shareE4 / 100}%`),
        },
        { title: t('phone'), render: (_, { phone }) => phone ?? '—' },
        { title: t('fromOn'), render: (_, { fromOn }) => fromOn ?? '—' },
        { title: t('toOn'), render: (_, { toOn }) => <Span toOn={toOn} /> },
      ]}
    />
  )
}
