import { complaints as texts } from '@heju/i18n/console/complaints'
import { frame } from '@heju/i18n/console/frame'
import { complaintTexts } from '@heju/i18n/texts/complaints'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Card, Form, Input, Rate, Segmented, Select, Tabs, Typography } from 'antd'
import { newId } from '@heju/kernel'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { useChange } from '../../parts/form.ts'
import type { ComplaintDetail } from './api.ts'

/** What can be done now, each with its own small form. */
export function NextStep({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  if (complaint.next.length === 0) {
    return (
      <Card title={t('next')} size="small">
        {t('closed.about')}
      </Card>
    )
  }
  const asked = complaint.next.includes('revisited')
    ? (['revisited'] as const)
    : complaint.next.filter((state) => state !== 'reopened')
  const items = [
    ...asked.map((state) => ({
      key: state,
      label: c(`procedure.${state === 'registered' ? 'judged' : state}`),
      children: <StepForm key={`${state} ${complaint.steps.length}`} complaint={complaint} state={state} />,
    })),
    ...(complaint.state === 'registered'
      ? [
          {
            key: 'resolve',
            label: t('resolve.title'),
            children: <StepForm complaint={complaint} state="resolve" />,
          },
        ]
      : []),
  ]
  return (
    <Card title={t('next')} size="small">
      <Tabs items={items} />
    </Card>
  )
}

type Step = ComplaintDetail['next'][number] | 'resolve'
interface Fields {
  judgement?: string
  findings?: string
  plan?: string
  handlerId?: string
  ownerWords?: string
  note?: string
  channel?: 'phone' | 'visit' | 'message'
  outcome?: 'satisfied' | 'dissatisfied' | 'unreached'
  rating?: number
  words?: string
  cause?: string
  learned?: string
  prevention?: string
}

const communicative = ['help', 'consult', 'vent'] as const

/** The judged nature behind an option of the select. */
function judgementOf(value = 'communicative.help') {
  const [nature, more] = value.split('.')
  return nature === 'effective'
    ? { nature: 'effective' as const, ground: 'harm' as const }
    : { nature: 'communicative' as const, kind: communicative.find((kind) => kind === more) ?? 'help' }
}

function send(complaint: ComplaintDetail, state: Step, fields: Fields, requestId: string) {
  const at = { param: { complaintId: complaint.id }, header: { 'idempotency-key': requestId } }
  const { ownerWords = '', note = '', findings = '', plan = '' } = fields
  const step = api.complaintSteps[':complaintId']
  const said = { ownerWords, note }
  switch (state) {
    case 'judged':
      return call(step.judge.$post({ ...at, json: { judgement: judgementOf(fields.judgement), ...said } }))
    case 'investigated':
      return call(step.investigate.$post({ ...at, json: { findings, ...said } }))
    case 'assigned':
      return call(
        step.handler.$post({
          ...at,
          json: { handlerId: fields.handlerId ?? '', handOverNote: note, ...said },
        }),
      )
    case 'planned':
      return call(step.plan.$post({ ...at, json: { plan, ...said } }))
    case 'replied':
      return call(step.reply.$post({ ...at, json: said }))
    case 'closed': {
      const { cause = '', learned = '', prevention = '' } = fields
      return call(step.close.$post({ ...at, json: { cause, learned, prevention, ownerWords } }))
    }
    case 'resolve':
      return call(
        step.resolve.$post({
          ...at,
          json: { judgement: judgementOf(fields.judgement), findings, plan, ownerWords },
        }),
      )
    default: {
      const { channel = 'phone', outcome = 'satisfied', rating, words = '' } = fields
      const revisitId = newId('rvst', Date.now())
      return call(
        step.revisits.$post({
          ...at,
          json: { revisitId, channel, outcome, words, ...(rating && { rating }) },
        }),
      )
    }
  }
}

function StepForm({ complaint, state }: { complaint: ComplaintDetail; state: Step }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const { staff } = useSession()
  const [form] = Form.useForm<Fields>()
  const change = useChange({
    send: (fields: Fields, requestId) => send(complaint, state, fields, requestId),
    refreshes: [['complaints'], ['tasks']],
    form,
    done: t('done'),
    onDone: () => form.resetFields(),
  })
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      initialValues={{
        handlerId: complaint.handlerId ?? staff.id,
        channel: 'phone',
        outcome: 'satisfied',
        judgement: 'communicative.help',
      }}
      onFinish={(fields) => change.mutate(fields)}
    >
      {state !== 'resolve' && (
        <Typography.Paragraph type="secondary">
          {t(`about.${state === 'registered' ? 'judged' : state}`)}
        </Typography.Paragraph>
      )}
      <StepFields state={state} />
      {state !== 'closed' && <OwnerReads needed={state === 'replied' || state === 'resolve'} />}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {f('save')}
      </Button>
    </Form>
  )
}

/** The reply as the owner will read it. */
function OwnerReads({ needed }: { needed: boolean }) {
  const t = useTexts(texts)
  const words = Form.useWatch<string | undefined>('ownerWords') ?? ''
  if (words.trim() === '' && !needed) return null
  return (
    <Alert
      type="info"
      title={t('preview')}
      description={
        <div style={{ whiteSpace: 'pre-wrap', fontSize: 16 }}>{words.trim() || t('preview.empty')}</div>
      }
      style={{ marginBottom: 16 }}
    />
  )
}

function StepFields({ state }: { state: Step }) {
  const t = useTexts(texts)
  const reply = <Words name="ownerWords" label={t('reply.words')} extra={t('reply.hint')} rows={4} needed />
  const said = (
    <>
      <Words name="ownerWords" label={t('ownerWords')} rows={2} />
      <Words name="note" label={t('note')} rows={2} />
    </>
  )
  if (state === 'judged')
    return (
      <>
        <NatureField />
        {said}
      </>
    )
  if (state === 'investigated')
    return (
      <>
        <Words name="findings" label={t('findings')} needed />
        {said}
      </>
    )
  if (state === 'assigned')
    return (
      <>
        <HandlerField />
        {said}
      </>
    )
  if (state === 'planned')
    return (
      <>
        <Words name="plan" label={t('plan')} needed />
        {said}
      </>
    )
  if (state === 'replied')
    return (
      <>
        {reply}
        <Words name="note" label={t('note')} rows={2} />
      </>
    )
  if (state === 'closed') {
    return (
      <>
        <Words name="cause" label={t('close.cause')} needed />
        <Words name="learned" label={t('close.learned')} needed />
        <Words name="prevention" label={t('close.prevention')} needed />
      </>
    )
  }
  if (state === 'resolve') {
    return (
      <>
        <p>{t('resolve.about')}</p>
        <NatureField />
        <Words name="findings" label={t('findings')} needed rows={2} />
        <Words name="plan" label={t('plan')} needed rows={2} />
        {reply}
      </>
    )
  }
  return <RevisitFields />
}

function RevisitFields() {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const outcome = Form.useWatch('outcome')
  return (
    <>
      <Form.Item name="channel" label={t('revisit.channel')}>
        <Select
          options={(['phone', 'visit', 'message'] as const).map((value) => ({
            value,
            label: c(`channel.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="outcome" label={t('revisit.outcome')}>
        <Segmented
          options={(['satisfied', 'dissatisfied', 'unreached'] as const).map((value) => ({
            value,
            label: c(`outcome.${value}`),
          }))}
        />
      </Form.Item>
      {outcome !== 'unreached' && (
        <Form.Item name="rating" label={t('revisit.rating')}>
          <Rate />
        </Form.Item>
      )}
      <Words name="words" label={t('revisit.words')} needed={outcome === 'dissatisfied'} />
    </>
  )
}

function Words(props: {
  name: keyof Fields
  label: string
  extra?: string
  rows?: number
  needed?: boolean
}) {
  const { name, label, extra, rows = 3, needed = false } = props
  return (
    <Form.Item name={name} label={label} extra={extra} rules={[{ required: needed }]}>
      <Input.TextArea rows={rows} maxLength={2000} />
    </Form.Item>
  )
}

function NatureField() {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const options = [
    ...communicative.map((kind) => ({
      value: `communicative.${kind}`,
      label: `${c('nature.communicative')} · ${c(`kind.${kind}`)}`,
    })),
    { value: 'effective.harm', label: `${c('nature.effective')} · ${c('ground.harm')}` },
  ]
  return (
    <Form.Item name="judgement" label={t('nature')} rules={[{ required: true }]}>
      <Select options={options} />
    </Form.Item>
  )
}

function HandlerField() {
  const t = useTexts(texts)
  const { staff } = useSession()
  const colleagues = useQuery({
    queryKey: ['staff', 'all'],
    queryFn: () => call(api.staff.index.$get({ query: { limit: '200' } })),
  })
  const known = colleagues.data?.items ?? [{ id: staff.id, name: staff.name }]
  return (
    <Form.Item name="handlerId" label={t('handler')} rules={[{ required: true }]}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={known.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
