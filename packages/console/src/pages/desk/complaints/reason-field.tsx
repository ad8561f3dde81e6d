import { correctNatureSchema } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { Form, Input } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { longestOf } from '../../../parts/longest-of.ts'

/** Why something is changed that was decided before. @param least characters */
export function ReasonField({ least }: { least: number }) {
  const t = useTexts(texts)
  return (
    <Form.Item
      name="reason"
      label={t('reason')}
      rules={[{ required: true, min: least, message: t('reason.short', { least }) }]}
    >
      <Input.TextArea rows={3} {...longestOf(correctNatureSchema.entries.reason)} />
    </Form.Item>
  )
}
