import { createTariffSchema } from '@heju/core/fees/billing/shape'
import { frame } from '../../../app/texts.ts'
import { tariffs as texts } from './texts.ts'
import { App, Button, Drawer, Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useChange } from '../../../parts/form.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useProjects } from '../../../parts/projects.ts'
import {
  ApprovalFields,
  approvedAtFirst,
  approvedSent,
  priceFields,
  type Approved,
} from './approval-fields.tsx'
import { AdditionField, PriceField } from './amount-fields.tsx'
import type { TariffDetail } from './api.ts'
import { SurchargeField } from './surcharge-field.tsx'
import { useDecision } from './use-decision.tsx'

interface Fields extends Approved {
  name: string
  price: number
  addition?: number
  fromOn: string
  surcharge?: boolean
}

/** A new price from a day on; or, with `approves`, what the price of an imported tariff stands on. */
export function PriceForm({
  tariff,
  approves = false,
  close,
}: {
  tariff: TariffDetail
  approves?: boolean
  close: () => void
}) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const projects = useProjects()
  const regime = projects.find(({ id }) => id === tariff.projectId)?.priceRegime
  const { notification } = App.useApp()
  const decided = useDecision(t('others.tickSurcharge'))
  const change = useChange({
    send: (
      { name, price, addition, fromOn, surcharge, ...approved }: Fields,
      send,
    ): Promise<{ tariffId: string }> => {
      const param = { tariffId: tariff.id }
      const of = api.tariffs[':tariffId']
      const priced = {
        priceE4: Math.round(price * 10_000),
        ...(addition !== undefined && { additionFen: Math.round(addition * 100) }),
        ...approvedSent(approved),
      }
      if (!approves) return send(of.prices.$post, { param, json: { fromOn, ...priced } })
      const asked = {
        ...priced,
        ...(name !== tariff.name && { name }),
        ...(surcharge && { others: 'surcharge' as const }),
      }
      return decided(asked, (json) => send(of.approval.$post, { param, json }))
    },
    refreshes: [['tariffs']],
    form,
    fieldOf: priceFields,
    done: t(approves ? 'tariffs.approved' : 'addPrice.done'),
    // Approved by an attempt of before, or with a price from the same day by it: what is in the form now was not saved.
    ownDoing: ({ code }, before, now) =>
      approves
        ? code === 'billing.tariff_not_draft'
        : code === 'billing.price_overlaps' && before.fromOn === now.fromOn,
    onDone: (_, before) => {
      if (before !== undefined)
        notification.warning({
          title: t('price.before', { yuan: String(before.price) }),
          description: t('price.before.about'),
          duration: 0,
        })
      close()
    },
  })
  const save = (
    <Button type="primary" loading={change.isPending} onClick={form.submit}>
      {f('save')}
    </Button>
  )
  const { grade, baseE4, rangeE4 } = tariff
  const guidance = baseE4 !== null &&
    rangeE4 !== null && { grade, base: baseE4 / 10_000, range: rangeE4 / 100 }
  return (
    <Drawer
      title={`${t(approves ? 'tariffs.approve' : 'addPrice')} · ${tariff.name}`}
      open
      onClose={leave}
      size={460}
      extra={save}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          ...approvedAtFirst,
          ...(guidance && { guidance }),
          ...(approves && { name: tariff.name, price: tariff.priceE4 / 10_000 }),
          ...(tariff.additionFen > 0 && { addition: tariff.additionFen / 100 }),
        }}
        onFinish={(fields) => change.mutate(fields)}
      >
        {!approves && <p>{t('addPrice.about')}</p>}
        {approves && (
          <Form.Item name="name" label={t('name')} extra={t('name.imported')} rules={[{ required: true }]}>
            <Input {...longestOf(createTariffSchema.entries.name)} />
          </Form.Item>
        )}
        <PriceField
          basis={tariff.basis}
          {...(approves && { extra: t('price.imported', { per: t(`basis.${tariff.basis}`) }) })}
        />
        {tariff.additionFen > 0 && <AdditionField basis={tariff.basis} />}
        {!approves && (
          <Form.Item name="fromOn" label={t('fromOn')} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
        )}
        {approves && tariff.exclusive && !tariff.surcharge && <SurchargeField />}
        <ApprovalFields guided={regime === 'guided' && tariff.guided} />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}
