import { desc, eq, sql } from 'drizzle-orm'
import * as v from 'valibot'
import { todayOf } from '../../today.ts'
import { entriesNaming } from './entries-naming.ts'
import type { Ctx } from '../../context.ts'
import { people, type Place } from '../../estate/registry/index.ts'
import { comingUnder } from './as-charged.ts'
import { exclusiveOf } from '../items/index.ts'
import { targetNotFound } from './errors.ts'
import { payerAgreements } from './tables.ts'
import { targetNames } from './targets.ts'
import { assignmentSchema, type Assignment } from './charged-place-schemas.ts'
import { unbroken } from './unbroken.ts'

/** By what a room or space is charged, and whether a user pays for it. */
export const chargesSchema = v.object({
  tariffs: v.array(assignmentSchema),
  agreements: v.array(
    v.object({
      id: v.string(),
      personId: v.string(),
      personName: v.string(),
      fromOn: v.string(),
      toOn: v.nullable(v.string()),
    }),
  ),
  /** Who gave this place alone, or among others, a tariff or took it out of one, the latest first. */
  changes: v.array(
    v.object({
      at: v.number(),
      by: v.nullable(v.string()),
      what: v.picklist(['assigned', 'ended']),
      tariffId: v.string(),
      name: v.string(),
      /** The first day that is charged, and the last. */
      fromOn: v.nullable(v.string()),
      toOn: v.nullable(v.string()),
    }),
  ),
})
export type Charges = v.InferOutput<typeof chargesSchema>

type AssignmentRow = Omit<Assignment, 'surcharge' | 'exclusive'> & { surcharge: number; exclusive: number }

/** What may change by which tariff a place is charged. */
const changing = ['billing.tariff_created', 'billing.tariff_assigned', 'billing.assignment_ended']

/**
 * By what a room or parking space is or was charged, what runs longest first, also what it will be with the next bills where
 * it has come since the last, and the agreements by which users pay for
 * it, the latest first. One round trip. @throws `billing.target_not_found`
 */
export async function chargesOfPlace(ctx: Ctx, place: Place): Promise<Charges> {
  ctx.require('tariffs.read')
  const { id, personId, fromOn, toOn } = payerAgreements
  const project = sql`(SELECT project_id FROM ${targetNames[place.kind].table} WHERE id = ${place.id})`
  const ofProject = sql`FROM tariffs WHERE project_id = ${project}`
  const [[found], assigned, agreements, entries, names] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({ projectId: sql<string>`project_id` })
      .from(sql`${targetNames[place.kind].table}`)
      .where(sql`id = ${place.id}`),
    ctx.db.orm
      .all<AssignmentRow>(sql`SELECT f.id AS tariffId, f.name, f.fee_item AS feeItem, ${exclusiveOf(sql`f.fee_item`)} AS exclusive, f.state, f.surcharge, a.from_on AS fromOn, a.to_on AS toOn
      FROM (SELECT target_id, tariff_id, from_on, to_on FROM tariff_assignments WHERE target_id = ${place.id}
        UNION ALL ${comingUnder({ project, today: todayOf(ctx), kind: place.kind }, place.id)}) AS a
      JOIN tariffs f ON f.id = a.tariff_id`),
    ctx.db.orm
      .select({ id, personId, personName: people.name, fromOn, toOn })
      .from(payerAgreements)
      .innerJoin(people, eq(people.id, personId))
      .where(eq(payerAgreements.targetId, place.id))
      .orderBy(desc(fromOn)),
    entriesNaming(ctx, { placeId: place.id, subjects: sql`SELECT id ${ofProject}`, actions: changing }),
    ctx.db.orm.all<{ id: string; name: string }>(sql`SELECT id, name ${ofProject}`),
  ])
  if (found === undefined || !ctx.may('tariffs.read', found.projectId)) throw targetNotFound()
  const nameOf = new Map(names.map((tariff) => [tariff.id, tariff.name]))
  const changes = entries.map(({ action, subjectId, ...entry }) => ({
    ...entry,
    what: action === 'billing.assignment_ended' ? ('ended' as const) : ('assigned' as const),
    tariffId: subjectId,
    name: nameOf.get(subjectId) ?? '',
  }))
  return {
    tariffs: latestFirst(
      unbroken(
        assigned.map((row) => ({ ...row, surcharge: row.surcharge === 1, exclusive: row.exclusive === 1 })),
      ),
    ),
    agreements,
    changes,
  }
}

function latestFirst(assigned: readonly Assignment[]): Assignment[] {
  const key = ({ toOn, name }: Assignment) => [toOn ?? '9999-12-31', name] as const
  return assigned.toSorted((a, b) => {
    const [[until, name], [otherUntil, otherName]] = [key(a), key(b)]
    if (until !== otherUntil) return until > otherUntil ? -1 : 1
    return name < otherName ? -1 : Number(name > otherName)
  })
}
