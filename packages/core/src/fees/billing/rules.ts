import type { CivilDate, Rounding } from '@heju/kernel'

/** UTF-16 units of a tariff's name, typed or out of a workbook: owners read it on one line of a bill. */
export const longestTariffName = 40

/** What a price is per: square metre of a room, a room, or a parking space; always per month. */
export const tariffBases = ['area', 'room', 'parking_space'] as const
export type TariffBasis = (typeof tariffBases)[number]

/**
 * `draft`: not all is known yet that a price needs, as after an import; nothing is billed. `disabled`: taken out of use
 * by hand (停用), which is something else than a price whose time is over.
 */
export const tariffStates = ['draft', 'active', 'disabled'] as const
export type TariffState = (typeof tariffStates)[number]
/** Into what an approved one is switched by hand. */
export const switchedStates = ['active', 'disabled'] as const satisfies readonly TariffState[]

/** 业委会同意, 合同约定, 主管部门备案或批准: what a price stands on (D133). */
export const approvalKinds = ['owners_committee', 'contract', 'authority'] as const

/** To what a tariff extends, from wide to narrow; rooms and spaces that are added later are covered too. */
export const scopeKinds = ['project', 'room_use', 'parking_kind', 'building'] as const
export type ScopeKind = (typeof scopeKinds)[number]

/**
 * What becomes of other charges for the same that places of a scope have already, when a tariff is assigned to it: it takes
 * their place, or it leaves those places out. Nobody but a person decides that.
 */
export const othersDecisions = ['replace', 'keep'] as const
export type OthersDecision = (typeof othersDecisions)[number]

/**
 * The same before a tariff is first in use: then it may also become a surcharge, and is one for good. A charge that has been
 * billed in place of others cannot turn into one beside them.
 */
export const firstDecisions = [...othersDecisions, 'surcharge'] as const
export type FirstDecision = (typeof firstDecisions)[number]

/** Charges that stand beside each other do so anyway: that one of them is a surcharge says nothing, and is left out. */
export function meantByOthers(
  item: { exclusive: boolean },
  others: FirstDecision | undefined,
): FirstDecision | undefined {
  return !item.exclusive && others === 'surcharge' ? undefined : others
}

export const roundings = ['half_up', 'half_even', 'up', 'down'] as const satisfies readonly Rounding[]
/** An amount is settled to whole fen, jiao or yuan, in fen. */
export const roundingUnits = [1, 10, 100] as const
export type RoundingUnit = (typeof roundingUnits)[number]

export const billStates = ['draft', 'published', 'void'] as const
export type BillState = (typeof billStates)[number]

/** A draft is not changed but dropped with its run. Void is final: what was wrong is billed anew, as another bill. */
export const billTransitions: Readonly<Record<BillState, readonly BillState[]>> = {
  draft: ['published'],
  published: ['void'],
  void: [],
}

/** `draft`: asked for; `computing`: some of the rooms are done; `ready`: to be looked at and published. */
export const runStates = ['draft', 'computing', 'ready', 'published', 'discarded'] as const
export type RunState = (typeof runStates)[number]

export const runTransitions: Readonly<Record<RunState, readonly RunState[]>> = {
  draft: ['computing', 'ready', 'discarded'],
  computing: ['computing', 'ready', 'discarded'],
  ready: ['published', 'discarded'],
  published: [],
  discarded: [],
}

/** The states in which a run still holds its project and period: there is one such run at a time. */
export const openRunStates = ['draft', 'computing', 'ready'] as const satisfies readonly RunState[]

/**
 * Why a room or space, or days of one tariff of it, are not billed in a period. Of each day the first that applies is
 * given, so that billed and skipped days together are all days of the tariff in the period.
 */
export const skipReasons = [
  'archived', // taken out of the registry, though tariffs are still assigned to it
  'no_tariff', // nothing is assigned to it
  'not_yet', // what is assigned begins after the period
  'ended', // what is assigned ended before the period
  'tariff_draft', // the price still waits for its approval
  'tariff_disabled',
  'no_price', // the tariff has no price for these days
  'no_area', // charged by area, and the area of these days is not known
  'billed_otherwise', // by another tariff for the same, neither being a surcharge
  'already_billed', // some or all of the days of the share
  'no_developer', // not sold, and nobody is entered as developer
  'no_owner', // nobody is entered who owes the fee
  'zero', // comes to less than the smallest amount
] as const
export type SkipReason = (typeof skipReasons)[number]

/** Those about which nobody has anything to do. */
export const settledReasons = [
  'already_billed',
  'billed_otherwise',
  'archived',
  'not_yet',
  'ended',
  'zero',
] as const satisfies readonly SkipReason[]

/**
 * Bounds that keep `price × quantity × days` within SQLite's 64-bit integers: 10^7 · 10^9 · 31 + 10^11 · 10^4 · 31
 * is 3.4 · 10^17, doubled for rounding still a thirteenth of 9.2 · 10^18. A price is at most 1,000 yuan per m² (or
 * 100,000,000 fen a month for a room or space), an area at most 10,000,000 m², an addition 100,000,000 yuan.
 */
export const largestPriceE4 = { area: 10_000_000, room: 10_000_000_000, parking_space: 10_000_000_000 }
export const largestAreaE2 = 1_000_000_000
export const largestAdditionFen = 10_000_000_000

/** What decides the amount of one stretch of days at one price. */
export interface Charged {
  /** Yuan × 10^4 per unit and month. */
  priceE4: number
  /** Square metres × 10^2; 100 where the price is per room or space. */
  quantityE2: number
  /** On top, per month. */
  additionFen: number
  rounding: Rounding
  roundingUnitFen: RoundingUnit
}

/** Who owes, from when to when, both days included; nobody known: null. */
export interface PayerStretch {
  fromOn: CivilDate
  toOn: CivilDate
  personId: string | null
  /** Jointly liable: the owner, where a user pays by agreement (物业管理条例 41). */
  liablePersonId: string | null
}
