import { addDays, civilDateOf, periodAt } from '@heju/kernel'
import type { PeopledCompany } from '../setup/two-companies.ts'
import type { Route } from './routes.ts'

/** What the description of the API says of a value; the parts of JSON Schema that it uses. */
interface Schema {
  type?: string
  const?: unknown
  enum?: readonly unknown[]
  examples?: readonly unknown[]
  default?: unknown
  anyOf?: readonly Schema[]
  oneOf?: readonly Schema[]
  properties?: Readonly<Record<string, Schema>>
  required?: readonly string[]
  items?: Schema
  minItems?: number
  minLength?: number
  minimum?: number
  format?: string
}
interface Operation {
  requestBody?: { content?: Record<string, { schema?: Schema }> }
  parameters?: readonly { name: string; in: string; required?: boolean; schema?: Schema }[]
}
export interface ApiDescription {
  paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
}

const today = () => civilDateOf(Date.now())
const newArea = () => ({ fromOn: today(), places: [], standInId: null })

/** Bodies that a schema does not tell enough about, by route: merged over what the schema gives. */
const bodies: Readonly<Record<string, (things: PeopledCompany['things']) => object>> = {
  'POST /api/v1/staff': () => ({ phone: '13700001234' }),
  'POST /api/v1/session/password': () => ({ newPassword: '一句谁也想不到的话' }),
  'POST /api/v1/complaints': ({ roomId }) => ({ roomId }),
  'POST /api/v1/complaints/:complaintId/flags': () => ({ emergency: true }),
  'POST /api/v1/areas': () => newArea(),
  'PUT /api/v1/areas/:areaId': () => newArea(),
  'POST /api/v1/areas/:areaId/closing': () => ({ fromOn: today() }),
  'POST /api/v1/places/common': ({ buildingId }) => ({ under: buildingId }),
  'PUT /api/v1/places/common/:commonPlaceId': ({ buildingId }) => ({ under: buildingId }),
  'POST /api/v1/organisation/units': ({ parentId }) => ({ kind: 'region', parentId }),
  'PUT /api/v1/organisation/units/:unitId': () => ({ kind: 'region' }),
  'POST /api/v1/organisation/units/:unitId/move': ({ parentId }) => ({ parentId }),
  'POST /api/v1/organisation/entities': () => ({ seriesCode: 'HN' }),
  'PUT /api/v1/organisation/entities/:entityId': () => ({ seriesCode: 'HB' }),
  'PUT /api/v1/fee-items/:feeItemId': () => ({ name: '公摊电费' }),
  // What was received today is in the other's name.
  'POST /api/v1/organisation/projects/:projectId/handover': () => ({
    fromOn: addDays(civilDateOf(Date.now()), 1),
  }),
  'PUT /api/v1/merchants': () => ({
    merchantId: '1900000109',
    appId: 'wx0123456789abcdef',
    merchantSerial: '0'.repeat(40),
  }),
}

/** The same for what is asked behind the `?`. */
const queries: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'GET /api/v1/bills/collection': { from: '2026-09', to: '2026-11' },
  'GET /api/v1/bills/collection/file': { from: '2026-09', to: '2026-11' },
}

/**
 * A request that is well formed and names things that are there, made from the API's own description: so that what
 * refuses it is a guard, not a missing field.
 */
export function sampleRequest(
  route: Route,
  description: ApiDescription,
  company: PeopledCompany,
): { path: string; init: RequestInit } {
  const operation =
    description.paths[route.path.replaceAll(/:(\w+)(\{[^}]*\})?/g, '{$1}')]?.[route.method.toLowerCase()]
  const parameters = operation?.parameters ?? []
  const query = new URLSearchParams()
  for (const { name, in: place, required, schema } of parameters)
    if (place === 'query' && required) query.set(name, String(sample(schema ?? {}, name, company)))
  for (const [name, value] of Object.entries(queries[route.name] ?? {})) query.set(name, value)
  const path = route.path
    .replaceAll(/:(\w+)(\{[^}]*\})?/g, (_, name: string) => named(name, company) ?? text({}, name))
    .replaceAll('*', 'x')
  const headers: Record<string, string> = { 'idempotency-key': crypto.randomUUID() }
  const schema = operation?.requestBody?.content?.['application/json']?.schema
  const init: RequestInit = { method: route.method, headers }
  if (schema !== undefined) {
    const body = { ...(sample(schema, '', company) as object), ...bodies[route.name]?.(company.things) }
    init.body = JSON.stringify(body)
    headers['content-type'] = 'application/json'
  }
  return { path: query.size === 0 ? path : `${path}?${query}`, init }
}

function sample(schema: Schema, name: string, company: PeopledCompany): unknown {
  const [example] = schema.examples ?? []
  if (typeof example === 'string') return thingLike(example, company) ?? example
  if (example !== undefined) return example
  if (schema.const !== undefined) return schema.const
  if (schema.enum !== undefined) return schema.enum[0]
  const [first] = schema.anyOf ?? schema.oneOf ?? []
  if (first !== undefined) return sample(first, name, company)
  switch (schema.type) {
    case 'object':
      return Object.fromEntries(
        (schema.required ?? []).map((key) => [key, sample(schema.properties?.[key] ?? {}, key, company)]),
      )
    case 'array':
      return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items ?? {}, name, company))
    case 'integer':
    case 'number':
      return schema.minimum ?? 1
    case 'boolean':
      return true
    default:
      return named(name, company) ?? text(schema, name)
  }
}

/** Texts whose form their name tells. */
function text({ format, minLength = 1 }: Schema, name: string): string {
  if (format === 'email') return 'sample@example.com'
  // What may be dated back is so by a few days at most, and the days come from the clock of whoever asks.
  if (/On$|^onDay$|^date$|^day$/.test(name)) return civilDateOf(Date.now())
  if (/period$/i.test(name)) return periodAt(Date.now())
  if (/time$/i.test(name)) return '09:00'
  if (/phone$/i.test(name)) return '13700001234'
  return 'x'.repeat(Math.max(minLength, 2))
}

/** The id of something that is there, by the name of the field: `roomId` of a room. */
function named(name: string, company: PeopledCompany): string | undefined {
  return company.things[name]
}

/** The id of something that is there, of the same kind as an example: `room_…` of a room. */
function thingLike(example: string, company: PeopledCompany): string | undefined {
  const [, prefix] = /^([a-z]+)_[0-9a-z]{26}$/.exec(example) ?? []
  return Object.values(company.things).find((id) => id.startsWith(`${prefix}_`))
}
