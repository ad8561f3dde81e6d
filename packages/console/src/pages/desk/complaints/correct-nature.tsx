import { complaints as texts } from './texts.ts'
import { Form } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { judgementFields, judgementInput, judgementOf, type JudgementInput } from './judgement.ts'
import { NatureField } from './nature-field.tsx'
import { ReasonField } from './reason-field.tsx'
import { useVerb, type VerbProps } from './verb.ts'

interface Fields extends JudgementInput {
  reason: string
}

/** Judges anew what was judged before: what was only to be talked over became an effective complaint, or never was one (D90). */
export function CorrectNature({ complaint, close }: VerbProps) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const correct = useVerb(form, close, {
    command: api.complaints[':complaintId'].nature.$post,
    asks: ({ reason, ...judged }: Fields) => ({
      param: { complaintId: complaint.id },
      json: { judgement: judgementOf(judged), reason },
    }),
    fieldOf: { ...judgementFields, 'complaints.nothing_changed': 'judgement' },
  })
  return (
    <FormDrawer<Fields>
      title={t('verb.nature')}
      about={t('correct.about')}
      close={close}
      form={form}
      pending={correct.isPending}
      initial={judgementInput(complaint)}
      send={(fields) => correct.mutate(fields)}
    >
      <NatureField />
      <ReasonField least={4} />
    </FormDrawer>
  )
}
