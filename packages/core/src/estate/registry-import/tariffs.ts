import {
  addImportedTariffs,
  assignedByName,
  beginning,
  comingByName,
  tariffsOnRecord,
  type AssignedRoom,
  type ImportedRoom,
} from '../../fees/billing/index.ts'
import { civilDateOf } from '@heju/kernel'
import type { Ctx } from '../../context.ts'
import type { RoomTariffDraft, TariffDraft } from './draft.ts'
import { chargedMeanwhile, tariffsMeanwhile } from './errors.ts'
import { matchTariffs, type MatchedTariffs, type RefusedTariff } from './match-tariffs.ts'
import { roomTariffKey } from './plan.ts'
import type { ImportedRooms, KnownTariffs, TariffNames, TariffPort } from './tariff-port.ts'
import { termsOf } from './tariff-terms.ts'

/** Fee items become tariffs of the billing capability, known again by their names and by what they cost. */
export const tariffPort: TariffPort = {
  async known(ctx, projectId, draft) {
    if (draft.tariffs.length === 0)
      return {
        tariffs: [],
        roomTariffs: [],
        refused: [],
        beside: [],
        known: new Set(),
        disabled: new Set(),
        namesakes: new Map(),
        assigned: new Map(),
        ended: new Map(),
        charges: [],
      }
    const onRecord = await tariffsOnRecord(ctx, projectId)
    const matched = matchTariffs(draft, onRecord)
    const nameOf = namesByKey(matched.tariffs)
    const keyOf = new Map([...nameOf].map(([key, name]) => [name, key]))
    const assignments = assignmentsOf(matched.roomTariffs, Object.fromEntries(nameOf), matched.tariffs)
    const names = new Set([...nameOf.values(), ...[...matched.namesakes.values()].flat()])
    const { assigned, charges } = await assignedByName(ctx, projectId, [...names], assignments)
    const today = civilDateOf(ctx.now, ctx.company.zone)
    const coming = await comingByName(ctx, projectId, [...names], besideOthers(matched, draft.rooms))
    const begins = new Map(onRecord.map(({ name, beginsOn }) => [name, beginsOn]))
    const ends = new Map(onRecord.map(({ name, endsOn }) => [name, endsOn]))
    const charged = [...assigned, ...coming].map((one) => ({
      ...one,
      toOn: earlier(one.toOn, ends.get(one.tariffName)),
    }))
    /** A new fee item without a day begins with the first of the rooms that get it. */
    const besideOf = (taken: typeof assignments) =>
      besideNamesakes(
        matched,
        assignments.map(
          ({ fromOn, tariffName }) => fromOn ?? begins.get(tariffName) ?? beginning(ctx, tariffName, taken),
        ),
        charged,
      )
    const first = new Set(besideOf(assignments).map(({ room }) => room))
    const beside = besideOf(assignments.filter((_, at) => !first.has(matched.roomTariffs[at]!)))
    const left = new Set(beside.map(({ room }) => room))
    const taken = assignments.filter((_, at) => !left.has(matched.roomTariffs[at]!))
    const over = overBeforeBegun(ctx, matched, taken)
    const isOver = new Set(over.map(({ tariff }) => tariff.key))
    const named = ({ roomKey, tariffName }: { roomKey: string; tariffName: string }) => ({
      roomKey,
      tariffKey: keyOf.get(tariffName)!,
    })
    const days = Map.groupBy(
      assigned.filter(({ tariffName }) => keyOf.has(tariffName)),
      (one) => roomTariffKey(named(one)),
    )
    return {
      ...matched,
      tariffs: matched.tariffs.filter(({ key }) => !isOver.has(key)),
      roomTariffs: matched.roomTariffs.filter((one) => !left.has(one) && !isOver.has(one.tariffKey)),
      refused: [...matched.refused, ...over],
      beside,
      assigned: days,
      ended: endedBefore(days, today),
      charges: charges.map((one) => ({ ...named(one), other: one.other })),
    }
  },
  add(ctx, write, projectId, { tariffs, known = [], roomTariffs, names, others = {} }) {
    const all = [...known, ...tariffs]
    const imported = {
      tariffs: tariffs.map((tariff) => ({ ...tariff, ...termsOf(tariff) })),
      assignments: assignmentsOf(roomTariffs, names, all),
      others: Object.fromEntries(Object.entries(others).map(([key, said]) => [names[key]!, said])),
      terms: Object.fromEntries(all.map((tariff) => [tariff.name, termsOf(tariff)])),
    }
    addImportedTariffs(ctx, write, projectId, imported, {
      charged: chargedMeanwhile,
      differs: tariffsMeanwhile,
    })
  },
}

/** The rooms under fee items beside which there are others of their name: only of these it matters what scopes bring them. */
function besideOthers(
  { tariffs, roomTariffs, namesakes }: MatchedTariffs,
  rooms: ImportedRooms['rooms'],
): ImportedRoom[] {
  const nameOf = namesByKey(tariffs)
  const keys = new Set(
    roomTariffs
      .filter(({ tariffKey }) => namesakes.get(tariffKey)!.some((name) => name !== nameOf.get(tariffKey)))
      .map(({ roomKey }) => roomKey),
  )
  const told = new Map(rooms.map((room) => [room.key, room]))
  return [...keys].map((roomKey) => {
    const { buildingKey = null, use = null } = told.get(roomKey) ?? {}
    return { roomKey, buildingKey, use }
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
function overBeforeBegun(
  ctx: Ctx,
  { tariffs, known }: MatchedTariffs,
  taken: ReturnType<typeof assignmentsOf>,
): RefusedTariff[] {
  return tariffs.flatMap((tariff) => {
    const { key, name, fromOn, toOn } = tariff
    if (known.has(key) || fromOn !== null || toOn === null) return []
    const begins = beginning(ctx, name, taken)
    return begins <= toOn
      ? []
      : [{ tariff, cause: 'tariff_over_before_begun' as const, params: { name, begins, ends: toOn } }]
  })
}

/** The earlier of two last days, of which there may be none. */
function earlier(one: string | null, other: string | null | undefined): string | null {
  return (one ?? noEnd) < (other ?? noEnd) ? one : (other ?? null)
}

/** Sorts after all days. */
const noEnd = '9999-12-31'

/**
 * Rooms that a workbook puts under another fee item of one name than the one by which they are charged on the same days, or
 * will be with the next bills: an import ends nothing, so that they would be charged by both.
 * @param firstDays of what is charged by the rooms' new fee items, in the order of `roomTariffs`
 */
function besideNamesakes(
  { tariffs, roomTariffs, namesakes }: MatchedTariffs,
  firstDays: readonly string[],
  assigned: readonly AssignedRoom[],
): KnownTariffs['beside'] {
  const nameOf = namesByKey(tariffs)
  const keyOf = (roomKey: string, name: string) => `${roomKey}|${name}`
  const told = new Set(roomTariffs.map(({ roomKey, tariffKey }) => keyOf(roomKey, nameOf.get(tariffKey)!)))
  const days = Map.groupBy(assigned, ({ roomKey, tariffName }) => keyOf(roomKey, tariffName))
  return roomTariffs.flatMap((room, at) => {
    const name = nameOf.get(room.tariffKey)!
    // One that is there is not assigned anew.
    if (days.has(keyOf(room.roomKey, name))) return []
    const others = namesakes.get(room.tariffKey)!.flatMap((other) => {
      const key = keyOf(room.roomKey, other)
      return other === name || told.has(key) ? [] : (days.get(key) ?? [])
    })
    const meeting = others.filter(({ toOn }) => toOn === null || toOn >= firstDays[at]!)
    const [last] = meeting.toSorted((a, b) => ((a.toOn ?? noEnd) < (b.toOn ?? noEnd) ? 1 : -1))
    return last === undefined ? [] : [{ room, name, other: last.tariffName, lastOn: last.toOn }]
  })
}

/** A room is charged from the day that its row tells, else from that of the fee item, whenever the project began with it. */
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
