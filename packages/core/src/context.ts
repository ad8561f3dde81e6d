import { write, type AuditEntry, type RequestKey, type TenantDb, type Write } from '@heju/db'
import { defineError, newId, within } from '@heju/kernel'
import {
  may,
  permissionRules,
  permissions,
  projectsWhere,
  type Assignment,
  type Permission,
} from './permissions/index.ts'
import { sql, type SQL } from 'drizzle-orm'
import type { BatchItem, BatchResponse } from 'drizzle-orm/batch'
import type { Company } from './company.ts'
import type { ProductKey } from './product-keys.ts'
import { refusalOf } from './unknown-project.ts'
import type { Vault } from './vault.ts'

export const notAllowed = defineError('access.not_allowed', 'forbidden')
export const companySuspended = defineError('company.suspended', 'suspended')
export const standingLost = defineError('access.standing_lost', 'unauthenticated')

/**
 * Whether a sign-in still stands: a condition for the database. An access token is trusted for five minutes without
 * asking, which is long enough to take money out of a drawer, so whatever writes asks this in its batch.
 */
export type Standing = SQL

/**
 * Who acts. Staff carry their role assignments; an owner is known by the account that a verified phone opened; a
 * visitor is somebody who has not signed in yet, and is on the way to.
 *
 * Whoever comes with an access token has a `standing`; without one there was no sign-in that could have ended.
 */
export type Actor =
  | { kind: 'staff'; id: string; assignments: readonly Assignment[]; standing?: Standing }
  | { kind: 'owner'; id: string; standing?: Standing }
  | { kind: 'job'; id: string }
  | { kind: 'provider'; id: string }
  | { kind: 'visitor'; id: 'visitor' }

export const visitor: Actor = { kind: 'visitor', id: 'visitor' }

/** What an actor is allowed by what a verb asked of them: nothing so far, to see something, or to change something. */
type Allowed = 'nothing' | 'to see' | 'to change'

/** What a verb's write is allowed beyond the ordinary. Each verb that asks for it says why. */
export interface WriteAllowance {
  /** Somebody who has not signed in may cause it: signing in itself, accepting an invitation. */
  visitors?: boolean
  /** It goes on while the company is suspended: people must be able to sign in to read, and to sign out. */
  whileSuspended?: boolean
  /** It is about the actor's own and nothing else: their password, a sign-in, a photo in a form. No permission is asked for. */
  ofOneself?: boolean
  /** What it changes keeps its own history, or is none of the company's: the log has no entry of it. */
  unlogged?: boolean
}

export interface ContextParts {
  company: Company
  actor: Actor
  /** Epoch milliseconds, read once at the edge. */
  now: number
  /** Correlates log lines, audit entries and answers. */
  requestId: string
  db: TenantDb
  vault: Vault
}

/** Who, when, where: what every verb is given. */
export class Ctx {
  readonly company: Company
  readonly actor: Actor
  readonly now: number
  readonly requestId: string
  readonly db: TenantDb
  readonly vault: Vault
  /** Whether a write of this context left events in the outbox; the edge then wakes the queue Worker. */
  published = false
  /** By what verbs asked of the actor and the actor has. */
  #allowed: Allowed = 'nothing'
  /** In which projects it was asked what the actor may do, and granted. */
  readonly #projects = new Set<string>()

  constructor(parts: ContextParts) {
    this.company = parts.company
    this.actor = parts.actor
    this.now = parts.now
    this.requestId = parts.requestId
    this.db = parts.db
    this.vault = parts.vault
  }

  /** Whether the actor holds a permission for a project (or, without one, for any). Only staff hold permissions. */
  may(permission: Permission, projectId?: string): boolean {
    const granted = this.actor.kind === 'staff' && may(this.actor.assignments, permission, projectId)
    if (granted && this.#allowed !== 'to change')
      this.#allowed = permissionRules[permission].effect === 'changes' ? 'to change' : 'to see'
    if (granted && projectId !== undefined) this.#projects.add(projectId)
    return granted
  }

  /** @throws `access.not_allowed` */
  require(permission: Permission, projectId?: string): void {
    if (!this.may(permission, projectId)) throw notAllowed({ permission })
  }

  /**
   * Requires that the actor holds anything at all that changes something: for what is asked of whoever works here, each for
   * their own work. Who only looks has none. @throws `access.not_allowed`
   */
  requireSomeChange(): void {
    const changing = permissions.filter((one) => permissionRules[one].effect === 'changes')
    if (!changing.some((one) => this.may(one))) throw notAllowed({ permission: 'changes' })
  }

  /** The projects in which the actor holds a permission. @throws `access.not_allowed` when there is none */
  projectsWhere(permission: Permission): 'all' | readonly string[] {
    this.require(permission)
    return this.actor.kind === 'staff' ? projectsWhere(this.actor.assignments, permission) : []
  }

  /**
   * The same as far as the actor holds a permission besides: where rows are read by one and taken along by another, they
   * are those of the projects where both are held. For reading.
   * @throws `access.not_allowed` when it is held nowhere
   */
  within(permission: Permission): Ctx {
    const projects = this.projectsWhere(permission)
    if (this.actor.kind !== 'staff' || projects === 'all') return this
    const assignments = within(this.actor.assignments, projects)
    return new Ctx({ ...this, actor: { ...this.actor, assignments } })
  }

  /** @throws `access.not_allowed` unless an owner acts */
  requireOwner(): string {
    if (this.actor.kind !== 'owner') throw notAllowed({ permission: 'owner' })
    this.#allowed = 'to change'
    return this.actor.id
  }

  /** @throws `access.not_allowed` unless a queue message or cron tick acts */
  requireJob(): void {
    if (this.actor.kind !== 'job') throw notAllowed({ permission: 'job' })
  }

  /**
   * Carries out a verb's change: `body` reads, checks and gathers statements, then all of them are written in one
   * batch, all or nothing. The same `input.requestId` again, of the same actor, gets the same answer.
   *
   * People of a suspended company may read only; what a provider reports or a job finishes is still recorded, since
   * an owner's payment must not be lost. Who has not signed in writes nothing, except where a verb allows it. Whose
   * sign-in has ended, or who holds less than the access token says, gets nothing at all.
   *
   * A verb that has not asked its actor for a permission that changes something, or that writes nothing in the log, changes
   * nothing: it is a fault of the verb (D14), unless it says why in its allowance. So whoever holds only what shows changes
   * nothing by any verb. Jobs and providers come by no route and hold no permission: which of them may is for their verbs.
   *
   * The ledger keeps a keyed hash of `input` and the answer as it is: verbs that give secrets leave them out of it.
   * @param input what a client sent; keys that the product makes are for `writeOnce`
   * @throws `access.standing_lost`, `request.reused`
   */
  async write<T>(
    verb: string,
    input: { requestId: string },
    body: (write: Write) => Promise<T> | T,
    allowance: WriteAllowance = {},
  ): Promise<T> {
    const inputMac = await this.vault.index('requests.input', JSON.stringify([verb, input]))
    const key = { scope: this.#scope, id: input.requestId, inputMac }
    try {
      return await this.#record(verb, key, body, allowance)
    } catch (error) {
      throw await refusalOf(this, [...this.#projects], error)
    }
  }

  /**
   * The same for what the product does once, whoever sets it off: the key is none that a client could name, and the deed is
   * the product's. So nothing is asked of whom it happens to be.
   */
  writeOnce<T>(
    key: ProductKey,
    body: (write: Write) => Promise<T> | T,
    allowance: WriteAllowance = {},
  ): Promise<T> {
    return this.#record(key.verb, key.recorded, body, allowance, 'nothing')
  }

  /** The same for what is done anew each time: signing in, or a job whose statements see for themselves what is due. */
  writeAnew<T>(
    verb: string,
    body: (write: Write) => Promise<T> | T,
    allowance: WriteAllowance = {},
  ): Promise<T> {
    const key = { scope: this.#scope, id: newId('req', this.now), inputMac: null }
    return this.#record(verb, key, body, allowance)
  }

  /**
   * Puts on record that something is shown which is otherwise masked, or that a file leaves the company. To be called
   * before it is shown: who asks under an ended sign-in gets nothing.
   *
   * Each time is a disclosure of its own and has an entry of its own, also when a client repeats its request under the
   * same key: what is shown is read anew and kept nowhere, so there is no earlier answer to give instead.
   * @throws `access.standing_lost`
   */
  disclose(
    verb: string,
    { action, subjectId, ...more }: AuditEntry,
    allowance?: WriteAllowance,
  ): Promise<void> {
    const key = { scope: this.#scope, id: newId('req', this.now), inputMac: null }
    const body = (gathered: Write) => gathered.audit(action, subjectId, more)
    return this.#record(verb, key, body, allowance ?? {}, 'to see')
  }

  /**
   * Reads, and asks in the same round trip whether the sign-in stands: for verbs that cause something outside the
   * database before they write, or answer what a token that was stolen should not learn.
   * @throws `access.standing_lost`
   */
  async readStanding<Q extends BatchItem<'sqlite'>, R extends readonly BatchItem<'sqlite'>[]>(
    queries: readonly [Q, ...R],
  ): Promise<BatchResponse<[Q, ...R]>> {
    const standing = this.#standing
    const asked = this.db.orm
      .select({ stands: sql<number>`${standing?.holds ?? sql`1`}` })
      .from(sql`(SELECT 1)`)
    const [[judged], ...answers] = await this.db.orm.batch([asked, ...queries])
    if (standing !== undefined && judged?.stands !== 1) throw standing.otherwise
    return answers as BatchResponse<[Q, ...R]>
  }

  /** Keys count within it: nobody can take one that somebody else will name. */
  get #scope(): string {
    return `${this.actor.kind} ${this.actor.id}`
  }

  get #standing() {
    const { actor } = this
    if ((actor.kind !== 'staff' && actor.kind !== 'owner') || actor.standing === undefined) return undefined
    return { holds: actor.standing, otherwise: standingLost() }
  }

  /** What staff and owners cause is allowed to them, and stands in the log. */
  #requireAllowed(
    verb: string,
    gathered: Write,
    { ofOneself, unlogged }: WriteAllowance,
    needed: Allowed,
  ): void {
    if (needed === 'nothing' || (this.actor.kind !== 'staff' && this.actor.kind !== 'owner')) return
    const allowed = this.#allowed === needed || this.#allowed === 'to change'
    if (!allowed && !ofOneself)
      throw new Error(`${verb} has asked for nothing that lets its actor ${needed.slice('to '.length)}`)
    if (gathered.changes && gathered.audited.length === 0 && !unlogged)
      throw new Error(`${verb} changes something and leaves no entry in the log`)
  }

  async #record<T>(
    verb: string,
    key: RequestKey,
    body: (write: Write) => Promise<T> | T,
    allowance: WriteAllowance,
    needed: Allowed = 'to change',
  ): Promise<T> {
    const { actor, now, company } = this
    const checked = async (gathered: Write) => {
      const answer = await body(gathered)
      this.#requireAllowed(verb, gathered, allowance, needed)
      return answer
    }
    const byPeople = actor.kind === 'staff' || actor.kind === 'owner' || actor.kind === 'visitor'
    if (actor.kind === 'visitor' && !allowance.visitors) throw notAllowed({ permission: 'visitor' })
    if (byPeople && company.state !== 'active' && !allowance.whileSuspended) {
      throw companySuspended({ state: company.state, reason: company.stateReason ?? '' })
    }
    const written = await write(
      this.db,
      { verb, key, actor: { kind: actor.kind, id: actor.id }, now, standing: this.#standing },
      checked,
    )
    this.published ||= written.published
    return written.answer
  }
}
