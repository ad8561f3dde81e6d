import { invalidInput } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import type { Place } from './people-schemas.ts'
import type { OccupancyRole } from './rules.ts'

/** The days of an occupancy, both included; null where not known, or where it goes on. */
interface Days {
  fromOn: string | null
  toOn: string | null
}

/** Whether a role is that of the one who holds the title to a place: of these there is one at a time. */
export function isTitle(role: OccupancyRole): boolean {
  return role === 'owner' || role === 'developer'
}

/**
 * Whether nobody else holds the title to a place on the days named. An owner of earlier years can so be written down
 * later on. Where a first day is not known, a title that is being given reaches back no further than today.
 */
export function titleFree(ctx: Ctx, place: Place, { fromOn, toOn }: Days, exceptId = ''): SQL {
  const column = sql.raw(place.kind === 'room' ? 'room_id' : 'parking_space_id')
  const first = fromOn ?? toOn ?? todayOf(ctx)
  return sql`NOT EXISTS (SELECT 1 FROM occupancies WHERE ${column} = ${place.id} AND role IN ('owner', 'developer')
    AND id <> ${exceptId} AND coalesce(from_on, '') <= ${toOn ?? '9999-12-31'} AND coalesce(to_on, '9999-12-31') >= ${first})`
}

/** @throws `request.invalid` at `toOn` when the last day is before the first */
export function requireOrder({ fromOn, toOn }: Days): void {
  if (fromOn !== null && toOn !== null && toOn < fromOn)
    throw invalidInput({}, { fields: [{ path: 'toOn', code: 'registry.field.ends_before' }] })
}
