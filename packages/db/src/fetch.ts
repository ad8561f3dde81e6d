import { countTrip, type Trips } from './trips.ts'

/** Where a database is and how to be let in. The token names one namespace, so the connection is the tenant boundary. */
export interface DatabaseEndpoint {
  /** Base address; one with a path must end in `/`, or the last segment is dropped and another database is reached. */
  url: string
  /** sqld namespace, sent as `x-namespace-bin`; Turso databases have a host of their own and need none. */
  namespace?: string
  token?: string
  /** What the proxy before the server wants to see, so that it lets the request through. */
  headers?: Record<string, string>
}

const timeoutMs = 15_000
const readAttempts = 3
/** Longer bodies are writes in bulk; looking for a read in them would cost more than it saves. */
const longestReadBody = 64_000

/** A `fetch` that adds the namespace and a timeout, counts round trips and repeats reads that met a passing fault. */
export function databaseFetch(endpoint: DatabaseEndpoint, trips: Trips): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    for (const [name, value] of Object.entries(addedHeaders(endpoint))) request.headers.set(name, value)
    const body = await request.text()
    const attempts = isRead(body) ? readAttempts : 1
    for (let attempt = 1; ; attempt++) {
      const last = attempt === attempts
      try {
        const response = await countTrip(trips, () => send(request, body))
        if (last || !isPassing(response.status)) return response
      } catch (error) {
        if (last) throw error
      }
      await new Promise((resolve) => setTimeout(resolve, 50 * 2 ** attempt * (0.5 + Math.random())))
    }
  }
}

/**
 * How a request says which namespace of sqld it means: base64 without padding, which every version reads. The plain
 * `x-namespace` came with 0.24.33, and 0.24.32 is the last that was released with binaries.
 */
export function namespaceHeaders(namespace: string): Record<string, string> {
  const bytes = String.fromCharCode(...new TextEncoder().encode(namespace))
  return { 'x-namespace-bin': btoa(bytes).replace(/=+$/, '') }
}

function addedHeaders({ namespace, headers }: DatabaseEndpoint): Record<string, string> {
  return { ...headers, ...(namespace === undefined ? {} : namespaceHeaders(namespace)) }
}

function send(request: Request, body: string): Promise<Response> {
  return fetch(request.url, {
    method: request.method,
    headers: request.headers,
    body,
    signal: AbortSignal.timeout(timeoutMs),
  })
}

function isPassing(status: number): boolean {
  return status === 429 || status >= 500
}

/**
 * Whether a pipeline body only reads. Reads may be repeated after any fault; a write may have been carried out
 * although its answer was lost, so repeating one is left to the caller's idempotency row.
 */
function isRead(body: string): boolean {
  if (body.length > longestReadBody) return false
  const sqls = [...body.matchAll(/"sql":"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1] ?? '')
  return (
    sqls.length > 0 &&
    sqls.every((sql) => /^\s*(select|begin deferred|begin transaction readonly|commit|rollback)\b/i.test(sql))
  )
}
