import { MinusCircleOutlined } from '@ant-design/icons'
import { rooms as texts } from '../rooms/texts.ts'
import { civilDateOf, newId } from '@heju/kernel'
import { Button, Card, Checkbox, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { registryKeys } from '../../../parts/registry-keys.ts'
import type { NamedPlace } from './api.ts'
import { PersonField } from './person-field.tsx'

interface NewOwner {
  occupancyId: string
  personId?: string
  /** Percent, two decimals. */
  share?: number | null
}
interface Fields {
  fromOn: string
  newOwners: NewOwner[]
  householdLeaves: boolean
}
const anOwner = (): NewOwner => ({ occupancyId: newId('occ', Date.now()) })

/** A room or parking space changes hands. */
export function Transfer({ at, close }: { at: NamedPlace; close: () => void }) {
  const t = useTexts(texts)
  const { company } = useSession()
  const [form] = Form.useForm<Fields>()
  const [initial] = useState<Fields>(() => ({
    fromOn: civilDateOf(Date.now(), company.zone),
    newOwners: [anOwner()],
    householdLeaves: true,
  }))
  const transfer = useCommand({
    command: api.registry.transfers.$post,
    asks: ({ fromOn, newOwners, householdLeaves }: Fields) => ({
      json: {
        place: at.place,
        fromOn,
        householdLeaves,
        newOwners: newOwners.map(({ occupancyId, personId = '', share }) => ({
          occupancyId,
          personId,
          shareE4: share == null ? null : Math.round(share * 100),
        })),
      },
    }),
    refreshes: registryKeys,
    form,
    done: t('transferred'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={`${t('transfer')} · ${at.name}`}
      about={t('transfer.about')}
      close={close}
      form={form}
      pending={transfer.isPending}
      initial={initial}
      send={(fields) => transfer.mutate(fields)}
    >
      <Form.Item name="fromOn" label={t('transfer.fromOn')} rules={[{ required: true }]}>
        <Input type="date" />
      </Form.Item>
      <Form.List name="newOwners">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <OwnerFields
                key={key}
                name={name}
                projectId={at.projectId}
                {...(name > 0 ? { remove: () => remove(name) } : {})}
              />
            ))}
            <Button type="dashed" style={{ marginBottom: 16 }} onClick={() => add(anOwner())}>
              {t('transfer.add')}
            </Button>
          </>
        )}
      </Form.List>
      <Form.Item name="householdLeaves" valuePropName="checked">
        <Checkbox>{t('transfer.household')}</Checkbox>
      </Form.Item>
    </FormDrawer>
  )
}

function OwnerFields({ name, projectId, remove }: { name: number; projectId: string; remove?: () => void }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  return (
    <Card
      size="small"
      title={t(name === 0 ? 'transfer.owner' : 'transfer.coOwner')}
      style={{ marginBottom: 12 }}
      extra={
        remove && (
          <Button
            type="text"
            icon={<MinusCircleOutlined />}
            aria-label={t('transfer.remove')}
            onClick={remove}
          />
        )
      }
    >
      <Form.Item name={[name, 'occupancyId']} hidden>
        <Input />
      </Form.Item>
      <Form.Item name={[name, 'personId']} label={t('name')} rules={mustChoose}>
        <PersonField projectId={projectId} />
      </Form.Item>
      <Form.Item
        name={[name, 'share']}
        label={t('transfer.share')}
        extra={t('transfer.share.hint')}
        style={{ marginBottom: 0 }}
      >
        <InputNumber min={0.01} max={100} precision={2} style={{ width: '100%' }} />
      </Form.Item>
    </Card>
  )
}
