import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { isTariffInUse } from '../../fees/billing/index.ts'
import type { Plan } from './plan.ts'
import { namesByKey } from './tariffs.ts'

/** A tariff by its name, and how many rooms that are on record an import would put under it. */
export type ComingUnder = [tariff: string, rooms: number]

/**
 * What an import would charge rooms that are on record, from the very rows that it would write: whatever was asked of them,
 * and whether their tariffs are in use yet or not, since that may change before they are written. A room that comes with the
 * import is charged as a new one is.
 */
export function comingUnder(
  { tariffs, knownTariffs, roomTariffs }: Pick<Plan, 'tariffs' | 'knownTariffs' | 'roomTariffs'>,
  existing: readonly { key: string }[],
): ComingUnder[] {
  const onRecord = new Set(existing.map(({ key }) => key))
  const nameOf = namesByKey([...tariffs, ...knownTariffs])
  const of = Map.groupBy(
    roomTariffs.filter(({ roomKey }) => onRecord.has(roomKey)),
    ({ tariffKey }) => nameOf.get(tariffKey)!,
  )
  return [...of].map(([name, rooms]) => [name, rooms.length])
}

/**
 * Those of an import whose tariffs are in use now, so that its rooms would be charged, as long as nobody has let it who may:
 * JSON, in a query of imports.
 */
export const chargedNow = sql<string>`(SELECT json_group_array(json(j.value))
  FROM json_each(coalesce(import_jobs.charges_json, '[]')) AS j
  WHERE import_jobs.charges_allowed_by IS NULL AND ${isTariffInUse(sql`import_jobs.project_id`, sql`j.value ->> 0`)})`

/** Whether the actor may let an import be applied that begins these charges: as anywhere, whoever may write tariffs. */
export function mayCharge(ctx: Ctx, project: string, charged: readonly ComingUnder[]): boolean {
  return charged.length === 0 || ctx.may('tariffs.write', project)
}
