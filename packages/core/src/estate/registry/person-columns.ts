import { sql } from 'drizzle-orm'
import type { ListedPerson } from './people-schemas.ts'
import { placeName } from './space-name.ts'

/** Masked phones of a person, the main one first, as a JSON array. */
export const phonesJson = sql<string>`(SELECT json_group_array(phone_masked) FROM
  (SELECT phone_masked FROM person_phones WHERE person_id = people.id ORDER BY position))`

/** All places of a person, the present ones first, as a JSON array. */
export const placesJson = sql<string>`(SELECT json_group_array(json_object('occupancyId', id, 'kind', kind, 'id', place_id, 'name', name,
    'role', role, 'shareE4', share_e4, 'fromOn', from_on, 'toOn', to_on, 'plate', plate, 'revision', revision))
  FROM (SELECT o.id, CASE WHEN o.room_id IS NULL THEN 'parking' ELSE 'room' END AS kind, coalesce(o.room_id, o.parking_space_id) AS place_id,
      ${placeName('r', 's')} AS name, o.role, o.share_e4, o.from_on, o.to_on, o.plate, o.revision
    FROM occupancies o LEFT JOIN rooms r ON r.id = o.room_id LEFT JOIN parking_spaces s ON s.id = o.parking_space_id
    WHERE o.person_id = people.id ORDER BY o.to_on IS NOT NULL, coalesce(r.sort_key, s.sort_key)))`

/** The JSON columns of a person read out. */
export function withLists<T extends { phones: string; places: string }>(
  row: T,
): Omit<T, 'phones' | 'places'> & Pick<ListedPerson, 'phones' | 'places'> {
  const { phones, places, ...rest } = row
  return {
    ...rest,
    phones: JSON.parse(phones) as string[],
    places: JSON.parse(places) as ListedPerson['places'],
  }
}
