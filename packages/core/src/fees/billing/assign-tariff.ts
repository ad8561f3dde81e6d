import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { requireOrder } from '../../estate/registry/index.ts'
import { feeItems } from '../items/index.ts'
import { todayOf } from '../../today.ts'
import { asCharged, comingUnder } from './as-charged.ts'
import { endAfter } from './assign-statements.ts'
import { billedIn, othersIn } from './other-charges.ts'
import { fits, kindOf, namesForeign, placesIn, type Days, type TariffToAssign } from './scope-places.ts'
import { addAssignment, requireDecision } from './decide-others.ts'
import { wrongTargets } from './errors.ts'
import { bringPlacesUnder } from './expand-scopes.ts'
import { requireChangeable } from './require-changeable.ts'
import type { OthersDecision, TariffBasis } from './rules.ts'
import { tariffs } from './tables.ts'
import {
  assignTariffSchema,
  endAssignmentSchema,
  type AssignTariff,
  type EndAssignment,
  type OtherCharges,
  type Scope,
} from './tariff-schemas.ts'

/**
 * Charges rooms or spaces by a tariff from a day on: all of the project, those of a use, kind or building, or single
 * ones. Where places are charged for the same already, a person says what becomes of that; of a tariff that is not in use
 * that is asked when it comes into use, and until then it displaces nothing, whatever is said here.
 * A scope that takes in nothing yet is for places to come.
 * @returns how many places are meant (those that it was assigned to before on some of the days stay as they are), and how
 *   many of them have bills by others for these days, which must be void before it charges those
 * @throws `billing.wrong_targets`, `billing.charged_twice`, and what `requireChangeable` throws
 */
export async function assignTariff(ctx: Ctx, raw: AssignTariff): Promise<{ places: number; billed: number }> {
  ctx.require('tariffs.write')
  const input = parse(assignTariffSchema, raw)
  const { tariffId, scope, fromOn, toOn, others } = input
  requireOrder(input)
  const days = { fromOn, toOn }
  return ctx.write('billing.assign_tariff', input, async (write) => {
    const { tariff, decides, places, charges, billed } = await assignable(ctx, tariffId, scope, days, others)
    if (others === undefined) requireDecision(charges)
    const decided = decides ? others : undefined
    addAssignment(ctx, write, { tariff, scope, days, others: decided })
    const { projectId } = tariff
    const detail = { scope: scope.kind, places, fromOn, toOn, others: decided ?? null, ...singled(scope) }
    write.audit('billing.tariff_assigned', tariffId, { projectId, detail })
    return { places, billed }
  })
}

/**
 * Ends what a tariff charges some rooms or spaces; what was billed stays.
 * @returns the day, and how many places it would have charged after it: others of the scope it did not charge, or no longer
 * @throws `billing.wrong_targets`, and what `requireChangeable` throws
 */
export async function endAssignment(ctx: Ctx, raw: EndAssignment): Promise<{ places: number; toOn: string }> {
  ctx.require('tariffs.write')
  const input = parse(endAssignmentSchema, raw)
  const { tariffId, scope, toOn } = input
  return ctx.write('billing.end_assignment', input, async (write) => {
    const { tariff, charged: places } = await assignable(ctx, tariffId, scope, { fromOn: toOn, toOn })
    bringPlacesUnder(ctx, write, tariff.projectId)
    const it = sql`SELECT id FROM tariffs WHERE id = ${tariffId}`
    for (const statement of endAfter(it, tariff, scope, toOn, ctx.now)) write.change(statement)
    const { projectId } = tariff
    write.audit('billing.assignment_ended', tariffId, {
      projectId,
      detail: { scope: scope.kind, places, toOn, ...singled(scope) },
    })
    return { places, toOn }
  })
}

/** Single places as an entry of the log keeps them, by their ids: all of them, so that each can tell of it later. */
export function singled(scope: Scope): { targetIds?: string[] } {
  return scope.kind === 'places' ? { targetIds: [...new Set<string>(scope.ids)] } : {}
}

/**
 * The tariff, how many places a scope means for it, how many of them it charges after some days, and by what else they are
 * charged for the same. One round trip.
 */
async function assignable(
  ctx: Ctx,
  tariffId: string,
  scope: Scope,
  days: Days,
  others?: OthersDecision,
): Promise<{
  tariff: TariffToAssign
  /** Whether something becomes of other charges: nothing does of what a surcharge or a tariff out of use finds. */
  decides: boolean
  places: number
  charged: number
  charges: OtherCharges
  billed: number
}> {
  const today = todayOf(ctx)
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  const counted = (basis: TariffBasis) =>
    fits(basis, scope)
      ? sql<number>`(SELECT count(*) FROM (${placesIn(kindOf(basis), project, scope)}))`
      : sql<number>`0`
  const missing = (basis: TariffBasis) =>
    fits(basis, scope) ? namesForeign(kindOf(basis), project, scope) : sql<number>`1`
  const billed = (basis: TariffBasis) =>
    fits(basis, scope)
      ? sql<number>`(${billedIn({ tariffId, projectId: project, basis, feeItem }, scope, days, others)})`
      : sql<number>`0`
  const its = sql`SELECT ${tariffId}`
  const charged = (basis: TariffBasis) =>
    fits(basis, scope)
      ? sql<number>`(SELECT count(DISTINCT target_id) FROM (${asCharged(comingUnder({ project, today, kind: kindOf(basis) }), its, placesIn(kindOf(basis), project, scope))})
          WHERE to_on IS NULL OR to_on > ${days.toOn})`
      : sql<number>`0`
  const feeItem = sql`(SELECT fee_item FROM tariffs WHERE id = ${tariffId})`
  const charges = (basis: TariffBasis) =>
    fits(basis, scope)
      ? ctx.db.orm.all<OtherCharges[number]>(
          othersIn({ tariffId, projectId: project, basis, feeItem }, scope, days, today),
        )
      : ctx.db.orm.all<OtherCharges[number]>(sql`SELECT 1 WHERE 0`)
  const [[found], ofRooms, ofSpaces] = await ctx.db.orm.batch([
    ctx.db.orm
      .select({
        tariffId: tariffs.id,
        projectId: tariffs.projectId,
        basis: tariffs.basis,
        feeItem: tariffs.feeItem,
        chargedBy: feeItems.chargedBy,
        state: tariffs.state,
        surcharge: tariffs.surcharge,
        rooms: counted('room'),
        spaces: counted('parking_space'),
        missingRooms: missing('room'),
        missingSpaces: missing('parking_space'),
        chargedRooms: charged('room'),
        chargedSpaces: charged('parking_space'),
        billedRooms: billed('room'),
        billedSpaces: billed('parking_space'),
      })
      .from(tariffs)
      .innerJoin(feeItems, eq(feeItems.id, tariffs.feeItem))
      .where(eq(tariffs.id, tariffId)),
    charges('room'),
    charges('parking_space'),
  ])
  const {
    rooms,
    spaces,
    missingRooms,
    missingSpaces,
    chargedRooms,
    chargedSpaces,
    billedRooms,
    billedSpaces,
    state,
    surcharge,
    ...tariff
  } = requireChangeable(ctx, found)
  const isRoom = kindOf(tariff.basis) === 'room'
  const places = isRoom ? rooms : spaces
  if ((isRoom ? missingRooms : missingSpaces) !== 0) throw wrongTargets()
  return {
    tariff,
    decides: state === 'active' && !surcharge,
    places,
    charged: isRoom ? chargedRooms : chargedSpaces,
    charges: isRoom ? ofRooms : ofSpaces,
    billed: isRoom ? billedRooms : billedSpaces,
  }
}
