import type { OccupancyDraft } from './draft.ts'
import type { Problems } from './problems.ts'
import type { RegistryBuilder } from './registry-builder.ts'
import { changeOnOneDay, dayBefore, overlap } from './stretches.ts'
import { owningRoles, type OccupancyRole } from '../registry/index.ts'

/**
 * Puts in order what a workbook says of who was at a place when:
 * - one person may come back, or have a lease renewed: each stretch is an occupancy of its own;
 * - the day on which one stretch ends and the next begins belongs to the one that begins;
 * - two stretches of one person that share more days are an error: which one is right is not for us to say;
 * - whose place it is at the same time as another owner's is a co-owner; who comes after him is an owner.
 */
export function settleOccupancies(registry: RegistryBuilder, problems: Problems): void {
  for (const here of Map.groupBy(registry.occupancies, placeOf).values()) {
    for (const own of Map.groupBy(here, personOf).values()) refuseOverlaps(own, registry, problems)
    shareTitle(here.filter((one) => !registry.isDropped(one) && isTitle(one.role)))
  }
}

const placeOf = ({ place }: OccupancyDraft) => `${place.kind}|${place.key}`
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
  if (change) change.ends.toOn = dayBefore(change.begins.fromOn!)
}

/** The first owner of a time is the owner, who joins him a co-owner. */
function shareTitle(holders: readonly OccupancyDraft[]): void {
  holders.forEach((one, at) => {
    const before = holders.slice(0, at).filter((other) => other.personKey !== one.personKey)
    for (const other of before) giveDayOfChange(one, other)
    if (one.role === 'owner' && before.some((other) => isTitle(other.role) && atOnce(other, one)))
      one.role = 'co_owner'
  })
}

/** Who comes without a first day comes after the one whose last day is known. */
function atOnce(a: OccupancyDraft, b: OccupancyDraft): boolean {
  const follows = (one: OccupancyDraft, other: OccupancyDraft) =>
    one.toOn !== null && other.fromOn === null && other.toOn === null
  return overlap(a, b) && !follows(a, b) && !follows(b, a)
}

function isTitle(role: OccupancyRole): boolean {
  return role === 'owner' || role === 'developer'
}

/** Owner and co-owner are one thing when the same person stands in two rows. */
export function ownership(role: OccupancyRole): string {
  return (owningRoles as readonly OccupancyRole[]).includes(role) ? 'owns' : role
}
