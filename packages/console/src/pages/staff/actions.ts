import { staff as texts } from '@heju/i18n/console/staff'
import { App } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useChange } from '../../parts/form.ts'
import type { Link } from './link-dialog.tsx'
import type { Colleague } from './staff.tsx'

/** What can be done about a colleague, by their state. */
export function useColleagueActions(open: {
  change: (colleague: Colleague) => void
  show: (link: Link) => void
}) {
  const t = useTexts(texts)
  const { modal } = App.useApp()
  const refreshes = [['staff']]
  const of = (staffId: string, requestId: string) => ({
    param: { staffId },
    header: { 'idempotency-key': requestId },
  })
  const disable = useChange({
    send: (id: string, requestId) => call(api.staff[':staffId'].disable.$post(of(id, requestId))),
    refreshes,
  })
  const enable = useChange({
    send: (id: string, requestId) => call(api.staff[':staffId'].enable.$post(of(id, requestId))),
    refreshes,
  })
  const renew = useChange({
    send: async ({ id, name }: Colleague, requestId) => ({
      ...(await call(api.staff[':staffId'].invitation.$post(of(id, requestId)))),
      name,
    }),
    refreshes,
    onDone: open.show,
  })
  return (colleague: Colleague) => {
    const { id, name, state } = colleague
    const ask = () =>
      modal.confirm({
        title: t('disable'),
        content: t('disable.confirm', { name }),
        okText: t('disable'),
        okButtonProps: { danger: true },
        onOk: () => disable.mutateAsync(id),
      })
    return [
      { key: 'roles', label: t('changeRoles'), onClick: () => open.change(colleague) },
      ...(state === 'disabled'
        ? [{ key: 'enable', label: t('enable'), onClick: () => enable.mutate(id) }]
        : [
            { key: 'link', label: t('newLink'), onClick: () => renew.mutate(colleague) },
            { key: 'disable', label: t('disable'), danger: true, onClick: () => void ask() },
          ]),
    ]
  }
}
