import { App, type ModalFuncProps } from 'antd'

/**
 * Asks whether something is meant and does it while the question stands: where that fails, the question stays, and its
 * button sends the same again. Why it failed is said by the change. Enter, pressed without a look at the question, does
 * nothing that is marked as dangerous.
 */
export function useAskFirst(): (
  question: Omit<ModalFuncProps, 'onOk'> & { onOk: () => Promise<unknown> },
) => void {
  const { modal } = App.useApp()
  return (question) => {
    const ask = async () => {
      // While nobody waits for what is answered, antd passes a failure on to nobody, as one that was never caught.
      const isDangerous = question.okButtonProps?.danger === true
      await modal.confirm({ ...(isDangerous && { autoFocusButton: 'cancel' as const }), ...question })
    }
    void ask()
  }
}
