import { DownOutlined } from '@ant-design/icons'
import { frame } from './texts.ts'
import { locales } from '@heju/i18n'
import { App, Button, Dropdown } from 'antd'
import { useNavigate } from 'react-router'
import { api, call } from './api.ts'
import { leaveFor } from '../parts/entered.ts'
import { useErrorText } from '../parts/states.tsx'
import { useLanguage, useTexts } from './language.tsx'
import { tellTabs } from './other-tabs.ts'
import { useSession } from './session.tsx'

const languageNames = { 'zh-CN': '简体中文', 'zh-Hant': '繁體中文', en: 'English' } as const

/** Who is signed in, and what they can do about it. */
export function AccountMenu() {
  const t = useTexts(frame)
  const { staff } = useSession()
  const { locale, choose } = useLanguage()
  const navigate = useNavigate()
  const errorText = useErrorText()
  const { message } = App.useApp()

  async function signOut(everywhere: boolean) {
    try {
      await (everywhere
        ? call(api.session['sign-out-everywhere'].$post())
        : call(api.session.$delete({ json: {} })))
      tellTabs('out')
      // A fresh page: nothing that was fetched is left for whoever signs in next.
      leaveFor('/console/sign-in')
    } catch (error) {
      void message.error(errorText(error))
    }
  }

  const items = [
    { key: 'password', label: t('menu.password'), onClick: () => void navigate('/console/password') },
    {
      key: 'language',
      label: t('menu.language'),
      children: locales.map((each) => ({
        key: each,
        label: languageNames[each],
        disabled: each === locale,
        onClick: () => choose(each),
      })),
    },
    { type: 'divider' as const },
    { key: 'out', label: t('menu.sign_out'), onClick: () => void signOut(false) },
    { key: 'everywhere', label: t('menu.sign_out_everywhere'), onClick: () => void signOut(true) },
  ]
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button type="text" icon={<DownOutlined />} iconPlacement="end" style={{ marginInlineStart: 'auto' }}>
        {staff.name}
      </Button>
    </Dropdown>
  )
}
