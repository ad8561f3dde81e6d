/** `previewed`: nothing is written yet; `applying`: confirmed, part after part; a discarded one is never applied. */
export const importStates = ['previewed', 'applying', 'applied', 'discarded'] as const
export type ImportState = (typeof importStates)[number]

export const importTransitions: Readonly<Record<ImportState, readonly ImportState[]>> = {
  previewed: ['applying', 'discarded'],
  applying: ['applied'],
  applied: [],
  discarded: [],
}

export const countedKinds = [
  'buildings',
  'units',
  'rooms',
  'parkingSpaces',
  'people',
  'occupancies',
  'tariffs',
  'roomTariffs',
] as const
export type CountedKind = (typeof countedKinds)[number]

/** What an import does to the things of one kind. */
export interface ImportCount {
  created: number
  changed: number
  unchanged: number
}
export type ImportCounts = Record<CountedKind, ImportCount>

/** Rows of one part: large enough that round trips are few, small enough for one statement. */
export const rowsOfPart = 1000
