import type { JWTPayload } from 'jose'
import { HttpError } from './failures.ts'
import type { StatementKind } from './statement.ts'

/** What a token may do in a namespace: read, or write, which includes reading. */
type Right = 'read' | 'write'

/** What the token of one request allows. */
export class Access {
  readonly #rightIn: (namespace: string) => Right | null

  constructor(rightIn: (namespace: string) => Right | null) {
    this.#rightIn = rightIn
  }

  mayRead(namespace: string): boolean {
    return this.#rightIn(namespace) !== null
  }

  /** @throws HttpError 403 when the statement needs more than the token gives */
  check(namespace: string, kind: StatementKind): void {
    const right = this.#rightIn(namespace)
    const writes = kind === 'write' || kind === 'schema'
    if (right === 'write' || (right === 'read' && !writes)) return
    const permission = writes ? 'Write' : 'Read'
    throw new HttpError(
      403,
      `Authorization forbidden: Current session doesn't not have ${permission} permission to namespace ${namespace}`,
    )
  }
}

/** Without keys, sqld lets everybody do everything. */
export const fullAccess = new Access(() => 'write')

/**
 * What the claims of a verified token allow. `p` names namespaces per right; without it, `id` names one and `a` the
 * right. A token that names no namespace opens every one: that is sqld's rule, so whoever issues tokens must name them.
 * @returns null when the claims have the wrong form
 */
export function accessOf(claims: JWTPayload): Access | null {
  const { p, id, a } = claims
  if (p !== undefined && p !== null) return scopedAccess(p)
  if (id !== undefined && id !== null && typeof id !== 'string') return null
  const right = rights[String(a ?? 'rw')]
  if (right === undefined) return null
  return new Access((namespace) => (typeof id === 'string' && id !== namespace ? null : right))
}

const rights: Readonly<Record<string, Right>> = { rw: 'write', ro: 'read', roa: 'read' }

/** `ddl` lets a token change schemas that are shared between databases, which there are none of here. */
function scopedAccess(claim: unknown): Access | null {
  const [rw, rwa, ro, roa, ddl] = ['rw', 'rwa', 'ro', 'roa', 'ddl'].map((scope) => namesIn(claim, scope))
  if (!rw || !rwa || !ro || !roa || !ddl) return null
  const writers = new Set([...rw, ...rwa])
  const readers = new Set([...ro, ...roa])
  return new Access((namespace) => {
    if (writers.has(namespace)) return 'write'
    return readers.has(namespace) ? 'read' : null
  })
}

function namesIn(claim: unknown, scope: string): string[] | null {
  if (typeof claim !== 'object' || claim === null) return null
  const scopes: unknown = Reflect.get(claim, scope)
  if (scopes === undefined || scopes === null) return []
  if (typeof scopes !== 'object') return null
  const names: unknown = Reflect.get(scopes, 'ns')
  if (names === undefined || names === null) return []
  return Array.isArray(names) && names.every((name) => typeof name === 'string') ? names : null
}
