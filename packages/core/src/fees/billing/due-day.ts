import { addDays, addMonthsToDate, lastDay, type CivilDate, type Period } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import { todayOf } from '../../today.ts'
import { dueInPast, dueTooFar } from './errors.ts'

/** No bill is due later: a year that was mistyped would keep it from ever being overdue. */
const furthestMonths = 24

/**
 * When bills of a month are due: as was asked, else as usual.
 * @throws `billing.due_in_past`, `billing.due_too_far`
 */
export function dueOf(
  ctx: Ctx,
  { period, dueOn: wanted }: { period: Period; dueOn?: CivilDate | undefined },
): CivilDate {
  const dueOn = wanted ?? usualDueOn(period, todayOf(ctx))
  requireDueDay(ctx, dueOn)
  return dueOn
}

/**
 * Whether bills may be due on a day: of those that are made, and of drafts as they are published.
 * @throws `billing.due_in_past`, `billing.due_too_far`
 */
export function requireDueDay(ctx: Ctx, dueOn: CivilDate): void {
  const today = todayOf(ctx)
  if (dueOn < today) throw dueInPast({ dueOn })
  if (dueOn > addMonthsToDate(today, furthestMonths)) throw dueTooFar({ dueOn, months: furthestMonths })
}

/** When bills of a month are due unless said otherwise; never before owners have had time to look at them. */
function usualDueOn(period: Period, today: CivilDate): CivilDate {
  const end = lastDay(period)
  return end >= today ? end : addDays(today, 15)
}
