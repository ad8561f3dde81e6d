import { Ctx, Vault, visitor, type Actor, type Company } from '@heju/core'
import { eventHandlers, scheduledJobs, wakeJob } from '@heju/core/platform/jobs'
import { numberRefused, type OutgoingMessage } from '@heju/core/platform/messages'
import { drainOutbox, type Ports } from '@heju/core/platform/outbox'
import { newId } from '@heju/kernel'
import type { Role } from '@heju/core/permissions'
import type { PlatformDb, TenantDb } from '@heju/db'

/** The demo company's database with the clock in one's own hand: what happens is driven by the product's verbs. */
export class Past {
  readonly company: Company
  readonly db: TenantDb
  readonly #vault: Vault
  readonly #platform: PlatformDb
  readonly #origin: string
  readonly #codes = new Map<string, string>()
  readonly #deadNumbers: ReadonlySet<string>
  #requests = 0
  /** Epoch milliseconds. */
  now: number

  constructor(parts: {
    company: Company
    db: TenantDb
    platform: PlatformDb
    vault: Vault
    origin: string
    now: number
    /** Phones that the provider refuses: what is sent to them waits for staff. */
    deadNumbers: readonly string[]
  }) {
    this.company = parts.company
    this.db = parts.db
    this.now = parts.now
    this.#deadNumbers = new Set(parts.deadNumbers)
    this.#platform = parts.platform
    this.#vault = parts.vault
    this.#origin = parts.origin
  }

  /** A member of staff at this moment. */
  as(staffId: string, role: Role): Ctx {
    return this.#ctx({ kind: 'staff', id: staffId, assignments: [{ role, projects: 'all' }] })
  }

  asOwner(ownerId: string): Ctx {
    return this.#ctx({ kind: 'owner', id: ownerId })
  }

  asVisitor(): Ctx {
    return this.#ctx(visitor)
  }

  /** The code to sign in with that was last sent to a phone. */
  codeSentTo(phone: string): string {
    return this.#codes.get(phone) ?? ''
  }

  requestId(): string {
    this.#requests += 1
    return `demo-${this.#requests.toString().padStart(8, '0')}`
  }

  id<P extends string>(prefix: P) {
    return newId(prefix, this.now)
  }

  /** Carries out what waits in the outbox at this moment. */
  async settle(): Promise<void> {
    for (let due: number | null = this.now; due !== null && due <= this.now;) {
      due = await drainOutbox(this.#ctx({ kind: 'job', id: 'outbox' }), eventHandlers, this.ports())
    }
  }

  /** Runs a scheduled job now, and what it causes. */
  async run(job: string): Promise<void> {
    const scheduled = scheduledJobs[job]
    if (scheduled === undefined) throw new Error(`No job is called ${job}`)
    await scheduled.run(this.#ctx({ kind: 'job', id: job }), this.ports(), this.now)
    await this.settle()
  }

  #ctx(actor: Actor): Ctx {
    return new Ctx({
      company: this.company,
      actor,
      now: this.now,
      requestId: 'demo',
      db: this.db,
      vault: this.#vault,
    })
  }

  /** Messages of the past are recorded as delivered and reach no phone. */
  ports(): Ports {
    return {
      channel: { name: 'outbox', send: (message) => this.#send(message) },
      smsTemplates: {},
      origin: this.#origin,
      payments: unused,
      files: unused as never,
      wake: (job, at) => wakeJob(this.#platform, this.company.id, job, at),
    }
  }

  async #send({ to, params }: OutgoingMessage) {
    if (this.#deadNumbers.has(to)) throw numberRefused({ reason: 'isv.MOBILE_NUMBER_ILLEGAL' })
    if (params.code !== undefined) this.#codes.set(to, params.code)
    return { providerMessageId: newId('past', this.now), state: 'delivered' as const }
  }
}

function unused(): never {
  throw new Error('The past uses no provider')
}
