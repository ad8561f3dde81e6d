import type { Write } from '@heju/db'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { isTariffInUse } from '../../fees/billing/index.ts'
import { changesCharges, previewOutdated } from './errors.ts'
import type { ImportCounts } from './import-rules.ts'
import type { Plan } from './plan.ts'
import type { importJobs } from './tables.ts'
import { namesByKey } from './tariffs.ts'

type Job = Pick<typeof importJobs.$inferSelect, 'id' | 'projectId' | 'countsJson' | 'chargesJson'>

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

const inUse = sql`json_each(coalesce(import_jobs.charges_json, '[]')) AS j
  WHERE ${isTariffInUse(sql`import_jobs.project_id`, sql`j.value ->> 0`)}`

/** Those of an import whose tariffs are in use now, so that its rooms would be charged: JSON, in a query of imports. */
export const chargedNow = sql<string>`(SELECT json_group_array(json(j.value)) FROM ${inUse})`

/** That an import charges rooms on record only as somebody has let it who may: a condition. */
export function chargesAsAllowed(importId: string): SQL {
  return sql`NOT EXISTS (SELECT 1 FROM import_jobs, ${inUse} AND import_jobs.id = ${importId})`
}

/**
 * Lets an import charge rooms on record from here on, where the actor may; else it is refused where it does, or comes to by the
 * time that it is written, as where a draft has come into use.
 */
export function allowCharges(ctx: Ctx, write: Write, job: Job): void {
  const { id, projectId, chargesJson } = job
  if (ctx.may('tariffs.write', projectId))
    return write.change(sql`UPDATE import_jobs SET charges_json = '[]' WHERE id = ${id}`)
  if (chargesJson === null && chargesRooms(job)) throw previewOutdated()
  write.require(chargesAsAllowed(id), changesCharges)
}

function chargesRooms({ countsJson }: Job): boolean {
  const { roomTariffs } = JSON.parse(countsJson) as ImportCounts
  return roomTariffs.created + roomTariffs.changed > 0
}

/** Whether the actor may let an import be applied that begins these charges: as anywhere, whoever may write tariffs. */
export function mayCharge(ctx: Ctx, project: string, charged: readonly ComingUnder[]): boolean {
  return charged.length === 0 || ctx.may('tariffs.write', project)
}
