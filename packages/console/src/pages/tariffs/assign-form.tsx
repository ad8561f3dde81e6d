import { frame } from '@heju/i18n/console/frame'
import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { registryTexts } from '@heju/i18n/texts/registry'
import { useQuery } from '@tanstack/react-query'
import { Button, Checkbox, Drawer, Form, Input, Select } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useChange } from '../../parts/form.ts'
import { PlaceSelect } from '../../parts/place-select.tsx'
import type { TariffDetail } from './api.ts'

const roomUses = ['residence', 'apartment', 'villa', 'office', 'shop', 'storage', 'other'] as const
const parkingKinds = ['ground', 'underground', 'mechanical'] as const
type Kind = 'project' | 'room_use' | 'parking_kind' | 'building' | 'places'

interface Fields {
  kind: Kind
  value?: string
  ids?: string[]
  fromOn: string
  toOn: string
  instead?: boolean
}

function scopeOf({ kind, value = '', ids = [] }: Fields) {
  if (kind === 'project') return { kind }
  if (kind === 'places') return { kind, ids }
  if (kind === 'room_use') return { kind, value: value as (typeof roomUses)[number] }
  if (kind === 'parking_kind') return { kind, value: value as (typeof parkingKinds)[number] }
  return { kind, value }
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
  const change = useChange({
    send: (fields: Fields, requestId) => {
      const at = { param: { tariffId: tariff.id }, header: { 'idempotency-key': requestId } }
      const { assignments } = api.tariffs[':tariffId']
      const { fromOn, toOn, instead = false } = fields
      const scope = scopeOf(fields)
      if (ends) return call(assignments.end.$post({ ...at, json: { scope, toOn } }))
      return call(assignments.$post({ ...at, json: { scope, fromOn, instead, ...(toOn && { toOn }) } }))
    },
    refreshes: [['tariffs'], ['charges']],
    form,
    fieldOf: {
      'billing.wrong_targets': 'kind',
      'billing.nothing_to_assign': 'kind',
      'scope.value': 'value',
      'scope.ids': 'ids',
    },
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
      onClose={close}
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
        {!ends && (
          <Form.Item name="instead" valuePropName="checked">
            <Checkbox>{t('assign.instead')}</Checkbox>
          </Form.Item>
        )}
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}

function ScopeFields({ tariff }: { tariff: TariffDetail }) {
  const t = useTexts(texts)
  const kind = Form.useWatch<Kind | undefined>('kind')
  const kinds: Kind[] =
    tariff.basis === 'parking_space'
      ? ['project', 'parking_kind', 'places']
      : ['project', 'building', 'room_use', 'places']
  return (
    <>
      <Form.Item name="kind" label={t('scope.kind')}>
        <Select options={kinds.map((value) => ({ value, label: t(`scope.${value}`) }))} />
      </Form.Item>
      {kind === 'places' ? (
        <Form.Item name="ids" label={t('scope.value')} rules={[{ required: true }]}>
          <PlaceSelect projectId={tariff.projectId} several />
        </Form.Item>
      ) : (
        kind !== undefined &&
        kind !== 'project' && (
          <Form.Item key={kind} name="value" label={t('scope.value')} rules={[{ required: true }]}>
            <ScopeValue kind={kind} projectId={tariff.projectId} />
          </Form.Item>
        )
      )}
    </>
  )
}

/** Which building, use or kind of space. The form gives value, id and change. */
function ScopeValue({
  kind,
  projectId,
  ...field
}: {
  kind: 'building' | 'room_use' | 'parking_kind'
  projectId: string
  id?: string
  value?: string
  onChange?: (value: string) => void
}) {
  const r = useTexts(registryTexts)
  const buildings = useQuery({
    queryKey: ['buildings', projectId],
    queryFn: () => call(api.registry.buildings.$get({ query: { projectId } })),
    enabled: kind === 'building',
  })
  const options = {
    building: (buildings.data?.buildings ?? []).map(({ id, name }) => ({ value: id, label: name })),
    room_use: roomUses.map((value) => ({ value, label: r(`use.${value}`) })),
    parking_kind: parkingKinds.map((value) => ({ value, label: r(`parking.${value}`) })),
  }
  return <Select {...field} options={options[kind]} showSearch={{ optionFilterProp: 'label' }} />
}
