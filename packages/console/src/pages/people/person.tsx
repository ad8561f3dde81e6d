import { people as texts } from '@heju/i18n/console/people'
import { rooms as roomTexts } from '@heju/i18n/console/rooms'
import { registryTexts } from '@heju/i18n/texts/registry'
import { useQuery } from '@tanstack/react-query'
import { Card, Table } from 'antd'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import { Page } from '../../parts/page.tsx'
import { useProjectNames } from '../../parts/projects.ts'
import { Failure, Loading, Nothing } from '../../parts/states.tsx'
import { Span } from '../rooms/span.tsx'
import { readPerson, type PersonDetail, type PersonPlace } from './api.ts'
import { PersonFacts } from './person-facts.tsx'
import { usePlaceName } from './place-name.ts'

export function Component() {
  const t = useTexts(texts)
  const { personId = '' } = useParams()
  const person = useQuery({ queryKey: ['people', personId], queryFn: () => readPerson(personId) })
  if (person.data !== undefined) return <Sheet key={personId} person={person.data} />
  return (
    <Page title={t('title')}>
      {person.error ? <Failure error={person.error} retry={() => void person.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ person }: { person: PersonDetail }) {
  const t = useTexts(texts)
  const projectName = useProjectNames()
  const { projectId, places } = person
  return (
    <Page
      title={person.name}
      about={<Link to={`/console/people?projectId=${projectId}`}>{projectName(projectId)}</Link>}
    >
      <PersonFacts person={person} />
      <Card size="small" title={t('places')}>
        <Places places={places} />
      </Card>
    </Page>
  )
}

function Places({ places }: { places: readonly PersonPlace[] }) {
  const t = useTexts(texts)
  const o = useTexts(roomTexts)
  const r = useTexts(registryTexts)
  const placeName = usePlaceName()
  return (
    <Table<PersonPlace>
      size="small"
      rowKey="occupancyId"
      dataSource={places}
      pagination={false}
      scroll={{ x: 'max-content' }}
      locale={{ emptyText: <Nothing words={t('places.none')} /> }}
      columns={[
        {
          title: t('place'),
          render: (_, place) =>
            place.kind === 'room' ? (
              <Link to={`/console/rooms/${place.id}`}>{place.name}</Link>
            ) : (
              placeName(place)
            ),
        },
        { title: o('role'), render: (_, { role }) => r(`role.${role}`) },
        { title: o('share'), render: (_, { shareE4 }) => (shareE4 === null ? '—' : `${shareE4 / 100}%`) },
        { title: o('plate'), render: (_, { plate }) => plate ?? '—' },
        { title: o('fromOn'), render: (_, { fromOn }) => fromOn ?? '—' },
        { title: o('toOn'), render: (_, { toOn }) => <Span toOn={toOn} /> },
      ]}
    />
  )
}
