import { createPersonSchema, idDocumentSchema, idKinds, personKinds } from '@heju/core/estate/registry/shape'
import { frame } from '../../../app/texts.ts'
import { people as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { Button, Drawer, Form, Input, Select } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'

interface Fields {
  name: string
  kind: (typeof personKinds)[number]
  number?: string
  phones: [string?]
  idDocument?: { kind: (typeof idKinds)[number]; number?: string }
}

/** Takes down a person or organisation. */
export function NewPerson({
  projectId,
  close,
  onCreated,
}: {
  projectId: string
  close: () => void
  onCreated?: (personId: string, name: string) => void
}) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const r = useTexts(registryTexts)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const [personId] = useNewId('pers')
  const create = useCommand({
    command: api.registry.people.$post,
    asks: ({ name, kind, number, phones: [phone], idDocument }: Fields) => ({
      json: {
        projectId,
        personId,
        name,
        kind,
        number: number || null,
        phones: phone ? [phone] : [],
        idDocument: idDocument?.number ? { kind: idDocument.kind, number: idDocument.number } : null,
      },
    }),
    refreshes: [['people']],
    form,
    done: t('created'),
    onDone: () => {
      const name = String(form.getFieldValue('name'))
      close()
      onCreated?.(personId, name)
    },
  })
  return (
    <Drawer
      title={t('create')}
      open
      onClose={leave}
      size={420}
      extra={
        <Button type="primary" loading={create.isPending} onClick={form.submit}>
          {f('save')}
        </Button>
      }
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'natural', idDocument: { kind: 'resident_id' } }}
        onFinish={(fields) => create.mutate(fields)}
      >
        <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
          <Input {...longestOf(createPersonSchema.entries.name)} autoFocus />
        </Form.Item>
        <Form.Item name="kind" label={t('kind')}>
          <Select options={personKinds.map((value) => ({ value, label: r(`person.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['phones', 0]} label={t('phone')} extra={t('phone.hint')}>
          <Input inputMode="tel" maxLength={30} />
        </Form.Item>
        <Form.Item name="number" label={t('number')}>
          <Input {...longestOf(createPersonSchema.entries.number)} />
        </Form.Item>
        <Form.Item name={['idDocument', 'kind']} label={t('idKind')}>
          <Select options={idKinds.map((value) => ({ value, label: r(`id.${value}`) }))} />
        </Form.Item>
        <Form.Item name={['idDocument', 'number']} label={t('idNumber')} extra={t('idNumber.hint')}>
          <Input {...longestOf(idDocumentSchema.entries.number)} autoComplete="off" />
        </Form.Item>
      </Form>
    </Drawer>
  )
}
