import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { App } from 'antd'
import { ApiError } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'

/**
 * Sends what brings a tariff into use; where places would then be charged twice for the same, asks whether that is meant
 * and sends it again as decided.
 */
export function useBeside() {
  const t = useTexts(texts)
  const { modal } = App.useApp()
  return async <T>(send: (beside: boolean) => Promise<T>): Promise<T> => {
    try {
      return await send(false)
    } catch (error) {
      if (!(error instanceof ApiError) || error.code !== 'billing.charged_twice') throw error
      const meant = await modal.confirm({
        title: t('enable.beside', error.params),
        okText: t('others.beside'),
      })
      if (!meant) throw error
      return send(true)
    }
  }
}
