import { complaints as texts } from './texts.ts'
import { Checkbox, Form } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn } from '../../../app/session.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { ReasonField } from './reason-field.tsx'
import { useVerb, type VerbProps } from './verb.ts'

const marks = ['emergency', 'major', 'special'] as const
type Mark = (typeof marks)[number]

interface Fields {
  marks: Mark[]
  reason: string
}

/** Puts marks on a complaint, or takes them off, with the reason (D24, D46). */
export function ChangeMarks({ complaint, close }: VerbProps) {
  const t = useTexts(texts)
  const mayTakeOff = useMayIn(complaint.projectId)('complaints.escalated')
  const [form] = Form.useForm<Fields>()
  const changed = (chosen: readonly Mark[]) =>
    marks.filter((mark) => chosen.includes(mark) !== complaint[mark])
  const change = useVerb(form, close, {
    command: api.complaints[':complaintId'].flags.$post,
    asks: ({ marks: chosen, reason }: Fields) => ({
      param: { complaintId: complaint.id },
      json: {
        // What nobody changed here is not said: somebody else may have changed it meanwhile.
        ...Object.fromEntries(changed(chosen).map((mark) => [mark, chosen.includes(mark)])),
        reason,
      },
    }),
    fieldOf: { 'complaints.marks_stay': 'marks', 'complaints.nothing_changed': 'marks' },
  })
  const stays = (mark: Mark) => complaint[mark] && !mayTakeOff
  const needed = (_: unknown, chosen: readonly Mark[]) =>
    changed(chosen).length === 0 ? Promise.reject(new Error(t('marks.same'))) : Promise.resolve()
  return (
    <FormDrawer<Fields>
      title={t('verb.marks')}
      about={t('marks.about')}
      close={close}
      form={form}
      pending={change.isPending}
      initial={{ marks: marks.filter((mark) => complaint[mark]) }}
      send={(fields) => change.mutate(fields)}
    >
      <Form.Item
        name="marks"
        label={t('marks')}
        rules={[{ validator: needed }]}
        {...(marks.some(stays) && { extra: t('marks.stay') })}
      >
        <Checkbox.Group
          style={{ flexDirection: 'column', gap: 8 }}
          options={marks.map((value) => ({ value, label: t(value), disabled: stays(value) }))}
        />
      </Form.Item>
      <ReasonField least={2} />
    </FormDrawer>
  )
}
