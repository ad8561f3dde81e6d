import { approvalKinds, approvalSchema, guidanceSchema, largestPriceE4 } from '@heju/core/fees/billing/shape'
import { tariffs as texts } from './texts.ts'
import { Alert, Divider, Form, Input, InputNumber, Select } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { scaled } from '../../../parts/figures.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { useMostYuan } from './amount-fields.tsx'

/** What a price stands on, and what a guided price has to keep to, as a form has them. */
export interface Approved {
  approval: { approvalKind: (typeof approvalKinds)[number]; approvalNo: string; approvalOn: string }
  guidance?: { grade: string; base: number; range: number }
}

export const approvedAtFirst = { approval: { approvalKind: 'contract' } } as const

/** The same as the API takes it: prices by 10^4 yuan, the range by 1/10,000; a price that nobody guides has no guidance. */
export function approvedSent({ approval, guidance }: Approved) {
  if (guidance === undefined) return { approval, guidance: null }
  const { grade, base, range } = guidance
  return {
    approval,
    guidance: { grade, baseE4: Math.round(base * 10_000), rangeE4: Math.round(range * 100) },
  }
}

/** Where a refusal of a price is said. */
export const priceFields = {
  'billing.price_out_of_range': 'price',
  'billing.addition_not_guided': 'addition',
  'billing.price_overlaps': 'fromOn',
  'billing.tariff_name_taken': 'name',
  priceE4: 'price',
  additionFen: 'addition',
  'guidance.baseE4': ['guidance', 'base'],
  'guidance.rangeE4': ['guidance', 'range'],
}

/** @param guided whether the project's prices are guided by the government (D117) */
export function ApprovalFields({ guided }: { guided: boolean }) {
  const t = useTexts(texts)
  return (
    <>
      <Divider titlePlacement="start">{t('approval')}</Divider>
      <Form.Item name={['approval', 'approvalKind']} label={t('approval')}>
        <Select options={approvalKinds.map((value) => ({ value, label: t(`approval.${value}`) }))} />
      </Form.Item>
      <Form.Item name={['approval', 'approvalNo']} label={t('approvalNo')} rules={[{ required: true }]}>
        <Input {...longestOf(approvalSchema.entries.approvalNo)} />
      </Form.Item>
      <Form.Item name={['approval', 'approvalOn']} label={t('approvalOn')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
      {guided && <Guidance />}
    </>
  )
}

function Guidance() {
  const t = useTexts(texts)
  const base = Form.useWatch<number | undefined>(['guidance', 'base'])
  const range = Form.useWatch<number | undefined>(['guidance', 'range'])
  const most = useMostYuan()
  const known = typeof base === 'number' && typeof range === 'number'
  const bounds = known && {
    low: scaled(Math.round(base * (100 - range) * 100), 4),
    high: scaled(Math.round(base * (100 + range) * 100), 4),
  }
  return (
    <>
      <Divider titlePlacement="start">{t('guided')}</Divider>
      <Alert type="info" showIcon title={t('guided.needed')} style={{ marginBottom: 16 }} />
      <Form.Item name={['guidance', 'grade']} label={t('grade')} rules={[{ required: true }]}>
        <Input {...longestOf(guidanceSchema.entries.grade)} />
      </Form.Item>
      <Form.Item
        name={['guidance', 'base']}
        label={t('base')}
        rules={[{ required: true }, most(largestPriceE4.area / 10_000)]}
      >
        <InputNumber min={0} precision={4} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item
        name={['guidance', 'range']}
        label={t('range')}
        rules={[{ required: true }]}
        extra={bounds !== false && t('guided.allowed', bounds)}
      >
        <InputNumber min={0} max={100} precision={2} style={{ width: '100%' }} />
      </Form.Item>
    </>
  )
}
