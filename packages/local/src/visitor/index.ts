import type { LookupFunction } from 'node:net'
import { Agent, fetch as fetchFrom, Headers, type RequestInit, type Response } from 'undici'

/** Names below `localhost` are this machine (RFC 6761), whatever the resolver of the system makes of them. */
const lookup: LookupFunction = (hostname, options, callback) => {
  const local = hostname === 'localhost' || hostname.endsWith('.localhost')
  if (!local) callback(new Error(`${hostname} is not on this machine`), '', 4)
  else if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }])
  else callback(null, '127.0.0.1', 4)
}
const agent = new Agent({ connect: { lookup } })

/** One person's browser without a screen: it keeps cookies, names its origin and does not follow redirects by itself. */
export class Visitor {
  readonly #cookies = new Map<string, string>()

  async fetch(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url)
    const headers = new Headers(init.headers)
    if (this.#cookies.size > 0)
      headers.set('cookie', [...this.#cookies].map((pair) => pair.join('=')).join('; '))
    headers.set('origin', origin)
    const response = await fetchFrom(url, { ...init, headers, redirect: 'manual', dispatcher: agent })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie)
    return response
  }

  /** Sends JSON and reads JSON. @throws with the answer's text when it is not a success */
  async json<T>(method: string, url: string, body?: unknown): Promise<T> {
    const headers = {
      'content-type': 'application/json',
      accept: 'application/json',
      'idempotency-key': crypto.randomUUID(),
    }
    const response = await this.fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`${method} ${url} answered ${response.status}: ${text.slice(0, 500)}`)
    return JSON.parse(text) as T
  }

  #keep(cookie: string): void {
    const [pair = ''] = cookie.split(';')
    const at = pair.indexOf('=')
    const [name, value] = [pair.slice(0, at), pair.slice(at + 1)]
    if (value === '') this.#cookies.delete(name)
    else this.#cookies.set(name, value)
  }
}
