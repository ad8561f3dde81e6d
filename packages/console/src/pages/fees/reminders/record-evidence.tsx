import { evidenceKinds, recordEvidenceSchema } from '@heju/core/fees/reminders/shape'
import { reminders as texts } from './texts.ts'
import { Form, Input, Radio } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'

interface Fields {
  kind: (typeof evidenceKinds)[number]
  note: string
}

/** Writes down that a payer was told by a call, a visit or on paper. */
export function RecordEvidence({ reminderId, close }: { reminderId: string; close: () => void }) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const [form] = Form.useForm<Fields>()
  const [evidenceId] = useNewId('evid')
  const record = useCommand({
    command: api.reminders[':reminderId'].evidence.$post,
    asks: (fields: Fields) => ({ param: { reminderId }, json: { evidenceId, ...fields } }),
    refreshes: [['reminders'], ['tasks']],
    form,
    done: t('evidence.recorded'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={t('evidence.record')}
      about={t('evidence.about')}
      close={close}
      form={form}
      pending={record.isPending}
      initial={{ note: '' }}
      send={record.mutate}
    >
      <Form.Item name="kind" label={t('evidence.kind')} rules={mustChoose}>
        <Radio.Group options={evidenceKinds.map((value) => ({ value, label: t(`evidence.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('evidence.note')}>
        <Input.TextArea rows={3} {...longestOf(recordEvidenceSchema.entries.note)} showCount autoFocus />
      </Form.Item>
    </FormDrawer>
  )
}
