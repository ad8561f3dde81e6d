import { frame } from '@heju/i18n/console/frame'
import { rooms as texts } from '@heju/i18n/console/rooms'
import { registryTexts } from '@heju/i18n/texts/registry'
import { Button, Tag } from 'antd'
import { Link, useNavigate } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { useFilter } from '../../parts/address.ts'
import { InProject, ProjectSelect } from '../../parts/chosen-project.tsx'
import { Area } from '../../parts/figures.tsx'
import { useChange } from '../../parts/form.ts'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'
import { useProjectNames } from '../../parts/projects.ts'
import { saveFile } from '../../parts/save-file.ts'
import { SearchBox } from '../../parts/search-box.tsx'
import { Nothing } from '../../parts/states.tsx'
import { exportRooms, listRooms, type Room } from './api.ts'
import { OwnerLine } from './owner-line.tsx'

export function Component() {
  const t = useTexts(texts)
  return <InProject title={t('title')}>{(projectId) => <Rooms projectId={projectId} />}</InProject>
}

function Rooms({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const [filter] = useFilter(['search'])
  return (
    <Page title={t('title')} about={t('about')} actions={<Actions projectId={projectId} />}>
      <SearchBox label={t('search')} />
      <RoomList projectId={projectId} search={filter.search ?? ''} />
    </Page>
  )
}

function Actions({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const may = useMay()
  const navigate = useNavigate()
  const projectName = useProjectNames()
  const save = useChange({
    send: exportRooms,
    refreshes: [],
    done: t('exported'),
    onDone: (file) => saveFile(file, `${projectName(projectId)}-${t('title')}.xlsx`),
  })
  return (
    <>
      <ProjectSelect projectId={projectId} />
      {may('exports.create') && (
        <Button loading={save.isPending} onClick={() => save.mutate(projectId)}>
          {f('export')}
        </Button>
      )}
      {may('registry.import') && (
        <Button type="primary" onClick={() => void navigate(`/console/import?projectId=${projectId}`)}>
          {t('import')}
        </Button>
      )}
    </>
  )
}

function RoomList({ projectId, search }: { projectId: string; search: string }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const may = useMay()
  const navigate = useNavigate()
  return (
    <List<Room>
      queryKey={['rooms', projectId, search]}
      load={(after) => listRooms({ projectId, search, ...(after && { after }) })}
      rowHref={({ id }) => void navigate(`/console/rooms/${id}`)}
      empty={
        <Nothing words={t(search === '' ? 'empty' : 'empty.found')}>
          {search === '' && may('registry.import') && (
            <Link to={`/console/import?projectId=${projectId}`}>{t('import')}</Link>
          )}
        </Nothing>
      }
      columns={[
        {
          title: t('room'),
          render: (_, { id, name }) => (
            <Link to={`/console/rooms/${id}`} onClick={(event) => event.stopPropagation()}>
              {name}
            </Link>
          ),
        },
        { title: t('area'), align: 'right', render: (_, { areaE2 }) => <Area e2={areaE2} /> },
        {
          title: t('state'),
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
