import { billRuns as texts } from './texts.ts'
import { fees } from '../bills/texts.ts'
import { periodAt } from '@heju/kernel'
import { Button, Drawer, Form, Input, Select } from 'antd'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { useNow } from '../../../parts/now.ts'
import { useProjectToBeginWith } from '../../../parts/use-project-to-begin-with.ts'

interface Fields {
  projectId: string
  period: string
  dueOn?: string
}

/** Asks for the draft of a project's month. */
export function DraftRun({
  projectId,
  close,
  onDone,
}: {
  projectId: string | undefined
  close: () => void
  onDone: (runId: string) => void
}) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const f = useTexts(fees)
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const projects = useProjectToBeginWith(form, projectId)
  const { company } = useSession()
  const month = periodAt(useNow(), company.zone)
  const [runId] = useNewId('brun')
  const draft = useCommand({
    command: api['bill-runs'].$post,
    asks: ({ dueOn, ...fields }: Fields) => ({ json: { runId, ...fields, ...(dueOn && { dueOn }) } }),
    refreshes: [['bill-runs']],
    form,
    fieldOf: {
      'billing.due_in_past': 'dueOn',
      'billing.due_too_far': 'dueOn',
      'billing.run_under_way': 'period',
    },
    onDone: () => onDone(runId),
  })
  const submit = (
    <Button type="primary" loading={draft.isPending} onClick={form.submit}>
      {t('runs.draft')}
    </Button>
  )
  return (
    <Drawer title={t('runs.draft')} open onClose={leave} size={400} extra={submit}>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ period: month }}
        onFinish={(fields) => draft.mutate(fields)}
      >
        <Form.Item name="projectId" label={f('project')} rules={mustChoose}>
          <Select autoFocus options={projects.map(({ id, name }) => ({ value: id, label: name }))} />
        </Form.Item>
        <Form.Item name="period" label={f('period')} rules={[{ required: true }]}>
          <Input type="month" />
        </Form.Item>
        <Form.Item name="dueOn" label={t('runs.dueOn')} extra={t('runs.dueOn.hint')}>
          <Input type="date" />
        </Form.Item>
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}
