import type { Ctx } from '@heju/core'
import { agreePayer, createTariff, draftBillRun } from '@heju/core/fees/billing'
import { addFeeItem } from '@heju/core/fees/items'
import { itemAsked } from '@heju/core/fees/items/testing'
import { giveOccupancy } from '@heju/core/estate/registry'
import { addBill } from '@heju/core/fees/payments/testing'
import { freshRequestId } from '@heju/core/testing'
import { addMonths, firstDay, lastDay, newId, periodAt } from '@heju/kernel'

/** A fee item of the company's own, a tariff with its approval, an agreement by which a user pays, a run that is still a draft, and a published bill. */
export async function billingThings(
  ctx: Ctx,
  place: { projectId: string; roomId: string; personId: string },
): Promise<Record<string, string>> {
  const { projectId } = place
  const month = (away: number) => addMonths(periodAt(ctx.now), away)
  const feeItemId = newId('fitem', ctx.now)
  await addFeeItem(ctx, itemAsked(feeItemId))
  const tariffId = newId('tariff', ctx.now)
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId,
    projectId,
    name: '物业服务费',
    feeItem: 'property',
    basis: 'area',
    scope: { kind: 'project' },
    fromOn: firstDay(month(-10)),
    priceE4: 25_000,
    approval: { approvalKind: 'contract', approvalNo: '2026-1', approvalOn: '2025-12-20' },
    guidance: { grade: '一级', baseE4: 25_000, rangeE4: 2_000 },
  })
  const agreementId = newId('agr', ctx.now)
  const user = { place: { kind: 'room', id: place.roomId }, personId: place.personId } as Parameters<
    typeof agreePayer
  >[1]
  const days = { fromOn: firstDay(month(2)), toOn: lastDay(month(13)) }
  await giveOccupancy(ctx, {
    ...user,
    ...days,
    requestId: freshRequestId(),
    occupancyId: newId('occ', ctx.now),
    role: 'user',
  })
  await agreePayer(ctx, { ...user, ...days, requestId: freshRequestId(), agreementId })
  const runId = newId('brun', ctx.now)
  await draftBillRun(ctx, { requestId: freshRequestId(), runId, projectId, period: month(-1) })
  const billId = await addBill({ ctx, projectId, rooms: [place] }, 0, { tariffId, period: month(-2) })
  return { feeItemId, tariffId, agreementId, runId, billId }
}
