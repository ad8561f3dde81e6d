import { newId } from '@heju/kernel'
import type { Ctx } from '../../../context.ts'
import { createTariff } from '../../../fees/billing/index.ts'
import { freshRequestId } from '../../../testing.ts'

type Terms = Pick<Parameters<typeof createTariff>[1], 'name' | 'feeItem' | 'basis' | 'priceE4'>

/** A tariff in use that charges a whole project from January 2026 on. */
export async function tariffOfProject(ctx: Ctx, projectId: string, terms: Terms): Promise<void> {
  await createTariff(ctx, {
    requestId: freshRequestId(),
    tariffId: newId('tariff', ctx.now),
    projectId,
    scope: { kind: 'project' },
    fromOn: '2026-01-01',
    approval: { approvalKind: 'contract', approvalNo: '合同 1', approvalOn: '2026-01-01' },
    ...terms,
  })
}
