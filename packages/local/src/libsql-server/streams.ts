import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Connection } from './connection.ts'
import type { ConnectionPlaces } from './connection-places.ts'
import { namespaceUnknown, ProtocolError, StreamExpiredError } from './failures.ts'
import type { Namespace } from './namespace.ts'
import type { Namespaces } from './namespaces.ts'
import { afterPatience } from './patience.ts'
import { Session } from './session.ts'

/** How long an expired stream is remembered, so that its client hears that it expired and not that it is unknown. */
const rememberExpiredMs = 300_000

/** One conversation of a client: its connection, its transaction, the SQL texts that it stored. */
export class Stream {
  readonly id = randomBytes(8).toString('hex')
  readonly session: Session
  readonly connection: Connection
  readonly texts = new Map<number, string>()
  /** The number that the next baton must show; it starts anywhere, so that batons cannot be guessed. */
  sequence = randomBytes(6).readUIntBE(0, 6)
  inUse = true
  closed = false
  callOffExpiry: (() => void) | null = null

  constructor(session: Session, connection: Connection) {
    this.session = session
    this.connection = connection
  }
}

/** The open streams of a server. A stream answers one request at a time, each with the baton of the answer before. */
export class Streams {
  readonly #namespaces: Namespaces
  readonly #places: ConnectionPlaces
  readonly #limits: { idleMs: number; maxResponseBytes: number }
  readonly #key = randomBytes(32)
  readonly #open = new Map<string, Stream>()
  readonly #expired = new Map<string, NodeJS.Timeout>()

  constructor(
    namespaces: Namespaces,
    places: ConnectionPlaces,
    limits: { idleMs: number; maxResponseBytes: number },
  ) {
    this.#namespaces = namespaces
    this.#places = places
    this.#limits = limits
  }

  /**
   * The stream of a baton, or a new one.
   * @throws ProtocolError for a baton that we did not give, or gave for another namespace, or that was used already
   * @throws StreamExpiredError, HttpError 429
   */
  async acquire(namespace: Namespace, baton: string | null): Promise<Stream> {
    if (baton === null) return this.#start(namespace)
    const { id, sequence } = this.#readBaton(baton)
    if (this.#expired.has(id)) throw new StreamExpiredError()
    const stream = this.#open.get(id)
    if (!stream || stream.session.namespace !== namespace)
      throw new ProtocolError('Received an invalid baton')
    if (stream.inUse || stream.sequence !== sequence) {
      throw new ProtocolError('Received a baton that has already been used')
    }
    stream.callOffExpiry?.()
    stream.inUse = true
    stream.sequence += 1
    return stream
  }

  /** Ends the request's hold on the stream; the baton for the next one, or null when the stream is closed. */
  release(stream: Stream): string | null {
    if (stream.closed) {
      this.discard(stream)
      return null
    }
    stream.inUse = false
    stream.callOffExpiry = afterPatience(this.#limits.idleMs, () => this.#expire(stream))
    return this.#writeBaton(stream)
  }

  /** Rolls back and gives the connection to whoever comes next. */
  discard(stream: Stream): void {
    stream.callOffExpiry?.()
    if (!this.#open.delete(stream.id)) return
    stream.closed = true
    stream.session.end()
    this.#namespaces.pool.give(stream.session.namespace, stream.connection)
    this.#places.giveBack()
  }

  /** Ends the streams of a namespace that is no more. */
  discardAll(namespace: Namespace): void {
    for (const stream of this.#open.values()) if (stream.session.namespace === namespace) this.discard(stream)
  }

  close(): void {
    for (const stream of this.#open.values()) this.discard(stream)
    for (const timer of this.#expired.values()) clearTimeout(timer)
    this.#expired.clear()
  }

  async #start(namespace: Namespace): Promise<Stream> {
    await this.#places.take()
    try {
      if (namespace.deleted) throw namespaceUnknown(namespace.name)
      const connection = this.#namespaces.pool.take(namespace)
      const session = new Session(namespace, connection, this.#limits.maxResponseBytes)
      const stream = new Stream(session, connection)
      this.#open.set(stream.id, stream)
      return stream
    } catch (error) {
      this.#places.giveBack()
      throw error
    }
  }

  #expire(stream: Stream): void {
    this.discard(stream)
    const forget = setTimeout(() => this.#expired.delete(stream.id), rememberExpiredMs)
    forget.unref()
    this.#expired.set(stream.id, forget)
  }

  #writeBaton(stream: Stream): string {
    const payload = `${stream.id}.${stream.sequence.toString(16)}`
    return Buffer.from(`${payload}.${this.#mac(payload).toString('hex')}`)
      .toString('base64')
      .replace(/=+$/, '')
  }

  #readBaton(baton: string): { id: string; sequence: number } {
    const [id = '', sequence = '', mac = ''] = Buffer.from(baton, 'base64').toString().split('.')
    const expected = this.#mac(`${id}.${sequence}`)
    const given = Buffer.from(mac, 'hex')
    if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
      throw new ProtocolError('Received an invalid baton')
    }
    return { id, sequence: Number.parseInt(sequence, 16) }
  }

  #mac(payload: string): Buffer {
    return createHmac('sha256', this.#key).update(payload).digest()
  }
}
