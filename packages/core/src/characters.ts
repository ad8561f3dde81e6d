import type { FieldProblem } from '@heju/kernel'

/**
 * Control characters but tab and line breaks, and halves of characters outside the basic plane. No keyboard makes them,
 * no page shows them, and a database either refuses them or cuts the text off there.
 */
// oxlint-disable-next-line no-control-regex -- Control characters are what it looks for.
const unreadable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Surrogate}/u

/** Whether people could have meant a text as it is. */
export function isReadable(text: string): boolean {
  return !unreadable.test(text)
}

/** Objects and lists within one another: what the verbs take has some six. */
export const deepest = 32

/**
 * Where, by dotted path, an input holds text that nobody can read, as a value or as a name, or more levels than are looked
 * through.
 */
export function unreadableFields(input: unknown, path = '', depth = 0): FieldProblem[] {
  if (typeof input === 'string') return isReadable(input) ? [] : [{ path, code: 'field.characters' }]
  if (typeof input !== 'object' || input === null || ArrayBuffer.isView(input)) return []
  if (depth === deepest) return [{ path, code: 'field.too_deep' }]
  return Object.entries(input).flatMap(([name, value]) =>
    isReadable(name)
      ? unreadableFields(value, path === '' ? name : `${path}.${name}`, depth + 1)
      : [{ path, code: 'field.characters' }],
  )
}
