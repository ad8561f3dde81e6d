import { plansOf, slowSteps } from '@heju/db/testing'
import { beforeAll, expect, test } from 'vitest'
import type { Ctx } from '../../context.ts'
import { encodeCursor } from '../../paging.ts'
import { testCtx } from '../../testing.ts'
import { auditList } from './index.ts'

type AuditFilter = Parameters<typeof auditList.page>[1]

let ctx: Ctx
beforeAll(async () => {
  ctx = await testCtx()
})

const days = { from: '2026-11-01', to: '2026-11-22' }
const lists: [string, AuditFilter][] = [
  ['all entries', {}],
  ['those of some days', days],
  ['those of an object', { subjectId: 'room_1' }],
  ['those of a person', { actorId: 'stf_1' }],
  ['those of an action', { action: 'payments.recorded' }],
  ['those of a person on some days', { actorId: 'stf_1', ...days }],
  ['those of an action on some days', { action: 'payments.recorded', ...days }],
]

test.each(lists)('of the log, %s are found by an index, newest first', async (_name, filter) => {
  const after = encodeCursor([ctx.now, 7])
  const plan = await plansOf(ctx.db, () => auditList.page(ctx, { ...filter, after }))
  expect(slowSteps(plan, { sorted: true })).toEqual([])
  // Nothing but the log is looked through: a walk over all of it, from its newest entry, would be no SCAN either.
  expect(plan.join()).toMatch(/SEARCH audit_log USING INDEX audit_log_by_\w+ \(.*at[<>]/)
})
