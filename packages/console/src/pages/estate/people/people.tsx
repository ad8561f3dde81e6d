import { people as texts } from './texts.ts'
import { rooms as roomTexts } from '../rooms/texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { useFilter } from '../../../parts/address.ts'
import { InProject, ProjectSelect } from '../../../parts/chosen-project.tsx'
import { List } from '../../../parts/list.tsx'
import { Page } from '../../../parts/page.tsx'
import { SearchBox } from '../../../parts/search-box.tsx'
import { Nothing } from '../../../parts/states.tsx'
import { listPeople, type ListedPerson } from './api.ts'
import { NewPerson } from './new-person.tsx'
import { usePlaceName } from './place-name.ts'

export function Component() {
  const t = useTexts(texts)
  return <InProject title={t('title')}>{(projectId) => <People projectId={projectId} />}</InProject>
}

function People({ projectId }: { projectId: string }) {
  const t = useTexts(texts)
  const may = useMay()
  const navigate = useNavigate()
  const [filter] = useFilter(['search'])
  const [creating, setCreating] = useState(false)
  return (
    <Page
      title={t('title')}
      about={t('about')}
      actions={
        <>
          <ProjectSelect projectId={projectId} />
          {may('registry.write') && (
            <Button type="primary" onClick={() => setCreating(true)}>
              {t('create')}
            </Button>
          )}
        </>
      }
    >
      <SearchBox label={t('search')} />
      <PeopleList projectId={projectId} search={filter.search ?? ''} />
      {creating && (
        <NewPerson
          projectId={projectId}
          close={() => setCreating(false)}
          onCreated={(personId) => void navigate(`/console/people/${personId}`)}
        />
      )}
    </Page>
  )
}

function PeopleList({ projectId, search }: { projectId: string; search: string }) {
  const t = useTexts(texts)
  const o = useTexts(roomTexts)
  const r = useTexts(registryTexts)
  const may = useMay()
  const navigate = useNavigate()
  const placeName = usePlaceName()
  return (
    <List<ListedPerson>
      queryKey={['people', projectId, search]}
      load={(after) => listPeople({ projectId, search, ...(after && { after }) })}
      rowHref={({ id }) => void navigate(`/console/people/${id}`)}
      empty={
        <Nothing words={t(search === '' ? 'empty' : 'empty.found')}>
          {search === '' && may('registry.import') && (
            <Link to={`/console/import?projectId=${projectId}`}>{o('import')}</Link>
          )}
        </Nothing>
      }
      columns={[
        {
          title: t('name'),
          render: (_, { id, name }) => <Link to={`/console/people/${id}`}>{name}</Link>,
        },
        { title: t('number'), render: (_, { number }) => number ?? '—' },
        {
          title: t('phone'),
          render: (_, { phones }) => phones.join('、') || '—',
        },
        {
          title: t('places'),
          render: (_, { places }) => {
            const present = places.filter(({ toOn }) => toOn === null)
            if (present.length === 0) return '—'
            return present.map((place) => (
              <div key={place.occupancyId}>
                {placeName(place)} · {r(`role.${place.role}`)}
              </div>
            ))
          },
        },
      ]}
    />
  )
}
