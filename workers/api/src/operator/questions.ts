import { parse } from '@heju/core'
import type { CompanyFilter } from '@heju/core/platform/tenancy'
import { companyStates } from '@heju/db/platform-tables'
import * as v from 'valibot'
import type { HttpContext } from '../http/env.ts'

/** A whole number in an address; a form in which none was given sends nothing between its signs. */
const wholeNumber = v.pipe(v.string(), v.regex(/^\d{1,15}$/, 'field.integer'), v.transform(Number))
const pieceOfText = v.pipe(v.string(), v.maxLength(100))

const companiesQuerySchema = v.object({
  // A state that there is not (any more) filters nothing.
  state: v.fallback(v.optional(v.picklist(companyStates)), undefined),
  schema: v.fallback(v.optional(v.picklist(['behind', 'failing'])), undefined),
  search: v.optional(pieceOfText),
  after: v.optional(pieceOfText),
  upgrading: v.optional(wholeNumber),
})
const historyQuerySchema = v.object({ before: v.optional(wholeNumber) })

/** Which companies are asked for, and how many were just sent for by “upgrade all”. @throws `request.invalid` */
export function companiesAskedFor(c: HttpContext): { filter: CompanyFilter; upgrading: number | undefined } {
  const { state, schema, search, after, upgrading } = parse(companiesQuerySchema, c.req.query())
  const filter = {
    ...(state && { state }),
    ...(schema && { schema }),
    ...(search && { search }),
    ...(after && { after }),
  }
  return { filter, upgrading }
}

/** Before which entry the history is asked for; undefined for its newest. @throws `request.invalid` */
export function historyAskedFor(c: HttpContext): number | undefined {
  return parse(historyQuerySchema, c.req.query()).before
}
