import type { Scope, ScopedRole } from '@heju/core/people/roles/shape'

/** Stands among what may be chosen for all projects, those to come included. */
export const wholeCompany = 'all'

/** A role with its scopes as one field holds them: the company, or the ids of units and projects. */
export interface ChosenRole {
  role: string
  scopes: string[]
}

/** What is chosen of each role, as it is asked for: the company covers the rest. */
export function askedRoles(chosen: readonly ChosenRole[]): ScopedRole[] {
  return chosen.flatMap(({ role, scopes }): ScopedRole[] => {
    if (scopes.includes(wholeCompany)) return [{ role, scope: { kind: 'company' as const } }]
    const projectIds = scopes.filter((id) => id.startsWith('proj_'))
    const units = scopes.filter((id) => !id.startsWith('proj_'))
    return [
      ...units.map((unitId) => ({ role, scope: { kind: 'unit' as const, unitId } })),
      ...(projectIds.length > 0 ? [{ role, scope: { kind: 'projects' as const, projectIds } }] : []),
    ]
  })
}

/** The same of what somebody holds: each role once. */
export function chosenRoles(held: readonly ScopedRole[]): ChosenRole[] {
  return [...Map.groupBy(held, ({ role }) => role)].map(([role, all]) => ({
    role,
    scopes: all.flatMap(({ scope }) => idsOf(scope)),
  }))
}

/** The scope that an id stands for by itself. */
export function scopeOf(id: string): Scope {
  if (id === wholeCompany) return { kind: 'company' }
  return id.startsWith('proj_') ? { kind: 'projects', projectIds: [id] } : { kind: 'unit', unitId: id }
}

export function idsOf(scope: Scope): string[] {
  switch (scope.kind) {
    case 'company':
      return [wholeCompany]
    case 'unit':
      return [scope.unitId]
    case 'projects':
      return [...scope.projectIds]
  }
}
