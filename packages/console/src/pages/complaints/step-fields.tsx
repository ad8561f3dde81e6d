import { communicativeKinds, revisitOutcomes } from '@heju/core/complaints/shape'
import { complaints as texts } from '@heju/i18n/console/complaints'
import { complaintTexts } from '@heju/i18n/texts/complaints'
import { useQuery } from '@tanstack/react-query'
import { Form, Input, Rate, Segmented, Select } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { useMustChoose } from '../../parts/must-choose.ts'
import { askedBy, type Step, type StepInput } from './send-step.ts'

/** What is asked at a step. */
export function StepFields({ state }: { state: Step }) {
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
          options={askedBy.map((value) => ({
            value,
            label: c(`channel.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="outcome" label={t('revisit.outcome')}>
        <Segmented
          options={revisitOutcomes.map((value) => ({
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
  name: keyof StepInput
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
  const mustChoose = useMustChoose()
  const c = useTexts(complaintTexts)
  const options = [
    ...communicativeKinds.map((kind) => ({
      value: `communicative.${kind}`,
      label: `${c('nature.communicative')} · ${c(`kind.${kind}`)}`,
    })),
    { value: 'effective.harm', label: `${c('nature.effective')} · ${c('ground.harm')}` },
  ]
  return (
    <Form.Item name="judgement" label={t('nature')} rules={mustChoose}>
      <Select options={options} />
    </Form.Item>
  )
}

function HandlerField() {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const { staff } = useSession()
  const colleagues = useQuery({
    queryKey: ['staff', 'all'],
    queryFn: () => call(api.staff.$get({ query: { limit: '200' } })),
  })
  const known = colleagues.data?.items ?? [{ id: staff.id, name: staff.name }]
  return (
    <Form.Item name="handlerId" label={t('handler')} rules={mustChoose}>
      <Select
        showSearch={{ optionFilterProp: 'label' }}
        options={known.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  )
}
