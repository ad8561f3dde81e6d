import { newId } from '@heju/kernel'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { projectNotFound, projects } from '../projects/index.ts'
import { tariffNameTaken } from './errors.ts'
import { expandNow } from './expand-now.ts'
import { requireGuided } from './price-guidance.ts'
import { tariffPrices, tariffs, tariffScopes } from './tables.ts'
import { createTariffSchema, type CreateTariff } from './tariff-schemas.ts'

/**
 * Sets what a project charges for (D117, D118, D123, D133): by the square metre, the room or the parking space, for all
 * rooms or spaces of the project, those to come included.
 * @throws `projects.not_found`, `billing.tariff_name_taken`, and what `requireGuided` throws
 */
export async function createTariff(ctx: Ctx, raw: CreateTariff): Promise<{ tariffId: string }> {
  const input = parse(createTariffSchema, raw)
  const { tariffId, projectId, name, feeItem, basis, fromOn, toOn, approval, guidance } = input
  ctx.require('tariffs.write', projectId)
  return ctx.write('billing.create_tariff', input, async (write) => {
    const [project] = await ctx.db.orm
      .select({ priceRegime: projects.priceRegime })
      .from(projects)
      .where(and(eq(projects.id, projectId), isNull(projects.archivedAt)))
    if (project === undefined) throw projectNotFound()
    requireGuided(project.priceRegime, input, guidance)
    const { priceE4, additionFen, rounding, roundingUnitFen } = input
    const scopeId = newId('scope', ctx.now)
    const stamps = { createdAt: ctx.now }
    write.add(
      ctx.db.orm.insert(tariffs).values({
        id: tariffId,
        projectId,
        name,
        feeItem,
        basis,
        state: 'active',
        changedAt: ctx.now,
        ...stamps,
      }),
      tariffNameTaken({ name }),
    )
    write.add(
      ctx.db.orm.insert(tariffPrices).values({
        id: newId('price', ctx.now),
        tariffId,
        fromOn,
        toOn,
        priceE4,
        additionFen,
        rounding,
        roundingUnitFen,
        ...approval,
        ...guidance,
        ...stamps,
      }),
    )
    write.add(
      ctx.db.orm.insert(tariffScopes).values({
        id: scopeId,
        tariffId,
        projectId,
        kind: 'project',
        value: projectId,
        fromOn,
        toOn,
        ...stamps,
      }),
    )
    write.change(expandNow(basis, sql`${scopeId}`))
    write.audit('billing.tariff_created', tariffId, { projectId, detail: { priceE4, basis, feeItem } })
    return { tariffId }
  })
}
