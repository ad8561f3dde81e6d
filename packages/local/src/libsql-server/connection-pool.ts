import { Connection } from './connection.ts'
import type { Namespace } from './namespace.ts'

interface Idle {
  namespace: Namespace
  connection: Connection
  maxPages: number
}

/**
 * Keeps connections that no stream uses, because opening one costs more than most statements. The least recently used
 * is closed when there are more than `limit` of them over all namespaces.
 */
export class ConnectionPool {
  readonly #limit: number
  /** The least recently used first. */
  #idle: Idle[] = []

  constructor(limit: number) {
    this.#limit = limit
  }

  take(namespace: Namespace): Connection {
    const at = this.#idle.findLastIndex((entry) => entry.namespace === namespace)
    const [entry] = at < 0 ? [] : this.#idle.splice(at, 1)
    const maxPages = namespace.config.max_db_pages
    if (entry && entry.maxPages === maxPages) return entry.connection
    entry?.connection.close()
    return new Connection(namespace.path, maxPages)
  }

  /** Takes a connection back in any state. */
  give(namespace: Namespace, connection: Connection): void {
    connection.reset()
    this.#idle.push({ namespace, connection, maxPages: namespace.config.max_db_pages })
    if (this.#idle.length > this.#limit) this.#idle.shift()?.connection.close()
  }

  /** Closes what is idle of one namespace. */
  drain(namespace: Namespace): void {
    for (const entry of this.#idle) if (entry.namespace === namespace) entry.connection.close()
    this.#idle = this.#idle.filter((entry) => entry.namespace !== namespace)
  }

  close(): void {
    for (const entry of this.#idle) entry.connection.close()
    this.#idle = []
  }
}
