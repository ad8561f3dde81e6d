import { account as texts } from './texts.ts'
import { frame } from '../../../app/texts.ts'
import { Button, Card, Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useCommand } from '../../../parts/form.ts'
import { Page } from '../../../parts/page.tsx'

interface Fields {
  currentPassword: string
  newPassword: string
}

export function Component() {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const change = useCommand({
    command: api.session.password.$post,
    asks: (json: Fields) => ({ json }),
    refreshes: [],
    form,
    done: t('password.done'),
    onDone: () => form.resetFields(),
  })
  return (
    <Page title={t('password.title')} about={t('password.about')}>
      <Card style={{ maxWidth: 440 }}>
        <Form<Fields>
          form={form}
          layout="vertical"
          requiredMark={false}
          onFinish={(fields) => change.mutate(fields)}
        >
          <Form.Item name="currentPassword" label={t('currentPassword')} rules={[{ required: true }]}>
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Form.Item
            name="newPassword"
            label={t('newPassword')}
            extra={t('newPassword.hint')}
            rules={[{ required: true, min: 8, message: t('newPassword.hint') }]}
          >
            <Input.Password autoComplete="new-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={change.isPending}>
            {f('save')}
          </Button>
        </Form>
      </Card>
    </Page>
  )
}
