import { fees } from '@heju/i18n/console/fees'
import { frame } from '@heju/i18n/console/frame'
import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { Button, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useChange } from '../../parts/form.ts'
import { useNewId } from '../../parts/ids.ts'
import { useProjects } from '../../parts/projects.ts'
import {
  ApprovalFields,
  approvedAtFirst,
  approvedSent,
  priceFields,
  type Approved,
} from './approval-fields.tsx'

const feeItems = ['property', 'parking', 'other'] as const
const bases = ['area', 'room', 'parking_space'] as const

interface Fields extends Approved {
  projectId: string
  name: string
  feeItem: (typeof feeItems)[number]
  basis: (typeof bases)[number]
  price: number
  fromOn: string
}

/** A new tariff, for all rooms or spaces of a project; what it is for can be narrowed on its page. */
export function TariffForm({ close, onDone }: { close: () => void; onDone: (tariffId: string) => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const projects = useProjects()
  const [tariffId] = useNewId('tariff')
  const projectId = Form.useWatch('projectId', form)
  const guided = projects.find(({ id }) => id === projectId)?.priceRegime === 'guided'
  const property = Form.useWatch('feeItem', form) === 'property'
  const change = useChange({
    send: ({ price, approval, guidance, ...fields }: Fields, requestId) =>
      call(
        api.tariffs.index.$post({
          header: { 'idempotency-key': requestId },
          json: {
            tariffId,
            ...fields,
            priceE4: Math.round(price * 10_000),
            ...approvedSent({ approval, ...(guidance && { guidance }) }),
          },
        }),
      ),
    refreshes: [['tariffs']],
    form,
    fieldOf: { ...priceFields, 'billing.wrong_targets': 'basis' },
    done: f('saved'),
    onDone: () => onDone(tariffId),
  })
  const save = (
    <Button type="primary" loading={change.isPending} onClick={form.submit}>
      {f('save')}
    </Button>
  )
  return (
    <Drawer title={t('tariffs.create')} open onClose={close} size={460} extra={save}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ ...approvedAtFirst, projectId: projects[0]?.id, feeItem: 'property', basis: 'area' }}
        onFinish={(fields) => change.mutate(fields)}
      >
        <What />
        <ApprovalFields guided={guided && property} />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}

function What() {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const projects = useProjects()
  return (
    <>
      <Form.Item name="projectId" label={f('project')} rules={[{ required: true }]}>
        <Select autoFocus options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
        <Input maxLength={40} />
      </Form.Item>
      <Form.Item name="feeItem" label={t('feeItem')}>
        <Select options={feeItems.map((value) => ({ value, label: t(`feeItem.${value}`) }))} />
      </Form.Item>
      <Form.Item name="basis" label={t('basis')}>
        <Select options={bases.map((value) => ({ value, label: t(`basis.${value}`) }))} />
      </Form.Item>
      <PriceField />
      <Form.Item name="fromOn" label={t('fromOn')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

export function PriceField() {
  const t = useTexts(texts)
  return (
    <Form.Item name="price" label={t('price')} rules={[{ required: true }]}>
      <InputNumber min={0} step={0.1} precision={4} style={{ width: '100%' }} />
    </Form.Item>
  )
}
