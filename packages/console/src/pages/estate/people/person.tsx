import { occupancies as occupancyTexts } from '../occupancies/texts.ts'
import { people as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { Failure, Loading } from '../../../parts/states.tsx'
import { GiveOccupancy } from '../occupancies/give.tsx'
import { OccupancyTable } from '../occupancies/occupancy-table.tsx'
import { readPerson, type PersonDetail, type PersonPlace } from './api.ts'
import { ChangePerson } from './change-person.tsx'
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
  const o = useTexts(occupancyTexts)
  const projectName = useProjectNames()
  const may = useMay()
  const [giving, setGiving] = useState(false)
  const [changing, setChanging] = useState(false)
  const { projectId, places } = person
  return (
    <Page
      title={person.name}
      about={<Link to={`/console/people?projectId=${projectId}`}>{projectName(projectId)}</Link>}
      actions={
        may('registry.write') && (
          <>
            <Button onClick={() => setChanging(true)}>{t('change')}</Button>
            <Button type="primary" onClick={() => setGiving(true)}>
              {o('give.place')}
            </Button>
          </>
        )
      }
    >
      {/* What was shown in full is out of date once it was changed. */}
      <PersonFacts key={[...person.phones, person.idMasked].join()} person={person} />
      <Card size="small" title={t('places')}>
        <Places personId={person.id} places={places} />
      </Card>
      {changing && <ChangePerson person={person} close={() => setChanging(false)} />}
      {giving && (
        <GiveOccupancy
          projectId={projectId}
          of={{ personId: person.id, name: person.name }}
          close={() => setGiving(false)}
        />
      )}
    </Page>
  )
}

function Places({ personId, places }: { personId: string; places: readonly PersonPlace[] }) {
  const t = useTexts(texts)
  const placeName = usePlaceName()
  return (
    <OccupancyTable<PersonPlace>
      label={t('places')}
      heading={t('place')}
      rows={places}
      empty={t('places.none')}
      ofRow={({ kind, id }) => ({ place: { kind, id }, personId })}
      nameOf={placeName}
      renderName={(place) => (
        <Link to={`/console/${place.kind === 'room' ? 'rooms' : 'parking'}/${place.id}`}>
          {placeName(place)}
        </Link>
      )}
    />
  )
}
