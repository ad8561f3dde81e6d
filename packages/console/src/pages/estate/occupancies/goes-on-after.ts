/** An agreement by which somebody pays for a place, as far as its days go. */
interface Agreed {
  personId: string
  fromOn: string
  toOn: string | null
}

/**
 * The agreement by which somebody pays after a day that was put down as their last one and was not, as it stands once that is
 * corrected: a last day ends it, and one that was wrong lets it go on. Of several the first.
 */
export function goesOnAfter<T extends Agreed>(
  agreements: readonly T[],
  { personId, lastDay }: { personId: string; lastDay: string },
): T | undefined {
  const after = agreements.filter(
    (each) => each.personId === personId && (each.toOn ?? '9999-12-31') > lastDay,
  )
  return after.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1))[0]
}
