import { write, type TenantDb, type Write } from '@heju/db'
import { defineError, may, projectsWhere, type Assignment, type Permission } from '@heju/kernel'
import type { Company } from './company.ts'
import type { Vault } from './vault.ts'

export const notAllowed = defineError('access.not_allowed', 'forbidden')
export const companySuspended = defineError('company.suspended', 'suspended')

/**
 * Who acts. Staff carry their role assignments; an owner is known by the account that a verified phone opened; a
 * visitor is somebody who has not signed in yet, and is on the way to.
 */
export type Actor =
  | { kind: 'staff'; id: string; assignments: readonly Assignment[] }
  | { kind: 'owner'; id: string }
  | { kind: 'job'; id: string }
  | { kind: 'provider'; id: string }
  | { kind: 'visitor'; id: 'visitor' }

export const visitor: Actor = { kind: 'visitor', id: 'visitor' }

/** What a verb's write is allowed beyond the ordinary. Each verb that asks for it says why. */
export interface WriteAllowance {
  /** Somebody who has not signed in may cause it: signing in itself, accepting an invitation. */
  visitors?: boolean
  /** It goes on while the company is suspended: people must be able to sign in to read, and to sign out. */
  whileSuspended?: boolean
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
    return this.actor.kind === 'staff' && may(this.actor.assignments, permission, projectId)
  }

  /** @throws `access.not_allowed` */
  require(permission: Permission, projectId?: string): void {
    if (!this.may(permission, projectId)) throw notAllowed({ permission })
  }

  /** The projects in which the actor holds a permission. @throws `access.not_allowed` when there is none */
  projectsWhere(permission: Permission): 'all' | readonly string[] {
    this.require(permission)
    return this.actor.kind === 'staff' ? projectsWhere(this.actor.assignments, permission) : []
  }

  /** @throws `access.not_allowed` unless an owner acts */
  requireOwner(): string {
    if (this.actor.kind !== 'owner') throw notAllowed({ permission: 'owner' })
    return this.actor.id
  }

  /** @throws `access.not_allowed` unless a queue message or cron tick acts */
  requireJob(): void {
    if (this.actor.kind !== 'job') throw notAllowed({ permission: 'job' })
  }

  /**
   * Carries out a verb's change: `body` reads, checks and gathers statements, then all of them are written in one
   * batch, all or nothing. The same `input.requestId` again gets the same answer.
   *
   * People of a suspended company may read only; what a provider reports or a job finishes is still recorded, since
   * an owner's payment must not be lost. Who has not signed in writes nothing, except where a verb allows it.
   *
   * The ledger keeps a plain hash of `input` and the answer as it is: verbs that take or give secrets leave them out
   * of both.
   */
  async write<T>(
    verb: string,
    input: { requestId: string },
    body: (write: Write) => Promise<T> | T,
    allowance: WriteAllowance = {},
  ): Promise<T> {
    const { actor, now, company } = this
    const byPeople = actor.kind === 'staff' || actor.kind === 'owner' || actor.kind === 'visitor'
    if (actor.kind === 'visitor' && !allowance.visitors) throw notAllowed({ permission: 'visitor' })
    if (byPeople && company.state !== 'active' && !allowance.whileSuspended) {
      throw companySuspended({ state: company.state, reason: company.stateReason ?? '' })
    }
    const written = await write(
      this.db,
      { verb, requestId: input.requestId, input, actor: { kind: actor.kind, id: actor.id }, now },
      body,
    )
    this.published ||= written.published
    return written.answer
  }
}
