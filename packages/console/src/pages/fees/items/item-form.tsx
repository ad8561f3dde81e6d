import {
  addFeeItemSchema,
  targetKinds,
  chargers,
  lastSettled,
  moneyOwners,
  productItems,
  type ChangeFeeItem,
} from '@heju/core/fees/items/shape'
import { feeItems as texts } from './texts.ts'
import { Checkbox, Col, Divider, Form, Input, InputNumber, Radio, Row, Select } from 'antd'
import { Children, type ReactNode } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { feeItemKeys, useItemName, type FeeItem } from '../../../parts/fee-items.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { useItemWords } from './item-words.ts'

type Fields = Omit<ChangeFeeItem, 'requestId' | 'feeItemId' | 'revision' | 'taxRateE4' | 'name'> & {
  name?: string
  /** In per cent. */
  taxRate?: number | null
}

const fieldOf = {
  'fee_items.name_taken': 'name',
  'fee_items.unnamed': 'name',
  'fee_items.fixed': 'exclusive',
  'fee_items.kind_charged': 'targetKinds',
}

function jsonOf({ taxRate, name = '', ...fields }: Fields) {
  const isTold = taxRate !== undefined && taxRate !== null
  return { ...fields, name: name.trim(), taxRateE4: isTold ? Math.round(taxRate * 100) : null }
}

function fieldsOf({
  id: _id,
  retiredAt: _retired,
  revision: _revision,
  taxRateE4,
  ...fields
}: FeeItem): Fields {
  return { ...fields, taxRate: taxRateE4 === null ? null : taxRateE4 / 100 }
}

/** Adds an item; it comes last in the order of settling unless somebody says otherwise. */
export function AddItem({ all, close }: { all: readonly FeeItem[]; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const [feeItemId] = useNewId('fitem')
  const last = Math.max(0, ...all.map(({ settleOrder }) => settleOrder))
  const save = useCommand({
    command: api['fee-items'].$post,
    asks: (fields: Fields) => ({ json: { ...jsonOf(fields), feeItemId } }),
    refreshes: feeItemKeys,
    form,
    fieldOf,
    done: t('added'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={t('add')}
      about={t('add.about')}
      close={close}
      form={form}
      wide
      pending={save.isPending}
      initial={{
        whoseMoney: 'company',
        taxIncluded: true,
        settleOrder: Math.min(lastSettled, last + 10),
        targetKinds: [...targetKinds],
        exclusive: false,
        guided: false,
        chargedBy: 'project',
      }}
      send={(fields) => save.mutate(fields)}
    >
      <ItemFields />
    </FormDrawer>
  )
}

/** Changes what is said of an item. */
export function ChangeItem({ item, close }: { item: FeeItem; close: () => void }) {
  const t = useTexts(texts)
  const itemName = useItemName()
  const [form] = Form.useForm<Fields>()
  const { id } = item
  const wordsOf = useItemWords()
  const { revision, notice } = useRevised({
    queryKey: ['fee-items'],
    opened: item,
    form,
    fieldsOf,
    wordsOf,
  })
  const save = useCommand({
    command: api['fee-items'][':feeItemId'].$put,
    asks: (asked: Fields) => ({ param: { feeItemId: id }, json: { ...jsonOf(asked), revision } }),
    refreshes: feeItemKeys,
    form,
    fieldOf,
    done: t('saved'),
    onDone: close,
  })
  const ofProduct = productItems.some((one) => one === id)
  return (
    <FormDrawer<Fields>
      title={`${t('change')} · ${itemName(item)}`}
      about={t('change.about')}
      close={close}
      form={form}
      wide
      pending={save.isPending}
      initial={fieldsOf(item)}
      send={(asked) => save.mutate(asked)}
    >
      {notice}
      <ItemFields {...(ofProduct && { usual: itemName({ id, name: '' }) })} />
    </FormDrawer>
  )
}

/** @param usual the product's word for it, where it is one of the product's */
function ItemFields({ usual }: { usual?: string }) {
  const t = useTexts(texts)
  const { name, receiptName, invoiceName } = addFeeItemSchema.entries
  const needed = usual === undefined
  return (
    <>
      <Form.Item
        name="name"
        label={t('name')}
        rules={[{ required: needed, whitespace: needed }]}
        {...(!needed && { extra: t('name.product') })}
      >
        <Input {...longestOf(name)} autoFocus {...(!needed && { placeholder: usual })} />
      </Form.Item>
      <Pair>
        <Form.Item name="receiptName" label={t('receiptName')} extra={t('receiptName.hint')}>
          <Input {...longestOf(receiptName)} />
        </Form.Item>
        <Form.Item name="invoiceName" label={t('invoiceName')} extra={t('invoiceName.hint')}>
          <Input {...longestOf(invoiceName)} />
        </Form.Item>
      </Pair>
      <Divider titlePlacement="start">{t('section.money')}</Divider>
      <MoneyFields />
      <Divider titlePlacement="start">{t('section.charged')}</Divider>
      <ChargeFields />
    </>
  )
}

function MoneyFields() {
  const t = useTexts(texts)
  return (
    <>
      <Form.Item name="whoseMoney" label={t('whoseMoney')} extra={t('fixed.hint')}>
        <Radio.Group options={moneyOwners.map((value) => ({ value, label: t(`whose.${value}`) }))} />
      </Form.Item>
      <Pair>
        <Form.Item name="taxCode" label={t('taxCode')} extra={t('taxCode.hint')}>
          <Input
            inputMode="numeric"
            {...longestOf(addFeeItemSchema.entries.taxCode)}
            autoComplete="off"
            spellCheck={false}
          />
        </Form.Item>
        <Form.Item name="taxRate" label={t('taxRate')}>
          <InputNumber min={0} max={100} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="account" label={t('account')} extra={t('account.hint')}>
          <Input {...longestOf(addFeeItemSchema.entries.account)} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <Form.Item name="taxIncluded" valuePropName="checked">
          <Checkbox>{t('taxIncluded')}</Checkbox>
        </Form.Item>
      </Pair>
    </>
  )
}

function ChargeFields() {
  const t = useTexts(texts)
  const message = useMustChoose()[0]?.message ?? ''
  // Called required, the group would say so to readers of the screen by an attribute that groups do not have.
  const oneAtLeast = [{ type: 'array' as const, min: 1, message }]
  return (
    <>
      <Form.Item name="exclusive" label={t('exclusive')} extra={t('fixed.hint')}>
        <Radio.Group
          options={[
            { value: true, label: t('exclusive.yes') },
            { value: false, label: t('exclusive.no') },
          ]}
        />
      </Form.Item>
      <Form.Item name="targetKinds" label={t('targetKinds')} rules={oneAtLeast}>
        <Checkbox.Group options={targetKinds.map((value) => ({ value, label: t(`target.${value}`) }))} />
      </Form.Item>
      <Pair>
        <Form.Item name="chargedBy" label={t('chargedBy')}>
          <Select options={chargers.map((value) => ({ value, label: t(`charger.${value}`) }))} />
        </Form.Item>
        <Form.Item
          name="settleOrder"
          label={t('settleOrder')}
          extra={t('settleOrder.hint')}
          rules={[{ required: true }]}
        >
          <InputNumber min={0} max={lastSettled} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </Pair>
      <Form.Item name="guided" valuePropName="checked" extra={t('guided.hint')}>
        <Checkbox>{t('guided')}</Checkbox>
      </Form.Item>
    </>
  )
}

/** Fields beside each other, on a phone under each other. */
function Pair({ children }: { children: ReactNode }) {
  return (
    <Row gutter={16}>
      {Children.map(children, (field) => (
        <Col xs={24} md={12}>
          {field}
        </Col>
      ))}
    </Row>
  )
}
