import { fieldProblems, requestIdSchema } from '@heju/core'
import { invalidInput } from '@heju/kernel'
import { describeRoute, resolver, validator } from 'hono-openapi'
import * as v from 'valibot'
import { errorSchema } from './answers.ts'

/** The answer of a change that has nothing to tell but that it was done. */
export const doneSchema = v.object({ done: v.literal(true) })

type Refusal = 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429

/** Describes a route for OpenAPI: what it does, what it answers, how it may refuse. */
export function route(
  summary: string,
  answer: v.GenericSchema,
  refusals: readonly Refusal[] = [401, 403, 422],
) {
  const error = {
    description: 'Refused: see code and message',
    content: { 'application/json': { schema: resolver(errorSchema) } },
  }
  return describeRoute({
    summary,
    responses: {
      200: { description: 'Done', content: { 'application/json': { schema: resolver(answer) } } },
      ...Object.fromEntries(refusals.map((status) => [status, error])),
    },
  })
}

const refuse = (result: { success: boolean; error?: readonly unknown[] }) => {
  if (!result.success)
    throw invalidInput({}, { fields: fieldProblems((result.error ?? []) as v.BaseIssue<unknown>[]) })
}

/** Checks the JSON body; a verb's own schema without its `requestId`, which comes as a header. */
export const body = <S extends v.GenericSchema>(schema: S) => validator('json', schema, refuse)
export const query = <S extends v.GenericSchema>(schema: S) => validator('query', schema, refuse)
export const params = <S extends v.GenericSchema>(schema: S) => validator('param', schema, refuse)

/** Every route that writes takes the client's id of the request: the same id again gets the same answer. */
export const idempotent = validator('header', v.object({ 'idempotency-key': requestIdSchema }), refuse)
