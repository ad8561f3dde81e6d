import { frame } from '@heju/i18n/console/frame'
import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { App, Radio } from 'antd'
import type { ApiError } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { asDecided, type FirstDecision } from './as-decided.ts'

/**
 * Sends what brings a tariff into use; where places are charged for the same already, asks what becomes of that and sends it
 * again as decided. Nothing is chosen beforehand: each choice is right for somebody. Afterwards it says where bills stand
 * against what was decided.
 */
export function useDecision<D extends FirstDecision>(decisions: readonly D[]) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const { modal, notification } = App.useApp()
  const decide = async (params: ApiError['params']): Promise<D | undefined> => {
    let chosen: D | undefined
    const choose = (decision: D) => {
      chosen = decision
      asked.update({ okButtonProps: { disabled: false } })
    }
    const content = (
      <>
        <p>{t('inUse.past')}</p>
        <Radio.Group
          aria-label={t('others')}
          style={{ display: 'grid', gap: 8 }}
          options={decisions.map((each) => ({ value: each, label: t(`inUse.${each}`) }))}
          onChange={({ target }) => choose(target.value as D)}
        />
        {decisions.length === 2 && <p>{t('others.noSurcharge')}</p>}
      </>
    )
    const asked = modal.confirm({
      title: t('enable.others', params),
      content,
      okText: f('save'),
      okButtonProps: { disabled: true },
    })
    const meant = await asked
    return meant ? chosen : undefined
  }
  return async <T extends { billed: number }>(send: (others: { others?: D }) => Promise<T>): Promise<T> => {
    const answer = await asDecided(send, ({ params }) => decide(params))
    if (answer.billed > 0)
      notification.warning({ title: t('others.billed', { places: answer.billed }), duration: 0 })
    return answer
  }
}
