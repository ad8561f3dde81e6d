import { frame } from '../../../app/texts.ts'
import { tariffs as texts } from './texts.ts'
import { Button, Drawer, Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useChange } from '../../../parts/form.ts'
import type { TariffDetail } from './api.ts'
import { EndPreview } from './end-preview.tsx'
import {
  ScopeFields,
  scopeFields,
  scopeOf,
  ScopePreview,
  scopePreviews,
  type ScopeValues,
} from './scope-fields.tsx'

interface Fields extends ScopeValues {
  fromOn: string
  toOn: string
}

/** Charges rooms or spaces by a tariff from a day on; with `ends`, no longer after a day. */
export function AssignForm({
  tariff,
  ends = false,
  close,
}: {
  tariff: TariffDetail
  ends?: boolean
  close: () => void
}) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const change = useChange<Fields, { places: number; toOn?: string }>({
    send: (fields, send) => {
      const at = { param: { tariffId: tariff.id } }
      const { assignments } = api.tariffs[':tariffId']
      const { fromOn, toOn, others } = fields
      const scope = scopeOf(fields)
      if (ends) return send(assignments.end.$post, { ...at, json: { scope, toOn } })
      return send(assignments.$post, {
        ...at,
        json: { scope, fromOn, ...(others && { others }), ...(toOn && { toOn }) },
      })
    },
    refreshes: [['tariffs'], ['charges']],
    outdated: { keys: [scopePreviews] },
    form,
    fieldOf: scopeFields,
    done: ({ places, toOn }) =>
      toOn === undefined ? t('scopes.saved', { places }) : t('unassign.done', { places, day: toOn }),
    onDone: close,
  })
  const save = (
    <Button type="primary" danger={ends} loading={change.isPending} onClick={form.submit}>
      {ends ? t('unassign') : f('save')}
    </Button>
  )
  return (
    <Drawer
      title={`${t(ends ? 'unassign' : 'assign')} · ${tariff.name}`}
      open
      onClose={leave}
      size={460}
      extra={save}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{
          kind: ends ? 'places' : tariff.basis === 'parking_space' ? 'parking_kind' : 'building',
        }}
        onFinish={(fields) => change.mutate(fields)}
      >
        <p>{t(ends ? 'unassign.about' : 'scopes.about')}</p>
        <ScopeFields tariff={tariff} />
        {!ends && (
          <Form.Item name="fromOn" label={t('fromOn')} rules={[{ required: true }]}>
            <Input type="date" />
          </Form.Item>
        )}
        <Form.Item
          name="toOn"
          label={t(ends ? 'unassign.lastDay' : 'assign.toOn')}
          rules={[{ required: ends }]}
        >
          <Input type="date" />
        </Form.Item>
        {ends ? <EndPreview tariff={tariff} /> : <ScopePreview tariff={tariff} />}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}
