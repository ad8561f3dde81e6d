import { sql, type SQL } from 'drizzle-orm'
import { rooms, roomAreas } from '../../estate/registry/index.ts'
import type { OccupancyRole } from '../../estate/registry/index.ts'
import type { TargetKind } from '../items/index.ts'

/**
 * Who owes the fees of a place, the first that there is. Of several with the same role the one entered first is asked:
 * co-owners owe the whole together. A space that is let is paid for by who has it.
 */
export const payingRoles: Readonly<Record<TargetKind, readonly OccupancyRole[]>> = {
  room: ['owner', 'co_owner', 'developer'],
  parking: ['owner', 'co_owner', 'tenant', 'user', 'developer'],
}

/** The registry's and our own names for one kind of target, as the set-based statements need them. */
export interface TargetNames {
  kind: TargetKind
  /** What its ids begin with. */
  prefix: string
  /** The table of the places, always under the alias `t`. */
  table: SQL
  /** The column of `occupancies`, `bills` and `bill_run_skips` that names the place. */
  column: SQL
  /** The first day of what place `t` is charged by now; null where that always was so. */
  areaFrom: SQL
  /** Days `priced` at one price, cut where what is charged changes: a query of stretches with their quantity, × 10^2. */
  stretches: SQL
  /** Whether a place is for sale: then its developer pays in full (D128). */
  unsold: SQL
  /** Whether a run says so when a place has no tariff. */
  expected: (projectId: string) => SQL
}

export const targetNames: Readonly<Record<TargetKind, TargetNames>> = {
  room: {
    kind: 'room',
    prefix: 'room_',
    table: sql`rooms`,
    column: sql`room_id`,
    areaFrom: sql`t.area_from_on`,
    stretches: sql`SELECT s.seq, s.target_id, s.price_id, CASE WHEN s.by_area THEN max(s.from_on, coalesce(t.area_from_on, '')) ELSE s.from_on END AS from_on,
        s.to_on, CASE WHEN s.by_area THEN t.area_e2 ELSE 100 END AS quantity_e2
      FROM priced s CROSS JOIN ${rooms} t ON t.id = s.target_id WHERE NOT s.by_area OR coalesce(t.area_from_on, '') <= s.to_on
      UNION ALL SELECT s.seq, s.target_id, s.price_id, max(s.from_on, coalesce(e.from_on, '')), min(s.to_on, e.to_on), e.area_e2
      FROM priced s CROSS JOIN ${roomAreas} e ON e.room_id = s.target_id AND e.to_on >= s.from_on
      WHERE s.by_area AND coalesce(e.from_on, '') <= s.to_on`,
    unsold: sql`t.state IS 'unsold'`,
    // Nobody is billed for what belongs to all.
    expected: () => sql`t.use IS NOT 'public'`,
  },
  parking: {
    kind: 'parking',
    prefix: 'park_',
    table: sql`parking_spaces`,
    column: sql`parking_space_id`,
    areaFrom: sql`NULL`,
    stretches: sql`SELECT seq, target_id, price_id, from_on, to_on, 100 AS quantity_e2 FROM priced`,
    unsold: sql`0`,
    // Where parking is not charged at all, a list of every space would say nothing.
    expected: (projectId) => sql`EXISTS (SELECT 1 FROM tariffs f
      WHERE f.project_id = ${projectId} AND f.basis = 'parking_space' AND f.state <> 'disabled')`,
  },
}

/** The kind of a room's or space's id. */
export function kindOfTarget(targetId: string): TargetKind {
  return targetId.startsWith(targetNames.room.prefix) ? 'room' : 'parking'
}

/** The columns of a bill or skip that name its place. */
export function targetColumns(targetId: string): { roomId: string | null; parkingSpaceId: string | null } {
  const isRoom = kindOfTarget(targetId) === 'room'
  return { roomId: isRoom ? targetId : null, parkingSpaceId: isRoom ? null : targetId }
}
