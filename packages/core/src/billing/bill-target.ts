import type { CivilDate, Fen, Period, Rounding } from '@heju/kernel'
import { daysOf, overlap, shareByDays, stretchFen, withinPeriod, type Stretch } from './amounts.ts'
import { payersOf, type Agreement, type Occupant } from './payers.ts'
import type { FeeItem, RoundingUnit, SkipReason, TariffBasis, TariffState } from './rules.ts'
import type { TargetKind } from './targets.ts'

/** A price of a tariff, as far as reckoning goes. */
export interface PriceFacts {
  id: string
  fromOn: CivilDate
  toOn: CivilDate | null
  priceE4: number
  additionFen: Fen
  rounding: Rounding
  roundingUnitFen: RoundingUnit
}

/** A tariff as it is assigned to the place for some time; one that ended and began again is here twice. */
export interface AssignedTariff {
  tariffId: string
  feeItem: FeeItem
  basis: TariffBasis
  state: TariffState
  fromOn: CivilDate
  toOn: CivilDate | null
  prices: readonly PriceFacts[]
}

/** All that decides what a room or parking space is billed for a month. */
export interface TargetFacts {
  kind: TargetKind
  areaE2: number | null
  archived: boolean
  unsold: boolean
  assigned: readonly AssignedTariff[]
  occupants: readonly Occupant[]
  agreements: readonly Agreement[]
  /** Bills of the month that count, whoever made them. */
  billed: readonly { tariffId: string; fromOn: CivilDate; toOn: CivilDate }[]
}

/** A bill as it comes about, before it has an id. */
export interface ReckonedBill {
  tariffId: string
  priceId: string
  feeItem: FeeItem
  fromOn: CivilDate
  toOn: CivilDate
  days: number
  payerPersonId: string
  liablePersonId: string | null
  quantityE2: number
  wholeDays: number | null
  wholeFen: Fen | null
  amountFen: Fen
}

/** Why the place, or one tariff of it, is not billed. */
export interface ReckonedSkip {
  tariffId: string | null
  reason: SkipReason
  /** For `no_owner` in part: the days that nobody owes. */
  days: number | null
  /** For `not_yet` the first day, for `ended` the last. */
  onDay: CivilDate | null
}

/**
 * What one place is billed for a month, and what it is not billed for and why. This is the rule in plain code, for a
 * place that is billed alone; runs do the same for all places at once in `step-statements.ts`, and a property test
 * holds the two together.
 */
export function billTarget(
  facts: TargetFacts,
  period: Period,
): { bills: ReckonedBill[]; skips: ReckonedSkip[] } {
  const inMonth = facts.assigned.filter((assigned) => withinPeriod(assigned, period) !== null)
  if (inMonth.length === 0) return { bills: [], skips: facts.archived ? [] : [withoutTariff(facts, period)] }
  const results = inMonth.map((assigned) => billAssigned(facts, assigned, period))
  return {
    bills: results.flatMap(({ bills }) => bills),
    skips: [
      ...daysUnowed(results.flatMap((result) => result.unowed)),
      ...results.flatMap(({ skips }) => skips),
    ],
  }
}

/** Days that nobody owes, summed by tariff. */
function daysUnowed(unowed: readonly { tariffId: string; days: number }[]): ReckonedSkip[] {
  const byTariff = new Map<string, number>()
  for (const { tariffId, days } of unowed) byTariff.set(tariffId, days + (byTariff.get(tariffId) ?? 0))
  return [...byTariff].map(([tariffId, days]) => ({ tariffId, reason: 'no_owner', days, onDay: null }))
}

function withoutTariff(facts: TargetFacts, period: Period): ReckonedSkip {
  const end = `${period}-99`
  const later = facts.assigned.map(({ fromOn }) => fromOn).filter((day) => day > end)
  const earlier = facts.assigned.flatMap(({ toOn }) => (toOn !== null && toOn < `${period}-01` ? [toOn] : []))
  const begins = later.toSorted()[0]
  const ended = earlier.toSorted().at(-1)
  const skip = { tariffId: null, days: null }
  if (begins !== undefined) return { ...skip, reason: 'not_yet', onDay: begins }
  if (ended !== undefined) return { ...skip, reason: 'ended', onDay: ended }
  return { ...skip, reason: 'no_tariff', onDay: null }
}

function billAssigned(facts: TargetFacts, assigned: AssignedTariff, period: Period) {
  const { tariffId } = assigned
  const month = withinPeriod(assigned, period) as Stretch
  const reckoned = canBeReckoned(facts, assigned)
    ? assigned.prices.map((price) => billPrice(facts, assigned, price, month))
    : []
  const bills = reckoned.flatMap((each) => each.bills)
  const unowed = reckoned.flatMap(({ unowedDays: days }) => (days > 0 ? [{ tariffId, days }] : []))
  const reason = bills.length > 0 ? undefined : reasonOf(facts, assigned, month)
  const skips: ReckonedSkip[] = reason === undefined ? [] : [{ tariffId, reason, days: null, onDay: null }]
  return { bills, unowed, skips }
}

function canBeReckoned(facts: TargetFacts, { state, basis }: AssignedTariff): boolean {
  return !facts.archived && state === 'active' && (basis !== 'area' || (facts.areaE2 ?? 0) > 0)
}

function billPrice(facts: TargetFacts, assigned: AssignedTariff, price: PriceFacts, month: Stretch) {
  const stretch = overlap(price, month) as Stretch | null
  if (stretch === null) return { bills: [], unowedDays: 0 }
  const payers = payersOf(facts.kind, stretch, facts.occupants, facts.agreements)
  const nobody = payers.every(({ personId }) => personId === null)
  if (nobody) return { bills: [], unowedDays: 0 }
  const quantityE2 = assigned.basis === 'area' ? (facts.areaE2 ?? 0) : 100
  const wholeFen = stretchFen({ ...price, quantityE2 }, stretch)
  const shares = shareByDays(wholeFen, stretch, payers)
  const whole = daysOf(stretch)
  const bills = shares.flatMap(({ fromOn, toOn, days, personId, liablePersonId, amountFen }) => {
    const free = !facts.billed.some(
      (bill) => bill.tariffId === assigned.tariffId && overlap(bill, { fromOn, toOn }) !== null,
    )
    if (personId === null || amountFen === 0 || !free) return []
    const shared = days < whole
    return [
      {
        tariffId: assigned.tariffId,
        priceId: price.id,
        feeItem: assigned.feeItem,
        fromOn,
        toOn,
        days,
        payerPersonId: personId,
        liablePersonId,
        quantityE2,
        amountFen,
        wholeDays: shared ? whole : null,
        wholeFen: shared ? wholeFen : null,
      },
    ]
  })
  const unowed = shares.find(({ personId }) => personId === null)
  return { bills, unowedDays: unowed?.days ?? 0 }
}

/** The first reason that applies, in the order of `skipReasons`. */
function reasonOf(facts: TargetFacts, assigned: AssignedTariff, month: Stretch): SkipReason {
  if (facts.archived) return 'archived'
  if (assigned.state === 'draft') return 'tariff_draft'
  if (assigned.state === 'disabled') return 'tariff_disabled'
  if (!assigned.prices.some((price) => overlap(price, month) !== null)) return 'no_price'
  if (assigned.basis === 'area' && (facts.areaE2 ?? 0) === 0) return 'no_area'
  if (facts.billed.some(({ tariffId }) => tariffId === assigned.tariffId)) return 'already_billed'
  const owed = payersOf(facts.kind, month, facts.occupants, facts.agreements)
  if (owed.some(({ personId }) => personId !== null)) return 'zero'
  return facts.unsold ? 'no_developer' : 'no_owner'
}
