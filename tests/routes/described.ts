import { Ajv2020 } from 'ajv/dist/2020.js'
import type { Route } from '../isolation/routes.ts'
import type { ApiDescription } from '../isolation/samples.ts'

const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: false })

interface Described {
  summary?: string
  tags?: string[]
  security?: object[]
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { content?: Record<string, unknown> }
  responses?: Record<string, DescribedResponse>
}
interface DescribedResponse {
  $ref?: string
  content?: Record<string, { schema?: object }>
}

/** The schema with every object closed, so that an answer tells nothing that its description does not. */
function closedToOthers(schema: unknown): object {
  if (Array.isArray(schema)) return schema.map(closedToOthers)
  if (typeof schema !== 'object' || schema === null) return schema as never
  const inner = Object.fromEntries(
    Object.entries(schema).map(([name, value]) => [name, closedToOthers(value)]),
  )
  const isObject = 'properties' in schema && !('additionalProperties' in schema)
  return isObject ? { ...inner, additionalProperties: false } : inner
}

/** An operation of the description, by the route that it is of. */
export function operationOf(route: Route, description: ApiDescription): Described | undefined {
  const path = route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')
  return description.paths[path]?.[route.method.toLowerCase()] as Described | undefined
}

/** A response as it is described, also where the operation only names one that others share. */
function referredTo(said: DescribedResponse | undefined, description: ApiDescription) {
  const [, name = ''] = /^#\/components\/responses\/(\w+)$/.exec(said?.$ref ?? '') ?? []
  const { components } = description as { components?: { responses?: Record<string, DescribedResponse> } }
  return components?.responses?.[name] ?? said
}

/** How an answer differs from what the description says: its status, its kind of content, its body. */
export async function problemsWith(
  response: Response,
  route: Route,
  description: ApiDescription,
): Promise<string[]> {
  if (route.path.endsWith('/openapi.json')) return []
  const said = operationOf(route, description)?.responses?.[response.status]
  const answer = referredTo(said, description)
  if (answer === undefined) return [`status ${response.status} is not described`]
  const type = response.headers.get('content-type')?.split(';')[0] ?? ''
  const described = answer.content?.[type]
  if (described === undefined)
    return [`${type} is not described, but ${Object.keys(answer.content ?? {}).join()}`]
  if (type !== 'application/json' || described.schema === undefined) return []
  const check = ajv.compile(closedToOthers(described.schema))
  if (check(await response.json())) return []
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}
