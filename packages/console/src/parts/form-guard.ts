import { frame } from '@heju/i18n/console/frame'
import { App, type FormInstance } from 'antd'
import { useCallback, useEffect } from 'react'
import { useBlocker } from 'react-router'
import { useTexts } from '../app/language.tsx'

/**
 * Closes a drawer with a form by Escape, its mask or its cross, and lets the browser go back, but asks first where
 * something was entered: it would be gone. What the form does itself when it is saved closes it without a question.
 */
export function useFormGuard<F>(form: FormInstance<F>, close: () => void): () => void {
  const f = useTexts(frame)
  const { modal } = App.useApp()
  const ask = useCallback(
    async () =>
      !form.isFieldsTouched() ||
      (await modal.confirm({
        title: f('entered.leave'),
        content: f('entered.leave.about'),
        okText: f('entered.discard'),
        cancelText: f('entered.stay'),
        // Enter, pressed without a look at the question, must not throw away what was entered.
        autoFocusButton: 'cancel',
      })),
    [form, modal, f],
  )
  // Links of our own open in the same page on purpose; going back is what a thumb does by mistake.
  const blocker = useBlocker(({ historyAction }) => historyAction === 'POP' && form.isFieldsTouched())
  useEffect(() => {
    if (blocker.state !== 'blocked') return
    void ask().then((meant) => (meant ? blocker.proceed() : blocker.reset()))
  }, [blocker, ask])
  return () => void ask().then((meant) => meant && close())
}
