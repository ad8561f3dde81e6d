import { addEntitySchema, isCreditCode } from '@heju/core/estate/organisation/shape'
import { Form, Input } from 'antd'
import { organisation as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { organisationKeys, type Entity } from '../../../parts/organisation.ts'

interface Fields {
  name: string
  creditCode?: string
  seriesCode: string
  address?: string
  phone?: string
  openedOn?: string
}
const fieldOf = {
  'organisation.entity_name_taken': 'name',
  'organisation.credit_code_taken': 'creditCode',
  'organisation.series_taken': 'seriesCode',
  'organisation.series_fixed': 'seriesCode',
  'organisation.series_needed': 'seriesCode',
  'organisation.opened_after_use': 'openedOn',
  'organisation.closed_before_opened': 'openedOn',
}
const jsonOf = ({ openedOn, seriesCode = '', ...fields }: Fields) => ({
  ...fields,
  seriesCode,
  openedOn: openedOn || null,
})

const fieldsOf = ({ name, creditCode, seriesCode, address, phone, openedOn }: Entity): Fields => ({
  name,
  creditCode,
  seriesCode,
  address,
  phone,
  openedOn: openedOn ?? '',
})

/** Adds a legal entity. */
export function AddEntity({ close }: { close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const [entityId] = useNewId('entity')
  const save = useCommand({
    command: api.organisation.entities.$post,
    asks: (fields: Fields) => ({ json: { ...jsonOf(fields), entityId } }),
    refreshes: organisationKeys,
    form,
    fieldOf,
    done: t('entity.added'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={t('entity.add')}
      close={close}
      form={form}
      pending={save.isPending}
      initial={{}}
      send={(fields) => save.mutate(fields)}
    >
      <EntityFields coded />
    </FormDrawer>
  )
}

/** Changes what is known of a legal entity. */
export function ChangeEntity({ entity, close }: { entity: Entity; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const { revision, notice } = useRevised({
    queryKey: ['organisation'],
    opened: entity,
    form,
    fieldsOf,
    wordsOf: ({ name, creditCode, seriesCode, address, phone, openedOn }) => [
      [t('entity.name'), name],
      [t('creditCode'), creditCode],
      [t('seriesCode'), seriesCode],
      [t('address'), address],
      [t('phone'), phone],
      [t('openedOn'), openedOn ?? ''],
    ],
  })
  const save = useCommand({
    command: api.organisation.entities[':entityId'].$put,
    asks: (fields: Fields) => ({ param: { entityId: entity.id }, json: { ...jsonOf(fields), revision } }),
    refreshes: organisationKeys,
    form,
    fieldOf,
    done: t('saved'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={t('change.title', { name: entity.name })}
      close={close}
      form={form}
      pending={save.isPending}
      initial={fieldsOf(entity)}
      send={(fields) => save.mutate(fields)}
    >
      {notice}
      <EntityFields coded={entity.seriesCode !== ''} />
    </FormDrawer>
  )
}

/** @param coded whether its receipts need a code */
function EntityFields({ coded }: { coded: boolean }) {
  const t = useTexts(texts)
  const { name, creditCode, address, phone } = addEntitySchema.entries
  const isRight = {
    validator: (_: unknown, typed = '') =>
      typed === '' || isCreditCode(typed.trim().toUpperCase())
        ? Promise.resolve()
        : Promise.reject(new Error(t('creditCode.wrong'))),
    validateTrigger: 'onBlur',
  }
  return (
    <>
      <Form.Item name="name" label={t('entity.name')} rules={[{ required: true }]}>
        <Input {...longestOf(name)} autoFocus />
      </Form.Item>
      <Form.Item
        name="creditCode"
        label={t('creditCode')}
        rules={[isRight]}
        validateTrigger={['onBlur', 'onSubmit']}
      >
        <Input {...longestOf(creditCode)} autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item
        name="seriesCode"
        label={t('seriesCode')}
        extra={t(coded ? 'seriesCode.hint' : 'seriesCode.first')}
        rules={[{ required: coded }]}
        normalize={(typed: string) => typed.toUpperCase()}
      >
        <Input autoComplete="off" spellCheck={false} />
      </Form.Item>
      <Form.Item name="address" label={t('address')}>
        <Input {...longestOf(address)} />
      </Form.Item>
      <Form.Item name="phone" label={t('phone')}>
        <Input {...longestOf(phone)} inputMode="tel" />
      </Form.Item>
      <Form.Item name="openedOn" label={t('openedOn')} extra={t('openedOn.hint')}>
        <Input type="date" />
      </Form.Item>
    </>
  )
}
