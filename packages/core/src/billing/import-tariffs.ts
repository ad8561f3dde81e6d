import type { Write } from '@heju/db'
import { civilDateOf, firstDay, newId, periodOf, type CivilDate, type Fen } from '@heju/kernel'
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { rooms } from '../registry/index.ts'
import type { FeeItem } from './rules.ts'
import { tariffAssignments, tariffs } from './tables.ts'

/** A fee item as a workbook gives it. */
export interface ImportedTariff {
  name: string
  /** The kind of fee in the workbook's words: 物业费, 停车费. */
  kind: string
  basis: 'area' | 'room'
  /** Yuan × 10^4 per month and m², or room. */
  priceE4: number
  /** 附加费, per month and room. */
  additionFen: Fen
  fromOn: CivilDate | null
  toOn: CivilDate | null
}

/** That a room is charged by a tariff; both by what a workbook knows of them. */
export interface ImportedAssignment {
  /** `rooms.key` */
  roomKey: string
  tariffName: string
  fromOn: CivilDate | null
}

/**
 * Which of some tariffs a project has by name, and which of its rooms each is assigned to, as `room key|tariff name`.
 * One round trip.
 */
export async function tariffsByName(
  ctx: Ctx,
  projectId: string,
  names: readonly string[],
): Promise<{ names: Set<string>; assigned: Set<string> }> {
  const wanted = and(eq(tariffs.projectId, projectId), inArray(tariffs.name, [...names]))
  const [found, assigned] = await ctx.db.orm.batch([
    ctx.db.orm.select({ name: tariffs.name }).from(tariffs).where(wanted),
    ctx.db.orm
      .selectDistinct({ roomKey: rooms.key, name: tariffs.name })
      .from(tariffs)
      .innerJoin(tariffAssignments, eq(tariffAssignments.tariffId, tariffs.id))
      .innerJoin(rooms, eq(rooms.id, tariffAssignments.targetId))
      .where(wanted),
  ])
  return {
    names: new Set(found.map(({ name }) => name)),
    assigned: new Set(assigned.map(({ roomKey, name }) => `${roomKey}|${name}`)),
  }
}

/**
 * Adds the fee items of a workbook as tariffs, as part of a write, and assigns them to rooms. They are drafts: a
 * workbook does not say what a price stands on (D133), and nothing is billed by it until somebody has. A tariff of the
 * same name stays as it is. Three statements, whatever the number of rooms.
 */
export function addImportedTariffs(
  ctx: Ctx,
  write: Write,
  projectId: string,
  imported: { tariffs: readonly ImportedTariff[]; assignments: readonly ImportedAssignment[] },
): void {
  const { now } = ctx
  const rows = imported.tariffs.map((tariff) => {
    const fromOn = tariff.fromOn ?? beginning(ctx, tariff.name, imported.assignments)
    const { name, kind, basis, priceE4, additionFen, toOn } = tariff
    return [
      newId('tariff', now),
      name,
      feeItemOf(kind),
      basis,
      newId('price', now),
      fromOn,
      toOn,
      priceE4,
      additionFen,
    ]
  })
  if (rows.length > 0) {
    const json = JSON.stringify(rows)
    write.change(sql`INSERT INTO tariffs (id, project_id, name, fee_item, basis, state, created_at, changed_at)
      SELECT value ->> 0, ${projectId}, value ->> 1, value ->> 2, value ->> 3, 'draft', ${now}, ${now} FROM json_each(${json}) WHERE true
      ON CONFLICT (project_id, name) DO NOTHING`)
    // Only those that were new carry the id given here.
    write.change(sql`INSERT INTO tariff_prices (id, tariff_id, from_on, to_on, price_e4, addition_fen, rounding, rounding_unit_fen, created_at)
      SELECT j.value ->> 4, f.id, j.value ->> 5, j.value ->> 6, j.value ->> 7, j.value ->> 8, 'half_up', 1, ${now}
      FROM json_each(${json}) AS j JOIN tariffs f ON f.id = j.value ->> 0`)
  }
  if (imported.assignments.length === 0) return
  const assigned = JSON.stringify(
    imported.assignments.map(({ roomKey, tariffName, fromOn }) => [roomKey, tariffName, fromOn]),
  )
  write.change(sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
    SELECT r.id, f.id, coalesce(j.value ->> 2, (SELECT min(from_on) FROM tariff_prices WHERE tariff_id = f.id)), NULL
    FROM json_each(${assigned}) AS j
    JOIN tariffs f ON f.project_id = ${projectId} AND f.name = j.value ->> 1
    JOIN rooms r ON r.project_id = ${projectId} AND r.key = j.value ->> 0
    WHERE NOT EXISTS (SELECT 1 FROM tariff_assignments a WHERE a.target_id = r.id AND a.tariff_id = f.id)
    ON CONFLICT DO NOTHING`)
}

/** Where a workbook gives no beginning: when the first room is charged, else this month. */
function beginning(ctx: Ctx, name: string, assignments: readonly ImportedAssignment[]): CivilDate {
  const days = assignments.flatMap(({ tariffName, fromOn }) =>
    tariffName === name && fromOn !== null ? [fromOn] : [],
  )
  const [first] = days.toSorted()
  return first ?? firstDay(periodOf(civilDateOf(ctx.now, ctx.company.zone)))
}

/** Under which of the three heads of D123 a kind of fee falls. */
function feeItemOf(kind: string): FeeItem {
  if (/停车|车位|泊位/.test(kind)) return 'parking'
  return /物业|管理费|服务费/.test(kind) ? 'property' : 'other'
}
