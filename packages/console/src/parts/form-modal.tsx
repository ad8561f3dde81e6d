import { frame } from '../app/texts.ts'
import { Form, Modal, type FormInstance } from 'antd'
import { useId, type ReactNode } from 'react'
import { useTexts } from '../app/language.tsx'
import { useFormGuard } from './form-guard.ts'

/**
 * A question with a field or two over the page, as a reason. Its button belongs to the form also as the browser sees it, so
 * that Enter sends it; what was entered is not thrown away without a question, as by `FormDrawer`.
 */
export function FormModal<F extends object>({
  title,
  about,
  close,
  form,
  pending,
  initial,
  send,
  action,
  danger = false,
  children,
}: {
  title: string
  /** What to know before one fills it in. */
  about: ReactNode
  close: () => void
  form: FormInstance<F>
  pending: boolean
  initial?: Partial<F>
  send: (fields: F) => void
  /** What its button says it does, where that is not to save. */
  action?: string
  danger?: boolean
  children: ReactNode
}) {
  const f = useTexts(frame)
  const id = useId()
  const leave = useFormGuard(form, close)
  return (
    <Modal
      title={title}
      open
      onCancel={leave}
      okText={action ?? f('save')}
      okButtonProps={{ htmlType: 'submit', form: id, danger }}
      cancelText={f('cancel')}
      confirmLoading={pending}
    >
      {about}
      <Form<F> id={id} form={form} layout="vertical" initialValues={initial ?? {}} onFinish={send}>
        {children}
      </Form>
    </Modal>
  )
}
