import { payerLine, payingRoles, type LineStretch, type Occupant } from '../../fees/billing/index.ts'
import type { Existing } from './existing.ts'
import type { ToldOccupancy } from './plan-occupancies.ts'
import { placeKeys } from './plan-people.ts'

/** A place at which an import changes who pays, by the ids of people. */
export interface PayersOfPlace {
  /** `kind|key` */
  place: string
  told: readonly ToldOccupancy[]
  before: LineStretch[]
  after: LineStretch[]
  /** Who could owe as well, as co-owners do, and is billed on no day. */
  unbilled: string[]
  /** First and last days of those who will be there, and of agreements: any other day of the lines is calculated. */
  ends: { first: ReadonlySet<string>; last: ReadonlySet<string> }
}

type Here = Omit<Occupant, 'fromOn' | 'toOn'> & { id: string; fromOn: string | null; toOn: string | null }

/**
 * Works out who pays at each place before and after an import, by the rule by which bills are made, out of the rows that
 * would be written and those on record; also where it stays the same, of places that are to be in sight.
 */
export function payersAfter(
  existing: Existing,
  told: readonly ToldOccupancy[],
  inSight: ReadonlySet<string>,
): PayersOfPlace[] {
  const keys = placeKeys(existing)
  const onRecord = Map.groupBy(existing.occupancies, (one) =>
    keys.get(one.roomId ?? one.parkingSpaceId ?? ''),
  )
  const agreed = Map.groupBy(existing.agreements, ({ targetId }) => keys.get(targetId))
  return [...Map.groupBy(told, ({ place }) => place)].flatMap(([place, here]) => {
    if (here.every(({ row }) => row === null)) return []
    const { kind } = here[0]!.draft.place
    const agreements = (agreed.get(place) ?? []) as unknown as Parameters<typeof payerLine>[2]
    const lineOf = (occupants: readonly Here[]) =>
      payerLine(kind, occupants as readonly Occupant[], agreements)
    const is = onRecord.get(place) ?? []
    const will = asWritten(is, here)
    const [before, after] = [lineOf(is), lineOf(will)]
    if (isSame({ before, after }) && !inSight.has(place)) return []
    const billed = new Set(after.flatMap(({ personId, liablePersonId }) => [personId, liablePersonId]))
    const owing = will.filter(({ role }) => (payingRoles[kind] as readonly string[]).includes(role))
    const ids = new Set(owing.map(({ personId }) => personId))
    const unbilled = [...ids].filter((id) => !billed.has(id))
    return [{ place, told: here, before, after, unbilled, ends: endsOf([...will, ...agreements]) }]
  })
}

/** Who will be there: those on record, with the days that are completed, and who is new. */
function asWritten(is: readonly Here[], told: readonly ToldOccupancy[]): Here[] {
  const rows = new Map(told.flatMap(({ row }) => (row ? [[row.id, row] as const] : [])))
  const ids = new Set(is.map(({ id }) => id))
  const completed = is.map((one) => ({ ...one, fromOn: one.fromOn ?? rows.get(one.id)?.fromOn ?? null }))
  return [...completed, ...[...rows.values()].filter(({ id }) => !ids.has(id))]
}

function endsOf(stretches: readonly { fromOn: string | null; toOn: string | null }[]): PayersOfPlace['ends'] {
  return {
    first: new Set(stretches.flatMap(({ fromOn }) => fromOn ?? [])),
    last: new Set(stretches.flatMap(({ toOn }) => toOn ?? [])),
  }
}

/** Whether an import leaves it as it is who pays. */
export function isSame({ before, after }: Pick<PayersOfPlace, 'before' | 'after'>): boolean {
  return JSON.stringify(before) === JSON.stringify(after)
}

/** One payer owes for all time, and nobody is displaced or stands beside: there is nothing to look at. */
export function isThroughout({ before, after, unbilled }: PayersOfPlace): boolean {
  const [only, ...more] = after
  const { personId } = only!
  return (
    more.length === 0 &&
    personId !== null &&
    unbilled.length === 0 &&
    before.every((one) => one.personId === null || one.personId === personId)
  )
}
