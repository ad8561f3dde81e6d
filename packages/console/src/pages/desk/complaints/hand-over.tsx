import { handOverSchema } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { Form, Input, Select } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { Nothing } from '../../../parts/states.tsx'
import { useHolderOption, useHolders } from './holders.ts'
import { useVerb, type VerbProps } from './verb.ts'

interface Fields {
  handlerId: string
  handOverNote: string
}

/** Gives a complaint to a colleague, with a note that tells where it stands (D45, D100). */
export function HandOver({ complaint, close }: VerbProps) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const [form] = Form.useForm<Fields>()
  const holders = useHolders(complaint.projectId, complaint.roomId).filter(
    ({ id }) => id !== complaint.handlerId,
  )
  const option = useHolderOption()
  const give = useVerb(form, close, {
    command: api.complaints[':complaintId']['hand-over'].$post,
    asks: (fields: Fields) => ({
      param: { complaintId: complaint.id },
      json: { ...fields, seenHandlerId: complaint.handlerId },
    }),
    // What refuses it stands where it was chosen, and stays: above the page it would be gone after seconds.
    fieldOf: {
      'complaints.handler_not_found': 'handlerId',
      'complaints.handed_over_meanwhile': 'handlerId',
      'complaints.nothing_changed': 'handlerId',
    },
  })
  return (
    <FormDrawer<Fields>
      title={t('verb.handOver')}
      about={t('handOver.about', { handler: complaint.handlerName ?? t('handler.none') })}
      close={close}
      form={form}
      pending={give.isPending}
      initial={{}}
      send={(fields) => give.mutate(fields)}
      action={t('verb.handOver')}
    >
      <Form.Item name="handlerId" label={t('handOver.to')} rules={mustChoose}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={<Nothing words={t('handOver.nobody')} />}
          options={holders.map(option)}
        />
      </Form.Item>
      <Form.Item
        name="handOverNote"
        label={t('handOver.note')}
        extra={t('handOver.note.hint')}
        rules={[{ required: true, min: 4, message: t('handOver.note.short') }]}
      >
        <Input.TextArea rows={4} {...longestOf(handOverSchema.entries.handOverNote)} />
      </Form.Item>
    </FormDrawer>
  )
}
