import { Connection } from './connection.ts'
import type { Namespace } from './namespace.ts'
import { connectionClosed } from './native-memory.ts'

interface Idle {
  namespace: Namespace
  connection: Connection
}

/**
 * Keeps connections that no stream uses, because opening one costs more than most statements. The least recently used
 * is closed when there are more than `limit` of them over all namespaces.
 */
export class ConnectionPool {
  readonly #limit: number
  /** The least recently used first. */
  #idle: Idle[] = []
  #closed = false

  constructor(limit: number) {
    this.#limit = limit
  }

  take(namespace: Namespace): Connection {
    const at = this.#idle.findLastIndex((entry) => entry.namespace === namespace)
    const [entry] = at < 0 ? [] : this.#idle.splice(at, 1)
    if (entry?.connection.maxPages === namespace.maxPages) return entry.connection.upToDate()
    if (entry) close(entry.connection)
    return new Connection(namespace.path, namespace.maxPages)
  }

  /** Takes a connection back in any state. */
  give(namespace: Namespace, connection: Connection): void {
    if (!connection.isSpoilt) connection.reset()
    if (connection.isSpoilt || namespace.deleted || this.#closed) return close(connection)
    this.#idle.push({ namespace, connection })
    const [oldest] = this.#idle.length > this.#limit ? this.#idle.splice(0, 1) : []
    if (oldest) close(oldest.connection)
  }

  /** Closes what is idle of one namespace. */
  drain(namespace: Namespace): void {
    for (const entry of this.#idle) if (entry.namespace === namespace) close(entry.connection)
    this.#idle = this.#idle.filter((entry) => entry.namespace !== namespace)
  }

  close(): void {
    this.#closed = true
    for (const { connection } of this.#idle) close(connection)
    this.#idle = []
  }
}

function close(connection: Connection): void {
  connection.close()
  connectionClosed()
}
