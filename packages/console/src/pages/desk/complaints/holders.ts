import type { Permission } from '@heju/core/permissions'
import { useQuery } from '@tanstack/react-query'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { areasOfRoom } from '../../estate/areas/api.ts'
import { complaints as texts } from './texts.ts'
import { useMayIn, useSession } from '../../../app/session.tsx'

type Asked = Parameters<typeof api.staff.$get>[0]['query']
const readPage = (asked: Asked, after: string | undefined) =>
  call(api.staff.$get({ query: { ...asked, state: 'active', limit: '200', ...(after && { after }) } }))
type Colleague = Awaited<ReturnType<typeof readPage>>['items'][number]

/** All of them: who is not among the first two hundred by name may be the one. */
async function readColleagues(asked: Asked): Promise<Colleague[]> {
  const all: Colleague[] = []
  let after: string | undefined
  do {
    const page = await readPage(asked, after)
    all.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined)
  return all
}

/** Colleagues at work who may do something in a project, for who may read them. */
export function useColleaguesWho(permission: Permission, projectId: string): { id: string; name: string }[] {
  return useRead(projectId, { permission, projectId }) ?? []
}

/** Colleagues at work, for who may read them; for others nobody but themselves. */
export function useColleagues(projectId: string): { id: string; name: string }[] {
  return useRead(projectId, {}) ?? []
}

interface Holder {
  id: string
  name: string
  /** The area of the room that they are responsible for. */
  steward?: string
}

/**
 * Who may hold a complaint of a project: those who handle complaints there, and whoever is signed in; the steward of its room
 * first. Who may not give it away has only themselves to choose.
 */
export function useHolders(projectId: string, roomId: string | null = null): Holder[] {
  const { staff } = useSession()
  const mayGive = useMayIn(projectId)('complaints.assign')
  const colleagues = useRead(projectId, { permission: 'complaints.handle', projectId })
  const area = useQuery({
    queryKey: ['areas', 'of', roomId],
    queryFn: () => areasOfRoom(roomId ?? ''),
    enabled: roomId !== null,
  }).data?.areas.find(({ kind }) => kind === 'steward')
  const others = (mayGive ? (colleagues ?? []) : []).filter(({ id }) => id !== staff.id)
  const all = [{ id: staff.id, name: staff.name }, ...others.map(({ id, name }) => ({ id, name }))]
  const isSteward = ({ id }: Holder) => id === area?.stewardId
  const marked = all.filter(isSteward).map((holder) => ({ ...holder, steward: area?.name ?? '' }))
  return [...marked, ...all.filter((holder) => !isSteward(holder))]
}

/** A holder as an option of a select. */
export function useHolderOption(): (holder: Holder) => { value: string; label: string } {
  const t = useTexts(texts)
  return ({ id, name, steward }) => ({
    value: id,
    label: steward === undefined ? name : t('handler.steward', { name, area: steward }),
  })
}

function useRead(projectId: string, asked: Asked) {
  const enabled = useMayIn(projectId)('staff.read')
  return useQuery({
    queryKey: ['staff', 'at work', asked],
    queryFn: () => readColleagues(asked),
    staleTime: 5 * 60_000,
    enabled,
  }).data
}
