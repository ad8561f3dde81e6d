import { setAsideSchema } from '@heju/core/platform/stopped-work/shape'
import { stoppedWork as texts } from './texts.ts'
import { Button, Flex, Form, Input } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useChange } from '../../../parts/form.ts'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { refreshes, retryStopped, setAsideStopped, type Stopped } from './api.ts'
import { useWords } from './words.ts'

/** Try again, or leave it undone for a reason. @param refreshing what the page itself shows of it */
export function Decisions({
  stopped,
  refreshing = [],
}: {
  stopped: Stopped
  refreshing?: readonly (readonly unknown[])[]
}) {
  const t = useTexts(texts)
  const [leaving, setLeaving] = useState(false)
  const retry = useChange({
    send: retryStopped,
    refreshes: [...refreshes, ...refreshing],
    done: t('retried'),
  })
  if (!stopped.mayAct) return null
  return (
    <Flex gap={8} wrap>
      <Button size="small" type="primary" loading={retry.isPending} onClick={() => retry.mutate(stopped.id)}>
        {t('retry')}
      </Button>
      {stopped.state !== 'set_aside' && (
        <Button size="small" onClick={() => setLeaving(true)}>
          {t('setAside')}
        </Button>
      )}
      {leaving && <SetAside stopped={stopped} close={() => setLeaving(false)} />}
    </Flex>
  )
}

function SetAside({ stopped, close }: { stopped: Stopped; close: () => void }) {
  const t = useTexts(texts)
  const { subject } = useWords()(stopped)
  const [form] = Form.useForm<{ reason: string }>()
  const setAside = useChange({
    send: setAsideStopped,
    refreshes,
    form,
    done: t('setAside.done'),
    onDone: close,
  })
  return (
    <FormDrawer
      title={`${t('setAside')} · ${subject}`}
      action={t('setAside')}
      about={t('setAside.about')}
      close={close}
      form={form}
      pending={setAside.isPending}
      initial={{ reason: '' }}
      send={({ reason }) => setAside.mutate({ eventId: stopped.id, reason })}
    >
      <Form.Item
        name="reason"
        label={t('setAside.reason')}
        rules={[{ required: true, whitespace: true, message: t('setAside.reason.needed') }]}
      >
        <Input.TextArea autoFocus rows={3} {...longestOf(setAsideSchema.entries.reason)} showCount />
      </Form.Item>
    </FormDrawer>
  )
}
