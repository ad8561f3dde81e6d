import { defineError } from '@heju/kernel'
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Ctx } from '../../../context.ts'
import {
  counterColumns,
  defineProcedure,
  matterColumns,
  openMatter,
  stepColumns,
  takeStep,
  type Matters,
  type TakeStep,
} from '../index.ts'

/** 装修 on the kit, as a trial of its shape: 申请→审核→进场→现场施工→验收→撤场 (D142). */
const renovationProcedure = defineProcedure({
  name: 'renovations',
  series: 'ZX',
  states: {
    applied: ['reviewed', 'returned', 'withdrawn'], // 装修申请
    returned: ['applied', 'withdrawn'], // 退回补充
    reviewed: ['entered', 'withdrawn'], // 装修审核
    entered: ['working'], // 施工进场
    working: ['stopped', 'inspected'], // 现场施工
    stopped: ['working', 'left'], // 停工整改
    inspected: ['left', 'working'], // 验收；不合格返工
    left: [], // 撤场
    withdrawn: [], // 撤回
  },
  ends: ['left', 'withdrawn'],
  steps: {
    applied: { ownerSees: true, by: 'complaints.receive', needs: ['photos'] },
    returned: { ownerSees: true, by: 'complaints.handle', needs: ['ownerWords'] },
    reviewed: { ownerSees: true, by: 'complaints.close', needs: ['note'] },
    entered: { ownerSees: true, by: 'complaints.handle' },
    working: { ownerSees: true, by: 'complaints.handle' },
    stopped: { ownerSees: true, by: 'complaints.handle', needs: ['ownerWords', 'photos'] },
    inspected: { ownerSees: true, by: 'complaints.handle', needs: ['note', 'photos'] },
    left: { ownerSees: true, by: 'complaints.close' },
    withdrawn: { ownerSees: true, by: 'complaints.receive', needs: ['note'] },
    patrolled: { ownerSees: false, by: 'complaints.handle', needs: ['note'] },
    words: { ownerSees: true, by: 'complaints.handle', needs: ['ownerWords'] },
  },
})

export const renovations = sqliteTable('renovations', {
  ...matterColumns(renovationProcedure),
  projectId: text('project_id').notNull(),
  scope: text().notNull(),
  depositFen: integer('deposit_fen').notNull(),
})
export const renovationCounters = sqliteTable('renovation_counters', counterColumns())
export const renovationSteps = sqliteTable('renovation_steps', {
  ...stepColumns(renovationProcedure),
  matterId: text('renovation_id').notNull(),
})

export const renovationMatters: Matters<
  typeof renovations.$inferSelect,
  keyof typeof renovationProcedure.steps
> = {
  procedure: renovationProcedure,
  table: renovations,
  steps: renovationSteps,
  counters: renovationCounters,
  stepPrefix: 'nstp',
  permissions: { read: 'complaints.read', own: 'complaints.own', handle: 'complaints.handle' },
  holders: ['handlerId'],
  photosOfEachSide: 20,
  errors: {
    notFound: defineError('renovations.not_found', 'not_found'),
    outOfOrder: defineError('renovations.step_out_of_order', 'precondition'),
    moved: defineError('renovations.moved', 'conflict'),
    closed: defineError('renovations.closed', 'precondition'),
    handlerNotFound: defineError('renovations.handler_not_found', 'not_found'),
    handedOverMeanwhile: defineError('renovations.handed_over_meanwhile', 'conflict'),
    tooManyPhotos: defineError('renovations.too_many_photos', 'precondition'),
  },
}

interface Application {
  requestId: string
  id: string
  projectId: string
  place: string
  scope: string
  depositFen: number
}

export async function applyToRenovate(ctx: Ctx, application: Application): Promise<{ matterId: string }> {
  const { requestId: _, ...matter } = application
  ctx.require('complaints.receive', application.projectId)
  return ctx.write('renovations.apply', application, (write) => {
    openMatter(ctx, write, renovationMatters, { ...matter }, {})
    write.audit('renovations.applied', matter.id, { projectId: application.projectId })
    return { matterId: matter.id }
  })
}

export function takeRenovationStep(ctx: Ctx, raw: TakeStep) {
  return takeStep(ctx, renovationMatters, raw)
}
