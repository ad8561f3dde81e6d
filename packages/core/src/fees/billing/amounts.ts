import {
  addDays,
  allocate,
  daysBetween,
  daysInPeriod,
  firstDay,
  lastDay,
  periodOf,
  roundToFen,
  type CivilDate,
  type Fen,
  type Period,
} from '@heju/kernel'
import type { Charged, PayerStretch, RoundingUnit } from './rules.ts'

/** Days of one month, both included. */
export interface Stretch {
  fromOn: CivilDate
  toOn: CivilDate
}

/** The part of `a` that lies in `b`, or null. An end of null is open. */
export function overlap(
  a: { fromOn: CivilDate | null; toOn: CivilDate | null },
  b: { fromOn: CivilDate | null; toOn: CivilDate | null },
): { fromOn: CivilDate | null; toOn: CivilDate | null } | null {
  const fromOn = a.fromOn !== null && (b.fromOn === null || a.fromOn > b.fromOn) ? a.fromOn : b.fromOn
  const toOn = a.toOn !== null && (b.toOn === null || a.toOn < b.toOn) ? a.toOn : b.toOn
  return fromOn !== null && toOn !== null && fromOn > toOn ? null : { fromOn, toOn }
}

/** The part of `range` that lies in a month, or null. */
export function withinPeriod(
  range: { fromOn: CivilDate | null; toOn: CivilDate | null },
  period: Period,
): Stretch | null {
  const part = overlap(range, { fromOn: firstDay(period), toOn: lastDay(period) })
  return part === null ? null : (part as Stretch)
}

/** How many days a stretch has, its first and last included. */
export function daysOf(stretch: Stretch): number {
  return daysBetween(stretch.fromOn, stretch.toOn) + 1
}

/**
 * What a stretch of days at one price comes to, in fen: (price × quantity + addition) × days ÷ days of the month,
 * exact, rounded once by the tariff's rule. A whole month is days = days of the month, so it needs no rule of its own.
 * `stretch-sql.ts` says the same in SQL; a property test holds the two together.
 */
export function stretchFen(charged: Charged, stretch: Stretch): Fen {
  const monthly = BigInt(charged.priceE4) * BigInt(charged.quantityE2) + BigInt(charged.additionFen) * 10_000n
  const unit = BigInt(charged.roundingUnitFen)
  const monthDays = BigInt(daysInPeriod(periodOf(stretch.fromOn)))
  const units = roundToFen(monthly * BigInt(daysOf(stretch)), 10_000n * monthDays * unit, charged.rounding)
  return units * charged.roundingUnitFen
}

/** What one payer owes of a stretch. */
export interface Share extends PayerStretch {
  days: number
  amountFen: Fen
}

/**
 * Shares the amount of a stretch among those who owed it in turn, by days (a debt stays with the owner of its time): one
 * share for each unbroken run of days of one payer. Shares are whole units of the tariff's rounding, as the amount is,
 * and add up to it; the units left over go to the largest remainders, on a tie to the earlier days. Days for which
 * nobody is known keep their share, so that nobody is charged for them.
 * @param payers who owes which days of the stretch, in their order, neighbours never the same
 * @param unitFen 1, 10 or 100
 */
export function shareByDays(wholeFen: Fen, payers: readonly PayerStretch[], unitFen: RoundingUnit): Share[] {
  const units = allocate(wholeFen / unitFen, payers.map(daysOf))
  return payers.map((payer, i) => ({
    ...payer,
    days: daysOf(payer),
    amountFen: (units[i] as number) * unitFen,
  }))
}

/** The days of a stretch, one by one. */
export function eachDay({ fromOn, toOn }: Stretch): CivilDate[] {
  return Array.from({ length: daysBetween(fromOn, toOn) + 1 }, (_, i) => addDays(fromOn, i))
}

/** The days of a stretch of which something holds, each run of them as a stretch. */
export function runsOf(stretch: Stretch, holds: (day: CivilDate) => boolean): Stretch[] {
  const runs: Stretch[] = []
  let isRunning = false
  for (const day of eachDay(stretch)) {
    const isOne = holds(day)
    if (isOne && isRunning) runs.at(-1)!.toOn = day
    else if (isOne) runs.push({ fromOn: day, toOn: day })
    isRunning = isOne
  }
  return runs
}
