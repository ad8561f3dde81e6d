import type { ScopedRole } from '@heju/core/people/roles/shape'
import { Typography } from 'antd'
import { useRoleName } from '../../../parts/roles.ts'
import { idsOf } from './scope-values.ts'
import { useScopeWords } from './scopes.ts'

/** What somebody holds, and where: a line for each. */
export function RoleLines({ assignments }: { assignments: readonly ScopedRole[] }) {
  const roleName = useRoleName()
  const scopeWords = useScopeWords()
  return assignments.map(({ role, scope }) => (
    <div key={`${role} ${idsOf(scope).join()}`}>
      {roleName(role)} · <Typography.Text type="secondary">{scopeWords(scope)}</Typography.Text>
    </div>
  ))
}
