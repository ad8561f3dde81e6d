import type { Ctx } from '@heju/core'
import { billRuns, tariffPrices, tariffs } from '@heju/core/fees/billing'
import { addBill } from '@heju/core/fees/payments/testing'
import { newId, type Period } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'

type Things = Readonly<Record<string, string>>

/** What lists of fees have for a second row: bills of a priced tariff, overdue ones of two payers, and rooms charged twice. */
export async function moreFees(ctx: Ctx, things: Things): Promise<Record<string, string>> {
  const { projectId = '', tariffId = '', runId = '', roomId = '', parkingSpaceId = '' } = things
  const { orm } = ctx.db
  const [price] = await orm.select().from(tariffPrices).where(eq(tariffPrices.tariffId, tariffId))
  const [run] = await orm.select().from(billRuns).where(eq(billRuns.id, runId))
  const by = { tariffId, priceId: price?.id ?? '', dueOn: '2025-01-31' }
  const ofRun = {
    ...by,
    runId,
    period: run?.period as Period,
    dueOn: run?.dueOn ?? '',
    state: 'draft',
  } as const
  for (const personId of [things.personId ?? '', things.buyerId ?? '']) {
    const place = { ctx, projectId, rooms: [{ roomId, personId }] } as Parameters<typeof addBill>[0]
    const months = personId === things.personId ? ['2024-11', '2024-12'] : ['2024-09', '2024-10']
    for (const period of months) {
      await addBill(place, 0, { ...by, period: period as Period })
      await addBill(place, 0, { ...by, period: period as Period, roomId: null, parkingSpaceId })
    }
    await addBill(place, 0, personId === things.personId ? ofRun : { ...ofRun, roomId: null, parkingSpaceId })
  }
  return { singlyTariffId: await doublyCharged(ctx, projectId) }
}

/** A tariff that charges every room of a project by itself beside another, as a workbook may have said; its days end. */
async function doublyCharged(ctx: Ctx, projectId: string): Promise<string> {
  const id = newId('tariff', ctx.now)
  const named = {
    projectId,
    name: '物业费（旧）',
    feeItem: 'property',
    basis: 'area',
    state: 'active',
  } as const
  await ctx.db.orm
    .insert(tariffs)
    .values({ id, ...named, createdAt: ctx.now, changedAt: ctx.now } as typeof tariffs.$inferInsert)
  await ctx.db.orm.run(sql`INSERT INTO tariff_assignments (target_id, tariff_id, from_on, to_on)
    SELECT id, ${id}, '2026-01-01', '2099-12-31' FROM rooms WHERE project_id = ${projectId}`)
  return id
}
