import { attitudes, revisitOutcomes } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { Flex, Form, Input, Radio, Rate, Select } from 'antd'
import { useEffect } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import type { ComplaintDetail } from './api.ts'
import { useHolderOption, useHolders } from './holders.ts'
import { PromiseField } from './matter-fields.tsx'
import { NatureField } from './nature-field.tsx'
import { askedBy, type Step, type StepInput } from './send-step.ts'
import { StepPhotos } from './step-photos.tsx'

/** What is asked at a step. */
export function StepFields({ complaint, state }: { complaint: ComplaintDetail; state: Step }) {
  const t = useTexts(texts)
  const photos = <StepPhotos complaint={complaint} seenBy="owner" />
  const reply = <Words name="ownerWords" label={t('reply.words')} extra={t('reply.hint')} rows={4} needed />
  const said = (
    <>
      <Words name="ownerWords" label={t('ownerWords')} rows={2} />
      <Words name="note" label={t('note')} rows={2} />
      {photos}
    </>
  )
  if (state === 'judged')
    return (
      <>
        <NatureField />
        {complaint.promisedAt === null && <PromiseField />}
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
        <HandlerField complaint={complaint} />
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
        {photos}
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
        {photos}
      </>
    )
  }
  return <RevisitFields />
}

function RevisitFields() {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const mustChoose = useMustChoose()
  const outcome = Form.useWatch<StepInput['outcome']>('outcome')
  const reached = outcome === 'satisfied' || outcome === 'dissatisfied'
  return (
    <>
      <Form.Item name="channel" label={t('revisit.channel')} rules={mustChoose}>
        <Select
          options={askedBy.map((value) => ({
            value,
            label: c(`channel.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="outcome" label={t('revisit.outcome')} rules={mustChoose}>
        <Radio.Group
          optionType="button"
          options={revisitOutcomes.map((value) => ({
            value,
            label: c(`outcome.${value}`),
          }))}
        />
      </Form.Item>
      {reached && (
        <Form.Item name="rating" label={t('revisit.rating')}>
          <Rate />
        </Form.Item>
      )}
      {reached && <AttitudeFields />}
      <Words name="words" label={t('revisit.words')} needed={outcome === 'dissatisfied'} />
    </>
  )
}

/** How they were met, as far as they said (D198). */
function AttitudeFields() {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  return (
    <fieldset style={{ border: 0, padding: 0, margin: '0 0 24px' }}>
      <legend style={{ marginBottom: 4, border: 0, fontSize: 14, color: 'inherit' }}>
        {t('revisit.attitudes')}
      </legend>
      {attitudes.map((name) => (
        <Flex key={name} align="center" gap={12} wrap>
          <span style={{ minWidth: 128 }}>{c(`attitude.${name}`)}</span>
          <Form.Item name={['attitudes', name]} noStyle>
            <Rate style={{ fontSize: 18 }} aria-label={c(`attitude.${name}`)} />
          </Form.Item>
        </Flex>
      ))}
    </fieldset>
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

/** Who has it; where nobody does, the steward of the room is offered first. */
function HandlerField({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const form = Form.useFormInstance<StepInput>()
  const holders = useHolders(complaint.projectId, complaint.roomId)
  const steward = holders.find((holder) => holder.steward !== undefined)?.id
  const offered = complaint.handlerId === null ? steward : undefined
  useEffect(() => {
    if (offered !== undefined && !form.isFieldTouched('handlerId')) form.setFieldValue('handlerId', offered)
  }, [offered, form])
  return (
    <Form.Item name="handlerId" label={t('handler')} rules={mustChoose}>
      <Select showSearch={{ optionFilterProp: 'label' }} options={holders.map(useHolderOption())} />
    </Form.Item>
  )
}
