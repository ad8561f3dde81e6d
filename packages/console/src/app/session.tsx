import type { Permission } from '@heju/kernel'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, use, type ReactNode } from 'react'
import { Navigate, useLocation } from 'react-router'
import { api, ApiError, call } from './api.ts'
import { Failure, Loading } from '../parts/states.tsx'

const ask = () => call(api.session.index.$get())
/** Who is signed in, at which company, and what they may do. */
export type Session = Awaited<ReturnType<typeof ask>>

const SessionContext = createContext<Session | undefined>(undefined)

/** Shows its children to who is signed in; others are sent to sign in and come back afterwards. */
export function SignedIn({ children }: { children: ReactNode }) {
  const session = useQuery({ queryKey: ['session'], queryFn: ask, staleTime: 5 * 60_000 })
  const { pathname, search } = useLocation()
  if (session.isPending) return <Loading />
  if (session.error instanceof ApiError && session.error.status === 401) {
    return <Navigate to={`/console/sign-in?to=${encodeURIComponent(pathname + search)}`} replace />
  }
  if (session.error) return <Failure error={session.error} retry={() => void session.refetch()} />
  return <SessionContext value={session.data}>{children}</SessionContext>
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

/** Forgets everything that was fetched: another person may sign in on this computer. */
export function useForget(): () => void {
  const queries = useQueryClient()
  return () => queries.clear()
}
