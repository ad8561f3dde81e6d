import {
  write,
  type CompanyRow,
  type Deployment,
  type PlatformDb,
  type RequestKey,
  type Write,
} from '@heju/db'
import { newId } from '@heju/kernel'
import { companyOf } from './company.ts'
import { Ctx, notAllowed } from './context.ts'
import type { ProductKey } from './product-keys.ts'
import { platformVault, Vault } from './vault.ts'

/** Who acts on the platform: a visitor signing up, one who operates the installation, or a queue message. */
export interface PlatformActor {
  kind: 'visitor' | 'operator' | 'job'
  id: string
}

export interface PlatformContextParts {
  deployment: Deployment
  db: PlatformDb
  actor: PlatformActor
  /** Epoch milliseconds, read once at the edge. */
  now: number
  requestId: string
  /** Key-encryption key of the installation, 32 bytes in base64; opens the vaults of the platform and of companies. */
  vaultKey: string
}

/** Who, when, where, for verbs about companies as a whole. What lies within a company is for `Ctx`. */
export class PlatformCtx {
  readonly deployment: Deployment
  readonly db: PlatformDb
  readonly actor: PlatformActor
  readonly now: number
  readonly requestId: string
  readonly #vaultKey: string
  #vault: Promise<Vault> | undefined

  constructor(parts: PlatformContextParts) {
    this.deployment = parts.deployment
    this.db = parts.db
    this.actor = parts.actor
    this.now = parts.now
    this.requestId = parts.requestId
    this.#vaultKey = parts.vaultKey
  }

  /** Seals what the platform's own database keeps. */
  get vault(): Promise<Vault> {
    this.#vault ??= platformVault(this.#vaultKey)
    return this.#vault
  }

  /** @throws `access.not_allowed` unless an operator acts */
  requireOperator(): string {
    if (this.actor.kind !== 'operator') throw notAllowed({ permission: 'operator' })
    return this.actor.id
  }

  /** @throws `access.not_allowed` unless a queue message or cron tick acts */
  requireJob(): void {
    if (this.actor.kind !== 'job') throw notAllowed({ permission: 'job' })
  }

  /**
   * Carries out a verb's change of the platform register, all or nothing; the same `requestId` of the same actor gets the
   * same answer.
   */
  async write<T>(
    verb: string,
    input: { requestId: string },
    body: (write: Write) => Promise<T> | T,
  ): Promise<T> {
    return this.#record(verb, await this.#keyOf(verb, input), body)
  }

  /**
   * The same for what causes something outside the database before it writes: of a request that was carried out before
   * nothing is caused again. Costs one round trip more.
   */
  async writeAskingFirst<T>(
    verb: string,
    input: { requestId: string },
    body: (write: Write) => Promise<T> | T,
  ): Promise<T> {
    return this.#record(verb, await this.#keyOf(verb, input), body, true)
  }

  /** The same for what the product does once, whoever sets it off. */
  writeOnce<T>(key: ProductKey, body: (write: Write) => Promise<T> | T): Promise<T> {
    return this.#record(key.verb, key.recorded, body)
  }

  /** The same for what is done anew each time. */
  writeAnew<T>(verb: string, body: (write: Write) => Promise<T> | T): Promise<T> {
    return this.#record(verb, { scope: this.#scope, id: newId('req', this.now), inputMac: null }, body)
  }

  /** What tells a request of the actor apart, and whether it comes again as it was. */
  async #keyOf(verb: string, input: { requestId: string }) {
    const vault = await this.vault
    const inputMac = await vault.index('requests.input', JSON.stringify([verb, input]))
    return { scope: this.#scope, id: input.requestId, inputMac }
  }

  /** Keys count within it: nobody can take one that somebody else will name. */
  get #scope(): string {
    return `${this.actor.kind} ${this.actor.id}`
  }

  async #record<T>(
    verb: string,
    key: RequestKey,
    body: (write: Write) => Promise<T> | T,
    asksFirst = false,
  ): Promise<T> {
    const { actor, now } = this
    const written = await write(this.db, { verb, key, actor, now, asksFirst }, body)
    return written.answer
  }

  /** A job's context within one company, for what is set up there. @throws unless the company has a database */
  async within(row: CompanyRow): Promise<Ctx> {
    this.requireJob()
    const { actor, now, requestId } = this
    const db = await this.deployment.tenant(row, this.db.trips)
    const vault = await Vault.open(this.#vaultKey, row.id)
    return new Ctx({
      company: companyOf(row),
      actor: { kind: 'job', id: actor.id },
      now,
      requestId,
      db,
      vault,
    })
  }
}
