import { newId } from '@heju/kernel'
import { and, eq, isNull } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { projectNotFound, projects } from '../projects/index.ts'
import { assignNow, fits, rememberScope } from './assign-statements.ts'
import { tariffNameTaken, wrongTargets } from './errors.ts'
import { requireGuided, requireInBounds } from './price-guidance.ts'
import { tariffPrices, tariffs } from './tables.ts'
import { createTariffSchema, type CreateTariff } from './tariff-schemas.ts'

/**
 * Sets what a project charges for (D117, D118, D123, D133): by the square metre, the room or the parking space, for all
 * rooms or spaces of the project or those of a scope, those to come included.
 * @throws `projects.not_found`, `billing.tariff_name_taken`, `billing.wrong_targets`, and what `requireGuided` throws
 */
export async function createTariff(ctx: Ctx, raw: CreateTariff): Promise<{ tariffId: string }> {
  const input = parse(createTariffSchema, raw)
  const { tariffId, projectId, name, feeItem, basis, scope, fromOn, toOn, approval, guidance } = input
  ctx.require('tariffs.write', projectId)
  requireInBounds(basis, input.priceE4)
  if (!fits(basis, scope)) throw wrongTargets()
  return ctx.write('billing.create_tariff', input, async (write) => {
    const [project] = await ctx.db.orm
      .select({ priceRegime: projects.priceRegime })
      .from(projects)
      .where(and(eq(projects.id, projectId), isNull(projects.archivedAt)))
    if (project === undefined) throw projectNotFound()
    requireGuided(project.priceRegime, input, guidance)
    const { priceE4, additionFen, rounding, roundingUnitFen } = input
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
    const tariff = { tariffId, projectId, basis, feeItem }
    const remembered = rememberScope(newId('scope', ctx.now), tariff, scope, { fromOn, toOn }, ctx.now)
    for (const statement of remembered) write.add(statement)
    write.change(assignNow(tariff, scope, fromOn, toOn))
    write.audit('billing.tariff_created', tariffId, { projectId, detail: { priceE4, basis, feeItem } })
    return { tariffId }
  })
}
