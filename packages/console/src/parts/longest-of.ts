import type * as v from 'valibot'

/** What of a schema is looked at: what it wraps, and what its value goes through. */
interface Looked {
  type: string
  wrapped?: Looked
  pipe?: readonly { type: string; requirement?: unknown }[]
}

/**
 * The most characters that a field of a verb takes, read off the verb's own schema, as an input of it has them.
 * @throws where the schema has no bound: then a text without an end would be typed and refused
 */
export function longestOf(field: v.GenericSchema): { maxLength: number } {
  const most = boundOf(field as unknown as Looked)
  if (most === undefined) throw new Error('The schema of this field has no bound of its length.')
  return { maxLength: most }
}

function boundOf({ wrapped, pipe = [] }: Looked): number | undefined {
  const bounds = pipe.flatMap(({ type, requirement }) =>
    type === 'max_length' ? [requirement as number] : [],
  )
  if (bounds.length > 0) return Math.min(...bounds)
  const inner = wrapped ?? (pipe[0] as Looked | undefined)
  return inner === undefined ? undefined : boundOf(inner)
}
