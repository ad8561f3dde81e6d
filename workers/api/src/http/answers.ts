import { logLine } from '@heju/core'
import { errorText } from '@heju/core/error-texts'
import type { HejuError } from '@heju/kernel'
import * as v from 'valibot'
import { FailurePage } from '../base/failure-page.tsx'
import type { HttpContext } from './env.ts'
import { asHejuError, statusOf } from './errors.ts'

/** The one shape of every refusal and failure of the API. */
export const errorSchema = v.object({
  error: v.object({
    /** Stable, `<capability>.<cause>`. */
    code: v.string(),
    /** For people, in their language: what happened and what to do. */
    message: v.string(),
    params: v.record(v.string(), v.nullable(v.union([v.string(), v.number(), v.boolean()]))),
    fields: v.array(v.object({ path: v.string(), code: v.string(), message: v.string() })),
    requestId: v.string(),
  }),
})

/** Answers an error, as a page to somebody who went to an address and else as JSON, and logs those that are ours to mend. */
export function answerError(thrown: unknown, c: HttpContext): Response | Promise<Response> {
  const error = asHejuError(thrown)
  const status = statusOf(error)
  // An upgrade under way is nothing to mend.
  if (status >= 500 && error.kind !== 'upgrading') logFailure(error, c)
  if (error.kind === 'rate_limited') c.header('Retry-After', String(error.params.retryAfterSeconds ?? 60))
  if (error.kind === 'upgrading') c.header('Retry-After', '30')
  c.header('Vary', 'Accept')
  return isNavigation(c) ? c.html(FailurePage({ c, error }), status) : c.json(errorBody(error, c), status)
}

function isNavigation(c: HttpContext): boolean {
  const wants = c.req.header('accept') ?? ''
  return c.req.method === 'GET' && !c.req.path.startsWith('/api/') && wants.includes('text/html')
}

function errorBody(error: HejuError, c: HttpContext): v.InferOutput<typeof errorSchema> {
  const { locale, requestId } = c.var
  const message = errorText(error.code, locale, { requestId, ...error.params })
  const fields = error.fields.map(({ path, code, params }) => ({
    path,
    code,
    message: errorText(code, locale, params),
  }))
  return { error: { code: error.code, message, params: { ...error.params }, fields, requestId } }
}

export function logFailure(error: HejuError, c: HttpContext): void {
  // oxlint-disable-next-line no-console -- The Worker's log is the console; this is its one writer.
  console.error(logLine(error, c.var.requestId, c.req.routePath))
}
