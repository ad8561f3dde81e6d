import { rooms as texts } from '../rooms/texts.ts'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import type { Occupant } from '../rooms/api.ts'
import type { Somebody } from './api.ts'
import { OccupancyTable } from './occupancy-table.tsx'

/** Who is and who was what at a place: those of today first. */
export function Occupants({
  occupants,
  place,
  empty,
}: {
  occupants: readonly Occupant[]
  place: Somebody['place']
  empty: string
}) {
  const t = useTexts(texts)
  return (
    <OccupancyTable<Occupant>
      label={t('occupants')}
      heading={t('name')}
      rows={occupants}
      empty={empty}
      ofRow={({ personId }) => ({ place, personId })}
      nameOf={({ name }) => name}
      renderName={({ personId, name }) => <Link to={`/console/people/${personId}`}>{name}</Link>}
      phoneOf={({ phone }) => phone}
    />
  )
}
