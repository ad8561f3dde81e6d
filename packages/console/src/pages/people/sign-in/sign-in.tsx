import { signIn as texts } from './texts.ts'
import { Typography } from 'antd'
import { useNavigate, useSearchParams } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import { useForget } from '../../../app/session.tsx'
import { Doorstep } from '../../../parts/doorstep.tsx'
import { SignInForm } from '../../../parts/sign-in-form.tsx'

export function Component() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const forget = useForget()

  async function goOn() {
    forget()
    const to = ownPath(search.get('to'))
    // Paper is rendered by the server and none of the router's pages.
    if (to.startsWith('/receipts/')) location.replace(to)
    else await navigate(to, { replace: true })
  }

  return (
    <Doorstep title={t('title')}>
      <Typography.Paragraph type="secondary">{t('about')}</Typography.Paragraph>
      <SignInForm onDone={goOn} />
      <Typography.Paragraph type="secondary" style={{ margin: '16px 0 8px' }}>
        {t('forgotten')}
      </Typography.Paragraph>
      <a href="/portal">{t('owner')}</a>
    </Doorstep>
  )
}

/** A path of ours to go on to; an address of another site is not followed. */
function ownPath(wish: string | null): string {
  return wish !== null && /^(\/console(\/|$|\?)|\/receipts\/)/.test(wish) ? wish : '/console'
}
