/** Days of a charge or an agreement, both included; without a last one it goes on. */
export interface Days {
  fromOn: string
  toOn: string | null
}

/** The days of a tariff: from the first day of its first price to the last one of its latest. */
export function daysOf({ beginsOn, toOn }: { beginsOn: string; toOn: string | null }): Days {
  return { fromOn: beginsOn, toOn }
}

/** Whether something has not begun yet on a day, holds on it, or is over. */
export function standingOn({ fromOn, toOn }: Days, day: string): 'coming' | 'holds' | 'over' {
  if (fromOn > day) return 'coming'
  return toOn === null || toOn >= day ? 'holds' : 'over'
}
