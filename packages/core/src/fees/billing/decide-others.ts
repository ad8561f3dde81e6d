import type { Write } from '@heju/db'
import { sql } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { assignNow, endOthers, rememberScope } from './assign-statements.ts'
import { othersIn } from './other-charges.ts'
import { type Days, type TariffToAssign } from './scope-places.ts'
import { chargedTwice, tariffNotFound } from './errors.ts'
import { bringPlacesUnder } from './expand-scopes.ts'
import type { OthersDecision } from './rules.ts'
import type { OtherCharges, Scope } from './tariff-schemas.ts'

/** Asks the person where there are other charges for the same. @throws `billing.charged_twice` with their names */
export function requireDecision(others: OtherCharges): void {
  if (others.length === 0) return
  // Of several the largest number: a place may have more than one of them.
  const places = Math.max(...others.map((other) => other.places))
  throw chargedTwice({ places, tariffs: others.map(({ name }) => name).join('、') })
}

/**
 * Adds to a write that a tariff charges a scope from a day on, and what becomes of other charges there for the same. Nobody
 * having decided, there must be none, also none that came about since we looked.
 */
export function addAssignment(
  ctx: Ctx,
  write: Write,
  {
    tariff,
    scope,
    days,
    others,
  }: { tariff: TariffToAssign; scope: Scope; days: Days; others: OthersDecision | undefined },
): void {
  const today = todayOf(ctx)
  if (others === undefined)
    write.require(
      sql`NOT EXISTS (${othersIn(tariff, scope, days, today)})`,
      chargedTwice({ places: 1, tariffs: '' }),
    )
  // A draft may have been dropped meanwhile.
  write.require(sql`EXISTS (SELECT 1 FROM tariffs WHERE id = ${tariff.tariffId})`, tariffNotFound)
  // What is decided is decided for places as they are charged, also those that came since the last bills.
  bringPlacesUnder(ctx, write, tariff.projectId)
  if (others === 'replace')
    for (const statement of endOthers(tariff, scope, days, ctx.now)) write.change(statement)
  write.change(assignNow(tariff, scope, days, others))
  for (const statement of rememberScope(tariff, scope, days, { others, now: ctx.now })) write.add(statement)
}
