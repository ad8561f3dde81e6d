import type { Write } from '@heju/db'
import { civilDateOf } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { projects } from '../projects/index.ts'
import { othersBeside } from './assign-statements.ts'
import { requireDecision } from './decide-others.ts'
import { chargedTwice, tariffNotDraft, tariffNotFound } from './errors.ts'
import { expandScopes } from './expand-scopes.ts'
import { requireGuided, requireInBounds } from './price-guidance.ts'
import { tariffPrices, tariffs } from './tables.ts'
import {
  approveTariffSchema,
  switchTariffSchema,
  type ApproveTariff,
  type OtherCharges,
  type SwitchTariff,
} from './tariff-schemas.ts'

/**
 * Says what an imported price stands on (D133), and with that makes the tariff one that is billed by.
 * @throws `billing.tariff_not_found`, `billing.tariff_not_draft`, `billing.charged_twice` unless it may be charged beside
 *   others for the same, and what `requireGuided` throws
 */
export async function approveTariff(ctx: Ctx, raw: ApproveTariff): Promise<{ tariffId: string }> {
  ctx.require('tariffs.write')
  const input = parse(approveTariffSchema, raw)
  const { tariffId, approval, guidance, beside } = input
  return ctx.write('billing.approve_tariff', input, async (write) => {
    const { tariff, others } = await tariffToChange(ctx, tariffId)
    if (!beside) requireAlone(ctx, write, tariffId, others)
    requireInBounds(tariff.basis, tariff.priceE4)
    requireGuided(tariff.priceRegime, tariff, guidance)
    bringPlacesUnder(ctx, write, tariff.projectId)
    const { approvalKind, approvalNo, approvalOn } = approval
    write.change(sql`UPDATE tariff_prices SET approval_kind = ${approvalKind}, approval_no = ${approvalNo}, approval_on = ${approvalOn},
      grade = ${guidance?.grade ?? null}, base_e4 = ${guidance?.baseE4 ?? null}, range_e4 = ${guidance?.rangeE4 ?? null}
      WHERE tariff_id = ${tariffId} AND approval_kind IS NULL`)
    write.changeOne(
      sql`UPDATE tariffs SET state = 'active', changed_at = ${ctx.now} WHERE id = ${tariffId} AND state = 'draft'`,
      tariffNotDraft,
    )
    write.audit('billing.tariff_approved', tariffId, { projectId: tariff.projectId, detail: approval })
    return { tariffId }
  })
}

/**
 * Takes a tariff out of use, or back into it; what was billed stays.
 * @throws `billing.tariff_not_found`, for a draft too: it has to be approved first
 */
export async function switchTariff(ctx: Ctx, raw: SwitchTariff): Promise<{ tariffId: string }> {
  ctx.require('tariffs.write')
  const input = parse(switchTariffSchema, raw)
  const { tariffId, state, beside } = input
  return ctx.write('billing.switch_tariff', input, async (write) => {
    const { tariff, others } = await tariffToChange(ctx, tariffId)
    if (state === 'active' && !beside) requireAlone(ctx, write, tariffId, others)
    bringPlacesUnder(ctx, write, tariff.projectId)
    write.changeOne(
      sql`UPDATE tariffs SET state = ${state}, changed_at = ${ctx.now} WHERE id = ${tariffId} AND state <> 'draft'`,
      tariffNotFound,
    )
    write.audit(`billing.tariff_${state}`, tariffId, { projectId: tariff.projectId })
    return { tariffId }
  })
}

/** No place of a tariff that comes into use may be charged for the same by another. @throws `billing.charged_twice` */
function requireAlone(ctx: Ctx, write: Write, tariffId: string, others: OtherCharges): void {
  requireDecision(others)
  const none = sql`NOT EXISTS (${othersBeside(tariffId, todayOf(ctx))})`
  write.require(none, chargedTwice({ places: 1, tariffs: '' }))
}

/** What comes into use or goes out of it was looked at with the places that came since the last bills: they are as it was. */
function bringPlacesUnder(ctx: Ctx, write: Write, projectId: string): void {
  for (const expansion of expandScopes(projectId, todayOf(ctx))) write.change(expansion)
}

function todayOf(ctx: Ctx): string {
  return civilDateOf(ctx.now, ctx.company.zone)
}

async function tariffToChange(ctx: Ctx, tariffId: string) {
  const [[tariff], others] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({
        projectId: tariffs.projectId,
        feeItem: tariffs.feeItem,
        basis: tariffs.basis,
        priceRegime: projects.priceRegime,
        priceE4: tariffPrices.priceE4,
        additionFen: tariffPrices.additionFen,
      })
      .from(tariffs)
      .innerJoin(projects, eq(projects.id, tariffs.projectId))
      .innerJoin(tariffPrices, eq(tariffPrices.tariffId, tariffs.id))
      .where(eq(tariffs.id, tariffId)),
    ctx.db.orm.all<OtherCharges[number]>(othersBeside(tariffId, todayOf(ctx))),
  ])
  if (tariff === undefined || !ctx.may('tariffs.write', tariff.projectId)) throw tariffNotFound()
  return { tariff, others }
}
