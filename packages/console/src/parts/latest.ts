/** A thing that a form changes, and how often it was changed. */
export interface Revised {
  id: string
  revision: number
}

/** The newest of what was fetched of a thing: as it was opened, until some answer has it later. @param answers of any queries */
export function latestOf<T extends Revised>(answers: readonly unknown[], opened: T): T {
  const found = answers.flatMap((answer) => thingsIn(answer)).filter(({ id }) => id === opened.id) as T[]
  return found.reduce((latest, each) => (each.revision > latest.revision ? each : latest), opened)
}

/** Things in an answer: a thing itself, or those of its lists, as of the pages of a long one. */
function thingsIn(answer: unknown): Revised[] {
  if (typeof answer !== 'object' || answer === null) return []
  if ('id' in answer && 'revision' in answer) return [answer as Revised]
  const lists = Array.isArray(answer) ? answer : Object.values(answer).filter((value) => Array.isArray(value))
  return lists.flatMap((each) => thingsIn(each))
}
