import { databaseConflict } from '@heju/db'
import { newId, type Period } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../../context.ts'
import { parse } from '../../input.ts'
import { wake } from '../../platform/outbox/index.ts'
import { placeIsThere, type Place } from '../../estate/registry/index.ts'
import { todayOf } from '../../today.ts'
import { billTarget, type CalculatedBill, type CalculatedSkip } from './bill-target.ts'
import { dueOf } from './due-day.ts'
import { cannotBill, inDraftRun, runUnderWay, tariffNotFound } from './errors.ts'
import { expandScopesTo } from './expand-scopes.ts'
import { readTarget, targetAsRead, type TargetToBill } from './read-target.ts'
import { skipReasons } from './rules.ts'
import { remindersJob } from './publish-bill-run.ts'
import { billOneSchema, type BillOne } from './schemas.ts'
import { bills } from './tables.ts'
import { targetColumns, targetNames } from './targets.ts'

/** Days of a tariff that were not billed with the others, and why; `days` is null for all of them. */
export type BillOneSkip = Pick<CalculatedSkip, 'tariffId' | 'reason' | 'days'> & {
  /** For `billed_otherwise` the tariff by which these days are billed. */
  billedBy: { id: string; name: string } | null
}

/**
 * Bills one room or parking space for a month and publishes that at once: one that was added later, or whose bill was
 * taken back. It has nothing to do with any run.
 * @returns its bills, and which of its tariffs were not billed and why
 * @throws `billing.cannot_bill_…` when nothing can be billed, with the reason: a tariff out of use is something else
 *   than one that is not due this month; `billing.in_draft_run`, `billing.run_under_way`, `billing.due_in_past`,
 *   `billing.due_too_far`, `database.conflict` when somebody changes an area, price, owner or charge of it at that moment
 */
export async function billOne(ctx: Ctx, raw: BillOne): Promise<{ billIds: string[]; skips: BillOneSkip[] }> {
  ctx.require('bills.run')
  ctx.require('bills.publish')
  const input = parse(billOneSchema, raw)
  const { place, period } = input
  const today = todayOf(ctx)
  const dueOn = dueOf(ctx, input)
  return ctx.write('billing.bill_one', input, async (write) => {
    const target = await readTarget(ctx, place, period)
    ctx.require('bills.run', target.projectId)
    ctx.require('bills.publish', target.projectId)
    const calculated = billsToMake(target, period, input.tariffId)
    const { projectId } = target
    // It may have been archived since we looked, and whoever archives it requires that no bill of it counts.
    write.require(placeIsThere(place), cannotBill.archived)
    write.require(targetAsRead(ctx, place, period, target), databaseConflict)
    for (const expansion of expandScopesTo(place, projectId, today)) write.change(expansion)
    const rows = calculated.bills.map((bill) => ({
      ...bill,
      id: newId('bill', ctx.now),
      projectId,
      ...targetColumns(place.id),
      period,
      dueOn,
      state: 'published' as const,
      createdAt: ctx.now,
      publishedAt: ctx.now,
      quiet: input.remind ? 0 : 1,
    }))
    // A run that computes right now may be at this very place: whoever is later is told.
    write.require(
      sql`NOT EXISTS (SELECT 1 FROM bill_runs WHERE project_id = ${projectId} AND period = ${period}
        AND state IN ('draft', 'computing'))`,
      runUnderWay,
    )
    write.require(nothingNew(target, place, period), cannotBill.already_billed)
    write.add(ctx.db.orm.insert(bills).values(rows), cannotBill.already_billed)
    const fen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
    const detail = { targetId: place.id, period, fen, bills: rows.length, remind: input.remind }
    write.audit('billing.billed_one', rows[0]!.id, { projectId, detail })
    wake(write, remindersJob, ctx.now)
    const skips = calculated.skips.map(({ tariffId, reason, days, otherTariffId }) => {
      const billedBy =
        otherTariffId === null ? null : { id: otherTariffId, name: nameIn(target, otherTariffId) }
      return { tariffId, reason, days, billedBy }
    })
    return { billIds: rows.map(({ id }) => id), skips }
  })
}

/** Who would be billed for a place, each once. @throws as `billOne` does when nothing can be billed */
export function payersToBill(target: TargetToBill, period: Period): string[] {
  return [...new Set(calculate(target, period, undefined).bills.map((bill) => bill.payerPersonId))]
}

/** What would be billed now. @throws as `billOne`, for one that a draft has already too */
export function billsToMake(
  target: TargetToBill,
  period: Period,
  tariffId?: string,
): { bills: CalculatedBill[]; skips: CalculatedSkip[] } {
  if (target.drafted) throw inDraftRun()
  return calculate(target, period, tariffId)
}

/** What there is to bill. @throws `billing.cannot_bill_…`, `billing.tariff_not_found` for one that is not the place's */
function calculate(
  target: TargetToBill,
  period: Period,
  tariffId: string | undefined,
): { bills: CalculatedBill[]; skips: CalculatedSkip[] } {
  const { facts } = target
  if (tariffId !== undefined && !facts.assigned.some((each) => each.tariffId === tariffId))
    throw tariffNotFound()
  const calculated = billTarget(facts, period, tariffId)
  if (calculated.bills.length > 0) return calculated
  const inOrder = calculated.skips.toSorted(
    (a, b) => skipReasons.indexOf(a.reason) - skipReasons.indexOf(b.reason),
  )
  // That the days are billed says more than that the tariff which billed them is out of use by now.
  const first = inOrder.find(({ reason }) => reason === 'billed_otherwise') ?? inOrder[0]
  if (first === undefined) throw cannotBill.archived()
  throw cannotBill[first.reason]({
    onDay: first.onDay ?? '',
    tariff: first.otherTariffId === null ? '' : nameIn(target, first.otherTariffId),
  })
}

function nameIn({ bills: there }: TargetToBill, tariffId: string): string {
  return there.find((bill) => bill.tariffId === tariffId)?.tariffName ?? ''
}

/** Whether no bill of the place and month has come about since they were read: it might be for any of these days. */
function nothingNew({ bills: known }: TargetToBill, place: Place, period: Period): SQL {
  const { column } = targetNames[place.kind]
  return sql`NOT EXISTS (SELECT 1 FROM bills WHERE ${column} = ${place.id} AND period = ${period} AND voided_at = 0
    AND id NOT IN (SELECT value FROM json_each(${JSON.stringify(known.map(({ id }) => id))})))`
}
