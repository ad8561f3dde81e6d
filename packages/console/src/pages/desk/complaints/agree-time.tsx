import { agreeTimeSchema } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { Form, Input } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { useSession } from '../../../app/session.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { instantOfLocal } from '../../../parts/local-time.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { OwnerReads } from './owner-reads.tsx'
import { PromisedTime, useNotTooFar } from './promised-time.tsx'
import { useVerb, type VerbProps } from './verb.ts'

interface Fields {
  agreed: string
  next: string
  ownerWords: string
}

/** Writes down until when something is solved that cannot be solved now, as it was agreed with the owner (D101). */
export function AgreeTime({ complaint, close }: VerbProps) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const notTooFar = useNotTooFar()
  const { zone } = useSession().company
  const [form] = Form.useForm<Fields>()
  const agree = useVerb(form, close, {
    command: api.complaints[':complaintId']['agreed-time'].$post,
    asks: ({ agreed, next, ownerWords }: Fields) => ({
      param: { complaintId: complaint.id },
      json: {
        agreedAt: instantOfLocal(agreed, zone),
        nextUpdateAt: instantOfLocal(next, zone),
        ownerWords,
      },
    }),
    // That the agreed time is past is seen before it is sent.
    fieldOf: { agreedAt: 'agreed', nextUpdateAt: 'next', 'complaints.time_is_past': 'next' },
  })
  const ahead = (_: unknown, local = '') =>
    local !== '' && instantOfLocal(local, zone) <= Date.now()
      ? Promise.reject(new Error(t('agree.past')))
      : Promise.resolve()
  return (
    <FormDrawer<Fields>
      title={t('verb.agree')}
      about={t('agree.about')}
      close={close}
      form={form}
      pending={agree.isPending}
      initial={{}}
      send={(fields) => agree.mutate(fields)}
    >
      <Form.Item
        name="agreed"
        label={t('agree.at')}
        rules={[...mustChoose, ...notTooFar, { validator: ahead }]}
      >
        <PromisedTime />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('news.next')}
        extra={t('agree.next.hint')}
        rules={[...mustChoose, ...notTooFar]}
      >
        <PromisedTime />
      </Form.Item>
      <Form.Item
        name="ownerWords"
        label={t('agree.words')}
        rules={[{ required: true, min: 5, message: t('agree.short') }]}
      >
        <Input.TextArea rows={4} {...longestOf(agreeTimeSchema.entries.ownerWords)} />
      </Form.Item>
      <OwnerReads needed />
    </FormDrawer>
  )
}
