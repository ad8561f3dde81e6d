import type { Lack, Permission } from '@heju/core/permissions'
import { roles as texts } from './role-texts.ts'
import { useTexts } from '../../../app/language.tsx'

/** Tells some of what one may do, one after another. */
export function usePermissionWords(): (permissions: readonly Permission[]) => string {
  const t = useTexts(texts)
  return (permissions) => permissions.map((one) => t(`can.${one}`)).join(t('needs.and'))
}

/** Tells what something lacks to be of use. */
export function useLackWords(): (lack: Lack) => string {
  const t = useTexts(texts)
  return ({ permission, needs }) =>
    t('needs.one', {
      what: t(`can.${permission}`),
      needs: needs.map((one) => t(`can.${one}`)).join(t('needs.or')),
    })
}
