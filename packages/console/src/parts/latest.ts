/** A thing that a form changes, and how often it was changed. What there is one of has no id. */
export interface Revised {
  id?: string
  revision: number
}

/**
 * The newest of what was fetched of a thing: as it was opened, until some answer has it later.
 * @param answers of any queries
 * @param idOf by what it is known there
 */
export function latestOf<T extends Revised>(
  answers: readonly unknown[],
  opened: T,
  idOf: (thing: T) => string | undefined = ({ id }) => id,
): T {
  const things = answers.flatMap((answer) => thingsIn(answer)) as T[]
  const found = things.filter((each) => idOf(each) === idOf(opened))
  return found.reduce((latest, each) => (each.revision > latest.revision ? each : latest), opened)
}

/** Things in an answer: a thing itself, and those of its lists, as of the pages of a long one. */
function thingsIn(answer: unknown): Revised[] {
  if (typeof answer !== 'object' || answer === null) return []
  const lists = Array.isArray(answer) ? answer : Object.values(answer).filter((value) => Array.isArray(value))
  return [...('revision' in answer ? [answer as Revised] : []), ...lists.flatMap((each) => thingsIn(each))]
}
