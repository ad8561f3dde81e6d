import * as v from 'valibot'
import { idSchema } from '../../input.ts'

/**
 * What an assignment may be for: the company, a unit of its tree with all projects that stand under it on the day, or
 * projects one by one. A kind that is added has its place here, and in what `reaches` and `resolvedScope` say of it.
 */
export const scopeKinds = ['company', 'unit', 'project'] as const
export type ScopeKind = (typeof scopeKinds)[number]

const projectIdsSchema = v.pipe(v.array(idSchema('proj')), v.minLength(1), v.maxLength(300))

export const scopeSchema = v.variant('kind', [
  v.object({ kind: v.literal('company') }),
  v.object({ kind: v.literal('unit'), unitId: idSchema('unit') }),
  v.object({ kind: v.literal('projects'), projectIds: projectIdsSchema }),
])
export type Scope = v.InferOutput<typeof scopeSchema>

/** As programs name projects that know no units: a scope as well. */
export const projectsScopeSchema = v.union([v.literal('all'), projectIdsSchema])

/** A role in a scope. */
export interface ScopedRole {
  role: string
  scope: Scope
}

/** A role as it is asked for. */
export type AskedRole = { role: string; scope: Scope } | { role: string; projects: 'all' | readonly string[] }

export function scopedRole(asked: AskedRole): ScopedRole {
  const { role } = asked
  if ('scope' in asked) return { role, scope: asked.scope }
  if (asked.projects === 'all') return { role, scope: { kind: 'company' } }
  return { role, scope: { kind: 'projects', projectIds: [...asked.projects] } }
}

/** One row of what somebody holds, and for a unit the projects under it today. */
export type HeldRow = [role: string, scopeKind: ScopeKind, scopeId: string, under?: string[] | null]

/** The rows by which an assignment is kept. */
export function rowsOfScope(scope: Scope): { scopeKind: ScopeKind; scopeId: string }[] {
  switch (scope.kind) {
    case 'company':
      return [{ scopeKind: 'company', scopeId: '' }]
    case 'unit':
      return [{ scopeKind: 'unit', scopeId: scope.unitId }]
    case 'projects':
      return [...new Set(scope.projectIds)].map((scopeId) => ({ scopeKind: 'project', scopeId }))
  }
}

/** What rows say: each role for the company, once for each unit, and once for all projects that are named. */
export function scopedRolesOf(rows: readonly HeldRow[]): ScopedRole[] {
  return [...Map.groupBy(rows, ([role]) => role)].flatMap(([role, held]): ScopedRole[] => {
    if (held.some(([, kind]) => kind === 'company')) return [{ role, scope: { kind: 'company' as const } }]
    const ids = (of: ScopeKind) => held.flatMap(([, kind, id]) => (kind === of ? [id] : []))
    const projectIds = ids('project')
    return [
      ...ids('unit').map((unitId) => ({ role, scope: { kind: 'unit' as const, unitId } })),
      ...(projectIds.length > 0 ? [{ role, scope: { kind: 'projects' as const, projectIds } }] : []),
    ]
  })
}

/** The projects that a row reaches today. */
export function resolvedScope([, kind, id, under]: HeldRow): 'all' | string[] {
  switch (kind) {
    case 'company':
      return 'all'
    case 'unit':
      return under ?? []
    case 'project':
      return [id]
  }
}
