import { registerComplaintSchema } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { Form, Input, Select } from 'antd'
import type { KeyboardEvent } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { CategorySelect } from './category-select.tsx'
import { PromisedTime, useNotTooFar } from './promised-time.tsx'
import { deskChannels } from './use-registering.ts'

/** How it came to the company, and through whom. */
export function ChannelFields() {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const channel = Form.useWatch<string | undefined>('channel')
  return (
    <>
      <Form.Item name="channel" label={t('channel')}>
        <Select options={deskChannels.map((value) => ({ value, label: c(`channel.${value}`) }))} />
      </Form.Item>
      {channel === 'on_behalf' && (
        <Form.Item name="agentName" label={t('agent')} rules={[{ required: true }]}>
          <Input {...longestOf(registerComplaintSchema.entries.agentName)} />
        </Form.Item>
      )}
    </>
  )
}

/** What it is about, in which words, and what is wished for. */
export function MatterFields({ submit }: { submit: () => void }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const form = Form.useFormInstance()
  const onEnter = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) submit()
  }
  return (
    <>
      <Form.Item name="categoryId" label={t('category')} rules={mustChoose}>
        <CategorySelect
          onChosen={() => (form.getFieldInstance('text') as HTMLElement | undefined)?.focus()}
        />
      </Form.Item>
      <Form.Item
        name="text"
        label={t('text')}
        extra={t('text.hint')}
        rules={[{ required: true, min: 5, message: t('text.short') }]}
      >
        <Input.TextArea
          rows={4}
          {...longestOf(registerComplaintSchema.entries.text)}
          onPressEnter={onEnter}
        />
      </Form.Item>
      <Form.Item name="wish" label={t('wish')}>
        <Input.TextArea
          rows={2}
          {...longestOf(registerComplaintSchema.entries.wish)}
          onPressEnter={onEnter}
        />
      </Form.Item>
    </>
  )
}

/** By when the first receiver promised it (D42). */
export function PromiseField() {
  const t = useTexts(texts)
  return (
    <Form.Item name="promised" label={t('promised')} extra={t('promised.hint')} rules={useNotTooFar()}>
      <PromisedTime />
    </Form.Item>
  )
}
