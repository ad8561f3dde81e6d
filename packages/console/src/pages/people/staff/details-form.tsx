import { changeStaffSchema } from '@heju/core/people/identity/shape'
import { frame } from '../../../app/texts.ts'
import { staff as texts } from './texts.ts'
import { Button, Drawer, Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useChange } from '../../../parts/form.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import type { Colleague } from './api.ts'

interface Fields {
  name: string
  phone?: string
  email?: string
}

/** Corrects a colleague's name, and by what they sign in. */
export function DetailsForm({ colleague, close }: { colleague: Colleague; close: () => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const { id: staffId, name, email, phoneLast4 } = colleague
  const change = useChange({
    send: (fields: Fields, send) => {
      const typed = fields.email?.trim() ?? ''
      const json = {
        ...(fields.name !== name && { name: fields.name }),
        ...(fields.phone && { phone: fields.phone }),
        ...(typed !== (email ?? '') && { email: typed === '' ? null : typed }),
      }
      return send(api.staff[':staffId'].$put, { param: { staffId }, json })
    },
    refreshes: [['staff']],
    form,
    done: f('saved'),
    onDone: close,
  })
  const save = (
    <Button type="primary" loading={change.isPending} onClick={form.submit}>
      {f('save')}
    </Button>
  )
  return (
    <Drawer title={`${t('changeDetails')} · ${name}`} open onClose={leave} size={420} extra={save}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ name, ...(email !== null && { email }) }}
        onFinish={(fields) => change.mutate(fields)}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
          <Input {...longestOf(changeStaffSchema.entries.name)} autoFocus onPressEnter={form.submit} />
        </Form.Item>
        <Form.Item
          name="phone"
          label={t('phone')}
          extra={phoneLast4 === null ? undefined : t('phone.keep', { phone: `*******${phoneLast4}` })}
        >
          <Input inputMode="tel" autoComplete="off" onPressEnter={form.submit} />
        </Form.Item>
        <Form.Item name="email" label={t('email')} extra={email === null ? undefined : t('email.hint')}>
          <Input type="email" autoComplete="off" onPressEnter={form.submit} />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
