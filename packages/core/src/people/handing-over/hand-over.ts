import type { Write } from '@heju/db'
import { invalidInput, newId } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import * as v from 'valibot'
import type { Ctx } from '../../context.ts'
import { idSchema, parse, requestIdSchema } from '../../input.ts'
import type { Handed } from '../../platform/holdings/index.ts'
import { handedSchema } from '../../platform/holdings/shape.ts'
import { addTasks } from '../../platform/tasks/index.ts'
import { holdsThere } from '../identity/index.ts'
import { heldOtherwise, receiverCannot } from './errors.ts'
import { holdings } from './registry.ts'
import { handOvers } from './tables.ts'

export const handOverStaffSchema = v.object({
  requestId: requestIdSchema,
  staffId: idSchema('stf'),
  handed: handedSchema,
})
export type HandOverStaff = v.InferInput<typeof handOverStaffSchema>

/**
 * Hands over what a colleague holds, all of it or some kinds in some projects: who moves to other work keeps the rest. To
 * undo it is to hand it over again.
 * @throws `handing_over.held_otherwise` when it is not as it was seen, `handing_over.receiver_cannot`
 */
export async function handOverStaff(ctx: Ctx, raw: HandOverStaff): Promise<{ staffId: string }> {
  ctx.require('staff.manage')
  const input = parse(handOverStaffSchema, raw)
  const { staffId, handed } = input
  return ctx.write('handing_over.hand_over', input, (write) => {
    handOver(ctx, write, staffId, handed)
    return { staffId }
  })
}

/**
 * Adds to a write that somebody's things go to others: one statement for each kind, whatever their number. That they are
 * as they were seen and that the receivers may hold them is seen in the same batch.
 */
export function handOver(ctx: Ctx, write: Write, fromId: string, { note, groups }: Handed): void {
  if (groups.some(({ receiverId }) => receiverId === fromId))
    throw invalidInput({}, { fields: [{ path: 'handed.groups', code: 'handing_over.field.to_oneself' }] })
  const parts = holdings.flatMap((holding) => {
    const receivers = groups.filter(({ kind }) => kind === holding.kind)
    return receivers.length === 0 ? [] : [{ holding, receivers }]
  })
  for (const { holding, receivers } of parts) {
    const { rows, permission } = holding
    write.require(areAsSeen(rows(fromId, ctx), receivers), heldOtherwise)
    write.require(mayReceive(ctx, receivers, permission), receiverCannot)
  }
  for (const { holding, receivers } of parts) holding.handOver(ctx, write, { fromId, note, receivers })
  record(ctx, write, fromId, { note, groups })
}

type Groups = Handed['groups']

function areAsSeen(rows: SQL, groups: Groups): SQL {
  const seen = JSON.stringify(groups.map(({ projectId, count }) => [projectId, count]))
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${seen}) AS seen WHERE seen.value ->> 1 <>
    (SELECT count(*) FROM (${rows}) AS thing WHERE thing.project_id IS seen.value ->> 0))`
}

function mayReceive(ctx: Ctx, groups: Groups, permission: (typeof holdings)[number]['permission']): SQL {
  const given = JSON.stringify(groups.map(({ projectId, receiverId }) => [projectId, receiverId]))
  return sql`NOT EXISTS (SELECT 1 FROM json_each(${given}) AS given
    WHERE NOT ${holdsThere(ctx, sql`given.value ->> 1`, permission, sql`given.value ->> 0`)})`
}

/** A row and one notice for each receiver, and one entry in the log for the whole. */
function record(ctx: Ctx, write: Write, fromId: string, { note, groups }: Handed): void {
  const receivers = [...new Set(groups.map(({ receiverId }) => receiverId))]
  const rows = receivers.map((toId) => {
    const parts = groups.filter(({ receiverId }) => receiverId === toId)
    return { id: newId('hndo', ctx.now), toId, parts }
  })
  write.add(
    ctx.db.orm.insert(handOvers).values(
      rows.map(({ id, toId, parts }) => {
        const told = parts.map(({ kind, projectId, count }) => ({ kind, projectId, count }))
        return { id, fromId, toId, byId: ctx.actor.id, at: ctx.now, note, partsJson: JSON.stringify(told) }
      }),
    ),
  )
  addTasks(
    ctx,
    write,
    rows.map(({ id, toId, parts }) => ({
      kind: 'handed_over',
      subjectId: id,
      for: { staffId: toId },
      dueAt: ctx.now,
      params: { count: parts.reduce((sum, { count }) => sum + count, 0) },
    })),
  )
  write.audit('handing_over.handed_over', fromId, { detail: { handed: countsOf(groups) } })
}

/** How many of each kind. */
function countsOf(groups: Groups): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { kind, count } of groups) counts[kind] = (counts[kind] ?? 0) + count
  return counts
}
