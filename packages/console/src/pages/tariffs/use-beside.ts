import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { App } from 'antd'
import { useTexts } from '../../app/language.tsx'
import { asDecided } from './as-decided.ts'

/** Sends what brings a tariff into use, and asks where places would then be charged twice for the same. */
export function useBeside() {
  const t = useTexts(texts)
  const { modal } = App.useApp()
  return <T>(send: (beside: boolean) => Promise<T>): Promise<T> =>
    asDecided(send, async ({ params }) =>
      modal.confirm({ title: t('enable.beside', params), okText: t('others.beside') }),
    )
}
