import { isDoor } from '../http/access.ts'

/** As much of an OpenAPI document as is completed here. */
export interface Described {
  paths: Record<string, Record<string, Operation>>
}
interface Operation {
  tags?: string[]
  security?: Record<string, string[]>[]
  parameters?: { name: string; in: string }[]
  requestBody?: { content?: Record<string, unknown> }
  responses?: Record<string, unknown>
}

const refused = { $ref: '#/components/responses/Refused' }

/** What all routes have in common, so that none has to say it: the guards before them, and where they belong. */
export function completed(document: Described): Described {
  const paths = Object.entries(document.paths).map(([path, methods]) => {
    const operations = Object.entries(methods).map(([method, operation]) => [
      method,
      completedOperation(path, method, operation),
    ])
    return [path, Object.fromEntries(operations)] as const
  })
  return { ...document, paths: Object.fromEntries(paths) as Described['paths'] }
}

function completedOperation(path: string, method: string, operation: Operation): Operation {
  const open = isDoor(method, path)
  const takesJson = operation.requestBody?.content?.['application/json'] !== undefined
  const changes = method !== 'get'
  const parameters = [...(operation.parameters ?? []), ...missingParameters(path, operation)]
  const isKeyed = parameters.some(
    (one) => one.in === 'header' && one.name.toLowerCase() === 'idempotency-key',
  )
  const common = {
    ...(!open && { 401: refused }),
    // From a page of another site, and while the company is suspended.
    ...(changes && { 403: refused }),
    // Another request under the same key, or somebody who changed the same thing at the same moment.
    ...(isKeyed && { 409: refused }),
    ...(takesJson && { 413: refused, 415: refused }),
    ...((takesJson || parameters.length > 0) && { 422: refused }),
    429: { ...refused, description: 'Too often: `Retry-After` says in how many seconds to come back' },
    503: { ...refused, description: 'The company is being upgraded, or its database does not answer' },
  }
  return {
    ...operation,
    tags: [tagOf(path)],
    security: open
      ? []
      : [{ bearer: [] }, path.startsWith('/api/v1/portal/') ? { owner: [] } : { staff: [] }],
    parameters,
    responses: { ...common, ...operation.responses },
  }
}

/** `portal`, or the first word of the address: what a client calls the capability. */
function tagOf(path: string): string {
  return path.split('/')[3] ?? 'api'
}

/** Parts of the address that a route takes as they are: a verb checks them. */
function missingParameters(path: string, { parameters = [] }: Operation) {
  const known = new Set(parameters.filter((one) => one.in === 'path').map((one) => one.name))
  return [...path.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !known.has(name))
    .map((name) => ({ name, in: 'path', required: true, schema: { type: 'string' } }))
}
