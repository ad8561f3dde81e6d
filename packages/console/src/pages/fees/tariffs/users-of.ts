/** What somebody is or was at a place, as far as it matters here. */
interface Stay {
  personId: string
  name: string
  role: string
  toOn: string | null
}

/** Somebody with whom the owner of a place can have agreed that they pay, and their last day where it is known. */
export interface User {
  personId: string
  name: string
  lastDay: string | null
}

/**
 * Those who rent or use a place and have not left, each once: also whose last day is known and still to come, as that of a
 * lease is.
 */
export function usersOf(occupants: readonly Stay[], today: string): User[] {
  const stays = occupants.filter(
    ({ role, toOn }) => (role === 'tenant' || role === 'user') && (toOn === null || toOn >= today),
  )
  return [...Map.groupBy(stays, ({ personId }) => personId).values()].map((theirs) => {
    const { personId, name } = theirs[0]!
    const known = theirs.flatMap(({ toOn }) => (toOn === null ? [] : [toOn])).toSorted()
    return { personId, name, lastDay: known.length < theirs.length ? null : known.at(-1)! }
  })
}
