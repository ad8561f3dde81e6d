import { may, type Permission } from '@heju/core/permissions'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, useEffect, useState, type ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { api, ApiError, call } from './api.ts'
import { leaveFor } from '../parts/entered.ts'
import { Failure, Loading } from '../parts/states.tsx'
import { hearTabs } from './other-tabs.ts'

const ask = () => call(api.session.$get())
/** Who is signed in, at which company, and what they may do. */
export type Session = Awaited<ReturnType<typeof ask>>

const SessionContext = createContext<Session | undefined>(undefined)

/**
 * Shows its children to who is signed in. Who comes without a sign-in is sent to sign in and comes back afterwards; for
 * whom it ends while a page is open, `SignInAgain` asks over it.
 */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useQuery({ queryKey: ['session'], queryFn: ask, staleTime: 5 * 60_000 })
  const { pathname, search } = useLocation()
  if (session.isPending) return <Loading />
  if (session.data !== undefined) return <Belonging session={session.data}>{children}</Belonging>
  if (session.error instanceof ApiError && session.error.status === 401) {
    return <Navigate to={`/console/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  }
  return <Failure error={session.error} retry={() => void session.refetch()} />
}

/** A page belongs to whoever opened it: when somebody else is signed in, perhaps in another tab, it begins anew. */
function Belonging({ session, children }: { session: Session; children: ReactNode }) {
  const queries = useQueryClient()
  const [opener] = useState(session.staff.id)
  const isAnother = session.staff.id !== opener
  useEffect(() => {
    if (isAnother) leaveFor('/console')
  }, [isAnother])
  useEffect(
    () =>
      hearTabs((news) => {
        if (news === 'out') leaveFor('/console/sign-in')
        else void queries.invalidateQueries({ queryKey: ['session'] })
      }),
    [queries],
  )
  if (isAnother) return <Loading />
  return <SessionContext value={session}>{children}</SessionContext>
}

export function useSession(): Session {
  const session = use(SessionContext)
  if (session === undefined) throw new Error('used outside of SignedIn')
  return session
}

/** Whether whoever is signed in holds a permission in at least one project. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useSession()
  return (permission) => permissions.includes(permission)
}

/** Whether whoever is signed in holds a permission in one project: what is done with a thing is asked where the thing is. */
export function useMayIn(projectId: string): (permission: Permission) => boolean {
  const { staff } = useSession()
  return (permission) => may(staff.assignments, permission, projectId)
}

/** Forgets everything that was fetched: another person may sign in on this computer. */
export function useForget(): () => void {
  const queries = useQueryClient()
  return () => queries.clear()
}
