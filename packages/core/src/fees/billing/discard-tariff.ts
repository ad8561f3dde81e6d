import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { tariffInUse, tariffNotFound } from './errors.ts'
import { tariffs } from './tables.ts'
import { ofTariffSchema, type OfTariff } from './tariff-schemas.ts'

/**
 * Drops a tariff that was imported by mistake and has not been approved, with all that it was assigned to; nothing was ever
 * billed by it. Its name is free again.
 * @throws `billing.tariff_not_found`, `billing.tariff_in_use` once it has been approved: then it is switched off
 */
export async function discardTariff(ctx: Ctx, raw: OfTariff): Promise<{ tariffId: string }> {
  ctx.require('tariffs.write')
  const input = parse(ofTariffSchema, raw)
  const { tariffId } = input
  return ctx.write('billing.discard_tariff', input, async (write) => {
    const [tariff] = await ctx.db.orm
      .select({ projectId: tariffs.projectId, name: tariffs.name })
      .from(tariffs)
      .where(eq(tariffs.id, tariffId))
    if (tariff === undefined || !ctx.may('tariffs.write', tariff.projectId)) throw tariffNotFound()
    const { projectId, name } = tariff
    const theTariff = sql`SELECT 1 FROM tariffs WHERE id = ${tariffId}`
    // Another may drop it at that moment: then nothing is in use that was to be dropped.
    write.require(sql`EXISTS (${theTariff})`, tariffNotFound)
    write.require(sql`EXISTS (${theTariff} AND state = 'draft')`, tariffInUse)
    write.change(sql`DELETE FROM tariff_assignments WHERE tariff_id = ${tariffId}`)
    write.change(sql`DELETE FROM tariff_scopes WHERE project_id = ${projectId} AND tariff_id = ${tariffId}`)
    write.change(sql`DELETE FROM tariff_prices WHERE tariff_id = ${tariffId}`)
    write.change(sql`DELETE FROM tariffs WHERE id = ${tariffId}`)
    write.audit('billing.tariff_discarded', tariffId, { projectId, detail: { name } })
    return { tariffId }
  })
}
