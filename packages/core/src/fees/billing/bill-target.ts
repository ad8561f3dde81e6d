import type { CivilDate, Fen, Period, Rounding } from '@heju/kernel'
import type { TargetKind } from '../items/index.ts'
import {
  daysOf,
  eachDay,
  overlap,
  runsOf,
  shareByDays,
  stretchFen,
  withinPeriod,
  type Share,
  type Stretch,
} from './amounts.ts'
import { billedOtherwise, isBilled, isBilledBy } from './billed-days.ts'
import { payersOf, type Agreement, type Occupant } from './payers.ts'
import type { RoundingUnit, SkipReason, TariffBasis, TariffState } from './rules.ts'
import { unbroken } from './unbroken.ts'

/** A price of a tariff, as far as calculation goes. */
export interface PriceFacts {
  id: string
  fromOn: CivilDate
  toOn: CivilDate | null
  priceE4: number
  additionFen: Fen
  rounding: Rounding
  roundingUnitFen: RoundingUnit
}

/** A tariff as it is assigned to the place for some time; one may be here several times, on different days. */
export interface AssignedTariff {
  tariffId: string
  feeItem: string
  /** Whether a place has one charge of the item a day. */
  exclusive: boolean
  basis: TariffBasis
  state: TariffState
  /** Charged beside whatever else there is for the same. */
  surcharge: boolean
  fromOn: CivilDate
  toOn: CivilDate | null
  prices: readonly PriceFacts[]
}

/** What a room was or is charged by for some days; an end of null is open. */
interface AreaFacts {
  fromOn: CivilDate | null
  toOn: CivilDate | null
  /** m² × 10^2; null where it is not known. */
  areaE2: number | null
}

/** A bill of the month that counts, whoever made it. */
export interface BilledFacts {
  tariffId: string
  feeItem: string
  surcharge: boolean
  payerPersonId: string
  fromOn: CivilDate
  toOn: CivilDate
  /** Fewer than from the first to the last in an old bill that stands for all stretches of its payer. */
  days: number
}

/** All that decides what a room or parking space is billed for a month. */
export interface TargetFacts {
  kind: TargetKind
  /** Each day in one of them; none for a parking space. */
  areas: readonly AreaFacts[]
  archived: boolean
  unsold: boolean
  assigned: readonly AssignedTariff[]
  occupants: readonly Occupant[]
  agreements: readonly Agreement[]
  billed: readonly BilledFacts[]
}

/** A bill as it comes about, before it has an id. */
export interface CalculatedBill {
  tariffId: string
  priceId: string
  feeItem: string
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

/** Why the place, or days of one tariff of it, are not billed. */
export interface CalculatedSkip {
  tariffId: string | null
  reason: SkipReason
  /** How many days; null for all days of the tariff in the month. */
  days: number | null
  /** For `not_yet` the first day, for `ended` the last. */
  onDay: CivilDate | null
  /** For `billed_otherwise` the tariff by which these days are billed. */
  otherTariffId: string | null
}

/** Days of a tariff, with the bill that is made of them or the reason why none is. */
type Part = { days: number } & ({ bill: CalculatedBill } | { reason: SkipReason; otherTariffId?: string })

/**
 * What one place is billed for a month, and what it is not billed for and why. This is the rule in plain code, for a
 * place that is billed alone; runs do the same for all places at once in `step-statements.ts`, and a property test
 * holds the two together.
 *
 * The days of a tariff are cut wherever the price or the area changes, and those left out that are billed, by it or by
 * another tariff for the same. Assignments of one tariff that follow one upon the other are one stretch. Each is calculated and
 * rounded once, and shared among those who owed its days in turn.
 * @param only the one tariff that is asked about
 */
export function billTarget(
  facts: TargetFacts,
  period: Period,
  only?: string,
): { bills: CalculatedBill[]; skips: CalculatedSkip[] } {
  const asked = facts.assigned.filter(({ tariffId }) => only === undefined || tariffId === only)
  const inMonth = unbroken(asked).filter((assigned) => withinPeriod(assigned, period) !== null)
  if (inMonth.length === 0) return { bills: [], skips: facts.archived ? [] : [withoutTariff(asked, period)] }
  const parts = inMonth.flatMap((assigned) =>
    partsOf(facts, assigned, withinPeriod(assigned, period) as Stretch).map((part) => ({
      ...part,
      tariffId: assigned.tariffId,
    })),
  )
  return {
    bills: parts.flatMap((part) => ('bill' in part ? [part.bill] : [])),
    skips: skipsOf(parts),
  }
}

/** What is not billed, by tariff, reason and what is billed instead. */
function skipsOf(parts: readonly (Part & { tariffId: string })[]): CalculatedSkip[] {
  const byReason = Map.groupBy(
    parts.filter((part) => 'reason' in part),
    ({ tariffId, reason, otherTariffId }) => `${tariffId} ${reason} ${otherTariffId}`,
  )
  return [...byReason.values()].map((same) => {
    const { tariffId, reason, otherTariffId = null } = same[0]!
    const days = daysIn(same)
    const all = daysIn(parts.filter((part) => part.tariffId === tariffId))
    return { tariffId, reason, days: days === all ? null : days, onDay: null, otherTariffId }
  })
}

function daysIn(parts: readonly { days: number }[]): number {
  return parts.reduce((sum, { days }) => sum + days, 0)
}

function withoutTariff(assigned: readonly AssignedTariff[], period: Period): CalculatedSkip {
  const end = `${period}-99`
  const later = assigned.map(({ fromOn }) => fromOn).filter((day) => day > end)
  const earlier = assigned.flatMap(({ toOn }) => (toOn !== null && toOn < `${period}-01` ? [toOn] : []))
  const begins = later.toSorted()[0]
  const ended = earlier.toSorted().at(-1)
  const skip = { tariffId: null, days: null, otherTariffId: null }
  if (begins !== undefined) return { ...skip, reason: 'not_yet', onDay: begins }
  if (ended !== undefined) return { ...skip, reason: 'ended', onDay: ended }
  return { ...skip, reason: 'no_tariff', onDay: null }
}

/** The days of one assignment in the month, part by part. */
function partsOf(facts: TargetFacts, assigned: AssignedTariff, month: Stretch): Part[] {
  const reason = outOfUse(facts, assigned)
  if (reason !== null) return [{ days: daysOf(month), reason }]
  const priced = assigned.prices.flatMap((price) => {
    const stretch = overlap(price, month) as Stretch | null
    return stretch === null ? [] : partsAt(facts, assigned, price, stretch)
  })
  const unpriced = daysOf(month) - daysIn(priced)
  return unpriced === 0 ? priced : [...priced, { days: unpriced, reason: 'no_price' }]
}

/** Why nothing at all is billed by a tariff, or null. */
function outOfUse(facts: TargetFacts, { state }: AssignedTariff): SkipReason | null {
  if (facts.archived) return 'archived'
  if (state === 'draft') return 'tariff_draft'
  return state === 'disabled' ? 'tariff_disabled' : null
}

/** Days at one price, cut where the area changes. */
function partsAt(facts: TargetFacts, assigned: AssignedTariff, price: PriceFacts, stretch: Stretch): Part[] {
  if (assigned.basis !== 'area') return partsLeft(facts, assigned, price, stretch, 100)
  return facts.areas.flatMap((area) => {
    const days = overlap(area, stretch) as Stretch | null
    if (days === null) return []
    if (!area.areaE2) return [{ days: daysOf(days), reason: 'no_area' as const }]
    return partsLeft(facts, assigned, price, days, area.areaE2)
  })
}

/** A stretch without the days that another tariff has billed: what is left of it, piece by piece. */
function partsLeft(
  facts: TargetFacts,
  assigned: AssignedTariff,
  price: PriceFacts,
  stretch: Stretch,
  quantityE2: number,
): Part[] {
  const otherOn = (day: CivilDate) => billedOtherwise(facts, assigned, day)
  const taken = eachDay(stretch).flatMap((day): Part[] => {
    const otherTariffId = otherOn(day)
    return otherTariffId === null ? [] : [{ days: 1, reason: 'billed_otherwise', otherTariffId }]
  })
  const left = runsOf(stretch, (day) => otherOn(day) === null)
  return [...left.flatMap((piece) => sharesOf(facts, assigned, price, piece, quantityE2)), ...taken]
}

/**
 * A stretch at one price and quantity, shared among those who owed its days. A share of which days are billed already is
 * what is left of it, each run of days calculated by itself: a day of a place is charged once, whoever pays.
 */
function sharesOf(
  facts: TargetFacts,
  assigned: AssignedTariff,
  price: PriceFacts,
  stretch: Stretch,
  quantityE2: number,
): Part[] {
  const { tariffId, feeItem } = assigned
  const payers = payersOf(facts.kind, stretch, facts.occupants, facts.agreements)
  const of = { tariffId, priceId: price.id, feeItem, quantityE2 }
  const fenOf = (days: Stretch) => stretchFen({ ...price, quantityE2 }, days)
  const whole = { days: daysOf(stretch), fen: fenOf(stretch) }
  return shareByDays(whole.fen, payers, price.roundingUnitFen).flatMap((share): Part[] => {
    if (isBilled(facts, tariffId, share)) return [{ days: share.days, reason: 'already_billed' }]
    const left = runsOf(share, (day) => !isBilledBy(facts, tariffId, day))
    const days = left.reduce((sum, piece) => sum + daysOf(piece), 0)
    if (days === share.days) return [partOf(facts, of, share, whole)]
    const pieces = left.map((piece) => ({
      ...share,
      ...piece,
      days: daysOf(piece),
      amountFen: fenOf(piece),
    }))
    const billed: Part = { days: share.days - days, reason: 'already_billed' }
    return [
      ...pieces.map((piece) => partOf(facts, of, piece, { days: piece.days, fen: piece.amountFen })),
      billed,
    ]
  })
}

/** A share as a bill, or why it is none. */
function partOf(
  facts: TargetFacts,
  of: Pick<CalculatedBill, 'tariffId' | 'priceId' | 'feeItem' | 'quantityE2'>,
  { days, fromOn, toOn, personId, liablePersonId, amountFen }: Share,
  whole: { days: number; fen: Fen },
): Part {
  if (personId === null) return { days, reason: facts.unsold ? 'no_developer' : 'no_owner' }
  if (amountFen === 0) return { days, reason: 'zero' }
  const isShared = days < whole.days
  const bill = {
    ...of,
    fromOn,
    toOn,
    days,
    payerPersonId: personId,
    liablePersonId,
    amountFen,
    wholeDays: isShared ? whole.days : null,
    wholeFen: isShared ? whole.fen : null,
  }
  return { days, bill }
}
