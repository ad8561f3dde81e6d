/**
 * `previewed`: nothing is written yet; `applying`: confirmed, part after part; `failed`: it stopped at a part, what was
 * written before stays, and it can go on from there or be dropped; a discarded one is not applied any further.
 */
export const importStates = ['previewed', 'applying', 'applied', 'failed', 'discarded'] as const
export type ImportState = (typeof importStates)[number]

/**
 * Which state may follow which. One that is being applied and was given up, so that nothing will apply it any more, counts
 * as one that failed (`givenUp`).
 */
export const importTransitions: Readonly<Record<ImportState, readonly ImportState[]>> = {
  previewed: ['applying', 'discarded'],
  applying: ['applied', 'failed'],
  applied: [],
  failed: ['applying', 'discarded'],
  discarded: [],
}

/** The states out of which an import may come into another. */
export function statesBefore(to: ImportState): ImportState[] {
  return importStates.filter((from) => importTransitions[from].includes(to))
}

/** What is written one after the other, since later ones refer to earlier ones. */
export const applyStages = [
  'buildings',
  'units',
  'rooms',
  'spaces',
  'people',
  'occupancies',
  'tariffs',
] as const

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
type CountedKind = (typeof countedKinds)[number]

/** What an import does to the things of one kind. */
export interface ImportCount {
  created: number
  changed: number
  unchanged: number
}
export type ImportCounts = Record<CountedKind, ImportCount>

/**
 * What is asked of codes beside rooms. `alike`: whether it is another way to write a space that there is; `holder`: whether it is a new
 * one, beside the room of somebody who has spaces; `new`: beside any other.
 */
export const codeDoubts = ['alike', 'holder', 'new'] as const
export type CodeDoubt = (typeof codeDoubts)[number]

/** Rows of one part: large enough that round trips are few, small enough for one statement. */
export const rowsOfPart = 1000

/** So many new fee items one import may bring: a person says of each whether it is right, and nobody looks through more. */
export const mostNewFees = 200

/** So many answers at once: to all questions, and about each place whose people are left out. */
export const mostAnswers = 20_000

/** Places of one page of who pays from when. */
export const payersOfPage = 20
