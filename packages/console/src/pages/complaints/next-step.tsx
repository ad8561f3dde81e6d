import { complaints as texts } from '@heju/i18n/console/complaints'
import { frame } from '@heju/i18n/console/frame'
import { complaintTexts } from '@heju/i18n/texts/complaints'
import { Alert, Button, Card, Form, Tabs, Typography } from 'antd'
import { useTexts } from '../../app/language.tsx'
import { useSession } from '../../app/session.tsx'
import { useChange } from '../../parts/form.ts'
import { useNewId } from '../../parts/ids.ts'
import type { ComplaintDetail } from './api.ts'
import { sendStep, type Step, type StepInput } from './send-step.ts'
import { StepFields } from './step-fields.tsx'

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

function StepForm({ complaint, state }: { complaint: ComplaintDetail; state: Step }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const { staff } = useSession()
  const [form] = Form.useForm<StepInput>()
  const [revisitId, renewRevisitId] = useNewId('rvst')
  const change = useChange({
    send: (fields: StepInput, send) => sendStep(complaint, state, { ...fields, revisitId }, send),
    refreshes: [['complaints'], ['tasks']],
    form,
    // A hand-over is explained in the note: what is wrong with one is said there.
    fieldOf: { handOverNote: 'note' },
    done: t('done'),
    onDone: () => {
      form.resetFields()
      renewRevisitId()
    },
  })
  return (
    <Form<StepInput>
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
