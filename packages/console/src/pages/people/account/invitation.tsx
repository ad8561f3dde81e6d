import { account as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Typography } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useForget } from '../../../app/session.tsx'
import { Doorstep } from '../../../parts/doorstep.tsx'
import { Failure, Loading, useErrorText } from '../../../parts/states.tsx'

/** Where a colleague comes by the link of an invitation. Its secret stands behind the #, so that it reaches no log. */
export function Component() {
  const t = useTexts(texts)
  const token = location.hash.slice(1)
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: () => call(api.invitations.read.$post({ json: { token } })),
  })
  if (invitation.isPending) return <Loading />
  return (
    <Doorstep title={t('invitation.title')}>
      {invitation.error === null ? (
        <>
          <Typography.Paragraph>
            {t('invitation.hello', { name: invitation.data.name, company: invitation.data.company })}
          </Typography.Paragraph>
          <PasswordForm token={token} />
        </>
      ) : (
        <Failure error={invitation.error} retry={() => void invitation.refetch()} />
      )}
    </Doorstep>
  )
}

function PasswordForm({ token }: { token: string }) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const forget = useForget()
  const errorText = useErrorText()
  const [state, setState] = useState<{ busy: boolean; refusal?: string }>({ busy: false })
  async function accept({ password }: { password: string }) {
    setState({ busy: true })
    try {
      await call(api.invitations.accept.$post({ json: { token, password } }))
      forget()
      await navigate('/console', { replace: true })
    } catch (error) {
      setState({ busy: false, refusal: errorText(error, true) })
    }
  }
  return (
    <Form
      layout="vertical"
      requiredMark={false}
      onFinish={(fields: { password: string }) => void accept(fields)}
    >
      {state.refusal !== undefined && (
        <Alert type="error" showIcon title={state.refusal} role="alert" style={{ marginBottom: 16 }} />
      )}
      <Form.Item
        name="password"
        label={t('newPassword')}
        extra={t('newPassword.hint')}
        rules={[{ required: true, min: 8, message: t('newPassword.hint') }]}
      >
        <Input.Password autoComplete="new-password" size="large" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" block size="large" loading={state.busy}>
        {t('invitation.start')}
      </Button>
    </Form>
  )
}
