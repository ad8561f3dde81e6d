import { importing as texts } from './texts.ts'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useAskFirst } from '../../../parts/ask-first.ts'
import { useCommand } from '../../../parts/form.ts'
import type { Import } from './api.ts'
import { useNeedsRightLater } from './needs-right.ts'

/** Asks whether an import is to be dropped, and drops it: one that stopped may have written something, of charges nothing. */
export function useDiscard(job: Import): () => void {
  const { id, state, counts } = job
  const stopped = state === 'failed'
  const t = useTexts(texts)
  const permission = useNeedsRightLater(job, stopped && counts.roomTariffs.created > 0)
  const askFirst = useAskFirst()
  const discard = useCommand({
    command: api.imports[':importId'].discard.$post,
    asks: (importId: string) => ({ param: { importId } }),
    refreshes: [['imports']],
  })
  return () =>
    askFirst({
      title: t('discard'),
      content: [
        t(stopped ? 'stopped.discard' : 'discard.confirm'),
        ...(permission === null ? [] : [t('stopped.discard.charges', { permission })]),
      ].join(' '),
      okText: t('discard'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(id),
    })
}
