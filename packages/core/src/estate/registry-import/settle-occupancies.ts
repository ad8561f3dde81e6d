import type { OccupancyDraft } from './draft.ts'
import { asLeftOut, type HolderLeftOut, type LeftOut } from './holders-left-out.ts'
import type { Problems } from './problems.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { changeOnOneDay, dayAfterOthers, dayBefore, dayOfOwner, monthOfChange, overlap } from './stretches.ts'
import { placeOf, rowKey } from './told-by.ts'
import { isTitle, owningRoles, type OccupancyRole } from '../registry/index.ts'
import { mayHaveCome, whoWaits, type Coming } from './who-waits.ts'

/**
 * Puts in order what a workbook says of who was at a place when:
 * - one person may come back, or have a lease renewed: each stretch is an occupancy of its own;
 * - the day on which one stretch ends and the next begins belongs to the one that begins;
 * - two stretches of one person that share more days are an error: which one is right is not for us to say;
 * - so are those of two who owe the fees in turn, where they share more days of the month in which they change;
 * - who is told without a first day comes after the one whose last day is known, and so do those who own together with him;
 * - a co-owner who is told without one comes with the owner whose first day is told, and leaves with the one by whose number he is told;
 * - nor does one come without an owner whose row is left out: from which day, that row alone would tell;
 * - nor who is told after, or comes after, an owner who is left out: who of them pays, and from when on, is not known, see `whoWaits`;
 * - whose place it is at the same time as another owner's is a co-owner; who comes after him is an owner.
 * @param isOnRecord whether somebody has the place already, so that nothing changes for him
 */
export function settleOccupancies(
  registry: RegistryBuilder,
  problems: Problems,
  isOnRecord: (one: OccupancyDraft) => boolean = () => false,
): void {
  for (const [at, here] of Map.groupBy(registry.occupancies, placeOf)) {
    const asTold = here.map((one) => ({ one, told: { fromOn: one.fromOn, toOn: one.toOn } }))
    for (const own of Map.groupBy(here, personOf).values()) refuseOverlaps(own, registry, problems)
    const left = () => here.filter((one) => !registry.isDropped(one))
    const turns = Map.groupBy(left(), ({ place, role }) => turnOf(place.kind, role))
    for (const [turn, holders] of turns) if (turn !== null) putInTurn(holders, registry, problems)
    const leftOut = [...registry.leftOutAt(at), ...leaveOutOfRooms(left(), registry, problems)]
    if (leftOut.length > 0) {
      const waiting = leaveOutWaiting(asTold, leftOut, isOnRecord, registry, problems)
      const away = [...leftOut, ...waiting.map((one) => asLeftOut(one, registry.people))]
      const owners = away.filter(({ role }) => isTitle(role))
      if (owners.length > 0) leaveOutHousehold(left(), owners, isOnRecord, registry, problems)
    }
    bringHousehold(left())
    shareTitle(left().filter((one) => isTitle(one.role)))
  }
  bringAlong(registry.ownerships)
}

/**
 * What people have of a place one after the other, so that who has it owes the fees: the title, and a parking space that is
 * let. Null where any number may be there at once and owes nothing by it.
 */
export function turnOf(kind: 'room' | 'parking', role: OccupancyRole): string | null {
  if (isTitle(role)) return 'title'
  return kind === 'parking' && (role === 'tenant' || role === 'user') ? role : null
}

/**
 * After whom somebody came who is told without a first day: those of whom he has the place in turn, and who owns together with
 * others after those whose title they took.
 */
export function turnBefore(kind: 'room' | 'parking', role: OccupancyRole): string | null {
  return ownership(role) === 'owns' ? 'title' : turnOf(kind, role)
}

const personOf = (one: OccupancyDraft) => `${one.personKey}|${ownership(one.role)}`

function refuseOverlaps(own: readonly OccupancyDraft[], registry: RegistryBuilder, problems: Problems): void {
  const kept: OccupancyDraft[] = []
  for (const one of own) {
    for (const other of kept) giveDayOfChange(one, other)
    const other = kept.find((earlier) => overlap(earlier, one))
    if (other === undefined) kept.push(one)
    else {
      problems.add('stretches_overlap', one.source, { firstRow: other.source.row })
      registry.drop(one)
    }
  }
}

function giveDayOfChange(a: OccupancyDraft, b: OccupancyDraft): void {
  const change = changeOnOneDay(a, b)
  if (change) endBefore(change)
}

function endBefore({ ends, begins }: { ends: OccupancyDraft; begins: OccupancyDraft }): void {
  Object.assign(ends, { toOn: dayBefore(begins.fromOn!), toCalculated: true })
}

/** The stretches of one person have no day in common by now, so that only those of two people meet here. */
function putInTurn(holders: readonly OccupancyDraft[], registry: RegistryBuilder, problems: Problems): void {
  const pairs = holders.flatMap((one, at) => holders.slice(0, at).map((other) => [other, one] as const))
  // All are found before any is moved, so that nothing depends on the order of the rows.
  const changes = pairs.flatMap(([a, b]) => changeOnOneDay(a, b) ?? [])
  const unclear = pairs.flatMap(([a, b]) => {
    const days = monthOfChange(a, b)
    return days ? [{ a, b, days }] : []
  })
  for (const change of changes) endBefore(change)
  for (const { a, b, days } of unclear) {
    refuseChange(a, b, days, registry, problems)
    refuseChange(b, a, days, registry, problems)
  }
  for (const one of holders) comeAfter(one, holders)
}

/** Leaves out who has a space by a list that tells the room of its owners, and waits there. @returns them */
function leaveOutOfRooms(
  here: readonly OccupancyDraft[],
  registry: RegistryBuilder,
  problems: Problems,
): HolderLeftOut[] {
  return here.flatMap((one) => {
    const ofRoom = one.ofRoom === undefined ? undefined : droppedAt(one.ofRoom, one, registry)
    if (ofRoom === undefined) return []
    const { sheet: otherSheet, row: otherRow } = ofRoom.source
    problems.add('holder_waits', one.source, { otherSheet, otherRow })
    registry.drop(one)
    return [{ ...asLeftOut(one, registry.people), before: here.slice(0, here.indexOf(one)) }]
  })
}

/** Leaves out who waits for those who are left out. @returns them */
function leaveOutWaiting(
  asTold: readonly Coming[],
  leftOut: readonly HolderLeftOut[],
  isOnRecord: (one: OccupancyDraft) => boolean,
  registry: RegistryBuilder,
  problems: Problems,
): OccupancyDraft[] {
  const coming = asTold.filter(({ one }) => !registry.isDropped(one))
  const turns = Map.groupBy(leftOut, ({ place, role }) => turnOf(place.kind, role))
  return [...turns].flatMap(([turn, away]) => {
    const ofTurn = coming.filter(({ one }) => turn !== null && turnOf(one.place.kind, one.role) === turn)
    const waiting = whoWaits({ coming: ofTurn, leftOut: away }, isOnRecord, registry.people)
    for (const [one, { sheet: otherSheet, row: otherRow }] of waiting) {
      if (!isSaidOfRoom(one, registry)) problems.add('holder_waits', one.source, { otherSheet, otherRow })
      registry.drop(one)
    }
    return [...waiting.keys()]
  })
}

/** Of a space beside a room, whether he is left out at the room too, where it is said: rooms come before spaces. */
function isSaidOfRoom({ personKey, besideRoom }: OccupancyDraft, registry: RegistryBuilder): boolean {
  return besideRoom !== undefined && droppedAt(besideRoom, { personKey }, registry) !== undefined
}

/** Somebody as an owner of a room, where he was left out. */
function droppedAt(
  room: string,
  { personKey }: Pick<OccupancyDraft, 'personKey'>,
  registry: RegistryBuilder,
): OccupancyDraft | undefined {
  const own = registry.ownersOf('room', room).filter((one) => one.personKey === personKey)
  return own.find((one) => registry.isDropped(one))
}

/** Leaves out co-owners without a first day who may have come with one who does not come in. @param away owners who do not */
function leaveOutHousehold(
  here: readonly OccupancyDraft[],
  away: readonly LeftOut[],
  isOnRecord: (one: OccupancyDraft) => boolean,
  registry: RegistryBuilder,
  problems: Problems,
): void {
  const holders = here.filter(({ role }) => isTitle(role))
  for (const one of here) {
    if (!isCoOwner(one.role) || one.fromOn !== null || isOnRecord(one)) continue
    const own = holders.filter(isHouseholdOf(one))
    if (!mayHaveCome(one, { own, holders, away })) continue
    problems.add('household_incomplete', one.source)
    registry.drop(one)
  }
}

/** A household comes together: its co-owners without a first day with the owner, or after whoever had the title before. */
function bringHousehold(here: readonly OccupancyDraft[]): void {
  const holders = here.filter(({ role }) => isTitle(role))
  for (const one of here.filter(({ role }) => isCoOwner(role))) {
    if (one.fromOn !== null) continue
    const isOwn = isHouseholdOf(one)
    const own = holders.filter((holder) => isOwn(holder) && overlap(holder, one))
    goWith(one, own)
    comeWith(one, own.length > 0 ? own : holders)
    comeAfter(
      one,
      holders.filter((holder) => !isOwn(holder)),
    )
  }
}

/** Whether he is told with an owner, in a row or by number. */
function isHouseholdOf(one: OccupancyDraft): (holder: OccupancyDraft) => boolean {
  return (holder) => holder.personKey === one.householdOf || rowKey(holder.source) === rowKey(one.source)
}

/** Who is told no days left with his own owner, once the owner has. */
function goWith(one: OccupancyDraft, own: readonly OccupancyDraft[]): void {
  if (one.toOn !== null || own.length === 0 || own.some(({ toOn }) => toOn === null)) return
  const last = own
    .map(({ toOn }) => toOn!)
    .toSorted()
    .at(-1)
  Object.assign(one, { toOn: last, toCalculated: true })
}

function comeWith(one: OccupancyDraft, holders: readonly OccupancyDraft[]): void {
  const told = holders.filter(({ fromAssumed }) => !fromAssumed)
  const first = dayOfOwner(one, told)
  if (first !== null) Object.assign(one, { fromOn: first, fromAssumed: true, fromOfOwner: true })
}

/** Whether they own together with one who has the title. */
export function isCoOwner(role: OccupancyRole): boolean {
  return ownership(role) === 'owns' && !isTitle(role)
}

function comeAfter(one: OccupancyDraft, others: readonly OccupancyDraft[]): void {
  const first = dayAfterOthers(one, others)
  if (first !== null) Object.assign(one, { fromOn: first, fromAssumed: true })
}

function refuseChange(
  one: OccupancyDraft,
  { source: { sheet: otherSheet, row: otherRow } }: OccupancyDraft,
  days: { fromOn: string; toOn: string },
  registry: RegistryBuilder,
  problems: Problems,
): void {
  problems.add('change_unclear', one.source, { otherSheet, otherRow, ...days })
  registry.drop(one)
}

/** Who owns together with one who came then, and what else they own by the same row, came with him. */
function bringAlong(ownerships: readonly OccupancyDraft[]): void {
  for (const ofRow of Map.groupBy(ownerships, ({ source }) => rowKey(source)).values()) {
    // The day of an owner is that of one place.
    const first = ofRow.find(({ fromAssumed, fromOfOwner }) => fromAssumed && !fromOfOwner)?.fromOn
    for (const one of ofRow)
      if (first && one.fromOn === null && first <= (one.toOn ?? first))
        Object.assign(one, { fromOn: first, fromAssumed: true })
  }
}

/** The first owner of a time is the owner, who joins him a co-owner. */
function shareTitle(holders: readonly OccupancyDraft[]): void {
  holders.forEach((one, at) => {
    const before = holders.slice(0, at)
    // Who has become a co-owner himself makes nobody one.
    if (one.role === 'owner' && before.some((other) => isTitle(other.role) && overlap(other, one)))
      Object.assign(one, { role: 'co_owner', sharesTitle: true })
  })
}

/** Owner and co-owner are one thing when the same person stands in two rows. */
export function ownership(role: OccupancyRole): string {
  return (owningRoles as readonly OccupancyRole[]).includes(role) ? 'owns' : role
}
