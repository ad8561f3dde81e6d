/** Where a form keeps a field: `price`, or `['phones', 0]` for a place in a list. */
export type NamePath = string | readonly (string | number)[]
export interface Problem {
  name: NamePath
  words: string
}

/**
 * Problems of fields that are on the screen, to be said beside these, and the words of the others, which have to be said
 * for all of the form: antd keeps an error of a field that is not there without a word, and the form seems dead.
 */
export function sortProblems(
  problems: readonly Problem[],
  shown: readonly NamePath[],
): { beside: Problem[]; untold: string[] } {
  const keys = new Set(shown.map(keyOf))
  return {
    beside: problems.filter(({ name }) => keys.has(keyOf(name))),
    untold: [...new Set(problems.filter(({ name }) => !keys.has(keyOf(name))).map(({ words }) => words))],
  }
}

/** Where a form keeps the field of a path of the API: places in a list are numbers there, `phones.0` is `['phones', 0]`. */
export function namePathOf(path: string): (string | number)[] {
  return path.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part))
}

function keyOf(name: NamePath): string {
  return JSON.stringify(typeof name === 'string' ? [name] : name)
}
