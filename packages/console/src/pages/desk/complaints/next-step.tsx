import { complaints as texts } from './texts.ts'
import { frame } from '../../../app/texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import type { Permission } from '@heju/core/permissions'
import { Button, Card, Form, Tabs, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useMayIn, useSession } from '../../../app/session.tsx'
import { useChange } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import type { ComplaintDetail } from './api.ts'
import { judgementFields } from './judgement.ts'
import { OwnerReads } from './owner-reads.tsx'
import { sendStep, type Step, type StepInput } from './send-step.ts'
import { StepFields } from './step-fields.tsx'

/** What can be done now, each with its own small form. */
export function NextStep({ complaint }: { complaint: ComplaintDetail }) {
  const t = useTexts(texts)
  const c = useTexts(complaintTexts)
  const whyNot = useWhyNot(complaint)
  const asked = complaint.next.includes('revisited')
    ? (['revisited'] as const)
    : complaint.next.filter((state) => state !== 'reopened')
  // A closed one is taken up again by its owner alone.
  if (asked.length === 0) {
    return (
      <Card title={t('next')} size="small">
        {t('closed.about')}
      </Card>
    )
  }
  const items = [
    ...asked.map((state) => ({
      key: state,
      label: c(`procedure.${state === 'registered' ? 'judged' : state}`),
      children:
        whyNot(state) === undefined ? (
          <StepForm key={`${state} ${complaint.steps.length}`} complaint={complaint} state={state} />
        ) : (
          <Typography.Paragraph>{whyNot(state)}</Typography.Paragraph>
        ),
    })),
    ...(complaint.state === 'registered' && whyNot('resolve') === undefined
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

/** Which right a step asks for; all others are for who handles complaints. */
const needs: Partial<Record<Step, Permission>> = {
  revisited: 'revisits.record',
  closed: 'complaints.close',
}

/** Why a step is not for whoever is signed in, in words: others will take it. */
function useWhyNot({ projectId, special }: ComplaintDetail): (state: Step) => string | undefined {
  const t = useTexts(texts)
  const may = useMayIn(projectId)
  return (state) => {
    if (!may(needs[state] ?? 'complaints.handle')) return t('notYours')
    if (state === 'revisited' && special && !may('complaints.escalated')) return t('notYours.special')
    return undefined
  }
}

function StepForm({ complaint, state }: { complaint: ComplaintDetail; state: Step }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const { staff, company } = useSession()
  const [form] = Form.useForm<StepInput>()
  const [revisitId, renewRevisitId] = useNewId('rvst')
  const change = useChange({
    send: (fields: StepInput, send) =>
      sendStep(complaint, state, { ...fields, revisitId, zone: company.zone }, send),
    refreshes: [['complaints'], ['tasks']],
    form,
    // A hand-over is explained in the note: what is wrong with one is said there.
    fieldOf: {
      ...judgementFields,
      handOverNote: 'note',
      'complaints.handler_not_found': 'handlerId',
      promisedAt: 'promised',
      'complaints.time_is_past': 'promised',
      fileIds: 'photos',
    },
    done: t('done'),
    onDone: () => {
      form.resetFields()
      renewRevisitId()
    },
  })
  return (
    <Form<StepInput>
      // Its fields are told from those of the other steps and of what opens over the page.
      name={state}
      form={form}
      layout="vertical"
      // What nature it is of, how the owner was asked and what they said is for people to say.
      initialValues={{ handlerId: complaint.handlerId ?? staff.id }}
      onFinish={(fields) => change.mutate(fields)}
    >
      {state !== 'resolve' && (
        <Typography.Paragraph type="secondary">
          {t(`about.${state === 'registered' ? 'judged' : state}`)}
        </Typography.Paragraph>
      )}
      <StepFields complaint={complaint} state={state} />
      {state !== 'closed' && <OwnerReads needed={state === 'replied' || state === 'resolve'} />}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        {f('save')}
      </Button>
    </Form>
  )
}
