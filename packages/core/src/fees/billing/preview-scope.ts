import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireOrder } from '../../estate/registry/index.ts'
import { todayOf } from '../../today.ts'
import { billedIn, chargedAlone, othersIn } from './other-charges.ts'
import { fits, kindOf, namesForeign, placesIn } from './scope-places.ts'
import { wrongTargets } from './errors.ts'
import {
  previewScopeSchema,
  type OtherCharges,
  type PreviewScope,
  type ScopePreview,
} from './tariff-schemas.ts'

/**
 * How many rooms or spaces a tariff would charge, by what else they are charged for the same, how many are billed for these
 * days already, and how many would have no charge if it ended before them: what is looked at before it is saved. One round
 * trip.
 * @throws `billing.wrong_targets`, `access.standing_lost`
 */
export async function previewScope(ctx: Ctx, raw: PreviewScope): Promise<ScopePreview> {
  const { projectId, tariffId = '', feeItem, basis, scope, ...days } = parse(previewScopeSchema, raw)
  ctx.require('tariffs.write', projectId)
  if (!fits(basis, scope)) throw wrongTargets()
  requireOrder({ fromOn: days.fromOn ?? null, toOn: days.toOn ?? null })
  const today = todayOf(ctx)
  const { fromOn = today, toOn = null } = days
  const tariff = { tariffId, projectId, basis, feeItem }
  const [[counted], others, [bills], [left]] = await ctx.readStanding([
    ctx.db.orm.all<{ places: number; missing: number }>(
      sql`SELECT count(*) AS places, ${namesForeign(kindOf(basis), projectId, scope)} AS missing FROM (${placesIn(kindOf(basis), projectId, scope)})`,
    ),
    ctx.db.orm.all<OtherCharges[number]>(othersIn(tariff, scope, { fromOn, toOn }, today)),
    ctx.db.orm.all<{ billed: number }>(billedIn(tariff, scope, { fromOn, toOn }, undefined)),
    ctx.db.orm.all<{ alone: number }>(chargedAlone(tariff, scope, { fromOn, toOn }, today)),
  ])
  if (counted?.missing !== 0) throw wrongTargets()
  return { places: counted.places, others, billed: bills?.billed ?? 0, alone: left?.alone ?? 0 }
}
