import { stages } from '@heju/core/fees/reminders/shape'
import { frame } from '../../../app/texts.ts'
import { reminders as texts } from './texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Button, Drawer, Flex, Form, Input, InputNumber, Switch } from 'antd'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useCommand } from '../../../parts/form.ts'
import { Failure, Loading } from '../../../parts/states.tsx'

const readPolicy = () => call(api.reminders.policy.$get())
type Policy = Awaited<ReturnType<typeof readPolicy>>
/** Those after the due day; the one before it has a field of its own. */
const after = stages.filter((stage) => stage !== 'before')

/** When and how the company reminds. */
export function PolicyForm({ close }: { close: () => void }) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const [form] = Form.useForm<Policy>()
  const leave = useFormGuard(form, close)
  const policy = useQuery({ queryKey: ['reminders', 'policy'], queryFn: readPolicy })
  const change = useCommand({
    command: api.reminders.policy.$put,
    asks: (json: Policy) => ({ json }),
    refreshes: [['reminders']],
    form,
    done: f('saved'),
    onDone: close,
  })
  const save = (
    <Button type="primary" loading={change.isPending} onClick={form.submit}>
      {f('save')}
    </Button>
  )
  return (
    <Drawer title={t('policy')} open onClose={leave} size={460} extra={save}>
      {policy.error !== null && <Failure error={policy.error} retry={() => void policy.refetch()} />}
      {policy.isPending && <Loading />}
      {policy.data !== undefined && (
        <Form<Policy>
          form={form}
          layout="vertical"
          initialValues={policy.data}
          onFinish={(fields) => change.mutate({ ...fields, days: withoutEmpty(fields.days) })}
        >
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
          <Form.Item name={['days', 'before']} label={t('days.before')} extra={t('days.none')}>
            <InputNumber min={-15} max={-1} />
          </Form.Item>
          {after.map((stage) => (
            <Form.Item key={stage} name={['days', stage]} label={t(`days.${stage}`)}>
              <InputNumber min={1} max={180} />
            </Form.Item>
          ))}
          <Form.Item name="note" label={t('note')} extra={t('note.hint')}>
            <Input.TextArea maxLength={60} showCount rows={2} />
          </Form.Item>
        </Form>
      )}
    </Drawer>
  )
}

/** An emptied number comes as null; the stage is then not sent. */
function withoutEmpty(days: Policy['days']): Policy['days'] {
  return Object.fromEntries(Object.entries(days).filter(([, day]) => day !== null && day !== undefined))
}
