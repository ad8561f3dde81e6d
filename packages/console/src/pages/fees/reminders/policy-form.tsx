import { stages } from '@heju/core/fees/reminders/shape'
import { frame } from '../../../app/texts.ts'
import { reminders as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Drawer, Flex, Form, Input, InputNumber, Switch } from 'antd'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useRevised } from '../../../parts/revised.tsx'
import { Failure, Loading } from '../../../parts/states.tsx'

const readPolicy = () => call(api.reminders.policy.$get())
type Policy = Awaited<ReturnType<typeof readPolicy>>
type Stage = (typeof stages)[number]
/** The days of each stage are a field of their own; emptied, the stage is not sent. */
type Fields = Omit<Policy, 'days' | 'revision'> & Partial<Record<Stage, number | null>>
/** Those after the due day; the one before it has a field of its own. */
const after = stages.filter((stage) => stage !== 'before')

function fieldsOf({ days, enabled, fromTime, toTime, note }: Policy): Fields {
  const each = stages.map((stage) => [stage, days[stage] ?? null] as const)
  return { enabled, fromTime, toTime, note, ...Object.fromEntries(each) }
}

function policyOf({ enabled, fromTime, toTime, note, ...fields }: Fields) {
  const days = stages.flatMap((stage) => (fields[stage] == null ? [] : [[stage, fields[stage]] as const]))
  return { enabled, fromTime, toTime, note, days: Object.fromEntries(days) }
}

/** When and how the company reminds. */
export function PolicyForm({ close }: { close: () => void }) {
  const t = useTexts(texts)
  const policy = useQuery({ queryKey: ['reminders', 'policy'], queryFn: readPolicy })
  if (policy.data !== undefined) return <ChangePolicy policy={policy.data} close={close} />
  return (
    <Drawer title={t('policy')} open onClose={close} size={480}>
      {policy.error === null ? (
        <Loading />
      ) : (
        <Failure error={policy.error} retry={() => void policy.refetch()} />
      )}
    </Drawer>
  )
}

function ChangePolicy({ policy, close }: { policy: Policy; close: () => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Fields>()
  const { revision, notice } = useRevised({
    queryKey: ['reminders', 'policy'],
    opened: policy,
    form,
    fieldsOf,
    wordsOf: ({ enabled, fromTime, toTime, days, note }) => [
      [t('enabled'), f(enabled ? 'yes' : 'no')],
      [t('hours'), `${fromTime}–${toTime}`],
      ...stages.map((stage) => [t(`days.${stage}`), `${days[stage] ?? ''}`] as const),
      [t('note'), note],
    ],
  })
  const change = useCommand({
    command: api.reminders.policy.$put,
    asks: (fields: Fields) => ({ json: { ...policyOf(fields), revision } }),
    refreshes: [['reminders']],
    form,
    done: f('saved'),
    onDone: close,
  })
  return (
    <FormDrawer<Fields>
      title={t('policy')}
      close={close}
      form={form}
      pending={change.isPending}
      initial={fieldsOf(policy)}
      send={(fields) => change.mutate(fields)}
    >
      {notice}
      <Form.Item name="enabled" label={t('enabled')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item label={t('hours')} required>
        <Flex gap={8} align="center">
          <Form.Item name="fromTime" noStyle>
            <Input type="time" aria-label={t('hours')} style={{ width: 130 }} />
          </Form.Item>
          –
          <Form.Item name="toTime" noStyle>
            <Input type="time" aria-label={t('hours')} style={{ width: 130 }} />
          </Form.Item>
        </Flex>
      </Form.Item>
      <Form.Item name="before" label={t('days.before')} extra={t('days.none')}>
        <InputNumber min={-15} max={-1} />
      </Form.Item>
      {after.map((stage) => (
        <Form.Item key={stage} name={stage} label={t(`days.${stage}`)}>
          <InputNumber min={1} max={180} />
        </Form.Item>
      ))}
      <Form.Item name="note" label={t('note')} extra={t('note.hint')}>
        <Input.TextArea maxLength={60} showCount rows={2} />
      </Form.Item>
    </FormDrawer>
  )
}
