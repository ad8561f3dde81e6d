import { sql, type SQL } from 'drizzle-orm'
import { payerAgreements, payingRoles } from '../../fees/billing/index.ts'
import { targetKinds } from '../../fees/items/index.ts'
import { occupancies, parkingSpaces, rooms, type LotGiven, type OccupancyRow } from '../registry/index.ts'
import type { Existing } from './existing.ts'
import { placeKeys } from './plan-people.ts'

/**
 * Who could owe the fees of a place when an import was compared with the registry: its kind and key, the place that has this
 * key, if any has, and who is there. A person has looked at who pays by what was there then, and by what it is called.
 */
export type PlaceAsRead = [kind: 'room' | 'parking', key: string, id: string | null, recorded: string]

/** As they were read: the places of which occupancies are written. */
export function placesAsRead(existing: Existing, rows: readonly OccupancyRow[]): PlaceAsRead[] {
  const keys = placeKeys(existing)
  const there = Map.groupBy(
    existing.occupancies,
    (one) => keys.get(one.roomId ?? one.parkingSpaceId ?? '') ?? '',
  )
  const agreed = Map.groupBy(existing.agreements, ({ targetId }) => keys.get(targetId) ?? '')
  const idOf = new Map([...keys].map(([id, place]) => [place, id]))
  const places = new Map(rows.map(({ kind, placeKey }) => [`${kind}|${placeKey}`, [kind, placeKey] as const]))
  return [...places].map(([place, [kind, key]]) => {
    const agreements = agreed.get(place) ?? []
    const roles: readonly string[] = payingRoles[kind]
    // Whoever pays by agreement does so on the days on which he is there, as whatever.
    const holders = new Set(agreements.map(({ personId }) => personId))
    const people = (there.get(place) ?? []).filter(
      ({ role, personId }) => roles.includes(role) || holders.has(personId),
    )
    const recorded = [
      people.map(({ personId, role, fromOn, toOn }) => [personId, role, fromOn, toOn]),
      agreements.map(({ personId, fromOn, toOn }) => [personId, fromOn, toOn]),
    ]
    return [kind, key, idOf.get(place) ?? null, JSON.stringify(recorded)]
  })
}

/** The same as they are found until spaces get their lots. */
export function asFoundBefore(places: readonly PlaceAsRead[], lots: readonly LotGiven[]): PlaceAsRead[] {
  const before = new Map(lots.map(({ key, keyBefore }) => [key, keyBefore]))
  return places.map(([kind, key, ...read]) => [
    kind,
    (kind === 'parking' ? before.get(key) : undefined) ?? key,
    ...read,
  ])
}

/** Whether the registry still has at these places what was read there: a condition. */
export function stillAsRead(projectId: string, places: readonly PlaceAsRead[]): SQL {
  const ofKind = targetKinds.map((kind) => {
    const [table, column] =
      kind === 'room' ? [sql`${rooms}`, sql`room_id`] : [sql`${parkingSpaces}`, sql`parking_space_id`]
    const theirs = places.filter(([of]) => of === kind).map(([, ...one]) => one)
    const roles = sql.raw(payingRoles[kind].map((role) => `'${role}'`).join())
    const holder = sql`EXISTS (SELECT 1 FROM ${payerAgreements} h WHERE h.target_id = t.id AND h.person_id = o.person_id)`
    const people = sql`(SELECT json_group_array(json_array(person_id, role, from_on, to_on)) FROM (
      SELECT o.person_id, o.role, o.from_on, o.to_on FROM ${occupancies} o
      WHERE o.${column} = t.id AND (o.role IN (${roles}) OR ${holder}) ORDER BY o.id))`
    const agreements = sql`(SELECT json_group_array(json_array(person_id, from_on, to_on)) FROM (
      SELECT g.person_id, g.from_on, g.to_on FROM ${payerAgreements} g WHERE g.target_id = t.id ORDER BY g.id))`
    // At a place that is not there nobody can be. One that was may be called otherwise by now.
    return sql`NOT EXISTS (SELECT 1 FROM json_each(${JSON.stringify(theirs)}) AS j
      LEFT JOIN ${table} t ON t.project_id = ${projectId} AND t.key = j.value ->> 0
      WHERE t.id IS NOT coalesce(j.value ->> 1, t.id)
        OR (t.id IS NOT NULL AND json_array(json(${people}), json(${agreements})) <> j.value ->> 2))`
  })
  return sql.join(ofKind, sql` AND `)
}
