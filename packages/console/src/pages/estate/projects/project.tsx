import { projects as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Descriptions, Flex, Statistic } from 'antd'
import { useState } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { PageFailure } from '../../../app/page-failure.tsx'
import { useMay } from '../../../app/session.tsx'
import { useProjectPlaces } from '../../../parts/organisation.ts'
import { Page } from '../../../parts/page.tsx'
import type { Project } from '../../../parts/projects.ts'
import { Failure, Loading } from '../../../parts/states.tsx'
import { readContents, type Contents } from './api.ts'
import { Buildings } from './buildings.tsx'
import { ProjectForm } from './project-form.tsx'

export function Component() {
  const t = useTexts(texts)
  const { projectId = '' } = useParams()
  const list = useQuery({ queryKey: ['projects'], queryFn: () => call(api.projects.$get()) })
  const project = list.data?.projects.find(({ id }) => id === projectId)
  if (project !== undefined) return <Sheet project={project} />
  if (list.data !== undefined) return <PageFailure missing />
  return (
    <Page title={t('title')}>
      {list.isLoadingError ? <Failure error={list.error} retry={() => void list.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ project }: { project: Project }) {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const [changing, setChanging] = useState(false)
  const reads = may('registry.read')
  return (
    <Page
      title={project.name}
      about={<Link to="/console/projects">{t('title')}</Link>}
      actions={
        <>
          {may('projects.manage') && <Button onClick={() => setChanging(true)}>{t('change')}</Button>}
          {may('registry.import') && (
            <Button type="primary" onClick={() => void navigate(`/console/import?projectId=${project.id}`)}>
              {t('import')}
            </Button>
          )}
        </>
      }
    >
      <Flex vertical gap={16}>
        <Facts project={project} />
        {reads && <OnRecord projectId={project.id} />}
        {reads && <Buildings projectId={project.id} />}
      </Flex>
      {changing && <ProjectForm project={project} close={() => setChanging(false)} />}
    </Page>
  )
}

function Facts({ project }: { project: Project }) {
  const t = useTexts(texts)
  const { type, serviceMode, priceRegime, address, phone } = project
  const { hasUnits, hasEntities, placeOf } = useProjectPlaces()
  const { unit, entity } = placeOf(project.id)
  return (
    <Card size="small">
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2, lg: 3 }}
        items={[
          ...(hasUnits
            ? [
                {
                  key: 'unit',
                  label: t('unit'),
                  children: (
                    <Link to={`/console/settings/organisation?projectId=${project.id}`}>
                      {unit?.name ?? '—'}
                    </Link>
                  ),
                },
              ]
            : []),
          ...(hasEntities ? [{ key: 'entity', label: t('entity'), children: entity?.name ?? '—' }] : []),
          { key: 'type', label: t('type'), children: t(`type.${type}`) },
          { key: 'mode', label: t('serviceMode'), children: t(`mode.${serviceMode}`) },
          { key: 'regime', label: t('priceRegime'), children: t(`regime.${priceRegime}`) },
          { key: 'address', label: t('address'), children: address || '—' },
          { key: 'phone', label: t('phone'), children: phone || t('phone.none') },
        ]}
      />
    </Card>
  )
}

/** How much is on record; of an empty project, how to begin. */
function OnRecord({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const contents = useQuery({ queryKey: ['contents', projectId], queryFn: () => readContents(projectId) })
  if (contents.isLoadingError) return <Failure error={contents.error} retry={() => void contents.refetch()} />
  if (contents.data === undefined) return <Loading />
  const { rooms, roomsWithoutOwner, parkingSpaces, people } = contents.data
  if (rooms === 0) return <Begin projectId={projectId} contents={contents.data} />
  const figures = [
    { title: t('rooms'), value: rooms, to: 'rooms' },
    { title: t('parking'), value: parkingSpaces, to: 'parking' },
    { title: t('people'), value: people, to: 'people' },
  ]
  return (
    <Card size="small">
      <Flex gap={40} wrap>
        {figures.map(({ title, value, to }) => (
          <Link key={to} to={`/console/${to}?projectId=${projectId}`}>
            <Statistic title={title} value={value} />
          </Link>
        ))}
      </Flex>
      {roomsWithoutOwner > 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginTop: 16 }}
          title={t('withoutOwner', { count: roomsWithoutOwner })}
        />
      )}
    </Card>
  )
}

function Begin({ projectId, contents }: { projectId: string; contents: Contents }) {
  const t = useTexts(texts)
  const may = useMay()
  return (
    <Alert
      type="info"
      showIcon
      title={t(contents.buildings === 0 ? 'begin' : 'begin.rooms')}
      description={
        <Flex vertical gap={8}>
          {t('begin.how')}
          <Flex gap={16} wrap>
            {may('registry.import') && (
              <Link to={`/console/import?projectId=${projectId}`}>{t('begin.import')}</Link>
            )}
            {contents.buildings > 0 && (
              <Link to={`/console/rooms?projectId=${projectId}`}>{t('begin.room')}</Link>
            )}
          </Flex>
        </Flex>
      }
    />
  )
}
