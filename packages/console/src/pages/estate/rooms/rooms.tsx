import { roomStates } from '@heju/core/estate/registry/shape'
import { rooms as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Button, Flex, Select, Tag } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { InProject, ProjectSelect } from '../../../parts/chosen-project.tsx'
import { ExportButton } from '../../../parts/export-button.tsx'
import { Area } from '../../../parts/figures.tsx'
import { HowToBegin } from '../../../parts/how-to-begin.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { SearchBox } from '../../../parts/search-box.tsx'
import { Nothing } from '../../../parts/states.tsx'
import { BuildingSelect } from '../projects/building-select.tsx'
import { listRooms, type Room, type RoomFilter } from './api.ts'
import { OwnerLine } from './owner-line.tsx'
import { RoomsTwice } from './rooms-twice.tsx'
import { NewRoom } from './room-form.tsx'

export function Component() {
  const t = useTexts(texts)
  return <InProject title={t('title')}>{(projectId) => <Rooms projectId={projectId} />}</InProject>
}

function Rooms({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const [creating, setCreating] = useState(false)
  const navigate = useNavigate()
  const filter = useRoomFilter(projectId)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={<Actions filter={filter} create={() => setCreating(true)} />}
    >
      <Flex gap={8} wrap align="start">
        <SearchBox label={t('search')} />
        <Narrow projectId={projectId} />
      </Flex>
      <RoomsTwice projectId={projectId} />
      <RoomList filter={filter} create={() => setCreating(true)} />
      {creating && (
        <NewRoom
          projectId={projectId}
          buildingId={filter.buildingId}
          close={() => setCreating(false)}
          onCreated={(roomId) => void navigate(`/console/rooms/${roomId}`)}
        />
      )}
    </Page>
  )
}

/** What the address narrows the list to. */
function useRoomFilter(projectId: string): RoomFilter {
  const [{ search, buildingId, state }] = useFilter(['search', 'buildingId', 'state'])
  const known = roomStates.find((value) => value === state)
  return {
    projectId,
    ...(search === undefined ? {} : { search }),
    ...(buildingId === undefined ? {} : { buildingId }),
    ...(known === undefined ? {} : { state: known }),
  }
}

function Narrow({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const [{ buildingId, state }, setFilter] = useFilter(['buildingId', 'state'])
  return (
    <>
      <BuildingSelect
        projectId={projectId}
        label={t('building.all')}
        {...(buildingId === undefined ? {} : { value: buildingId })}
        onChange={(next) => setFilter({ buildingId: next })}
        style={{ minWidth: 140 }}
      />
      <Select
        allowClear
        aria-label={t('state.all')}
        placeholder={t('state.all')}
        {...(roomStates.some((each) => each === state) ? { value: state } : {})}
        onChange={(next: string | undefined) => setFilter({ state: next })}
        options={roomStates.map((value) => ({ value, label: r(`state.${value}`) }))}
        style={{ minWidth: 140 }}
      />
    </>
  )
}

function Actions({ filter, create }: { filter: RoomFilter; create: () => void }) {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const { projectId } = filter
  return (
    <>
      <ProjectSelect projectId={projectId} />
      <ExportButton load={() => api.registry.rooms.file.$get({ query: filter })} />
      {may('registry.write') && <Button onClick={create}>{t('create')}</Button>}
      {may('registry.import') && (
        <Button type="primary" onClick={() => void navigate(`/console/import?projectId=${projectId}`)}>
          {t('import')}
        </Button>
      )}
    </>
  )
}

function RoomList({ filter, create }: { filter: RoomFilter; create: () => void }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const navigate = useNavigate()
  const { projectId, search = '', buildingId = '' } = filter
  const narrowed = search !== '' || buildingId !== '' || filter.state !== undefined
  return (
    <List<Room>
      queryKey={['rooms', projectId, search, buildingId, filter.state ?? '']}
      load={(after) => listRooms({ ...filter, ...(after && { after }) })}
      rowHref={({ id }) => void navigate(`/console/rooms/${id}`)}
      empty={
        <Nothing words={t(narrowed ? 'empty.found' : 'empty')}>
          {!narrowed && (
            <HowToBegin
              projectId={projectId}
              words={{ import: t('import'), add: t('create') }}
              add={create}
            />
          )}
        </Nothing>
      }
      columns={[
        {
          title: t('room'),
          render: (_, { id, name }) => <Link to={`/console/rooms/${id}`}>{name}</Link>,
        },
        { title: t('area'), align: 'right', render: (_, { areaE2 }) => <Area e2={areaE2} /> },
        {
          title: t('state'),
          onPhone: 'end',
          render: (_, { state }) => (state === null ? '—' : <Tag>{r(`state.${state}`)}</Tag>),
        },
        {
          title: t('owners'),
          render: (_, { owners }) =>
            owners.length === 0
              ? t('owners.none')
              : owners.map((owner) => <OwnerLine key={owner.occupancyId} owner={owner} />),
        },
      ]}
    />
  )
}
