import { largestAdditionFen, largestPriceE4, type tariffBases } from '@heju/core/fees/billing/shape'
import { tariffs as texts } from './texts.ts'
import { Form, InputNumber } from 'antd'
import { useTexts } from '../../../app/language.tsx'

type Basis = (typeof tariffBases)[number]

/**
 * A bound is a rule of the form and no `max` of the input, which would put its own figure in place of what was typed. It is
 * said in yuan, as the amount is typed: the API knows it in its own unit.
 */
export function useMostYuan() {
  const t = useTexts(texts)
  return (yuan: number) => ({
    type: 'number' as const,
    max: yuan,
    message: t('price.most', { yuan: yuan.toLocaleString('en-US') }),
  })
}

/**
 * The price of a tariff, in yuan.
 * @param extra what else is said of it
 */
export function PriceField({ basis, extra }: { basis: Basis; extra?: string }) {
  const t = useTexts(texts)
  const most = useMostYuan()
  return (
    <Form.Item
      name="price"
      label={t('price')}
      dependencies={['basis']}
      rules={[{ required: true }, most(largestPriceE4[basis] / 10_000)]}
      extra={extra}
    >
      <InputNumber min={0} step={0.1} precision={4} style={{ width: '100%' }} />
    </Form.Item>
  )
}

/** What is charged on top of the price, of each place: a workbook may bring it, and it is put right or taken off here. */
export function AdditionField({ basis }: { basis: Basis }) {
  const t = useTexts(texts)
  const most = useMostYuan()
  return (
    <Form.Item
      name="addition"
      label={t('addition', { per: t(`basis.${basis === 'area' ? 'room' : basis}`) })}
      rules={[{ required: true }, most(largestAdditionFen / 100)]}
    >
      <InputNumber min={0} precision={2} style={{ width: '100%' }} />
    </Form.Item>
  )
}
