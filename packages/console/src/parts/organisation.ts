import { heldOn, isOpenOn, projectsUnder } from '@heju/core/estate/organisation/shape'
import { civilDateOf, type CivilDate } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { api, call } from '../app/api.ts'
import { useSession } from '../app/session.tsx'
import { useNow } from './now.ts'

const ask = () => call(api.organisation.$get())
export type Organisation = Awaited<ReturnType<typeof ask>>
export type Unit = Organisation['units'][number]
export type Entity = Organisation['entities'][number]

/** What changes with the tree or the legal entities. */
export const organisationKeys = [['organisation'], ['merchants']] as const

/** The tree, the legal entities, and where the projects stand, with their history. */
export function useOrganisation() {
  return useQuery({ queryKey: ['organisation'], queryFn: ask, staleTime: 60_000 })
}

/** The day that it is where the company is. */
export function useToday(): CivilDate {
  const { company } = useSession()
  return civilDateOf(useNow(), company.zone)
}

/** Where a project stands today, and whose it is. */
export interface ProjectPlace {
  unit: Unit | undefined
  entity: Entity | undefined
}

/** Tells where projects stand today; nothing until it is known. */
export function useProjectPlaces(): {
  /** Whether there is more than one unit, and more than one legal entity: else nobody has to be told. */
  hasUnits: boolean
  hasEntities: boolean
  organisation: Organisation | undefined
  /** In whose name something new can begin. */
  openEntities: readonly Entity[]
  placeOf: (projectId: string) => ProjectPlace
  under: (unitId: string) => ReadonlySet<string>
} {
  const today = useToday()
  const { data: organisation } = useOrganisation()
  const { units = [], entities = [], projects = [] } = organisation ?? {}
  return {
    hasUnits: units.length > 1,
    hasEntities: entities.length > 1,
    organisation,
    openEntities: entities.filter((entity) => isOpenOn(entity, today) && entity.closedOn === null),
    placeOf: (projectId) => {
      const project = projects.find((one) => one.projectId === projectId)
      const unitId = heldOn(project?.units ?? [], today)?.unitId
      const entityId = heldOn(project?.entities ?? [], today)?.entityId
      return {
        unit: units.find(({ id }) => id === unitId),
        entity: entities.find(({ id }) => id === entityId),
      }
    },
    under: (unitId) => new Set(projectsUnder({ units, projects }, unitId, today)),
  }
}
