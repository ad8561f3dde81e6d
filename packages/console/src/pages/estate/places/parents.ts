import { nameOfCommonPlace } from '@heju/core/estate/places/shape'
import { useQuery } from '@tanstack/react-query'
import { listParents, type ParentPlace } from './api.ts'

/** The buildings and units of a project, in their order; undefined until they are known. */
export function useParents(projectId: string): readonly ParentPlace[] | undefined {
  const parents = useQuery({
    queryKey: ['buildings', 'parents', projectId],
    queryFn: () => listParents(projectId),
  })
  return parents.data?.parents
}

/** How a building or unit is called: 3栋, 3栋-2单元. */
export function nameOfParent({ building, unit }: ParentPlace): string {
  return nameOfCommonPlace({ building, unit, floor: null, name: '' })
}

/** For how many a template makes one of what it makes for each: a building without units counts as a unit. */
export function countOfParents(parents: readonly ParentPlace[]) {
  const withUnits = new Set(parents.filter(({ unit }) => unit !== null).map(({ buildingId }) => buildingId))
  const building = parents.filter(({ unit }) => unit === null).length
  const units = parents.length - building
  return { project: 1, building, unit: units + building - withUnits.size }
}
