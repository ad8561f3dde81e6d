import { newId } from '@heju/kernel'
import { eq, sql } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import {
  assignNow,
  endAfter,
  endOthers,
  fits,
  kindOf,
  placesIn,
  rememberScope,
  type TariffToAssign,
} from './assign-statements.ts'
import { nothingToAssign, tariffNotFound, wrongTargets } from './errors.ts'
import type { TariffBasis } from './rules.ts'
import { tariffs } from './tables.ts'
import {
  assignTariffSchema,
  endAssignmentSchema,
  type AssignTariff,
  type EndAssignment,
  type Scope,
} from './tariff-schemas.ts'

/**
 * Charges rooms or spaces by a tariff from a day on: all of the project, those of a use, kind or building, or single
 * ones. With `instead` it takes the place of what is charged there for the same.
 * @returns how many places are meant; those that it was assigned to before on some of the days stay as they are
 * @throws `billing.tariff_not_found`, `billing.wrong_targets`, `billing.nothing_to_assign`
 */
export async function assignTariff(ctx: Ctx, raw: AssignTariff): Promise<{ places: number }> {
  ctx.require('tariffs.write')
  const input = parse(assignTariffSchema, raw)
  const { tariffId, scope, fromOn, toOn } = input
  return ctx.write('billing.assign_tariff', input, async (write) => {
    const { tariff, places } = await assignable(ctx, tariffId, scope)
    if (input.instead) for (const statement of endOthers(tariff, scope, fromOn)) write.change(statement)
    write.change(assignNow(tariff, scope, fromOn, toOn))
    const remembered = rememberScope(newId('scope', ctx.now), tariff, scope, { fromOn, toOn }, ctx.now)
    for (const statement of remembered) write.add(statement)
    const { projectId } = tariff
    const detail = { scope: scope.kind, places, fromOn, toOn, instead: input.instead }
    write.audit('billing.tariff_assigned', tariffId, { projectId, detail })
    return { places }
  })
}

/**
 * Ends what a tariff charges some rooms or spaces; what was billed stays.
 * @throws `billing.tariff_not_found`, `billing.wrong_targets`, `billing.nothing_to_assign`
 */
export async function endAssignment(ctx: Ctx, raw: EndAssignment): Promise<{ places: number }> {
  ctx.require('tariffs.write')
  const input = parse(endAssignmentSchema, raw)
  const { tariffId, scope, toOn } = input
  return ctx.write('billing.end_assignment', input, async (write) => {
    const { tariff, places } = await assignable(ctx, tariffId, scope)
    for (const statement of endAfter(sql`${tariffId}`, tariff, scope, toOn)) write.change(statement)
    const { projectId } = tariff
    write.audit('billing.assignment_ended', tariffId, {
      projectId,
      detail: { scope: scope.kind, places, toOn },
    })
    return { places }
  })
}

/** The tariff, and how many places a scope means for it. One round trip. */
async function assignable(
  ctx: Ctx,
  tariffId: string,
  scope: Scope,
): Promise<{ tariff: TariffToAssign; places: number }> {
  const project = sql`(SELECT project_id FROM tariffs WHERE id = ${tariffId})`
  const counted = (basis: TariffBasis) =>
    fits(basis, scope)
      ? sql<number>`(SELECT count(*) FROM (${placesIn(kindOf(basis), project, scope)}))`
      : sql<number>`0`
  const [found] = await ctx.db.orm
    .select({
      tariffId: tariffs.id,
      projectId: tariffs.projectId,
      basis: tariffs.basis,
      feeItem: tariffs.feeItem,
      rooms: counted('room'),
      spaces: counted('parking_space'),
    })
    .from(tariffs)
    .where(eq(tariffs.id, tariffId))
  if (found === undefined || !ctx.may('tariffs.write', found.projectId)) throw tariffNotFound()
  const { rooms, spaces, ...tariff } = found
  const places = kindOf(tariff.basis) === 'room' ? rooms : spaces
  const missing = scope.kind === 'places' && places < new Set(scope.ids).size
  if (missing || !fits(tariff.basis, scope)) throw wrongTargets()
  if (places === 0) throw nothingToAssign()
  return { tariff, places }
}
