import { firstDay, lastDay, type CivilDate, type Period } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import { occupancies, roomAreas, rooms } from '../../estate/registry/index.ts'
import type { Ctx } from '../../context.ts'
import type { Place } from '../../estate/registry/index.ts'
import { todayOf } from '../../today.ts'
import type { AssignedTariff, PriceFacts, TargetFacts } from './bill-target.ts'
import { isExclusive } from '../items/index.ts'
import { targetNotFound } from './errors.ts'
import { followingFrom } from './expand-scopes.ts'
import { targetNames } from './targets.ts'

export interface TargetToBill {
  projectId: string
  facts: TargetFacts
  /** Whether a draft that is not published yet has a bill of the month. */
  drafted: boolean
  /** The bills of the month that count. */
  bills: readonly { id: string; tariffId: string; tariffName: string }[]
  /** As the database told it, for `targetAsRead`. */
  row: TargetRow
}

interface TargetRow {
  projectId: string
  areas: string
  archived: number
  unsold: number
  assigned: string
  occupants: string
  agreements: string
  billed: string
}

type BilledRow = Omit<TargetFacts['billed'][number], 'surcharge'> &
  TargetToBill['bills'][number] & { state: string; surcharge: number }

type AssignedRow = Omit<AssignedTariff, 'surcharge' | 'exclusive'> & { surcharge: number; exclusive: number }

/** All that decides what a place is billed for a month. One round trip. @throws `billing.target_not_found` */
export async function readTarget(ctx: Ctx, place: Place, period: Period): Promise<TargetToBill> {
  const [row] = await targetQuery(ctx, place, period)
  return targetOf(row, place, period)
}

/** The query of `readTarget`, for `orm.batch`. */
export function targetQuery(ctx: Ctx, place: Place, period: Period) {
  return ctx.db.orm.all<TargetRow>(targetSql(ctx, place, period))
}

/**
 * Whether all by which a bill was calculated is as it was read: a condition. Somebody may be putting an area, a price, an
 * owner or a charge right just now. That the place was archived and billed are asked by themselves.
 */
export function targetAsRead(ctx: Ctx, place: Place, period: Period, { row }: TargetToBill): SQL {
  return sql`EXISTS (SELECT 1 FROM (${targetSql(ctx, place, period)}) WHERE areas = ${row.areas} AND unsold = ${row.unsold}
    AND assigned = ${row.assigned} AND occupants = ${row.occupants} AND agreements = ${row.agreements})`
}

function targetSql(ctx: Ctx, place: Place, period: Period): SQL {
  const names = targetNames[place.kind]
  const project = sql`(SELECT project_id FROM ${names.table} WHERE id = ${place.id})`
  const today = todayOf(ctx)
  const following = followingFrom(place.kind, project, today, place.id)
  return sql`SELECT t.project_id AS projectId,
      ${list(areasOf(place))} AS areas, t.archived_at IS NOT NULL AS archived, ${names.unsold} AS unsold,
      ${list(assignedTo(place, following))} AS assigned,
      ${list(sql`SELECT json_object('personId', person_id, 'role', role, 'fromOn', from_on, 'toOn', to_on) AS o
        FROM ${occupancies} WHERE ${names.column} = ${place.id}`)} AS occupants,
      ${list(sql`SELECT json_object('personId', person_id, 'fromOn', from_on, 'toOn', to_on) AS o
        FROM payer_agreements WHERE target_id = ${place.id}`)} AS agreements,
      ${list(sql`SELECT json_object('id', b.id, 'tariffId', b.tariff_id, 'tariffName', f.name, 'feeItem', b.fee_item,
        'payerPersonId', b.payer_person_id, 'fromOn', b.from_on, 'toOn', b.to_on, 'days', b.days, 'state', b.state, 'surcharge', f.surcharge) AS o
        FROM bills b LEFT JOIN tariffs f ON f.id = b.tariff_id
        WHERE b.${names.column} = ${place.id} AND b.period = ${period} AND b.voided_at = 0`)} AS billed
    FROM ${names.table} t WHERE t.id = ${place.id}`
}

/** What the query of `readTarget` found. @throws `billing.target_not_found` */
export function targetOf(row: TargetRow | undefined, place: Place, period: Period): TargetToBill {
  if (row === undefined) throw targetNotFound()
  const billed = JSON.parse(row.billed) as BilledRow[]
  const assigned = JSON.parse(row.assigned) as AssignedRow[]
  return {
    row,
    projectId: row.projectId,
    drafted: billed.some(({ state }) => state === 'draft'),
    bills: billed,
    facts: {
      kind: place.kind,
      areas: JSON.parse(row.areas) as TargetFacts['areas'],
      archived: row.archived === 1,
      unsold: row.unsold === 1,
      assigned: assigned.map(({ surcharge, exclusive, ...each }) => ({
        ...each,
        exclusive: exclusive === 1,
        surcharge: surcharge === 1,
        prices: inMonth(each.prices, period),
      })),
      occupants: JSON.parse(row.occupants) as TargetFacts['occupants'],
      agreements: JSON.parse(row.agreements) as TargetFacts['agreements'],
      billed: billed.map(({ surcharge, ...bill }) => ({ ...bill, surcharge: surcharge === 1 })),
    },
  }
}

/** A JSON array of the objects that a query gives as `o`. */
function list(query: SQL): SQL {
  return sql`(SELECT json_group_array(json(o)) FROM (${query}))`
}

/** The areas that a room had and has, each with its days. */
function areasOf(place: Place): SQL {
  if (place.kind === 'parking') return sql`SELECT NULL AS o WHERE 0`
  return sql`SELECT json_object('fromOn', from_on, 'toOn', to_on, 'areaE2', area_e2) AS o FROM ${roomAreas} WHERE room_id = ${place.id}
    UNION ALL SELECT json_object('fromOn', area_from_on, 'toOn', NULL, 'areaE2', area_e2) FROM ${rooms} WHERE id = ${place.id}`
}

/** What is assigned to a place, and what the scopes of its project say of it if it has come since they were set. */
function assignedTo(place: Place, following: SQL): SQL {
  const prices = sql`(SELECT json_group_array(json_object('id', p.id, 'fromOn', p.from_on, 'toOn', p.to_on, 'priceE4', p.price_e4,
    'additionFen', p.addition_fen, 'rounding', p.rounding, 'roundingUnitFen', p.rounding_unit_fen))
    FROM tariff_prices p WHERE p.tariff_id = f.id)`
  return sql`SELECT json_object('tariffId', f.id, 'feeItem', f.fee_item, 'exclusive', ${isExclusive(sql`f.fee_item`)}, 'basis', f.basis, 'state', f.state,
      'fromOn', a.from_on, 'toOn', a.to_on, 'surcharge', f.surcharge, 'prices', json(${prices})) AS o
    FROM (SELECT target_id, tariff_id, from_on, to_on FROM tariff_assignments WHERE target_id = ${place.id}
      UNION ALL SELECT * FROM (${following})) AS a JOIN tariffs f ON f.id = a.tariff_id`
}

/** Prices that hold on some day of a month, the earliest first. */
function inMonth(prices: readonly PriceFacts[], period: Period): PriceFacts[] {
  const [first, last] = [firstDay(period), lastDay(period)]
  const holds = ({ fromOn, toOn }: { fromOn: CivilDate; toOn: CivilDate | null }) =>
    fromOn <= last && (toOn === null || toOn >= first)
  return prices.filter(holds).toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))
}
