import { frame } from '@heju/i18n/console/frame'
import { fees as texts } from '@heju/i18n/console/fees'
import { Button, Divider, Drawer, Form, Input, InputNumber, Select } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useChange } from '../../parts/form.ts'
import { useNewId } from '../../parts/ids.ts'
import { useProjects } from '../../parts/projects.ts'
import type { Tariff } from './tariffs.tsx'

const feeItems = ['property', 'parking', 'other'] as const
const bases = ['area', 'room', 'parking_space'] as const
const approvals = ['owners_committee', 'contract', 'authority'] as const

interface Fields {
  projectId: string
  name: string
  feeItem: (typeof feeItems)[number]
  basis: (typeof bases)[number]
  price: number
  fromOn: string
  approvalKind: (typeof approvals)[number]
  approvalNo: string
  approvalOn: string
  grade?: string
  base?: number
  range?: number
}

function sent({ approvalKind, approvalNo, approvalOn, grade, base, range }: Fields) {
  const guided = grade !== undefined && grade !== '' && base !== undefined && range !== undefined
  return {
    approval: { approvalKind, approvalNo, approvalOn },
    guidance: guided ? { grade, baseE4: Math.round(base * 10_000), rangeE4: Math.round(range * 100) } : null,
  }
}

/** A new tariff, or the approval of one that was imported. */
export function TariffForm({ tariff, close }: { tariff: Tariff | undefined; close: () => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const [tariffId] = useNewId('tariff')
  const change = useChange({
    send: (fields: Fields, requestId) => {
      const header = { 'idempotency-key': requestId }
      if (tariff !== undefined) {
        return call(
          api.tariffs[':tariffId'].approval.$post({
            param: { tariffId: tariff.id },
            header,
            json: sent(fields),
          }),
        )
      }
      const { projectId, name, feeItem, basis, fromOn, price } = fields
      const json = {
        tariffId,
        projectId,
        name,
        feeItem,
        basis,
        fromOn,
        priceE4: Math.round(price * 10_000),
        ...sent(fields),
      }
      return call(api.tariffs.index.$post({ header, json }))
    },
    refreshes: [['tariffs']],
    form,
    done: f('saved'),
    onDone: close,
  })
  return (
    <Drawer
      title={tariff === undefined ? t('tariffs.create') : `${t('tariffs.approve')} · ${tariff.name}`}
      open
      onClose={close}
      size={460}
      extra={
        <Button type="primary" loading={change.isPending} onClick={form.submit}>
          {f('save')}
        </Button>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ feeItem: 'property', basis: 'area', approvalKind: 'contract' }}
        onFinish={(fields) => change.mutate(fields)}
      >
        {tariff === undefined && <PriceFields />}
        <ApprovalFields />
      </Form>
    </Drawer>
  )
}

function PriceFields() {
  const t = useTexts(texts)
  const projects = useProjects()
  return (
    <>
      <Form.Item name="projectId" label={t('project')} rules={[{ required: true }]}>
        <Select options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
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
      <Form.Item name="price" label={t('price')} rules={[{ required: true }]}>
        <InputNumber min={0} step={0.1} precision={4} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="fromOn" label={t('fromOn')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

function ApprovalFields() {
  const t = useTexts(texts)
  return (
    <>
      <Divider>{t('approval')}</Divider>
      <Form.Item name="approvalKind" label={t('approval')}>
        <Select options={approvals.map((value) => ({ value, label: t(`approval.${value}`) }))} />
      </Form.Item>
      <Form.Item name="approvalNo" label={t('approvalNo')} rules={[{ required: true }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="approvalOn" label={t('approvalOn')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
      <Divider>{t('guided')}</Divider>
      <Form.Item name="grade" label={t('grade')}>
        <Input maxLength={20} />
      </Form.Item>
      <Form.Item name="base" label={t('base')}>
        <InputNumber min={0} precision={4} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="range" label={t('range')}>
        <InputNumber min={0} max={100} precision={2} style={{ width: '100%' }} />
      </Form.Item>
    </>
  )
}
