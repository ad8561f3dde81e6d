import { may } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { api, call } from '../../../app/api.ts'
import { useMayIn, useSession } from '../../../app/session.tsx'

const readPage = (after: string | undefined) =>
  call(api.staff.$get({ query: { state: 'active', limit: '200', ...(after && { after }) } }))
type Colleague = Awaited<ReturnType<typeof readPage>>['items'][number]

/** All of them: who is not among the first two hundred by name may be the one. */
async function readColleagues(): Promise<Colleague[]> {
  const all: Colleague[] = []
  let after: string | undefined
  do {
    const page = await readPage(after)
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined)
  return all
}

/** Colleagues at work, for who may read them; for others nobody but themselves. */
export function useColleagues(projectId: string): { id: string; name: string }[] {
  return useRead(projectId) ?? []
}

/**
 * Who may hold a complaint of a project: those who handle complaints there, and whoever is signed in. Who may not give it
 * away has only themselves to choose.
 */
export function useHolders(projectId: string): { id: string; name: string }[] {
  const { staff } = useSession()
  const mayGive = useMayIn(projectId)('complaints.assign')
  const colleagues = useRead(projectId)
  const others = (mayGive ? (colleagues ?? []) : []).filter(
    ({ id, assignments }) => id !== staff.id && may(assignments, 'complaints.handle', projectId),
  )
  return [{ id: staff.id, name: staff.name }, ...others.map(({ id, name }) => ({ id, name }))]
}

function useRead(projectId: string) {
  const enabled = useMayIn(projectId)('staff.read')
  return useQuery({
    queryKey: ['staff', 'at work'],
    queryFn: readColleagues,
    staleTime: 5 * 60_000,
    enabled,
  }).data
}
