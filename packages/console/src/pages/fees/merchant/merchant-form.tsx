import { frame } from '../../../app/texts.ts'
import { merchant as texts } from './texts.ts'
import { formatInstant, isId } from '@heju/kernel'
import { Alert, Button, Drawer, Form, Input, Select } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { useProjectPlaces, type Entity } from '../../../parts/organisation.ts'
import { useProjects } from '../../../parts/projects.ts'
import { saveMerchant, type Merchant, type MerchantInput } from './api.ts'
import { PemField } from './pem-field.tsx'
import { scopeOf } from './scope.ts'
import { PlatformKeys, type PlatformKey } from './platform-keys.tsx'

interface Fields {
  scope: string
  merchantId: string
  appId: string
  merchantSerial: string
  merchantPrivateKey?: string
  apiV3Key?: string
  platformKeys?: PlatformKey[]
}

/** Enters a merchant, or changes one; secrets that are left empty stay as they are stored. */
export function MerchantForm({
  merchant,
  taken,
  openEntities,
  close,
}: {
  merchant: Merchant | undefined
  /** Scopes that have a merchant: ids of projects and of legal entities. */
  taken: readonly string[]
  openEntities: readonly Entity[]
  close: () => void
}) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const [id] = useNewId('mch')
  const save = useChange({
    send: (fields: Fields, send) => saveMerchant(inputOf(fields, id), send),
    refreshes: [['merchants']],
    form,
    done: t('saved'),
    onDone: close,
  })
  return (
    <Drawer
      title={merchant === undefined ? t('add') : t('change.title', { id: merchant.merchantId })}
      open
      onClose={leave}
      size={560}
      extra={
        <Button type="primary" loading={save.isPending} onClick={form.submit}>
          {f('save')}
        </Button>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={initialOf(merchant, taken, openEntities[0]?.id)}
        onFinish={(fields) => save.mutate(fields)}
      >
        <Scope merchant={merchant} taken={taken} />
        <OpenFields />
        <Secrets merchant={merchant} />
      </Form>
    </Drawer>
  )
}

function initialOf(
  merchant: Merchant | undefined,
  taken: readonly string[],
  entityId: string | undefined,
): Partial<Fields> {
  if (merchant === undefined)
    return entityId === undefined || taken.includes(entityId) ? {} : { scope: entityId }
  const { merchantId, appId, merchantSerial } = merchant
  return { scope: scopeOf(merchant), merchantId, appId, merchantSerial }
}

function inputOf(fields: Fields, id: string): MerchantInput {
  const { scope, merchantId, appId, merchantSerial, merchantPrivateKey, apiV3Key, platformKeys } = fields
  const keys = (platformKeys ?? []).filter((key) => key?.serial || key?.pem)
  return {
    id,
    merchantId,
    appId,
    merchantSerial,
    ...(isId('proj', scope) ? { projectId: scope } : { entityId: scope }),
    ...(merchantPrivateKey && { merchantPrivateKey }),
    ...(apiV3Key && { apiV3Key }),
    ...(keys.length > 0 && {
      platformKeys: keys.map(({ serial, pem }) => ({ serial: serial ?? '', pem: pem ?? '' })),
    }),
  }
}

function Scope({ merchant, taken }: { merchant: Merchant | undefined; taken: readonly string[] }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const projects = useProjects()
  const { organisation, placeOf } = useProjectPlaces()
  // Also the one whose merchant is changed, be it closed: its orders are watched to their end.
  const offered =
    organisation?.entities.filter(({ id, closedOn }) => closedOn === null || id === merchant?.entityId) ?? []
  const several = (organisation?.entities.length ?? 0) > 1
  const choice = (value: string, label: string) => ({
    value,
    label,
    disabled: merchant === undefined && taken.includes(value),
  })
  const options = [
    ...offered.map(({ id, name }) => choice(id, several ? t('scope.entity', { name }) : t('scope.all'))),
    ...projects.map(({ id, name }) => {
      const { entity } = placeOf(id)
      return choice(id, several && entity !== undefined ? `${name}（${entity.name}）` : name)
    }),
  ]
  return (
    <Form.Item name="scope" label={t('scope')} extra={t('scope.hint')} rules={mustChoose}>
      <Select options={options} disabled={merchant !== undefined} autoFocus={merchant === undefined} />
    </Form.Item>
  )
}

function OpenFields() {
  const t = useTexts(texts)
  return (['merchantId', 'appId', 'merchantSerial'] as const).map((name) => (
    <Form.Item
      key={name}
      name={name}
      label={t(name)}
      extra={t(`${name}.where`)}
      rules={[{ required: true }]}
      normalize={(typed: string) => typed.trim()}
    >
      <Input
        autoComplete="off"
        spellCheck={false}
        maxLength={60}
        inputMode={name === 'merchantId' ? 'numeric' : 'text'}
      />
    </Form.Item>
  ))
}

function Secrets({ merchant }: { merchant: Merchant | undefined }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const [merchantId, appId] = [Form.useWatch<string>('merchantId'), Form.useWatch<string>('appId')]
  const { placeOf } = useProjectPlaces()
  const whose = merchant?.projectId == null ? undefined : placeOf(merchant.projectId).entity
  // Handed over since: what is entered now is another merchant, the new entity's.
  const isIdle = whose !== undefined && whose.id !== merchant?.entityId
  const other =
    merchant !== undefined && (isIdle || merchantId !== merchant.merchantId || appId !== merchant.appId)
  const needed = merchant === undefined || other
  const required = [
    { required: needed, ...(other && { message: t(isIdle ? 'secret.needed.idle' : 'secret.needed') }) },
  ]
  const when = merchant === undefined ? '' : formatInstant(merchant.changedAt, company.zone)
  const stored = (words: string, where: string) => (needed ? where : `${words}${where}`)
  const saved = t('secret.saved', { when })
  return (
    <>
      {other && (
        <Alert
          type="warning"
          showIcon
          title={isIdle ? t('replaces.idle', { entity: whose.name }) : t('replaces')}
          style={{ marginBottom: 16 }}
        />
      )}
      <Form.Item
        name="merchantPrivateKey"
        label={t('merchantPrivateKey')}
        extra={stored(saved, t('merchantPrivateKey.where'))}
        rules={required}
      >
        <PemField label={t('merchantPrivateKey')} />
      </Form.Item>
      <Form.Item
        name="apiV3Key"
        label={t('apiV3Key')}
        extra={stored(
          t('secret.saved_ending', { when, last4: merchant?.apiV3KeyLast4 ?? '' }),
          t('apiV3Key.where'),
        )}
        rules={required}
      >
        <Input.Password autoComplete="new-password" maxLength={32} />
      </Form.Item>
      <PlatformKeys needed={needed} saved={needed ? '' : saved} />
    </>
  )
}
