import { importing as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useCommand } from '../../../parts/form.ts'

/** Asks whether an import is to be dropped, and drops it. @param stopped it has written something before it stopped */
export function useDiscard(id: string, stopped = false): () => void {
  const t = useTexts(texts)
  const askFirst = useAskFirst()
  const discard = useCommand({
    command: api.imports[':importId'].discard.$post,
    asks: (importId: string) => ({ param: { importId } }),
    refreshes: [['imports']],
  })
  return () =>
    askFirst({
      title: t('discard'),
      content: t(stopped ? 'stopped.discard' : 'discard.confirm'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(id),
    })
}
