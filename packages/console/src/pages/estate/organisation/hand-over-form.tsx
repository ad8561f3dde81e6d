import { heldOn } from '@heju/core/estate/organisation/shape'
import { addDays } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Alert, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { organisation as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { organisationKeys, useToday, type Organisation } from '../../../parts/organisation.ts'
import { listMerchants } from '../../fees/merchant/api.ts'

interface Fields {
  entityId: string
  fromOn: string
}

/** Tells whether an entity has a merchant for its projects, to who may know of merchants; undefined until it is known. */
function useIsServed(): (entityId: string) => boolean | undefined {
  const may = useMay()
  const { data } = useQuery({
    queryKey: ['merchants'],
    queryFn: listMerchants,
    enabled: may('merchant.write'),
  })
  return (id) => data?.merchants.some(({ entityId, projectId }) => entityId === id && projectId === null)
}

/** Hands a project to another legal entity from a day on. */
export function HandOver({
  project,
  name,
  organisation,
  close,
}: {
  project: Organisation['projects'][number]
  name: string
  organisation: Organisation
  close: () => void
}) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const today = useToday()
  const [form] = Form.useForm<Fields>()
  const chosenId = Form.useWatch('entityId', form)
  const isServed = useIsServed()
  const [initial] = useState({ fromOn: addDays(today, 1) })
  const { projectId } = project
  const handOver = useCommand({
    command: api.organisation.projects[':projectId'].handover.$post,
    asks: (json: Fields) => ({ param: { projectId }, json }),
    refreshes: organisationKeys,
    form,
    fieldOf: {
      'organisation.entity_closed': 'entityId',
      'organisation.placed_there': 'entityId',
      'organisation.placed_since': 'fromOn',
      'handover.received_since': 'fromOn',
    },
    done: t('handedOver'),
    onDone: close,
  })
  const chosen = organisation.entities.find(({ id }) => id === chosenId)
  const present = heldOn(project.entities, today)?.entityId
  const isPlanned = project.entities.some(({ fromOn }) => (fromOn ?? '') > today)
  return (
    <FormDrawer<Fields>
      title={t('handOver.title', { name })}
      about={t('handOver.about')}
      close={close}
      form={form}
      pending={handOver.isPending}
      initial={initial}
      send={(fields) => handOver.mutate(fields)}
      action={t('handOver')}
    >
      <Form.Item name="entityId" label={t('handOver.to')} rules={mustChoose}>
        <Select
          autoFocus
          options={organisation.entities
            .filter(({ closedOn }) => closedOn === null)
            .map(({ id, name: label }) => ({ value: id, label, disabled: id === present && !isPlanned }))}
        />
      </Form.Item>
      {chosen !== undefined && isServed(chosen.id) === false && (
        <Alert
          type="warning"
          showIcon
          role="status"
          title={t('handOver.unserved', { name: chosen.name })}
          style={{ marginBottom: 24 }}
        />
      )}
      <Form.Item
        name="fromOn"
        label={t('fromOn')}
        extra={t('handOver.from.hint')}
        rules={[{ required: true }]}
      >
        <Input type="date" />
      </Form.Item>
    </FormDrawer>
  )
}
