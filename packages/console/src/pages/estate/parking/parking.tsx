import { parking as texts } from './texts.ts'
import { rooms as roomTexts } from '../rooms/texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { InProject, ProjectSelect } from '../../../parts/chosen-project.tsx'
import { ExportButton } from '../../../parts/export-button.tsx'
import { HowToBegin } from '../../../parts/how-to-begin.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { SearchBox } from '../../../parts/search-box.tsx'
import { Nothing } from '../../../parts/states.tsx'
import { OwnerLine } from '../rooms/owner-line.tsx'
import { listSpaces, type Space } from './api.ts'
import { SpaceForm } from './space-form.tsx'

export function Component() {
  const t = useTexts(texts)
  return <InProject title={t('title')}>{(projectId) => <Parking projectId={projectId} />}</InProject>
}

function Parking({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const [{ search = '' }] = useFilter(['search'])
  const [creating, setCreating] = useState(false)
  const create = () => setCreating(true)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <ProjectSelect projectId={projectId} />
          <ExportButton
            load={() => api.registry['parking-spaces'].file.$get({ query: { projectId, search } })}
          />
          {may('registry.write') && (
            <Button type="primary" onClick={create}>
              {t('create')}
            </Button>
          )}
        </>
      }
    >
      <SearchBox label={t('search')} />
      <SpaceList projectId={projectId} search={search} create={create} />
      {creating && (
        <SpaceForm
          projectId={projectId}
          close={() => setCreating(false)}
          onCreated={(id) => void navigate(`/console/parking/${id}`)}
        />
      )}
    </Page>
  )
}

function SpaceList({ projectId, search, create }: { projectId: string; search: string; create: () => void }) {
  const t = useTexts(texts)
  const o = useTexts(roomTexts)
  const r = useTexts(registryTexts)
  const navigate = useNavigate()
  return (
    <List<Space>
      queryKey={['spaces', projectId, search]}
      load={(after) => listSpaces({ projectId, search, ...(after && { after }) })}
      rowHref={({ id }) => void navigate(`/console/parking/${id}`)}
      empty={
        <Nothing words={t(search === '' ? 'empty' : 'empty.found')}>
          {search === '' && (
            <HowToBegin
              projectId={projectId}
              words={{ import: o('import'), add: t('create') }}
              add={create}
            />
          )}
        </Nothing>
      }
      columns={[
        {
          title: t('code'),
          render: (_, { id, code }) => <Link to={`/console/parking/${id}`}>{code}</Link>,
        },
        { title: t('lot'), render: (_, { lot }) => lot || '—' },
        {
          title: t('kind'),
          onPhone: 'end',
          render: (_, { kind }) => (kind === null ? '—' : r(`parking.${kind}`)),
        },
        { title: t('tenure'), render: (_, { tenure }) => (tenure === null ? '—' : r(`tenure.${tenure}`)) },
        {
          title: t('holders'),
          render: (_, { occupants }) =>
            occupants.length === 0
              ? t('holders.none')
              : occupants.map((holder) => <OwnerLine key={holder.occupancyId} owner={holder} />),
        },
        {
          title: o('plate'),
          render: (_, { occupants }) => occupants.flatMap(({ plate }) => plate ?? []).join('、') || '—',
        },
      ]}
    />
  )
}
