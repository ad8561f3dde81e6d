import { importing as texts } from '@heju/i18n/console/import'
import { App } from 'antd'
import { api } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useCommand } from '../../parts/form.ts'

/** Asks whether an import is to be dropped, and drops it. @param stopped it has written something before it stopped */
export function useDiscard(id: string, stopped = false): () => void {
  const t = useTexts(texts)
  const { modal } = App.useApp()
  const discard = useCommand({
    command: api.imports[':importId'].discard.$post,
    asks: (importId: string) => ({ param: { importId } }),
    refreshes: [['imports']],
  })
  return () =>
    void modal.confirm({
      title: t('discard'),
      content: t(stopped ? 'stopped.discard' : 'discard.confirm'),
      okText: t('discard'),
      okButtonProps: { danger: true },
      onOk: () => discard.mutateAsync(id),
    })
}
