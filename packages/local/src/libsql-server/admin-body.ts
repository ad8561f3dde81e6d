import type { IncomingMessage } from 'node:http'
import { parseByteSize } from './byte-size.ts'
import { HttpError } from './failures.ts'
import { readBody } from './http.ts'

type Body = Record<string, unknown>

/**
 * The JSON object that an admin request carries; sqld wants one even where all of it is optional.
 * @throws HttpError 415, 400 or 422
 */
export async function readJsonBody(request: IncomingMessage): Promise<Body> {
  if (!/^application\/([\w.-]+\+)?json\b/.test(request.headers['content-type'] ?? '')) {
    throw new HttpError(415, 'Expected request with `Content-Type: application/json`')
  }
  const body = parse(await readBody(request))
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return { ...body }
  throw unfit('expected an object')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new HttpError(400, 'Failed to parse the request body as JSON')
  }
}

export function bodyFlag(body: Body, name: string): boolean {
  const value = body[name]
  if (typeof value === 'boolean') return value
  throw unfit(`missing field \`${name}\``)
}

export function bodyText(body: Body, name: string): string | null {
  const value = body[name] ?? null
  if (value === null || typeof value === 'string') return value
  throw unfit(`${name}: expected a string`)
}

/** In bytes. */
export function bodySize(body: Body, name: string): number | null {
  const value = body[name] ?? null
  if (value === null) return null
  const bytes = parseByteSize(value)
  if (bytes === null) throw unfit(`${name}: expected a size`)
  return bytes
}

function unfit(detail: string): HttpError {
  return new HttpError(422, `Failed to deserialize the JSON body into the target type: ${detail}`)
}
