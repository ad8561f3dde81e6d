import { isTemplate } from '@heju/core/permissions'
import type { SelectProps } from 'antd'
import { staff as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useRoleName, useRoles } from '../../../parts/roles.ts'

/** The roles to choose from: those that every company has, and below them the company's own. */
export function useRoleOptions(): NonNullable<SelectProps['options']> {
  const t = useTexts(texts)
  const roleName = useRoleName()
  const all = useRoles().data?.roles.map(({ id }) => ({ value: id, label: roleName(id) })) ?? []
  const own = all.filter(({ value }) => !isTemplate(value))
  const common = all.filter(({ value }) => isTemplate(value))
  if (own.length === 0) return common
  return [
    { label: t('roles.common'), options: common },
    { label: t('roles.own'), options: own },
  ]
}
