import { signIn as texts } from '../pages/people/sign-in/texts.ts'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { call, door } from '../app/api.ts'
import { useTexts } from '../app/language.tsx'
import { tellTabs } from '../app/other-tabs.ts'
import { useErrorText } from './states.tsx'

interface Fields {
  login: string
  password: string
}

/**
 * Phone or e-mail and password. `onDone` goes on once somebody is signed in.
 * @param login of whoever is expected, where it is known: only the password is left to type
 */
export function SignInForm({
  login = '',
  onDone,
}: {
  login?: string | undefined
  onDone: () => Promise<void> | void
}) {
  const t = useTexts(texts)
  const errorText = useErrorText()
  const [state, setState] = useState<{ busy: boolean; refusal?: string }>({ busy: false })

  async function submit(fields: Fields) {
    setState({ busy: true })
    try {
      await call(door.$post({ json: fields }))
      tellTabs('in')
      await onDone()
    } catch (error) {
      setState({ busy: false, refusal: errorText(error, true) })
    }
  }

  return (
    <>
      {state.refusal !== undefined && (
        <Alert type="error" showIcon title={state.refusal} style={{ marginBottom: 16 }} role="alert" />
      )}
      <Form<Fields>
        layout="vertical"
        requiredMark={false}
        initialValues={{ login }}
        onFinish={(fields) => void submit(fields)}
      >
        <Form.Item name="login" label={t('login')} rules={[{ required: true, message: t('required') }]}>
          <Input autoComplete="username" autoFocus={login === ''} size="large" />
        </Form.Item>
        <Form.Item name="password" label={t('password')} rules={[{ required: true, message: t('required') }]}>
          <Input.Password autoComplete="current-password" autoFocus={login !== ''} size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" block size="large" loading={state.busy}>
          {t('submit')}
        </Button>
      </Form>
    </>
  )
}
