import { MinusCircleOutlined } from '@ant-design/icons'
import { frame } from '@heju/i18n/console/frame'
import { people as peopleTexts } from '@heju/i18n/console/people'
import { rooms as texts } from '@heju/i18n/console/rooms'
import { civilDateOf, newId } from '@heju/kernel'
import { Alert, Button, Card, Checkbox, Drawer, Flex, Form, Input, InputNumber } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { useChange } from '../../parts/form.ts'
import { NewPerson } from '../people/new-person.tsx'
import type { RoomDetail } from './api.ts'
import { PersonSelect } from './person-select.tsx'

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

/** A room changes hands. */
export function Transfer({ room, close }: { room: RoomDetail; close: () => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const p = useTexts(peopleTexts)
  const { company } = useSession()
  const [form] = Form.useForm<Fields>()
  const [adding, setAdding] = useState(false)
  const [initial] = useState<Fields>(() => ({
    fromOn: civilDateOf(Date.now(), company.zone),
    newOwners: [anOwner()],
    householdLeaves: true,
  }))
  const transfer = useChange({
    send: ({ fromOn, newOwners, householdLeaves }: Fields, requestId) =>
      call(
        api.registryPeople.transfers.$post({
          header: { 'idempotency-key': requestId },
          json: {
            place: { kind: 'room', id: room.id },
            fromOn,
            householdLeaves,
            newOwners: newOwners.map(({ occupancyId, personId = '', share }) => ({
              occupancyId,
              personId,
              shareE4: share == null ? null : Math.round(share * 100),
            })),
          },
        }),
      ),
    refreshes: [['rooms'], ['people']],
    form,
    done: t('transferred'),
    onDone: close,
  })
  return (
    <Drawer
      title={`${t('transfer')} · ${room.name}`}
      open
      onClose={close}
      size={520}
      extra={
        <Button type="primary" loading={transfer.isPending} onClick={form.submit}>
          {f('save')}
        </Button>
      }
    >
      <Alert type="info" showIcon title={t('transfer.about')} style={{ marginBottom: 16 }} />
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={initial}
        onFinish={(fields) => transfer.mutate(fields)}
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
                  projectId={room.projectId}
                  {...(name > 0 ? { remove: () => remove(name) } : {})}
                />
              ))}
              <Flex gap={8} wrap style={{ marginBottom: 16 }}>
                <Button type="dashed" onClick={() => add(anOwner())}>
                  {t('transfer.add')}
                </Button>
                <Button onClick={() => setAdding(true)}>{p('create')}</Button>
              </Flex>
            </>
          )}
        </Form.List>
        <Form.Item name="householdLeaves" valuePropName="checked">
          <Checkbox>{t('transfer.household')}</Checkbox>
        </Form.Item>
      </Form>
      {adding && <NewPerson projectId={room.projectId} close={() => setAdding(false)} />}
    </Drawer>
  )
}

function OwnerFields({ name, projectId, remove }: { name: number; projectId: string; remove?: () => void }) {
  const t = useTexts(texts)
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
      <Form.Item name={[name, 'personId']} label={t('name')} rules={[{ required: true }]}>
        <PersonSelect projectId={projectId} />
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
