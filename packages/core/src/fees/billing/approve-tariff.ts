import { and, eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireNotAhead } from '../../not-ahead.ts'
import { projects } from '../../estate/projects/index.ts'
import { todayOf } from '../../today.ts'
import { billedAt, othersBeside } from './other-charges.ts'
import { decideInUse, extentOf } from './bring-into-use.ts'
import { feeItems, requireItemFor } from '../items/index.ts'
import { tariffNameTaken, tariffNotDraft, tariffNotFound } from './errors.ts'
import { bringPlacesUnder } from './expand-scopes.ts'
import { requireChangeable } from './require-changeable.ts'
import { requireGuided, requireInBounds } from './price-guidance.ts'
import { kindOf } from './scope-places.ts'
import { meantByOthers, type FirstDecision } from './rules.ts'
import { tariffPrices, tariffs, tariffScopes } from './tables.ts'
import {
  approveTariffSchema,
  switchTariffSchema,
  type ApproveTariff,
  type OtherCharges,
  type SwitchTariff,
} from './tariff-schemas.ts'

/** A tariff that came into use, and how many of its places have bills by others that must be void before it charges those days. */
interface InUse {
  tariffId: string
  billed: number
}

/**
 * Says what an imported price stands on (D133), and with that makes the tariff one that is billed by. A name, a price or an
 * addition that the workbook had wrong is put right with it: nothing was billed by it yet.
 * @throws `billing.tariff_not_found`, `billing.tariff_not_draft`, `billing.tariff_name_taken`, `billing.charged_twice` until somebody has said
 *   what becomes of other charges for the same, `database.conflict` when what it charges was changed meanwhile, and what
 *   `requireChangeable` and `requireGuided` throw
 */
export async function approveTariff(ctx: Ctx, raw: ApproveTariff): Promise<InUse> {
  ctx.require('tariffs.write')
  const input = parse(approveTariffSchema, raw)
  requireNotAhead(ctx, { 'approval.approvalOn': input.approval?.approvalOn })
  const { tariffId, approval, guidance } = input
  return ctx.write('billing.approve_tariff', input, async (write) => {
    const { tariff, ...coming } = await tariffToChange(ctx, tariffId, input.others)
    const others = meantByOthers(tariff, input.others)
    const priceE4 = input.priceE4 ?? tariff.priceE4
    const additionFen = input.additionFen ?? tariff.additionFen
    const priced = { ...tariff, priceE4, additionFen }
    const name = input.name ?? nameAtPrice(tariff, priceE4)
    requireInBounds(tariff.basis, priced)
    requireGuided(tariff.priceRegime, tariff, priced, guidance)
    requireItemFor(write, tariff.feeItem, kindOf(tariff.basis))
    // Another may drop it at that moment.
    write.require(sql`EXISTS (SELECT 1 FROM tariffs WHERE id = ${tariffId})`, tariffNotFound)
    if (name !== tariff.name)
      write.change(
        sql`UPDATE tariffs SET name = ${name} WHERE id = ${tariffId} AND state = 'draft'`,
        tariffNameTaken({ name }),
      )
    const surcharge = others === 'surcharge'
    if (surcharge)
      write.change(sql`UPDATE tariffs SET surcharge = 1 WHERE id = ${tariffId} AND state = 'draft'`)
    decideInUse(
      ctx,
      write,
      { tariff, ...coming, surcharge: surcharge || coming.surcharge },
      surcharge ? undefined : others,
    )
    const { approvalKind, approvalNo, approvalOn } = approval
    write.change(sql`UPDATE tariff_prices SET price_e4 = ${priceE4}, addition_fen = ${additionFen},
      approval_kind = ${approvalKind}, approval_no = ${approvalNo}, approval_on = ${approvalOn},
      grade = ${guidance?.grade ?? null}, base_e4 = ${guidance?.baseE4 ?? null}, range_e4 = ${guidance?.rangeE4 ?? null}
      WHERE tariff_id = ${tariffId} AND approval_kind IS NULL`)
    write.changeOne(
      sql`UPDATE tariffs SET state = 'active', changed_at = ${ctx.now} WHERE id = ${tariffId} AND state = 'draft'`,
      tariffNotDraft,
    )
    const corrected = {
      ...(name !== tariff.name && { name: [tariff.name, name] }),
      ...(priceE4 !== tariff.priceE4 && { priceE4: [tariff.priceE4, priceE4] }),
      ...(additionFen !== tariff.additionFen && { additionFen: [tariff.additionFen, additionFen] }),
    }
    const detail = { ...corrected, ...approval, others: others ?? null }
    write.audit('billing.tariff_approved', tariffId, { projectId: tariff.projectId, detail })
    return { tariffId, billed: coming.billed }
  })
}

/** Imports once put the price into the name, 物业费 2.50元/㎡·月: bills must not tell one and charge another. */
function nameAtPrice({ name, priceE4 }: { name: string; priceE4: number }, now: number): string {
  const said = ` ${priceText(priceE4)}元/㎡·月`
  return name.endsWith(said) ? `${name.slice(0, -said.length)} ${priceText(now)}元/㎡·月` : name
}

/** Yuan with two to four decimals. */
function priceText(priceE4: number): string {
  return (priceE4 / 10_000).toFixed(4).replace(/0{1,2}$/, '')
}

/**
 * Takes a tariff out of use, or back into it; what was billed stays.
 * @throws `billing.tariff_not_found`, for a draft too: it has to be approved first; `billing.charged_twice` until somebody
 *   has said what becomes of other charges for the same, `database.conflict` when what it charges was changed meanwhile, and
 *   what `requireChangeable` throws
 */
export async function switchTariff(ctx: Ctx, raw: SwitchTariff): Promise<InUse> {
  ctx.require('tariffs.write')
  const input = parse(switchTariffSchema, raw)
  const { tariffId, state, others } = input
  return ctx.write('billing.switch_tariff', input, async (write) => {
    const { tariff, ...coming } = await tariffToChange(ctx, tariffId, others)
    if (state === 'active') {
      requireItemFor(write, tariff.feeItem, kindOf(tariff.basis))
      decideInUse(ctx, write, { tariff, ...coming }, others)
    } else bringPlacesUnder(ctx, write, tariff.projectId)
    write.changeOne(
      sql`UPDATE tariffs SET state = ${state}, changed_at = ${ctx.now} WHERE id = ${tariffId} AND state <> 'draft'`,
      tariffNotFound,
    )
    const detail = state === 'active' ? { others: others ?? null } : {}
    write.audit(`billing.tariff_${state}`, tariffId, { projectId: tariff.projectId, detail })
    return { tariffId, billed: state === 'active' ? coming.billed : 0 }
  })
}

async function tariffToChange(ctx: Ctx, tariffId: string, others: FirstDecision | undefined) {
  const { kind, value, excluded, yields, fromOn, toOn } = tariffScopes
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  const [[found], charges, scopes, [counted]] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({
        tariffId: tariffs.id,
        projectId: tariffs.projectId,
        name: tariffs.name,
        feeItem: tariffs.feeItem,
        exclusive: feeItems.exclusive,
        chargedBy: feeItems.chargedBy,
        guided: feeItems.guided,
        basis: tariffs.basis,
        surcharge: tariffs.surcharge,
        priceRegime: projects.priceRegime,
        priceE4: tariffPrices.priceE4,
        additionFen: tariffPrices.additionFen,
        extent: extentOf(tariffId),
      })
      .from(tariffs)
      .innerJoin(projects, eq(projects.id, tariffs.projectId))
      .innerJoin(tariffPrices, eq(tariffPrices.tariffId, tariffs.id))
      .innerJoin(feeItems, eq(feeItems.id, tariffs.feeItem))
      .where(eq(tariffs.id, tariffId)),
    ctx.db.orm.all<OtherCharges[number]>(othersBeside(tariffId, todayOf(ctx))),
    ctx.db.orm
      .select({ kind, value, excluded, yields, fromOn, toOn })
      .from(tariffScopes)
      .where(and(eq(tariffScopes.projectId, project), eq(tariffScopes.tariffId, tariffId))),
    ctx.db.orm.all<{ billed: number }>(billedAt(tariffId, others, todayOf(ctx))),
  ])
  const tariff = requireChangeable(ctx, found)
  const { extent, surcharge } = tariff
  return { tariff, charges, scopes, extent, surcharge, billed: counted?.billed ?? 0 }
}
