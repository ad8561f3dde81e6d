import { newId } from '@heju/kernel'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireNotAhead } from '../../not-ahead.ts'
import { projectNotFound, projects } from '../../estate/projects/index.ts'
import { requireOrder } from '../../estate/registry/index.ts'
import { itemTraits, requireChargeable, requireItemFor } from '../items/index.ts'
import { todayOf } from '../../today.ts'
import { billedIn, othersIn } from './other-charges.ts'
import { fits, kindOf, namesForeign } from './scope-places.ts'
import { singled } from './assign-tariff.ts'
import { addAssignment, requireDecision } from './decide-others.ts'
import { tariffNameTaken, wrongTargets } from './errors.ts'
import { requireGuided, requireInBounds } from './price-guidance.ts'
import { meantByOthers } from './rules.ts'
import { tariffPrices, tariffs } from './tables.ts'
import { createTariffSchema, type CreateTariff, type OtherCharges } from './tariff-schemas.ts'

/**
 * Sets what a project charges for (D117, D118, D123, D133): by the square metre, the room or the parking space, for all
 * rooms or spaces of the project or those of a scope, those to come included.
 * Where places are charged for the same already, a person says what becomes of that.
 * @returns also how many places have bills by others for these days, which must be void before it charges those
 * @throws `projects.not_found`, `billing.tariff_name_taken`, `billing.wrong_targets`, `billing.charged_twice`, and what
 *   `requireChargeable` and `requireGuided` throw
 */
export async function createTariff(
  ctx: Ctx,
  raw: CreateTariff,
): Promise<{ tariffId: string; billed: number }> {
  const input = parse(createTariffSchema, raw)
  requireNotAhead(ctx, { 'approval.approvalOn': input.approval?.approvalOn })
  const { tariffId, projectId, name, feeItem, basis, scope, fromOn, toOn, approval, guidance } = input
  ctx.require('tariffs.write', projectId)
  requireOrder(input)
  requireInBounds(basis, input)
  if (!fits(basis, scope)) throw wrongTargets()
  return ctx.write('billing.create_tariff', input, async (write) => {
    const tariff = { tariffId, projectId, basis, feeItem }
    const days = { fromOn, toOn }
    const [[project], [item], charges, [named], [bills]] = await ctx.db.orm.batch([
      ctx.db.orm
        .select({ priceRegime: projects.priceRegime })
        .from(projects)
        .where(and(eq(projects.id, projectId), isNull(projects.archivedAt))),
      itemTraits(ctx, feeItem),
      ctx.db.orm.all<OtherCharges[number]>(othersIn(tariff, scope, days, todayOf(ctx))),
      ctx.db.orm.all<{ missing: number }>(
        sql`SELECT ${namesForeign(kindOf(basis), projectId, scope)} AS missing`,
      ),
      ctx.db.orm.all<{ billed: number }>(
        input.others === 'surcharge' ? sql`SELECT 0 AS billed` : billedIn(tariff, scope, days, input.others),
      ),
    ])
    if (project === undefined) throw projectNotFound()
    if (named?.missing !== 0) throw wrongTargets()
    const traits = requireChargeable(ctx, item, kindOf(basis))
    requireItemFor(write, feeItem, kindOf(basis))
    const others = meantByOthers(traits, input.others)
    const surcharge = others === 'surcharge'
    const decided = surcharge ? undefined : others
    requireGuided(project.priceRegime, traits, input, guidance)
    if (others === undefined) requireDecision(charges)
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
        surcharge,
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
    addAssignment(ctx, write, { tariff, scope, days, others: decided })
    const single = singled(scope)
    const detail = {
      priceE4,
      basis,
      feeItem,
      ...days,
      ...approval,
      scope: scope.kind,
      others: others ?? null,
      ...(single.targetIds && { places: single.targetIds.length, ...single }),
    }
    write.audit('billing.tariff_created', tariffId, { projectId, detail })
    return { tariffId, billed: bills?.billed ?? 0 }
  })
}
