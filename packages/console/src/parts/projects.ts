import { useQuery } from '@tanstack/react-query'
import { api, call } from '../app/api.ts'

const ask = () => call(api.projects.$get())
export type Project = Awaited<ReturnType<typeof ask>>['projects'][number]

const useAsked = () =>
  useQuery({ queryKey: ['projects'], queryFn: ask, staleTime: 5 * 60_000 }).data?.projects

/** The projects that whoever is signed in works in; none until they have come. */
export function useProjects(): Project[] {
  return useAsked() ?? []
}

/** Whether the company is known to have no project: nothing can be begun without one. */
export function useNoProjects(): boolean {
  return useAsked()?.length === 0
}

/** Gives the name of a project by its id: nothing until it has come, the id itself for one out of reach. */
export function useProjectNames(): (id: string) => string {
  const projects = useAsked()
  return (id) => (projects === undefined ? '' : (projects.find((project) => project.id === id)?.name ?? id))
}
