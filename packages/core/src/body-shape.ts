import type { FieldProblem } from '@heju/kernel'
import { deepest, isReadable } from './characters.ts'

/**
 * What is wrong with the shape of a JSON body, whatever its route takes: it is a list, which passes for an object whose
 * fields are all optional, or holds more within one another than whatever reads it has a stack for.
 */
export function shapeProblems(body: unknown): FieldProblem[] {
  if (Array.isArray(body)) return [{ path: '', code: 'field.object' }]
  if (typeof body !== 'object' || body === null) return []
  return Object.entries(body)
    .filter(([, value]) => isDeeper(value, deepest - 1))
    .map(([name]) => ({ path: isReadable(name) ? name : '', code: 'field.too_deep' }))
}

/**
 * Lists that stand where a schema made an object of them, by dotted path: one whose fields are all optional does.
 * @param output what the schema made of `input`
 */
export function listsForObjects(input: unknown, output: unknown, path = ''): FieldProblem[] {
  if (typeof input !== 'object' || input === null || typeof output !== 'object' || output === null) return []
  if (Array.isArray(input) && !Array.isArray(output)) return [{ path, code: 'field.object' }]
  return Object.entries(output).flatMap(([name, made]) =>
    listsForObjects((input as Record<string, unknown>)[name], made, path === '' ? name : `${path}.${name}`),
  )
}

/** Whether a value holds more than so many objects and lists within one another. It looks no deeper than that. */
function isDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false
  return most === 0 || Object.values(value).some((inner) => isDeeper(inner, most - 1))
}
