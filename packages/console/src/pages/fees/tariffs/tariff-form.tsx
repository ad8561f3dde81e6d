import { createTariffSchema, tariffBases } from '@heju/core/fees/billing/shape'
import { fees } from '../bills/texts.ts'
import { frame } from '../../../app/texts.ts'
import { tariffs as texts } from './texts.ts'
import { Button, Divider, Drawer, Form, Input, Select, type FormInstance } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFeeItems, useItemName } from '../../../parts/fee-items.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { useProjects } from '../../../parts/projects.ts'
import { useProjectToBeginWith } from '../../../parts/use-project-to-begin-with.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import {
  ApprovalFields,
  approvedAtFirst,
  approvedSent,
  priceFields,
  type Approved,
} from './approval-fields.tsx'
import { PriceField } from './amount-fields.tsx'
import { SurchargeField } from './surcharge-field.tsx'
import {
  ScopeFields,
  scopeFields,
  scopeOf,
  ScopePreview,
  scopePreviews,
  type ScopeValues,
} from './scope-fields.tsx'

interface Fields extends Approved, ScopeValues {
  projectId: string
  name: string
  feeItem: string
  basis: (typeof tariffBases)[number]
  surcharge?: boolean
  price: number
  fromOn: string
}

/** A new tariff: what it costs, for which rooms or spaces, and how many those are before it is saved. */
export function TariffForm({
  projectId: of,
  close,
  onDone,
}: {
  projectId: string | undefined
  close: () => void
  onDone: (tariffId: string) => void
}) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const projects = useProjectToBeginWith(form, of)
  const [tariffId] = useNewId('tariff')
  const projectId = Form.useWatch('projectId', form)
  const guided = projects.find(({ id }) => id === projectId)?.priceRegime === 'guided'
  const item = useChosenItem(form)
  const change = useChange({
    send: (
      { price, approval, guidance, kind, values, ids, surcharge, others: decided, ...fields }: Fields,
      send,
    ) => {
      const others = surcharge ? 'surcharge' : decided
      return send(api.tariffs.$post, {
        json: {
          tariffId,
          ...fields,
          scope: scopeOf({ kind, ...(values && { values }), ...(ids && { ids }) }),
          ...(others && { others }),
          priceE4: Math.round(price * 10_000),
          ...approvedSent({ approval, ...(guidance && { guidance }) }),
        },
      })
    },
    refreshes: [['tariffs']],
    outdated: { keys: [scopePreviews] },
    form,
    fieldOf: {
      ...priceFields,
      ...scopeFields,
      'fee_items.not_in_use': 'feeItem',
      'fee_items.of_head_office': 'feeItem',
      'fee_items.not_for_target': 'basis',
    },
    done: f('saved'),
    onDone: () => onDone(tariffId),
  })
  const save = (
    <Button type="primary" loading={change.isPending} onClick={form.submit}>
      {f('save')}
    </Button>
  )
  return (
    <Drawer title={t('tariffs.create')} open onClose={leave} size={460} extra={save}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          ...approvedAtFirst,
          feeItem: 'property',
          basis: 'area',
        }}
        onFinish={(fields) => change.mutate(fields)}
      >
        <What />
        <ForWhich />
        <ApprovalFields guided={guided && item?.guided === true} />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}

/** The fee item that the form has now; undefined until the items have come. */
function useChosenItem(form: FormInstance<Fields>) {
  const id = Form.useWatch('feeItem', form) ?? 'property'
  return useFeeItems().find((item) => item.id === id)
}

const kindOf = (basis: Fields['basis']) => (basis === 'parking_space' ? 'parking' : 'room')

function What() {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const f = useTexts(fees)
  const projects = useProjects()
  const form = Form.useFormInstance<Fields>()
  const item = useChosenItem(form)
  const items = useFeeItems().filter(({ retiredAt }) => retiredAt === null)
  const itemName = useItemName()
  const basis = Form.useWatch('basis', form) ?? 'area'
  // What was chosen of rooms means nothing for spaces, and nothing in another project.
  const forget = () => form.resetFields(['kind', 'values', 'ids', 'others'])
  // An item that is for rooms alone is charged to rooms, whatever was chosen before.
  const fit = (id: string) => {
    const { targetKinds } = items.find((one) => one.id === id) ?? {}
    if (targetKinds === undefined || targetKinds.includes(kindOf(basis))) return
    forget()
    form.setFieldValue(
      'basis',
      tariffBases.find((one) => targetKinds.includes(kindOf(one))),
    )
  }
  return (
    <>
      <Form.Item name="projectId" label={f('project')} rules={mustChoose}>
        <Select
          autoFocus
          onChange={forget}
          options={projects.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
        <Input {...longestOf(createTariffSchema.entries.name)} />
      </Form.Item>
      <Form.Item name="feeItem" label={t('feeItem')} rules={mustChoose}>
        <Select
          onChange={fit}
          showSearch={{ optionFilterProp: 'label' }}
          options={items.map((one) => ({ value: one.id, label: itemName(one) }))}
        />
      </Form.Item>
      <Form.Item name="basis" label={t('basis')}>
        <Select
          onChange={forget}
          options={tariffBases
            .filter((value) => item?.targetKinds.includes(kindOf(value)) ?? true)
            .map((value) => ({ value, label: t(`basis.${value}`) }))}
        />
      </Form.Item>
      {item?.exclusive !== false && <SurchargeField />}
      <PriceField basis={basis} />
      <Form.Item name="fromOn" label={t('fromOn')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}

/** For which rooms or spaces: asked, because the whole project is rarely what is meant. */
function ForWhich() {
  const t = useTexts(texts)
  const projectId = Form.useWatch<string | undefined>('projectId')
  const basis = Form.useWatch<Fields['basis'] | undefined>('basis') ?? 'area'
  const item = useChosenItem(Form.useFormInstance<Fields>())
  const tariff = {
    projectId,
    basis,
    feeItem: item?.id ?? 'property',
    exclusive: item?.exclusive ?? true,
  }
  return (
    <>
      <Divider titlePlacement="start">{t('scopes')}</Divider>
      <ScopeFields tariff={tariff} />
      <ScopePreview tariff={tariff} />
    </>
  )
}
