import { frame } from '@heju/i18n/console/frame'
import { signIn as texts } from '@heju/i18n/console/sign-in'
import { color } from '@heju/look'
import { Alert, Button, Card, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useForget } from '../../app/session.tsx'
import { useErrorText } from '../../parts/states.tsx'

interface Fields {
  login: string
  password: string
}

export function Component() {
  const t = useTexts(texts)
  const f = useTexts(frame)
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
    <main style={{ minHeight: '100vh', display: 'grid', placeItems: 'center', padding: 16 }}>
      <Card style={{ width: '100%', maxWidth: 400 }}>
        <div style={{ color: color.brand, fontSize: 22, fontWeight: 600 }}>{f('product')}</div>
        <Typography.Title level={1} style={{ fontSize: 20, margin: '12px 0 0' }}>
          {t('title')}
        </Typography.Title>
        <Typography.Paragraph type="secondary">{t('about')}</Typography.Paragraph>
        {state.refusal !== undefined && (
          <Alert type="error" showIcon title={state.refusal} style={{ marginBottom: 16 }} role="alert" />
        )}
        <Form<Fields> layout="vertical" requiredMark={false} onFinish={(fields) => void submit(fields)}>
          <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('required') }]}>
            <Input autoComplete="username" autoFocus size="large" />
          </Form.Item>
          <Form.Item
            name="password"
            label={t('password')}
            rules={[{ required: true, message: t('required') }]}
          >
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
      </Card>
    </main>
  )
}

/** A path of ours to go on to; an address of another site is not followed. */
function ownPath(wish: string | null): string {
  return wish !== null && /^\/console(\/|$|\?)/.test(wish) ? wish : '/console'
}
