import type { Organisation, Unit } from '../../../parts/organisation.ts'
import type { Held } from './history.tsx'
import { pathOf } from '../../../parts/tree-nodes.ts'

/** Under what a unit stood, stands and will stand, by name. */
export function heldAbove(unit: Unit, { units }: Organisation): Held[] {
  return unit.parents.map(({ fromOn, parentId }) => ({ fromOn, name: pathOf(units, parentId, fromOn ?? '') }))
}

/** Under which units a project stood, stands and will stand, and whose it was, is and will be, by name. */
export function heldBy(
  project: Organisation['projects'][number],
  { units, entities }: Organisation,
): { under: Held[]; whose: Held[] } {
  return {
    under: project.units.map(({ fromOn, unitId }) => ({ fromOn, name: pathOf(units, unitId, fromOn ?? '') })),
    whose: project.entities.map(({ fromOn, entityId }) => ({
      fromOn,
      name: entities.find(({ id }) => id === entityId)?.name ?? '—',
    })),
  }
}
