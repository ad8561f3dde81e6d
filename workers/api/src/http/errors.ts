import { failureOf } from '@heju/core'
import { invalidInput, type ErrorKind, type HejuError } from '@heju/kernel'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

const statuses: Record<ErrorKind, ContentfulStatusCode> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  wrong_method: 405,
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
  // A body that is no JSON, or is none of the forms that a route reads.
  if (error instanceof HTTPException && error.status === 400) return invalidInput({}, { cause: error })
  return failureOf(error)
}
