import { rooms as texts } from '@heju/i18n/console/rooms'
import { Link } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import type { Occupant } from '../rooms/api.ts'
import type { Place } from './api.ts'
import { OccupancyTable } from './occupancy-table.tsx'

/** Who is and who was what at a place: those of today first. */
export function Occupants({
  occupants,
  kind,
  empty,
}: {
  occupants: readonly Occupant[]
  kind: Place['kind']
  empty: string
}) {
  const t = useTexts(texts)
  return (
    <OccupancyTable<Occupant>
      label={t('occupants')}
      heading={t('name')}
      rows={occupants}
      empty={empty}
      kindOf={() => kind}
      nameOf={({ name }) => name}
      renderName={({ personId, name }) => <Link to={`/console/people/${personId}`}>{name}</Link>}
      phoneOf={({ phone }) => phone}
    />
  )
}
