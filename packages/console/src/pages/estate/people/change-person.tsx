import {
  changePersonSchema,
  genders,
  idDocumentSchema,
  idKinds,
  mostPhones,
  personKinds,
} from '@heju/core/estate/registry/shape'
import { people as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Flex, Form, Input, Radio, Select } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useRevised } from '../../../parts/revised.tsx'
import type { PersonDetail } from './api.ts'

interface Fields {
  name: string
  kind: (typeof personKinds)[number]
  gender?: (typeof genders)[number] | null
  number?: string
  remark?: string
  /** Numbers are shown masked, so that they are kept as they are or written anew. */
  phonesAre: 'kept' | 'new'
  phones?: (string | undefined)[]
  idIs: 'kept' | 'new' | 'none'
  idDocument?: { kind: (typeof idKinds)[number]; number: string }
}

/** Puts right what is known of a person, above all a phone that has changed. */
export function ChangePerson({ person, close }: { person: PersonDetail; close: () => void }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const [form] = Form.useForm<Fields>()
  const { revision, notice } = useRevised({
    queryKey: ['people'],
    opened: person,
    form,
    fieldsOf: ({ name, kind, gender, number, remark }) => ({
      name,
      kind,
      gender,
      remark,
      number: number ?? '',
    }),
    wordsOf: ({ name, phones, kind, gender, number, idMasked, remark }) => [
      [t('name'), name],
      [t('phone'), phones.join('、')],
      [t('kind'), r(`person.${kind}`)],
      [t('gender'), gender === null ? '' : r(`gender.${gender}`)],
      [t('number'), number ?? ''],
      [t('idDocument'), idMasked ?? ''],
      [t('remark'), remark],
    ],
  })
  const change = useCommand({
    command: api.registry.people[':personId'].$put,
    asks: ({ name, kind, gender, number, remark, phonesAre, phones = [], idIs, idDocument }: Fields) => ({
      param: { personId: person.id },
      json: {
        revision,
        name,
        kind,
        gender: gender ?? null,
        number: number || null,
        remark: remark ?? '',
        ...(phonesAre === 'new' && {
          phones: phones.filter((phone) => phone !== undefined && phone !== '') as string[],
        }),
        ...(idIs === 'none' && { idDocument: null }),
        ...(idIs === 'new' && idDocument && idDocument.number !== '' && { idDocument }),
      },
    }),
    refreshes: [['people'], ['rooms'], ['parking']],
    form,
    done: t('changed'),
    onDone: close,
  })
  const { name, kind, gender, number, remark, phones, idKind, idMasked } = person
  return (
    <FormDrawer<Fields>
      title={`${t('change')} · ${name}`}
      close={close}
      form={form}
      pending={change.isPending}
      initial={{
        name,
        kind,
        gender,
        remark,
        ...(number !== null && { number }),
        phonesAre: phones.length === 0 ? 'new' : 'kept',
        phones: [''],
        idIs: idMasked === null ? 'new' : 'kept',
        idDocument: { kind: idKind ?? 'resident_id', number: '' },
      }}
      send={(fields) => change.mutate(fields)}
    >
      {notice}
      <Form.Item name="name" label={t('name')} rules={[{ required: true }]}>
        <Input {...longestOf(changePersonSchema.entries.name)} />
      </Form.Item>
      <PhonesAnew masked={phones} />
      <Form.Item name="kind" label={t('kind')}>
        <Select options={personKinds.map((value) => ({ value, label: r(`person.${value}`) }))} />
      </Form.Item>
      <Form.Item name="gender" label={t('gender')}>
        <Select allowClear options={genders.map((value) => ({ value, label: r(`gender.${value}`) }))} />
      </Form.Item>
      <Form.Item name="number" label={t('number')}>
        <Input {...longestOf(changePersonSchema.entries.number)} />
      </Form.Item>
      <DocumentAnew masked={idMasked} />
      <Form.Item name="remark" label={t('remark')}>
        <Input.TextArea {...longestOf(changePersonSchema.entries.remark)} autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDrawer>
  )
}

/** The phones as they are, or all of them anew, the main one first: who had one does not lose it for an empty field. */
function PhonesAnew({ masked }: { masked: readonly string[] }) {
  const t = useTexts(texts)
  const phonesAre = Form.useWatch<Fields['phonesAre'] | undefined>('phonesAre')
  const isNew = phonesAre === 'new'
  return (
    <>
      <Form.Item name="phonesAre" label={t('phone')} hidden={masked.length === 0}>
        <Radio.Group
          options={[
            { value: 'kept', label: t('phones.kept', { phones: masked.join('、') }) },
            { value: 'new', label: t('phones.new') },
          ]}
        />
      </Form.Item>
      {isNew && (
        <Form.List name="phones">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }, at) => (
                <Form.Item
                  key={key}
                  label={at === 0 ? t('phones.main') : t('phones.more', { number: at + 1 })}
                  extra={at === 0 ? t('phone.hint') : undefined}
                >
                  <Flex gap={8}>
                    <Form.Item
                      name={name}
                      noStyle
                      // The label stands on the row around it, and what is wrong is said by it.
                      messageVariables={{ label: t('phones.main') }}
                      rules={[{ required: at === 0 && masked.length > 0 }]}
                    >
                      <Input
                        inputMode="tel"
                        maxLength={30}
                        aria-label={t('phones.more', { number: at + 1 })}
                      />
                    </Form.Item>
                    {at > 0 && (
                      <Button
                        aria-label={t('phones.remove', { number: at + 1 })}
                        icon={<DeleteOutlined />}
                        onClick={() => remove(name)}
                      />
                    )}
                  </Flex>
                </Form.Item>
              ))}
              {fields.length < mostPhones && (
                <Button icon={<PlusOutlined />} onClick={() => add('')} style={{ marginBottom: 24 }}>
                  {t('phones.add')}
                </Button>
              )}
            </>
          )}
        </Form.List>
      )}
    </>
  )
}

/** The ID document as it is, another, or none: who does not need it deletes it (个人信息保护法 47). */
function DocumentAnew({ masked }: { masked: string | null }) {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const idIs = Form.useWatch<Fields['idIs'] | undefined>('idIs')
  return (
    <>
      <Form.Item name="idIs" label={t('idDocument')} hidden={masked === null}>
        <Radio.Group
          options={[
            { value: 'kept', label: t('phones.kept', { phones: masked ?? '' }) },
            { value: 'new', label: t('id.new') },
            { value: 'none', label: t('id.none') },
          ]}
        />
      </Form.Item>
      {idIs === 'new' && (
        <>
          <Form.Item name={['idDocument', 'kind']} label={t('idKind')}>
            <Select options={idKinds.map((value) => ({ value, label: r(`id.${value}`) }))} />
          </Form.Item>
          <Form.Item
            name={['idDocument', 'number']}
            label={t('idNumber')}
            extra={t('idNumber.hint')}
            rules={[{ required: masked !== null }]}
          >
            <Input {...longestOf(idDocumentSchema.entries.number)} autoComplete="off" />
          </Form.Item>
        </>
      )}
    </>
  )
}
