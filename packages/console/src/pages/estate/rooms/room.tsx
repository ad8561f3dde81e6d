import { charges as chargeTexts } from '../../fees/tariffs/charge-texts.ts'
import { occupancies as occupancyTexts } from '../occupancies/texts.ts'
import { rooms as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card, Descriptions } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { Area, scaled } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { Failure, Loading } from '../../../parts/states.tsx'
import { GiveOccupancy } from '../occupancies/give.tsx'
import { Occupants } from '../occupancies/occupants.tsx'
import { Transfer } from '../occupancies/transfer.tsx'
import { readRoom, type RoomDetail } from './api.ts'
import { RoomAreas } from '../areas/room-areas.tsx'
import { ChangeRoom } from './room-form.tsx'

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
  const o = useTexts(occupancyTexts)
  const c = useTexts(chargeTexts)
  const may = useMay()
  const navigate = useNavigate()
  const projectName = useProjectNames()
  const [doing, setDoing] = useState<'give' | 'transfer' | 'change'>()
  const close = () => setDoing(undefined)
  const owned = room.occupants.some(
    ({ role, toOn }) => toOn === null && (role === 'owner' || role === 'co_owner' || role === 'developer'),
  )
  const place = { kind: 'room' as const, id: room.id }
  const named = { place, name: room.name, projectId: room.projectId }
  return (
    <Page
      title={room.name}
      about={<Link to={`/console/rooms?projectId=${room.projectId}`}>{projectName(room.projectId)}</Link>}
      actions={
        <>
          {may('tariffs.read') && (
            <Button
              onClick={() =>
                void navigate(`/console/fees/charges/room/${room.id}?projectId=${room.projectId}`)
              }
            >
              {c('title')}
            </Button>
          )}
          {may('bills.read') && (
            <Button onClick={() => void navigate(`/console/fees/bills?roomId=${room.id}`)}>
              {t('bills')}
            </Button>
          )}
          {may('registry.write') && (
            <>
              <Button onClick={() => setDoing('change')}>{t('change')}</Button>
              {owned && <Button onClick={() => setDoing('transfer')}>{t('transfer')}</Button>}
              <Button type="primary" onClick={() => setDoing('give')}>
                {o('give')}
              </Button>
            </>
          )}
        </>
      }
    >
      <Facts room={room} />
      <RoomAreas roomId={room.id} />
      <Card size="small" title={t('occupants')}>
        <Occupants
          occupants={room.occupants}
          empty={t('occupants.none')}
          place={{ kind: 'room', id: room.id }}
        />
      </Card>
      {doing === 'change' && <ChangeRoom room={room} close={close} />}
      {doing === 'transfer' && <Transfer at={named} close={close} />}
      {doing === 'give' && (
        <GiveOccupancy projectId={room.projectId} at={{ ...named, owned }} close={close} />
      )}
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
          { key: 'area', label: t('area'), children: <ChargedArea room={room} /> },
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

/** What fees are calculated by, since when, and what they were calculated by before. */
function ChargedArea({ room }: { room: RoomDetail }) {
  const t = useTexts(texts)
  return (
    <div>
      <Area e2={room.areaE2} /> {room.areaFromOn !== null && t('areas.since', { from: room.areaFromOn })}
      {room.earlierAreas.map(({ areaE2, toOn }) => (
        <div key={toOn}>
          {t('areas.until', { area: areaE2 === null ? '—' : scaled(areaE2, 2), to: toOn })}
        </div>
      ))}
    </div>
  )
}
