import {
  addImportedTariffs,
  assignedByName,
  bringsUnderInUse,
  chargedBeside,
  feeItemOf,
  tariffsOnRecord,
  type AssignedRoom,
  type ImportedRoom,
  type TariffOnRecord,
} from '../../fees/billing/index.ts'
import type { Ctx } from '../../context.ts'
import { wordKey } from '../registry/index.ts'
import { todayOf } from '../../today.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'
import { chargedMeanwhile, roomsMeanwhile, tariffsMeanwhile } from './errors.ts'
import {
  afterPrices,
  beforePrices,
  beginnings,
  byEnd,
  hasDays,
  withFirstDays,
  within,
  type ChargedDays,
} from './first-days.ts'
import { matchTariffs, type MatchedTariffs } from './match-tariffs.ts'
import type { RefusedTariff } from './refused-tariffs.ts'
import { roomTariffKey } from './plan-charges.ts'
import type { ImportedRooms, KnownTariffs, TariffImport, TariffNames, TariffPort } from './tariff-port.ts'
import { chargeText, termsOf } from './tariff-terms.ts'

/** Fee items become tariffs of the billing capability, known again by their names and by what they cost. */
export const tariffPort: TariffPort = {
  async known(ctx, projectId, draft, month) {
    if (draft.tariffs.length === 0)
      return {
        tariffs: [],
        roomTariffs: [],
        refused: [],
        begins: new Map(),
        beside: [],
        unpriced: [],
        known: new Set(),
        disabled: new Set(),
        inUse: new Set(),
        charging: new Map(),
        namesakes: new Map(),
        assigned: new Map(),
        covered: new Set(),
        ended: new Map(),
        charges: [],
        items: [],
      }
    const { onRecord, items } = await tariffsOnRecord(ctx, projectId)
    const today = todayOf(ctx)
    const ofNow = await chargedNow(ctx, projectId, draft, onRecord, today)
    const told = matchTariffs(draft, onRecord, ofNow)
    const nameOf = namesByKey(told.tariffs)
    const terms = new Map(onRecord.map((one) => [one.name, one]))
    const priceOf = (name: string) => {
      const is = terms.get(name)
      return is === undefined ? '' : chargeText(is)
    }
    const keyOf = new Map([...nameOf].map(([key, name]) => [name, key]))
    const names = [...new Set([...nameOf.values(), ...[...told.namesakes.values()].flat()])]
    const rooms = asTold([...besideOthers(told), ...underKnown(told)], draft.rooms)
    const { assigned, coming } = await assignedByName(ctx, projectId, names, rooms)
    const matched = withFirstDays(told, month, onRecord, coming)
    const assignments = assignmentsOf(matched.roomTariffs, Object.fromEntries(nameOf), matched.tariffs)
    const { charges, covered } =
      matched.known.size === 0 ? nothingBeside : await chargedBeside(ctx, projectId, assignments)
    const prices = new Map<string, ChargedDays>(
      onRecord.map(({ name, beginsOn, endsOn }) => [name, { fromOn: beginsOn, toOn: endsOn }]),
    )
    const charged = [...assigned, ...coming].map((one) => ({
      ...one,
      ...within(one, prices.get(one.tariffName)),
    }))
    for (const { name, fromOn, toOn } of matched.tariffs)
      if (!prices.has(name)) prices.set(name, { fromOn, toOn })
    const days = assignments.map(({ fromOn, tariffName }) =>
      within({ fromOn, toOn: null }, prices.get(tariffName)),
    )
    const beside = besideNamesakes(matched, days, charged)
    const unpriced = beforePrices(matched, assignments, assigned, onRecord)
    const named = ({ roomKey, tariffName }: { roomKey: string; tariffName: string }) => ({
      roomKey,
      tariffKey: keyOf.get(tariffName)!,
    })
    const chargedOn = Map.groupBy(
      assigned.filter(({ tariffName }) => keyOf.has(tariffName)),
      (one) => roomTariffKey(named(one)),
    )
    const ended = afterPrices(matched, chargedOn, onRecord)
    const left = new Set([
      ...[...beside, ...unpriced].map(({ room }) => roomTariffKey(room)),
      ...ended.keys(),
    ])
    const taken = matched.roomTariffs.filter((one) => !left.has(roomTariffKey(one)))
    const begins = beginnings(matched, taken, month)
    const over = overBeforeBegun(matched, begins)
    const isOver = new Set(over.map(({ tariff }) => tariff.key))
    return {
      ...matched,
      items,
      tariffs: matched.tariffs.filter(({ key }) => !isOver.has(key)),
      roomTariffs: taken.filter(({ tariffKey }) => !isOver.has(tariffKey)),
      refused: [...matched.refused, ...over],
      begins,
      beside,
      unpriced,
      charging: new Map(
        matched.tariffs.flatMap(({ key, name }) => (matched.inUse.has(key) ? [[key, priceOf(name)]] : [])),
      ),
      assigned: chargedOn,
      covered: new Set(coveredAsTold(covered, coming, charges).map((one) => roomTariffKey(named(one)))),
      ended: new Map([...endedBefore(chargedOn, today), ...ended]),
      charges: charges
        .filter((one) => !left.has(roomTariffKey(named(one))))
        .map((one) => ({
          ...named(one),
          other: one.other,
          otherState: one.otherState,
          fromOn: one.fromOn,
          otherPrice: priceOf(one.other),
          ownPrice: priceOf(one.tariffName),
        })),
    }
  },
  add(ctx, write, projectId, { tariffs, known = [], roomTariffs, names, others = {} }) {
    const all = [...known, ...tariffs]
    const imported = {
      tariffs: tariffs.map((tariff) => ({
        ...tariff,
        ...termsOf(tariff),
        item: tariff.item ?? feeItemOf(tariff.kind),
      })),
      assignments: assignmentsOf(roomTariffs, names, all),
      others: Object.fromEntries(Object.entries(others).map(([key, said]) => [names[key]!, said])),
      terms: Object.fromEntries(all.map((tariff) => [tariff.name, termsOf(tariff)])),
    }
    addImportedTariffs(ctx, write, projectId, imported, {
      charged: chargedMeanwhile,
      differs: tariffsMeanwhile,
      gone: roomsMeanwhile,
    })
  },
  chargesOnRecord(projectId, { tariffs, known = [], roomTariffs, names, newRooms = [] }) {
    const assignments = assignmentsOf(roomTariffs, names, [...known, ...tariffs])
    return bringsUnderInUse(projectId, assignments, newRooms)
  },
}

/** By what rooms are charged now, where prices stand beside them: nothing else asks before names are known. */
async function chargedNow(
  ctx: Ctx,
  projectId: string,
  { tariffs }: TariffImport,
  onRecord: readonly TariffOnRecord[],
  today: string,
): Promise<AssignedRoom[]> {
  const called = tariffs.filter(({ isOfRoom }) => isOfRoom).map(({ name }) => wordKey(name))
  const names = onRecord
    .map(({ name }) => name)
    .filter((name) => called.some((one) => wordKey(name).startsWith(one)))
  if (names.length === 0) return []
  const { assigned } = await assignedByName(ctx, projectId, names, [])
  return assigned.filter(({ toOn }) => toOn === null || toOn >= today)
}

/** The rooms under fee items beside which there are others of their name. */
function besideOthers({ tariffs, roomTariffs, namesakes }: MatchedTariffs): string[] {
  const nameOf = namesByKey(tariffs)
  return roomTariffs
    .filter(({ tariffKey }) => namesakes.get(tariffKey)!.some((name) => name !== nameOf.get(tariffKey)))
    .map(({ roomKey }) => roomKey)
}

/** The rooms under fee items that the project has. */
function underKnown({ roomTariffs, known }: MatchedTariffs): string[] {
  return roomTariffs.flatMap(({ roomKey, tariffKey }) => (known.has(tariffKey) ? [roomKey] : []))
}

const nothingBeside = { charges: [], covered: [] }

/** Rooms with what the workbook says of them, each once: only of these it matters what scopes bring them. */
function asTold(keys: readonly string[], rooms: ImportedRooms['rooms']): ImportedRoom[] {
  const told = new Map(rooms.map((room) => [room.key, room]))
  return [...new Set(keys)].map((roomKey) => {
    const { buildingKey = null, use = null } = told.get(roomKey) ?? {}
    return { roomKey, buildingKey, use }
  })
}

/**
 * Rooms that the scopes charge as the workbook says, of those that they do as the rooms are on record: also by what it says of
 * the rooms, and with no other charge for the same that would end.
 * @param coming what scopes bring the rooms by what the workbook says of them
 */
function coveredAsTold(
  covered: readonly AssignedRoom[],
  coming: readonly AssignedRoom[],
  charges: readonly Pick<AssignedRoom, 'roomKey' | 'tariffName'>[],
): AssignedRoom[] {
  const keyOf = ({ roomKey, tariffName }: Pick<AssignedRoom, 'roomKey' | 'tariffName'>) =>
    `${roomKey}|${tariffName}`
  const days = Map.groupBy(coming, keyOf)
  const beside = new Set(charges.map(keyOf))
  return covered.filter((one) => {
    const told = days.get(keyOf(one)) ?? []
    const isSame = told.every(({ fromOn, toOn }) => fromOn === one.fromOn && toOn === null)
    return told.length === 1 && isSame && !beside.has(keyOf(one))
  })
}

/** By room and tariff the last day of those of which all days are past. */
function endedBefore(
  assigned: ReadonlyMap<string, readonly AssignedRoom[]>,
  today: string,
): Map<string, string> {
  return new Map(
    [...assigned].flatMap(([key, days]) => {
      const ends = days.flatMap(({ toOn }) => toOn ?? []).toSorted()
      const last = ends.at(-1)
      const isOver = last !== undefined && last < today && ends.length === days.length
      return isOver ? [[key, last] as const] : []
    }),
  )
}

/** New fee items that are told a last day and no first one, and would begin after it. */
function overBeforeBegun({ tariffs }: MatchedTariffs, begin: ReadonlyMap<string, string>): RefusedTariff[] {
  return tariffs.flatMap((tariff) => {
    const { key, name, toOn } = tariff
    const begins = begin.get(key)
    if (begins === undefined || toOn === null || begins <= toOn) return []
    return [{ tariff, cause: 'tariff_over_before_begun' as const, params: { name, begins, ends: toOn } }]
  })
}

/**
 * Rooms that a workbook puts under another fee item of one name than the one by which they are charged on the same days, or
 * will be with the next bills: an import ends nothing, so that they would be charged by both.
 * @param told the days that are charged by the rooms' fee items, in the order of `roomTariffs`
 * @param charged the days that have a price
 */
function besideNamesakes(
  { tariffs, roomTariffs, namesakes }: MatchedTariffs,
  told: readonly ChargedDays[],
  charged: readonly (ChargedDays & Pick<AssignedRoom, 'roomKey' | 'tariffName'>)[],
): KnownTariffs['beside'] {
  const nameOf = namesByKey(tariffs)
  const keyOf = (roomKey: string, name: string) => `${roomKey}|${name}`
  const named = new Set(roomTariffs.map(({ roomKey, tariffKey }) => keyOf(roomKey, nameOf.get(tariffKey)!)))
  const days = Map.groupBy(charged, ({ roomKey, tariffName }) => keyOf(roomKey, tariffName))
  return roomTariffs.flatMap((room, at) => {
    const name = nameOf.get(room.tariffKey)!
    // One that is there is not assigned anew.
    if (days.has(keyOf(room.roomKey, name))) return []
    const others = namesakes.get(room.tariffKey)!.flatMap((other) => {
      const key = keyOf(room.roomKey, other)
      return other === name || named.has(key) ? [] : (days.get(key) ?? [])
    })
    const meeting = others.filter((one) => hasDays(within(told[at]!, one)))
    const last = meeting.toSorted(byEnd).at(-1)
    return last === undefined ? [] : [{ room, name, other: last.tariffName, lastOn: last.toOn }]
  })
}

/** Rooms by the names of their fee items; imports that were previewed before first days were kept have some without one. */
function assignmentsOf(
  roomTariffs: readonly RoomTariffDraft[],
  names: TariffNames,
  tariffs: readonly TariffDraft[],
) {
  const begins = new Map(tariffs.map(({ key, fromOn }) => [key, fromOn]))
  return roomTariffs.map(({ roomKey, tariffKey, fromOn }) => ({
    roomKey,
    fromOn: fromOn ?? begins.get(tariffKey) ?? null,
    tariffName: names[tariffKey]!,
  }))
}

export function namesByKey(tariffs: readonly TariffDraft[]): Map<string, string> {
  return new Map(tariffs.map(({ key, name }) => [key, name]))
}
