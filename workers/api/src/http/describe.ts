import { fieldProblems, listsForObjects, requestIdSchema, unreadableFields } from '@heju/core'
import { photoTypes } from '@heju/core/platform/files'
import { invalidInput } from '@heju/kernel'
import { describeRoute, resolver, validator } from 'hono-openapi'
import * as v from 'valibot'
import { errorSchema } from './answers.ts'
import { spreadsheetTypes } from './download.ts'

/** The answer of a change that has nothing to tell but that it was done. */
export const doneSchema = v.object({ done: v.literal(true) })

export type Refusal = 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 502

/** Bytes instead of JSON, of one of these media types. */
export interface Bytes {
  types: readonly string[]
}
export const anySpreadsheet: Bytes = { types: [spreadsheetTypes.xlsx, 'text/csv'] }
export const workbook: Bytes = { types: [spreadsheetTypes.xlsx] }
export const anyPhoto: Bytes = { types: photoTypes }

/**
 * Describes a route for OpenAPI: what it does, what it answers, how it may refuse. What every route has in common is
 * added to all of them in docs/openapi.ts.
 * @param takes an upload's bytes; JSON bodies are described by what checks them
 */
export function route(
  summary: string,
  answer: v.GenericSchema | Bytes,
  refusals: readonly Refusal[] = [401, 403, 422],
  takes?: Bytes,
) {
  const content = 'types' in answer ? contentOf(answer) : { 'application/json': { schema: resolver(answer) } }
  return describeRoute({
    summary,
    ...(takes !== undefined && { requestBody: { required: true, content: contentOf(takes) } }),
    responses: {
      200: { description: 'Done', content },
      ...Object.fromEntries(refusals.map((status) => [status, { $ref: refusedRef }])),
    },
  })
}

function contentOf({ types }: Bytes) {
  const schema = { type: 'string', format: 'binary' } as const
  return Object.fromEntries(types.map((type) => [type, { schema }]))
}

const refusedRef = '#/components/responses/Refused'
/** Every refusal, as the description knows it. */
export const refusedResponse = {
  description: 'Refused: see code and message',
  content: { 'application/json': { schema: resolver(errorSchema) } },
}

/** What was sent, and whether a schema takes it. */
interface Checked {
  success: boolean
  data: unknown
  error?: readonly unknown[]
}
const refuse = (result: Checked) => {
  const fields = result.success
    ? unreadableFields(result.data)
    : fieldProblems((result.error ?? []) as v.BaseIssue<unknown>[])
  if (!result.success || fields.length > 0) throw invalidInput({}, { fields })
}

/** Checks the JSON body; a verb's own schema without its `requestId`, which comes as a header. */
export const body = <S extends v.GenericSchema>(schema: S) =>
  validator('json', schema, (result: Checked) => {
    refuse(result)
    const fields = listsForObjects(result.data, v.parse(schema, result.data))
    if (fields.length > 0) throw invalidInput({}, { fields })
  })
export const query = <S extends v.GenericSchema>(schema: S) => validator('query', schema, refuse)
export const params = <S extends v.GenericSchema>(schema: S) => validator('param', schema, refuse)

/** Every route that writes takes the client's id of the request: the same id again gets the same answer. */
export const idempotent = validator('header', v.object({ 'idempotency-key': requestIdSchema }), refuse)
