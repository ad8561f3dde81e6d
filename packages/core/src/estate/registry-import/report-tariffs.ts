import type { LeftOut } from './ask-about-fees.ts'
import type { RegistryDraft, RoomTariffDraft } from './draft.ts'
import { roomTariffKey } from './plan-charges.ts'
import type { Problems } from './problems.ts'
import type { KnownTariffs } from './tariff-port.ts'

/**
 * Says where a workbook's fee items and what rooms are charged by are told otherwise than they are on record: the fee item is
 * left out, and each room under it says so; days on record stay. What a person left out is noted. Rooms that are not billed by what they are put under say so too.
 */
export function reportTariffs(
  { roomTariffs }: RegistryDraft,
  { tariffs, known, refused, beside, unpriced, assigned, ended, disabled }: KnownTariffs,
  leftOut: readonly LeftOut[],
  problems: Problems,
): void {
  for (const { tariff, rooms } of leftOut)
    problems.add('tariff_left_out', { ...tariff.source, value: tariff.name }, { name: tariff.name, rooms })
  const rooms = Map.groupBy(roomTariffs, ({ tariffKey }) => tariffKey)
  for (const { tariff, cause, params } of refused) {
    const own = rooms.get(tariff.key) ?? []
    if (tariff.isOfRoom) {
      for (const { source } of own) problems.add(cause, { ...source, value: tariff.name }, params)
      continue
    }
    problems.add(cause, { ...tariff.source, value: tariff.name }, params)
    const { sheet, row } = tariff.source
    const where = { tariff: tariff.code || tariff.name, otherSheet: sheet, otherRow: row }
    for (const { source } of own) problems.add('tariff_refused', { ...source, value: tariff.code }, where)
  }
  for (const { room, name, other, lastOn } of beside) {
    const at = { ...room.source, value: name }
    if (lastOn === null) problems.add('room_charged_by_namesake', at, { name, other })
    else problems.add('room_charged_until', at, { name, other, lastOn })
  }
  for (const { room, name, told, beginsOn } of unpriced)
    problems.add('room_charged_before_price', { ...room.source, value: told }, { name, told, beginsOn })
  const left = new Set([...beside, ...unpriced].map(({ room }) => roomTariffKey(room)))
  for (const { key, name, fromOn: begins, source } of tariffs) {
    if (known.has(key) || begins === null) continue
    const taken = (rooms.get(key) ?? []).filter((one) => !left.has(roomTariffKey(one)))
    const earlier = taken.flatMap(({ fromOn }) => (fromOn !== null && fromOn < begins ? fromOn : []))
    const [first] = earlier.toSorted()
    if (first === undefined) continue
    const params = { name, begins, rooms: earlier.length, first }
    problems.add('tariff_begins_after_rooms', { ...source, value: begins }, params)
  }
  const nameOf = new Map(tariffs.map(({ key, name }) => [key, name]))
  for (const one of roomTariffs) {
    const name = nameOf.get(one.tariffKey)
    if (name === undefined || left.has(roomTariffKey(one))) continue
    const days = assigned.get(roomTariffKey(one)) ?? []
    const lastOn = ended.get(roomTariffKey(one))
    if (lastOn !== undefined)
      problems.add('room_charge_ended', { ...one.source, value: name }, { name, lastOn })
    if (days.length === 0 && disabled.has(one.tariffKey))
      problems.add('room_tariff_disabled', { ...one.source, value: name }, { name })
    if (lastOn !== undefined || !isOtherwise(one, days)) continue
    const registered = days.map(({ fromOn, toOn }) => `${fromOn} – ${toOn ?? ''}`.trim()).join('、')
    problems.add('room_charged_otherwise', { ...one.source, value: one.fromOn }, { name, registered })
  }
}

function isOtherwise({ fromOn }: RoomTariffDraft, days: readonly { fromOn: string }[]): boolean {
  return fromOn !== null && days.length > 0 && days.every((one) => one.fromOn !== fromOn)
}
