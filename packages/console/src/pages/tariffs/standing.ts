/** Days of a charge or an agreement, both included; without a last one it goes on. */
export interface Days {
  fromOn: string
  toOn: string | null
}

/** Whether something has not begun yet on a day, holds on it, or is over. */
export function standingOn({ fromOn, toOn }: Days, day: string): 'coming' | 'holds' | 'over' {
  if (fromOn > day) return 'coming'
  return toOn === null || toOn >= day ? 'holds' : 'over'
}
