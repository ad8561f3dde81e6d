import { frame } from '../app/texts.ts'
import { App, type FormInstance } from 'antd'
import { useCallback } from 'react'
import { useTexts } from '../app/language.tsx'

/** Asks whether what was entered is to be thrown away. */
export function useAskToLeave(): () => Promise<boolean> {
  const f = useTexts(frame)
  const { modal } = App.useApp()
  return useCallback(
    async () =>
      modal.confirm({
        title: f('entered.leave'),
        content: f('entered.leave.about'),
        okText: f('entered.discard'),
        cancelText: f('entered.stay'),
        // Enter, pressed without a look at the question, must not throw away what was entered.
        autoFocusButton: 'cancel',
      }),
    [modal, f],
  )
}

/**
 * Closes a drawer with a form by Escape, its mask or its cross, but asks first where something was entered: it would be
 * gone. What the form does itself when it is saved closes it without a question. Of leaving the page `Leaving` asks, for
 * every form.
 */
export function useFormGuard<F>(form: FormInstance<F>, close: () => void): () => void {
  const ask = useAskToLeave()
  return () => {
    if (form.isFieldsTouched()) void ask().then((meant) => meant && close())
    else close()
  }
}
