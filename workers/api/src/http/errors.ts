import { HejuError, internalError, type ErrorKind } from '@heju/kernel'
import { databaseUnavailable } from '@heju/db'
import { DrizzleQueryError } from 'drizzle-orm/errors'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const statuses: Record<ErrorKind, ContentfulStatusCode> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  precondition: 409,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  suspended: 403,
  upgrading: 503,
  unavailable: 503,
  provider: 502,
  internal: 500,
}

/** HTTP status of an error. */
export function statusOf(error: HejuError): ContentfulStatusCode {
  return statuses[error.kind]
}

/** Whatever was thrown, as an error of the product. */
export function asHejuError(error: unknown): HejuError {
  if (error instanceof HejuError) return error
  if (error instanceof HTTPException)
    return httpErrors[error.status]?.() ?? internalError({}, { cause: error })
  const cause = error instanceof DrizzleQueryError ? error.cause : error
  // The database client throws network faults and time-outs raw.
  if (cause instanceof TypeError || (cause instanceof Error && /Timeout|Abort|Libsql/.test(cause.name))) {
    return databaseUnavailable({}, { cause })
  }
  return internalError({}, { cause })
}

/**
 * What may be logged of an error: codes and places, never SQL, parameters or personal data.
 * A DrizzleQueryError carries the parameters in its message, so messages of foreign errors are left out.
 */
export function logLine(error: HejuError, requestId: string, path: string): string {
  const cause = error.cause as { name?: string; code?: string; stack?: string } | undefined
  const frames = cause?.stack
    ?.split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 8)
  return JSON.stringify({
    level: 'error',
    code: error.code,
    requestId,
    path,
    cause: cause?.name,
    causeCode: cause?.code,
    frames,
  })
}

const httpErrors: Partial<Record<number, () => HejuError>> = {}
