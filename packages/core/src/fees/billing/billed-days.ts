import type { CivilDate } from '@heju/kernel'
import { daysOf, overlap, type Share } from './amounts.ts'
import type { AssignedTariff, BilledFacts, TargetFacts } from './bill-target.ts'

/**
 * By which other tariff for the same a day is billed: a place owes a fee once a day, whatever it is calculated by, and a
 * surcharge beside it. Charges of an item that is not exclusive are many things, each by its own name. A day that its own bill has is
 * billed already and not otherwise.
 */
export function billedOtherwise(facts: TargetFacts, assigned: AssignedTariff, day: CivilDate): string | null {
  const { tariffId, feeItem, exclusive, surcharge } = assigned
  if (!exclusive || surcharge || isBilledBy(facts, tariffId, day)) return null
  const others = facts.billed.filter(
    (bill) => bill.feeItem === feeItem && bill.tariffId !== tariffId && !bill.surcharge && has(bill, day),
  )
  return others.map((bill) => bill.tariffId).toSorted()[0] ?? null
}

/** Whether a tariff has billed a day, by a bill of all the days that it spans. */
export function isBilledBy(facts: TargetFacts, tariffId: string, day: CivilDate): boolean {
  return facts.billed.some((bill) => bill.tariffId === tariffId && isWhole(bill) && has(bill, day))
}

function has({ fromOn, toOn }: BilledFacts, day: CivilDate): boolean {
  return fromOn <= day && toOn >= day
}

function isWhole(bill: BilledFacts): boolean {
  return bill.days === daysOf(bill)
}

/**
 * Whether an old bill that stands for several stretches of its payer speaks against a share: it leaves what lies between them
 * to others, but never its first or last day.
 */
export function isBilled(facts: TargetFacts, tariffId: string, share: Share): boolean {
  return facts.billed.some(
    (bill) =>
      bill.tariffId === tariffId &&
      !isWhole(bill) &&
      overlap(bill, share) !== null &&
      (bill.payerPersonId === share.personId || bill.fromOn >= share.fromOn || bill.toOn <= share.toOn),
  )
}
