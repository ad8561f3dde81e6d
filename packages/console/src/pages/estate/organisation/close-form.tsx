import { Form, Input } from 'antd'
import { useState } from 'react'
import { organisation as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { organisationKeys, useToday, type Entity, type Unit } from '../../../parts/organisation.ts'

interface Fields {
  closedOn: string
}

const fieldOf = {
  'organisation.closed_in_future': 'closedOn',
  'organisation.closed_before_opened': 'closedOn',
  'organisation.parent_closed': 'closedOn',
}

/** Closes a unit from a day on. */
export function CloseUnit({ unit, close }: { unit: Unit; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const closing = useCommand({
    command: api.organisation.units[':unitId'].closing.$post,
    asks: (json: Fields) => ({ param: { unitId: unit.id }, json }),
    refreshes: organisationKeys,
    form,
    fieldOf,
    done: t('closed_done'),
    onDone: close,
  })
  return (
    <Closing
      title={t('close.title', { name: unit.name })}
      about={t('close.about')}
      action={t('close')}
      day={t('close.day')}
      {...{ close, form }}
      pending={closing.isPending}
      send={(fields) => closing.mutate(fields)}
    />
  )
}

/** Closes a legal entity from a day on. */
export function CloseEntity({ entity, close }: { entity: Entity; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const closing = useCommand({
    command: api.organisation.entities[':entityId'].closing.$post,
    asks: (json: Fields) => ({ param: { entityId: entity.id }, json }),
    refreshes: organisationKeys,
    form,
    fieldOf,
    done: t('entity.closed_done'),
    onDone: close,
  })
  return (
    <Closing
      title={t('entity.close.title', { name: entity.name })}
      about={t('entity.close.about')}
      action={t('entity.close')}
      day={t('entity.close.day')}
      {...{ close, form }}
      pending={closing.isPending}
      send={(fields) => closing.mutate(fields)}
    />
  )
}

function Closing({
  day,
  ...drawer
}: Pick<
  Parameters<typeof FormDrawer<Fields>>[0],
  'title' | 'about' | 'action' | 'close' | 'form' | 'pending' | 'send'
> & { day: string }) {
  const today = useToday()
  const [initial] = useState({ closedOn: today })
  return (
    <FormDrawer<Fields> {...drawer} initial={initial}>
      <Form.Item name="closedOn" label={day} rules={[{ required: true }]}>
        <Input type="date" max={today} autoFocus />
      </Form.Item>
    </FormDrawer>
  )
}
