import { complaints as texts } from '@heju/i18n/console/complaints'
import { frame } from '@heju/i18n/console/frame'
import { complaintTexts } from '@heju/i18n/texts/complaints'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Form, Input, Select } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useChange } from '../../parts/form.ts'
import { useNewId } from '../../parts/ids.ts'
import { useProjects } from '../../parts/projects.ts'
import { listCategories } from './api.ts'
import { useCategoryName } from './category-name.ts'

const channels = ['phone', 'visit', 'on_behalf', 'letter', 'box', 'media', 'other'] as const

interface Fields {
  projectId: string
  place: string
  channel: (typeof channels)[number]
  agentName?: string
  contactName?: string
  contactPhone?: string
  categoryId: string
  text: string
  wish?: string
  major?: boolean
  emergency?: boolean
}

/** The front desk takes down what somebody tells. */
export function RegisterForm({ close, onDone }: { close: () => void; onDone: (id: string) => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const c = useTexts(complaintTexts)
  const [form] = Form.useForm<Fields>()
  const channel = Form.useWatch('channel', form)
  const projects = useProjects()
  const categoryName = useCategoryName()
  const categories =
    useQuery({ queryKey: ['complaint-categories'], queryFn: listCategories }).data?.categories ?? []
  const [complaintId] = useNewId('cmpl')
  const register = useChange({
    send: (fields: Fields, requestId) =>
      call(
        api.complaints.index.$post({
          header: { 'idempotency-key': requestId },
          json: { ...fields, complaintId },
        }),
      ),
    refreshes: [['complaints'], ['tasks']],
    form,
    done: t('registered'),
    onDone: () => onDone(complaintId),
  })
  const save = (
    <Button type="primary" loading={register.isPending} onClick={form.submit}>
      {f('save')}
    </Button>
  )
  return (
    <Drawer title={t('register')} open onClose={close} size={520} extra={save}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ channel: 'phone', projectId: projects.length === 1 ? projects[0]?.id : undefined }}
        onFinish={(fields) => register.mutate(fields)}
      >
        <Form.Item name="projectId" label={t('project')} rules={[{ required: true }]}>
          <Select options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="place" label={t('place')} extra={t('place.hint')} rules={[{ required: true }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="channel" label={t('channel')}>
          <Select options={channels.map((value) => ({ value, label: c(`channel.${value}`) }))} />
        </Form.Item>
        {channel === 'on_behalf' && (
          <Form.Item name="agentName" label={t('agent')} rules={[{ required: true }]}>
            <Input maxLength={40} />
          </Form.Item>
        )}
        <Form.Item name="contactName" label={t('contact')}>
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="contactPhone" label={t('phone')}>
          <Input inputMode="tel" />
        </Form.Item>
        <Form.Item name="categoryId" label={t('category')} rules={[{ required: true }]}>
          <Select
            showSearch={{ optionFilterProp: 'label' }}
            options={categories.map(({ id, code, name }) => ({
              value: id,
              label: categoryName({ code, name }),
            }))}
          />
        </Form.Item>
        <Form.Item name="text" label={t('text')} rules={[{ required: true, min: 5 }]}>
          <Input.TextArea rows={4} maxLength={2000} />
        </Form.Item>
        <Form.Item name="wish" label={t('wish')}>
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
        <Form.Item name="major" valuePropName="checked" style={{ marginBottom: 0 }}>
          <Checkbox>{t('major')}</Checkbox>
        </Form.Item>
        <Form.Item name="emergency" valuePropName="checked">
          <Checkbox>{t('emergency')}</Checkbox>
        </Form.Item>
      </Form>
    </Drawer>
  )
}
