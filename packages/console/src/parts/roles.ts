import { isTemplate } from '@heju/core/permissions'
import { roleTexts } from '@heju/core/people/roles/texts'
import { useQuery } from '@tanstack/react-query'
import { api, call } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'

const ask = () => call(api.staff.roles.$get({ query: {} }))
export type CompanyRole = Awaited<ReturnType<typeof ask>>['roles'][number]

/** What changes with the roles. */
export const roleKeys = [['roles'], ['staff']] as const

/** The roles that every company has, then the company's own. */
export function useRoles() {
  return useQuery({ queryKey: ['roles'], queryFn: ask, staleTime: 60_000 })
}

/** Gives the name of a role by its id: one of the company's own has the name that was given to it. */
export function useRoleName(): (id: string) => string {
  const t = useTexts(roleTexts)
  const { data } = useRoles()
  return (id) => (isTemplate(id) ? t(`role.${id}`) : (data?.roles.find((role) => role.id === id)?.name ?? ''))
}
