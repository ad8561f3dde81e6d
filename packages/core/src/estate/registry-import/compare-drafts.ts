import type { ImportCount } from './import-rules.ts'
import type { Change } from './plan-parts.ts'

/** What is to be written of one kind of thing. */
export interface Stage {
  rows: unknown[][]
  count: ImportCount
}

/** Compares drafts with what is there: what is new gets a row, what differs a row and a change. Blanks differ from nothing. */
export function compare<D, E>(
  drafts: readonly D[],
  find: (draft: D) => E | undefined,
  differences: (draft: D, known: E) => Change['fields'],
  row: (draft: D, known: E | undefined) => unknown[],
  change: (draft: D, fields: Change['fields']) => void,
): Stage {
  const stage: Stage = { rows: [], count: { created: 0, changed: 0, unchanged: 0 } }
  for (const draft of drafts) {
    const known = find(draft)
    const fields = known === undefined ? [] : differences(draft, known)
    if (known === undefined) stage.count.created += 1
    else if (fields.length > 0) {
      stage.count.changed += 1
      change(draft, fields)
    } else stage.count.unchanged += 1
    if (known === undefined || fields.length > 0) stage.rows.push(row(draft, known))
  }
  return stage
}

/** The fields in which a draft tells something else than what is known. */
export function differing<D extends object, E extends object>(
  draft: D,
  known: E,
  fields: readonly (keyof D & keyof E & string)[],
): Change['fields'] {
  return fields.flatMap((field) => {
    const [before, after] = [known[field], draft[field]] as [
      Change['fields'][number]['before'],
      Change['fields'][number]['after'],
    ]
    return after === null || after === before ? [] : [{ field, before, after }]
  })
}
