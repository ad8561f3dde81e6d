import { frame } from '@heju/i18n/console/frame'
import { projects as texts } from '@heju/i18n/console/projects'
import { Button, Drawer, Form, Input, Select } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useChange } from '../../parts/form.ts'
import { useNewId } from '../../parts/ids.ts'

const types = ['residential', 'office', 'apartment', 'villa', 'hospital', 'mixed'] as const
const modes = ['hotel', 'apartment', 'butler', 'custom'] as const
const regimes = ['market', 'guided'] as const

interface Fields {
  name: string
  type: (typeof types)[number]
  serviceMode: (typeof modes)[number]
  priceRegime?: (typeof regimes)[number]
  address?: string
  phone?: string
}

export function NewProject({ open, close }: { open: boolean; close: () => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const [projectId, nextId] = useNewId('proj')
  const create = useChange({
    send: (fields: Fields, requestId) =>
      call(
        api.projects.index.$post({
          header: { 'idempotency-key': requestId },
          json: { ...fields, projectId },
        }),
      ),
    refreshes: [['projects']],
    form,
    done: t('created'),
    onDone: () => {
      nextId()
      form.resetFields()
      close()
    },
  })
  return (
    <Drawer
      title={t('create')}
      open={open}
      onClose={close}
      size={420}
      extra={
        <Button type="primary" loading={create.isPending} onClick={form.submit}>
          {f('save')}
        </Button>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ type: 'residential', serviceMode: 'custom' }}
        onFinish={(fields) => create.mutate(fields)}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
          <Input placeholder={t('name.hint')} maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="type" label={t('type')}>
          <Select options={types.map((value) => ({ value, label: t(`type.${value}`) }))} />
        </Form.Item>
        <Form.Item name="serviceMode" label={t('serviceMode')}>
          <Select options={modes.map((value) => ({ value, label: t(`mode.${value}`) }))} />
        </Form.Item>
        <Form.Item name="priceRegime" label={t('priceRegime')}>
          <Select
            allowClear
            placeholder={t('priceRegime.usual')}
            options={regimes.map((value) => ({ value, label: t(`regime.${value}`) }))}
          />
        </Form.Item>
        <Form.Item name="address" label={t('address')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="phone" label={t('phone')} extra={t('phone.hint')}>
          <Input maxLength={30} inputMode="tel" />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
