import type { Merchant } from './api.ts'

/** For what a merchant is: a project's id, or else its legal entity's, for all projects of it without one of their own. */
export function scopeOf({ projectId, entityId }: Pick<Merchant, 'projectId' | 'entityId'>): string {
  return projectId ?? entityId
}
