/** The closed list of ways in which something can be refused or fail. HTTP statuses and queue decisions are maps over it. */
export const errorKinds = [
  'invalid', // the input is malformed: say which field and why
  'unauthenticated', // nobody is signed in, or the token is no longer good
  'forbidden', // signed in, but may not do this
  'not_found', // does not exist, or not for this actor
  'wrong_method', // the address exists, but is not asked in this way
  'conflict', // exists already, or was changed by someone else meanwhile
  'precondition', // well formed, but the state of things does not allow it
  'too_large', // body, file or batch over its limit
  'unsupported', // a media type or file that we do not read
  'rate_limited', // too often: `params.retryAfterSeconds` says when to come back
  'suspended', // the company may read but not write
  'upgrading', // the company's database is behind the code
  'unavailable', // a database or provider does not answer: trying again may help
  'provider', // a provider answered with a refusal or something that cannot be trusted
  'internal', // our fault
] as const
export type ErrorKind = (typeof errorKinds)[number]

/** Values that fill the placeholders of an error's text. Never personal data: they reach logs and answers. */
export type ErrorParams = Readonly<Record<string, string | number | boolean | null>>

/** One problem of one field of an input; `path` is dotted (`rooms.3.area`). */
export interface FieldProblem {
  path: string
  code: string
  params?: ErrorParams
}

/** The one error class of the product. Its text for people is looked up by `code` in @heju/i18n. */
export class HejuError extends Error {
  readonly code: string
  readonly kind: ErrorKind
  readonly params: ErrorParams
  readonly fields: readonly FieldProblem[]

  constructor(
    code: string,
    kind: ErrorKind,
    params: ErrorParams,
    options: { cause?: unknown; fields?: readonly FieldProblem[] } = {},
  ) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'HejuError'
    this.code = code
    this.kind = kind
    this.params = params
    this.fields = options.fields ?? []
  }
}

/** Makes one error; call it to get an instance to throw. */
export interface ErrorDefinition {
  (params?: ErrorParams, options?: { cause?: unknown; fields?: readonly FieldProblem[] }): HejuError
  readonly code: string
  readonly kind: ErrorKind
  /** Whether `error` is an instance made by this definition. */
  is(error: unknown): error is HejuError
}

const defined = new Map<string, ErrorDefinition>()

/**
 * Declares an error of the product.
 * @param code stable, `<capability>.<cause>` in snake case; it is API and the key of its text
 */
export function defineError(code: string, kind: ErrorKind): ErrorDefinition {
  const make = (
    params: ErrorParams = {},
    options: { cause?: unknown; fields?: readonly FieldProblem[] } = {},
  ) => new HejuError(code, kind, params, options)
  const definition = Object.assign(make, {
    code,
    kind,
    is: (error: unknown): error is HejuError => error instanceof HejuError && error.code === code,
  })
  defined.set(code, definition)
  return definition
}

/** Every error declared by the modules loaded so far; the i18n test holds each to a text. */
export function definedErrors(): readonly ErrorDefinition[] {
  return [...defined.values()]
}

export const invalidInput = defineError('request.invalid', 'invalid')
export const internalError = defineError('request.internal', 'internal')
