import { frame } from '@heju/i18n/console/frame'
import { staff as texts } from '@heju/i18n/console/staff'
import { App } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { useChange } from '../../parts/form.ts'
import type { Link } from './link-dialog.tsx'
import type { Colleague } from './api.ts'

/** What can be done about a colleague, by their state. */
export function useColleagueActions(open: {
  change: (colleague: Colleague) => void
  correct: (colleague: Colleague) => void
  show: (link: Link) => void
}) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const { staff: me } = useSession()
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
  const signOut = useChange({
    send: (id: string, requestId) => call(api.staff[':staffId']['sign-out'].$post(of(id, requestId))),
    refreshes,
    done: t('signOut.done'),
  })
  const renew = useChange({
    send: async ({ id, name }: Colleague, requestId) => ({
      ...(await call(api.staff[':staffId'].invitation.$post(of(id, requestId)))),
      name,
    }),
    refreshes,
    onDone: open.show,
  })
  const ask = (what: 'disable' | 'signOut' | 'newLink', name: string, onOk: () => Promise<unknown>) =>
    void modal.confirm({
      title: `${t(what)} · ${name}`,
      content: t(`${what}.confirm`, { name }),
      okText: t(what),
      cancelText: f('cancel'),
      okButtonProps: { danger: what === 'disable' },
      onOk,
    })
  return (colleague: Colleague) => {
    const { id, name, state } = colleague
    if (state === 'disabled') return [{ key: 'enable', label: t('enable'), onClick: () => enable.mutate(id) }]
    const endSignIns = () => ask('signOut', name, () => signOut.mutateAsync(id))
    const newLink = () => ask('newLink', name, () => renew.mutateAsync(colleague))
    const shutOut = () => ask('disable', name, () => disable.mutateAsync(id))
    return [
      { key: 'roles', label: t('changeRoles'), onClick: () => open.change(colleague) },
      { key: 'details', label: t('changeDetails'), onClick: () => open.correct(colleague) },
      { key: 'link', label: t('newLink'), onClick: newLink },
      ...(state === 'active' ? [{ key: 'out', label: t('signOut'), onClick: endSignIns }] : []),
      // Nobody shuts themselves out: the company could be left without an administrator.
      ...(id === me.id ? [] : [{ key: 'disable', label: t('disable'), danger: true, onClick: shutOut }]),
    ]
  }
}
