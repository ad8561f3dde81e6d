import {
  earliestInstant,
  invalidInput,
  isId,
  latestInstant,
  oneLine,
  type ErrorParams,
  type FieldProblem,
} from '@heju/kernel'
import * as v from 'valibot'
import { isReadable, unreadableFields } from './characters.ts'

/**
 * Checks an input against its schema.
 * @throws `request.invalid` that names each field with its problem
 */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> {
  const result = v.safeParse(schema, input)
  const fields = result.success ? unreadableFields(result.output) : fieldProblems(result.issues)
  if (!result.success || fields.length > 0) throw invalidInput({}, { fields })
  return result.output
}

/** The issues of valibot as fields and codes; texts of a code may use `expected` and `received` kinds, never values. */
export function fieldProblems(issues: readonly v.BaseIssue<unknown>[]): FieldProblem[] {
  return issues.map((issue) => ({
    path: v.getDotPath(issue) ?? '',
    code: codeOf(issue),
    params: requirementOf(issue),
  }))
}

/** How long a text is, is counted in characters; a list in its entries. */
const ofLists: Readonly<Record<string, string>> = {
  max_length: 'field.max_entries',
  min_length: 'field.min_entries',
}

/** What is left out is an issue of the object that it should be in, with the path of what is missing. */
function codeOf({ message, type, input, path }: v.BaseIssue<unknown>): string {
  if (message.includes('.') && !message.includes(' ')) return message
  const last = path?.at(-1)
  if (last?.type === 'object' && last.origin === 'key') return 'field.missing'
  return (Array.isArray(input) ? ofLists[type] : undefined) ?? `field.${type}`
}

function requirementOf(issue: v.BaseIssue<unknown>): ErrorParams {
  const { requirement } = issue
  return typeof requirement === 'string' || typeof requirement === 'number' ? { requirement } : {}
}

/** An id with the given prefix, made by the client or by us. */
export const idSchema = <P extends string>(prefix: P) =>
  v.pipe(
    v.string(),
    v.check((text) => isId(prefix, text), 'field.id'),
    // Shown in the API's description, where the check itself cannot be.
    v.examples([`${prefix}_01kaqf3m7s8x2w9v4t6r0pjhzd`]),
  )

/** The client's id of a request that writes; the same id again gets the same answer. 8–64 characters. */
export const requestIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/, 'field.request_id'))

/**
 * A moment that a client names, as epoch milliseconds. The bounds are those of what can be stored, read again and written as
 * a day; the verb compares it with the clock.
 */
export const instantSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(earliestInstant, 'field.instant'),
  v.maxValue(latestInstant, 'field.instant'),
)

/**
 * How often a thing had been changed when it was shown: what sends all that is said of it sends that along (`requireAsShown`).
 */
export const revisionSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
/** The same where a verb was asked without one before there were any. */
export const givenRevisionSchema = v.optional(revisionSchema)

/**
 * An amount that a client names, in fen, at least one. Far above whatever is owed, and so low that as many as one request
 * may name can be added up exactly.
 */
export const amountSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10 ** 13))

/** Words without what stands about them; none where there is nothing to be seen, as of marks of direction alone. */
export const seenWords = v.transform((text: string) => (oneLine(text) === '' ? '' : text.trim()))

/**
 * A name or short text that people typed, or a file's name as a disk has it: on one line, not empty, at most `longest`
 * characters. A line break would tear a list in two, and a mark that turns the direction of writing shows another ending
 * than a file has that is named by it.
 */
export const nameSchema = (longest: number) =>
  v.pipe(
    v.string(),
    v.check(isReadable, 'field.characters'),
    v.transform(oneLine),
    v.minLength(1),
    v.maxLength(longest),
  )
