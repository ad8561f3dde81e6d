import type { Ctx } from '@heju/core'
import { createTariff, draftBillRun } from '@heju/core/billing'
import { addBill } from '@heju/core/payments/testing'
import { freshRequestId } from '@heju/core/testing'
import { newId } from '@heju/kernel'

/** A tariff with its approval, a run that is still a draft, and a bill that was published. */
export async function billingThings(
  ctx: Ctx,
  place: { projectId: string; roomId: string; personId: string },
): Promise<Record<string, string>> {
  const { projectId } = place
  const tariffId = newId('tariff', ctx.now)
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId,
    projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    fromOn: '2026-01-01',
    priceE4: 25_000,
    approval: { approvalKind: 'contract', approvalNo: '2026-1', approvalOn: '2025-12-20' },
    guidance: { grade: '一级', baseE4: 25_000, rangeE4: 2_000 },
  })
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId, period: '2026-10' })
  const billId = await addBill({ ctx, projectId, rooms: [place] }, 0, { tariffId, period: '2026-09' })
  return { tariffId, runId, billId }
}
