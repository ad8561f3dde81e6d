import type { CivilDate } from '@heju/kernel'
import type { AssignedRoom, TariffOnRecord } from '../../fees/billing/index.ts'
import type { RoomTariffDraft } from './draft.ts'
import type { MatchedTariffs } from './match-tariffs.ts'
import { roomTariffKey } from './plan-charges.ts'
import type { UnpricedRoom } from './tariff-port.ts'

/** Days on which something is charged, both included; null where nothing bounds them. */
export interface ChargedDays {
  fromOn: string | null
  toOn: string | null
}

/** Sorts after all days. */
const noEnd = '9999-12-31'

/** The days that are within both. */
export function within(one: ChargedDays, other: ChargedDays | undefined): ChargedDays {
  const first = (one.fromOn ?? '') > (other?.fromOn ?? '') ? one.fromOn : (other?.fromOn ?? null)
  const last = (one.toOn ?? noEnd) < (other?.toOn ?? noEnd) ? one.toOn : (other?.toOn ?? null)
  return { fromOn: first, toOn: last }
}

function keyOf({ roomKey, tariffName }: Pick<AssignedRoom, 'roomKey' | 'tariffName'>): string {
  return `${roomKey}|${tariffName}`
}

function later(one: CivilDate, other: CivilDate): CivilDate {
  return one > other ? one : other
}

export function hasDays({ fromOn, toOn }: ChargedDays): boolean {
  return (fromOn ?? '') <= (toOn ?? noEnd)
}

/** By their last days, none after all others. */
export function byEnd(one: ChargedDays, other: ChargedDays): number {
  return (one.toOn ?? noEnd) < (other.toOn ?? noEnd) ? -1 : 1
}

/**
 * Rooms under fee items with their first day: that which the row of the room tells, else that of the fee item, else the month of
 * the import. Under a fee item on record that is the first day from then on that has a price, or that on which its scopes begin
 * to charge the room, where they will. A day that another room tells says nothing of this one.
 * @param coming the rooms that the scopes will charge, as the workbook tells of them, by their first days
 */
export function withFirstDays(
  matched: MatchedTariffs,
  month: CivilDate,
  onRecord: readonly Pick<TariffOnRecord, 'name' | 'beginsOn'>[],
  coming: readonly AssignedRoom[],
): MatchedTariffs {
  const tariffs = new Map(matched.tariffs.map((tariff) => [tariff.key, tariff]))
  const begins = new Map(onRecord.map(({ name, beginsOn }) => [name, beginsOn]))
  const scopes = Map.groupBy(coming, keyOf)
  const dayOf = ({ roomKey, tariffKey, fromOn }: RoomTariffDraft) => {
    const { name: tariffName, fromOn: ofTariff } = tariffs.get(tariffKey)!
    const told = fromOn ?? ofTariff
    if (told !== null || !matched.known.has(tariffKey)) return told ?? month
    const beginsOn = begins.get(tariffName)!
    const first = later(month, beginsOn)
    const lasting = scopes.get(keyOf({ roomKey, tariffName }))?.find(({ toOn }) => (toOn ?? noEnd) >= first)
    return lasting === undefined ? first : later(lasting.fromOn, beginsOn)
  }
  return { ...matched, roomTariffs: matched.roomTariffs.map((one) => ({ ...one, fromOn: dayOf(one) })) }
}

/** When new fee items begin of which the workbook does not say: with the first of their rooms, so that each day has its price. */
export function beginnings(
  { tariffs, known }: MatchedTariffs,
  rooms: readonly RoomTariffDraft[],
  month: CivilDate,
): Map<string, CivilDate> {
  const daysOf = Map.groupBy(rooms, ({ tariffKey }) => tariffKey)
  return new Map(
    tariffs
      .filter(({ key, fromOn }) => fromOn === null && !known.has(key))
      .map(({ key }) => {
        const days = (daysOf.get(key) ?? []).flatMap(({ fromOn }) => fromOn ?? [])
        return [key, days.toSorted()[0] ?? month]
      }),
  )
}

/**
 * Rooms that would come under a tariff on record from a day on which it has no price yet: until it has one they would not be
 * billed, without a word. What is there is not assigned anew.
 * @param told in the order of `roomTariffs`
 */
export function beforePrices(
  { roomTariffs }: MatchedTariffs,
  told: readonly (Pick<AssignedRoom, 'roomKey' | 'tariffName'> & Pick<RoomTariffDraft, 'fromOn'>)[],
  assigned: readonly Pick<AssignedRoom, 'roomKey' | 'tariffName'>[],
  onRecord: readonly Pick<TariffOnRecord, 'name' | 'beginsOn'>[],
): UnpricedRoom[] {
  const there = new Set(assigned.map(keyOf))
  const begins = new Map(onRecord.map(({ name, beginsOn }) => [name, beginsOn]))
  return roomTariffs.flatMap((room, at) => {
    const { tariffName: name, fromOn } = told[at]!
    const beginsOn = begins.get(name)
    const isBefore = fromOn !== null && beginsOn !== undefined && fromOn < beginsOn
    return isBefore && !there.has(keyOf(told[at]!)) ? [{ room, name, told: fromOn, beginsOn }] : []
  })
}

/**
 * Rooms that would come under a tariff on record after the last day on which it has a price: they would be charged nothing,
 * without a word. What is there is not assigned anew.
 * @returns the last days, by `roomTariffKey`
 */
export function afterPrices(
  { tariffs, roomTariffs }: MatchedTariffs,
  assigned: ReadonlyMap<string, unknown>,
  onRecord: readonly Pick<TariffOnRecord, 'name' | 'endsOn'>[],
): Map<string, CivilDate> {
  const ends = new Map(onRecord.map(({ name, endsOn }) => [name, endsOn]))
  const endOf = new Map(tariffs.map(({ key, name }) => [key, ends.get(name) ?? null]))
  return new Map(
    roomTariffs.flatMap((room) => {
      const lastOn = endOf.get(room.tariffKey) ?? null
      const isOver = lastOn !== null && room.fromOn !== null && lastOn < room.fromOn
      return isOver && !assigned.has(roomTariffKey(room)) ? [[roomTariffKey(room), lastOn] as const] : []
    }),
  )
}
