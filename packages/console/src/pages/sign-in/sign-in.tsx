import { signIn as texts } from '@heju/i18n/console/sign-in'
import { Alert, Button, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useForget } from '../../app/session.tsx'
import { Doorstep } from '../../parts/doorstep.tsx'
import { useErrorText } from '../../parts/states.tsx'

interface Fields {
  login: string
  password: string
}

export function Component() {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const [search] = useSearchParams()
  const forget = useForget()
  const errorText = useErrorText()
  const [state, setState] = useState<{ busy: boolean; refusal?: string }>({ busy: false })

  async function submit(fields: Fields) {
    setState({ busy: true })
    try {
      await call(api.session.index.$post({ json: fields }))
      forget()
      await navigate(ownPath(search.get('to')), { replace: true })
    } catch (error) {
      setState({ busy: false, refusal: errorText(error) })
    }
  }

  return (
    <Doorstep title={t('title')}>
      <Typography.Paragraph type="secondary">{t('about')}</Typography.Paragraph>
      {state.refusal !== undefined && (
        <Alert type="error" showIcon title={state.refusal} style={{ marginBottom: 16 }} role="alert" />
      )}
      <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void submit(fields)}>
        <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('required') }]}>
          <Input autoComplete="username" autoFocus size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={state.busy}>
          {t('submit')}
        </Button>
      </Form>
      <Typography.Paragraph type="secondary" style={{ margin: '16px 0 8px' }}>
        {t('forgotten')}
      </Typography.Paragraph>
      <a href="/portal">{t('owner')}</a>
    </Doorstep>
  )
}

/** A path of ours to go on to; an address of another site is not followed. */
function ownPath(wish: string | null): string {
  return wish !== null && /^\/console(\/|$|\?)/.test(wish) ? wish : '/console'
}
