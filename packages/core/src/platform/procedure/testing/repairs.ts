import { defineError } from '@heju/kernel'
import { sql } from 'drizzle-orm'
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Ctx } from '../../../context.ts'
import { wake } from '../../outbox/index.ts'
import {
  counterColumns,
  defineProcedure,
  heldMatters,
  ladderJob,
  matterColumns,
  openMatter,
  raiseColumns,
  stepColumns,
  takeStep,
  type Matters,
  type TakeStep,
} from '../index.ts'

/** Repairs on the kit, as a trial of its shape: reported, sent to somebody, accepted, arrived, done, confirmed (D162). */
const repairProcedure = defineProcedure({
  name: 'repairs',
  series: 'BX',
  states: {
    reported: ['dispatched', 'cancelled'], // 报修
    dispatched: ['accepted', 'reported', 'cancelled'], // 派单；退单
    accepted: ['arrived', 'dispatched', 'cancelled'], // 接单；改派
    arrived: ['done', 'paused'], // 到场
    paused: ['arrived', 'cancelled'], // 挂起
    done: ['confirmed', 'arrived'], // 完工；返修
    confirmed: [], // 确认
    cancelled: [], // 取消
  },
  ends: ['confirmed', 'cancelled'],
  steps: {
    reported: { ownerSees: true, by: 'complaints.handle', needs: ['note'] },
    dispatched: { ownerSees: true, by: 'complaints.assign', needs: ['handler'] },
    accepted: { ownerSees: true, by: 'complaints.handle' },
    arrived: { ownerSees: true, by: 'complaints.handle' },
    paused: { ownerSees: true, by: 'complaints.handle', needs: ['ownerWords', 'note'] },
    done: { ownerSees: true, by: 'complaints.handle', needs: ['photos'] },
    confirmed: { ownerSees: true, by: 'complaints.close' },
    cancelled: { ownerSees: true, by: 'complaints.close', needs: ['note'] },
    note: { ownerSees: false, by: 'complaints.receive', needs: ['note'] },
    words: { ownerSees: true, by: 'complaints.handle', needs: ['ownerWords'] },
    handed_over: { ownerSees: true, by: 'complaints.assign', needs: ['handler', 'note'] },
    raised: { ownerSees: false },
  },
})

export const repairs = sqliteTable('repairs', {
  ...matterColumns(repairProcedure),
  projectId: text('project_id').notNull(),
  text: text().notNull(),
  urgent: integer({ mode: 'boolean' }).notNull(),
  /** Within which somebody accepts it. */
  acceptDueAt: integer('accept_due_at').notNull(),
  acceptedAt: integer('accepted_at'),
  acceptRung: integer('accept_rung').notNull().default(0),
})
export const repairCounters = sqliteTable('repair_counters', counterColumns())
export const repairSteps = sqliteTable('repair_steps', {
  ...stepColumns(repairProcedure),
  matterId: text('repair_id').notNull(),
})
export const repairRaises = sqliteTable(
  'repair_raises',
  { ...raiseColumns(['accept_overdue']), matterId: text('repair_id').notNull() },
  (table) => [primaryKey({ columns: [table.matterId, table.round, table.reason] })],
)

export const repairMatters: Matters<typeof repairs.$inferSelect, keyof typeof repairProcedure.steps> = {
  procedure: repairProcedure,
  table: repairs,
  steps: repairSteps,
  counters: repairCounters,
  stepPrefix: 'rstp',
  permissions: { read: 'complaints.read', own: 'complaints.own', handle: 'complaints.handle' },
  holders: ['handlerId'],
  photosOfEachSide: 9,
  errors: {
    notFound: defineError('repairs.not_found', 'not_found'),
    outOfOrder: defineError('repairs.step_out_of_order', 'precondition'),
    moved: defineError('repairs.moved', 'conflict'),
    closed: defineError('repairs.closed', 'precondition'),
    handlerNotFound: defineError('repairs.handler_not_found', 'not_found'),
    handedOverMeanwhile: defineError('repairs.handed_over_meanwhile', 'conflict'),
    tooManyPhotos: defineError('repairs.too_many_photos', 'precondition'),
  },
}

const minute = 60_000
const job = 'repair_clocks'

/** Ten minutes before its end whoever has it is warned; the manager hears of its end, the region half an hour later. */
export const raiseRepairs = ladderJob(repairMatters, {
  job,
  verb: 'repairs.raise_overdue',
  clocks: [
    {
      reason: 'accept_overdue',
      dueAt: repairs.acceptDueAt,
      rung: repairs.acceptRung,
      running: sql`accepted_at IS NULL AND closed_at IS NULL`,
      rungs: [
        { afterMs: -10 * minute, task: 'complaint_update', to: 'handler' },
        { afterMs: 0, task: 'complaint_overdue', to: { role: 'project_manager' } },
        { afterMs: 30 * minute, task: 'complaint_major', to: { role: 'regional_manager' } },
      ],
    },
  ],
  raises: repairRaises,
  urgent: sql`urgent = 1`,
  daytime: { from: '08:00', to: '20:00' },
})

export const heldRepairs = heldMatters(repairMatters, {
  kind: 'complaints_handled',
  permission: 'complaints.handle',
  holder: repairs.handlerId,
  dueAt: repairs.acceptDueAt,
  step: 'handed_over',
})

interface Report {
  requestId: string
  id: string
  projectId: string
  place: string
  text: string
  urgent: boolean
}

export async function reportRepair(ctx: Ctx, report: Report): Promise<{ matterId: string }> {
  const { requestId: _, ...matter } = report
  ctx.require('complaints.receive', report.projectId)
  return ctx.write('repairs.report', report, (write) => {
    const acceptDueAt = ctx.now + (report.urgent ? 15 : 60) * minute
    openMatter(ctx, write, repairMatters, { ...matter, acceptDueAt }, {})
    wake(write, job, acceptDueAt - 10 * minute)
    write.audit('repairs.reported', matter.id, { projectId: report.projectId })
    return { matterId: matter.id }
  })
}

export function takeRepairStep(ctx: Ctx, raw: TakeStep) {
  return takeStep(ctx, repairMatters, raw, raw.step === 'accepted' ? { acceptedAt: ctx.now } : {})
}
