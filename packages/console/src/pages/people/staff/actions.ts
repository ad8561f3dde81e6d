import { frame } from '../../../app/texts.ts'
import { staff as texts } from './texts.ts'
import { handOverTexts } from './hand-over-texts.ts'
import { useNavigate } from 'react-router'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useChange, useCommand } from '../../../parts/form.ts'
import type { Link } from './link-dialog.tsx'
import type { Colleague } from './api.ts'

/** What can be done about a colleague, by their state. */
export function useColleagueActions(open: {
  change: (colleague: Colleague) => void
  correct: (colleague: Colleague) => void
  shutOut: (colleague: Colleague) => void
  show: (link: Link) => void
}) {
  const t = useTexts(texts)
  const h = useTexts(handOverTexts)
  const navigate = useNavigate()
  const f = useTexts(frame)
  const { staff: me } = useSession()
  const askFirst = useAskFirst()
  const refreshes = [['staff']]
  const verbs = api.staff[':staffId']
  const of = (staffId: string) => ({ param: { staffId } })
  const enable = useChange({
    send: async ({ id, name }: Colleague, send) => {
      await send(verbs.enable.$post, of(id))
      return name
    },
    refreshes,
    done: (name) => t('enable.done', { name }),
  })
  const signOut = useCommand({
    command: verbs['sign-out'].$post,
    asks: of,
    refreshes,
    done: t('signOut.done'),
  })
  const renew = useChange({
    send: async ({ id, name }: Colleague, send) => ({
      ...(await send(verbs.invitation.$post, of(id))),
      name,
    }),
    refreshes,
    onDone: open.show,
  })
  const ask = (what: 'signOut' | 'newLink', name: string, onOk: () => Promise<unknown>) =>
    askFirst({
      title: `${t(what)} · ${name}`,
      content: t(`${what}.confirm`, { name }),
      okText: t(what),
      cancelText: f('cancel'),
      onOk,
    })
  return (colleague: Colleague) => {
    const { id, name, state } = colleague
    const held = {
      key: 'held',
      label: h('open'),
      onClick: () => void navigate(`/console/settings/staff/${id}`),
    }
    if (state === 'disabled')
      return [held, { key: 'enable', label: t('enable'), onClick: () => enable.mutate(colleague) }]
    const endSignIns = () => ask('signOut', name, () => signOut.mutateAsync(id))
    const newLink = () => ask('newLink', name, () => renew.mutateAsync(colleague))
    return [
      held,
      { key: 'roles', label: t('changeRoles'), onClick: () => open.change(colleague) },
      { key: 'details', label: t('changeDetails'), onClick: () => open.correct(colleague) },
      { key: 'link', label: t('newLink'), onClick: newLink },
      ...(state === 'active' ? [{ key: 'out', label: t('signOut'), onClick: endSignIns }] : []),
      // Nobody shuts themselves out: the company could be left without an administrator.
      ...(id === me.id
        ? []
        : [{ key: 'disable', label: t('disable'), danger: true, onClick: () => open.shutOut(colleague) }]),
    ]
  }
}
