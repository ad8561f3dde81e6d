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

/** Closes a unit from a day on. */
export function CloseUnit({ unit, close }: { unit: Unit; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const closing = useCommand({
    command: api.organisation.units[':unitId'].closing.$post,
    asks: (json: Fields) => ({ param: { unitId: unit.id }, json }),
    refreshes: organisationKeys,
    form,
    fieldOf: { 'organisation.closed_in_future': 'closedOn' },
    done: t('closed_done'),
    onDone: close,
  })
  return (
    <Closing
      title={t('close.title', { name: unit.name })}
      about={t('close.about')}
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
    fieldOf: { 'organisation.closed_in_future': 'closedOn' },
    done: t('closed_done'),
    onDone: close,
  })
  return (
    <Closing
      title={t('close.title', { name: entity.name })}
      about={t('entity.close.about')}
      {...{ close, form }}
      pending={closing.isPending}
      send={(fields) => closing.mutate(fields)}
    />
  )
}

function Closing(
  drawer: Pick<
    Parameters<typeof FormDrawer<Fields>>[0],
    'title' | 'about' | 'close' | 'form' | 'pending' | 'send'
  >,
) {
  const t = useTexts(texts)
  const today = useToday()
  const [initial] = useState({ closedOn: today })
  return (
    <FormDrawer<Fields> {...drawer} initial={initial} action={t('close')}>
      <Form.Item name="closedOn" label={t('close.day')} rules={[{ required: true }]}>
        <Input type="date" max={today} autoFocus />
      </Form.Item>
    </FormDrawer>
  )
}
