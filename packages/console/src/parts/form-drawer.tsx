import { frame } from '../app/texts.ts'
import { Alert, Button, Drawer, Form, type FormInstance } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTexts } from '../app/language.tsx'
import { useFormGuard } from './form-guard.ts'

/** A form beside the page. Its button belongs to the form also as the browser sees it, so that Enter sends it. */
export function FormDrawer<F extends object>({
  title,
  about,
  close,
  form,
  pending,
  initial,
  send,
  wide = false,
  action,
  children,
}: {
  title: string
  /** What to know before one fills it in. */
  about?: string | undefined
  close: () => void
  form: FormInstance<F>
  pending: boolean
  initial: Partial<F>
  send: (fields: F) => void
  /** For forms with two columns. */
  wide?: boolean
  /** What its button says it does, where that is not to save. */
  action?: string
  children: ReactNode
}) {
  const f = useTexts(frame)
  const id = useId()
  const leave = useFormGuard(form, close)
  return (
    <Drawer
      title={title}
      open
      onClose={leave}
      size={wide ? 720 : 480}
      styles={{ wrapper: { maxWidth: '100vw' } }}
      extra={
        <Button type="primary" htmlType="submit" form={id} loading={pending}>
          {action ?? f('save')}
        </Button>
      }
    >
      {about !== undefined && <Alert type="info" showIcon title={about} style={{ marginBottom: 16 }} />}
      <Form<F> id={id} form={form} layout="vertical" initialValues={initial} onFinish={send}>
        {children}
      </Form>
    </Drawer>
  )
}
