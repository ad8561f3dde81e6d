import { importing as texts } from '@heju/i18n/console/import'
import { App } from 'antd'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useChange } from '../../parts/form.ts'

/** Asks whether an import is to be dropped, and drops it. @param stopped it has written something before it stopped */
export function useDiscard(id: string, stopped = false): () => void {
  const t = useTexts(texts)
  const { modal } = App.useApp()
  const discard = useChange({
    send: (importId: string, requestId) =>
      call(
        api.imports[':importId'].discard.$post({
          param: { importId },
          header: { 'idempotency-key': requestId },
        }),
      ),
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
