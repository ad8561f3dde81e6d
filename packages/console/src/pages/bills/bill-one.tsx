import { billRuns } from '@heju/i18n/console/bill-runs'
import { fees as texts } from '@heju/i18n/console/fees'
import { periodAt } from '@heju/kernel'
import { App, Button, Drawer, Form, Input, Select } from 'antd'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { useMustChoose } from '../../parts/must-choose.ts'
import { useChange } from '../../parts/form.ts'
import { useNow } from '../../parts/now.ts'
import { useProjects } from '../../parts/projects.ts'
import { PlaceSelect } from '../../parts/place-select.tsx'
import { Failure } from '../../parts/states.tsx'
import { MessagesTold } from '../bill-runs/messages-told.tsx'

interface Fields {
  projectId: string
  place: string
  period: string
  dueOn?: string
}

/** Bills one room or space for a month: one that came late, or whose bill was taken back. */
export function BillOne({ projectId, close }: { projectId: string | undefined; close: () => void }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const r = useTexts(billRuns)
  const { notification } = App.useApp()
  const [form] = Form.useForm<Fields>()
  const [without, setWithout] = useState(false)
  const projects = useProjects()
  const { company } = useSession()
  const month = periodAt(useNow(), company.zone)
  const chosen = Form.useWatch('projectId', form)
  const change = useChange({
    send: ({ place, period, dueOn }: Fields, requestId) =>
      call(
        api.bills.one.$post({
          header: { 'idempotency-key': requestId },
          json: {
            place: { kind: place.startsWith('park_') ? 'parking' : 'room', id: place },
            period,
            ...(dueOn && { dueOn }),
            remind: !without,
          },
        }),
      ),
    refreshes: [['bills'], ['arrears']],
    form,
    fieldOf: { 'billing.due_in_past': 'dueOn' },
    onDone: ({ billIds, skips }) => {
      const reasons = skips.map(({ reason }) => r(`reason.${reason}` as keyof typeof billRuns)).join('、')
      notification.success({
        title: t('billOne.done', { bills: billIds.length }),
        description: skips.length > 0 && t('billOne.rest', { skips: skips.length, reasons }),
      })
      close()
    },
  })
  const submit = (
    <Button type="primary" loading={change.isPending} onClick={form.submit}>
      {t('billOne')}
    </Button>
  )
  return (
    <Drawer title={t('billOne')} open onClose={close} size={420} extra={submit}>
      <p>{t('billOne.about')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ projectId: projectId ?? projects[0]?.id, period: month }}
        onFinish={(fields) => change.mutate(fields)}
      >
        <Form.Item name="projectId" label={t('project')} rules={mustChoose}>
          <Select options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="place" label={t('place')} rules={mustChoose}>
          <PlaceSelect projectId={chosen} />
        </Form.Item>
        <Form.Item name="period" label={t('period')} rules={[{ required: true }]}>
          <Input type="month" />
        </Form.Item>
        <Form.Item name="dueOn" label={r('runs.dueOn')} extra={t('billOne.dueOn.hint')}>
          <Input type="date" />
        </Form.Item>
        <ToldOfOne without={without} setWithout={setWithout} />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}

/** What the bill that is asked for sends, once it is known for which place and month. */
function ToldOfOne({ without, setWithout }: { without: boolean; setWithout: (without: boolean) => void }) {
  const placeId = Form.useWatch<string | undefined>('place')
  const period = Form.useWatch<string | undefined>('period')
  const dueOn = Form.useWatch<string | undefined>('dueOn')
  const query = { placeId: placeId ?? '', period: period ?? '', ...(dueOn && { dueOn }) }
  const messages = useQuery({
    queryKey: ['bills', 'one', query],
    queryFn: () => call(api.bills.one.messages.$get({ query })),
    enabled: query.placeId !== '' && query.period !== '',
  })
  if (messages.error !== null) return <Failure error={messages.error} />
  if (messages.data === undefined) return null
  return <MessagesTold messages={messages.data} without={without} setWithout={setWithout} />
}
