import { civilDateOf, newId, type CivilDate, type Period } from '@heju/kernel'
import { sql, type SQL } from 'drizzle-orm'
import type { Ctx } from '../context.ts'
import { parse } from '../input.ts'
import { wake } from '../outbox/index.ts'
import type { Place } from '../registry/index.ts'
import { billTarget, type ReckonedBill, type ReckonedSkip } from './bill-target.ts'
import { usualDueOn } from './draft-bill-run.ts'
import { cannotBill, dueInPast, inDraftRun, runUnderWay, tariffNotFound } from './errors.ts'
import { expandScopesTo } from './expand-scopes.ts'
import { readTarget, type TargetToBill } from './read-target.ts'
import { skipReasons } from './rules.ts'
import { remindersJob } from './publish-bill-run.ts'
import { billOneSchema, type BillOne } from './schemas.ts'
import { daysBetween } from './stretch-sql.ts'
import { bills } from './tables.ts'
import { targetColumns, targetNames } from './targets.ts'

/** Days of a tariff that were not billed with the others, and why; `days` is null for all of them. */
export type BillOneSkip = Pick<ReckonedSkip, 'tariffId' | 'reason' | 'days'>

/**
 * Bills one room or parking space for a month and publishes that at once: one that was added later, or whose bill was
 * taken back. It has nothing to do with any run.
 * @returns its bills, and which of its tariffs were not billed and why
 * @throws `billing.cannot_bill_…` when nothing can be billed, with the reason: a tariff out of use is something else
 *   than one that is not due this month; `billing.in_draft_run`, `billing.run_under_way`, `billing.due_in_past`
 */
export async function billOne(ctx: Ctx, raw: BillOne): Promise<{ billIds: string[]; skips: BillOneSkip[] }> {
  ctx.require('bills.run')
  ctx.require('bills.publish')
  const input = parse(billOneSchema, raw)
  const { place, period } = input
  const today = civilDateOf(ctx.now, ctx.company.zone)
  const dueOn = dueOf(ctx, input)
  return ctx.write('billing.bill_one', input, async (write) => {
    const target = await readTarget(ctx, place, period)
    ctx.require('bills.run', target.projectId)
    ctx.require('bills.publish', target.projectId)
    const reckoned = billsToMake(target, period, input.tariffId)
    const { projectId } = target
    for (const expansion of expandScopesTo(place, projectId, today)) write.change(expansion)
    const rows = reckoned.bills.map((bill) => ({
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
    for (const row of rows) write.require(stillFree(place, period, row), cannotBill.already_billed)
    write.add(ctx.db.orm.insert(bills).values(rows), cannotBill.already_billed)
    const fen = rows.reduce((sum, { amountFen }) => sum + amountFen, 0)
    const detail = { targetId: place.id, period, fen, bills: rows.length, remind: input.remind }
    write.audit('billing.billed_one', rows[0]!.id, { projectId, detail })
    wake(write, remindersJob, ctx.now)
    const skips = reckoned.skips.map(({ tariffId, reason, days }) => ({ tariffId, reason, days }))
    return { billIds: rows.map(({ id }) => id), skips }
  })
}

/** The due day of a bill that is made by itself. @throws `billing.due_in_past` */
export function dueOf(
  ctx: Ctx,
  { period, dueOn: wanted }: { period: Period; dueOn?: CivilDate | undefined },
): CivilDate {
  const today = civilDateOf(ctx.now, ctx.company.zone)
  const dueOn = wanted ?? usualDueOn(period, today)
  if (dueOn < today) throw dueInPast({ dueOn })
  return dueOn
}

/** Who would be billed for a place, each once. @throws as `billOne` does when nothing can be billed */
export function payersToBill(target: TargetToBill, period: Period): string[] {
  return [...new Set(reckon(target, period, undefined).bills.map((bill) => bill.payerPersonId))]
}

/** What would be billed now. @throws as `billOne`, for one that a draft has already too */
export function billsToMake(
  target: TargetToBill,
  period: Period,
  tariffId?: string,
): { bills: ReckonedBill[]; skips: ReckonedSkip[] } {
  if (target.drafted) throw inDraftRun()
  return reckon(target, period, tariffId)
}

/** What there is to bill. @throws `billing.cannot_bill_…`, `billing.tariff_not_found` for one that is not the place's */
function reckon(
  target: TargetToBill,
  period: Period,
  tariffId: string | undefined,
): { bills: ReckonedBill[]; skips: ReckonedSkip[] } {
  const { facts } = target
  const assigned = facts.assigned.filter((each) => tariffId === undefined || each.tariffId === tariffId)
  if (tariffId !== undefined && assigned.length === 0) throw tariffNotFound()
  const reckoned = billTarget({ ...facts, assigned }, period)
  if (reckoned.bills.length > 0) return reckoned
  const [first] = reckoned.skips.toSorted(
    (a, b) => skipReasons.indexOf(a.reason) - skipReasons.indexOf(b.reason),
  )
  if (first === undefined) throw cannotBill.archived()
  throw cannotBill[first.reason]({ onDay: first.onDay ?? '' })
}

/** Whether no bill that counts has come about meanwhile for any of these days. */
function stillFree(
  place: Place,
  period: Period,
  row: { tariffId: string; payerPersonId: string; fromOn: CivilDate; toOn: CivilDate },
): SQL {
  const { column } = targetNames[place.kind]
  return sql`NOT EXISTS (SELECT 1 FROM bills WHERE ${column} = ${place.id} AND period = ${period}
    AND tariff_id = ${row.tariffId} AND from_on <= ${row.toOn} AND to_on >= ${row.fromOn} AND voided_at = 0
    AND (days = ${daysBetween(sql`from_on`, sql`to_on`)} OR payer_person_id = ${row.payerPersonId}))`
}
