import { othersDecisions, type OthersDecision } from '@heju/core/fees/billing/shape'
import { frame } from '../../../app/texts.ts'
import { tariffs as texts } from './texts.ts'
import { App, Radio } from 'antd'
import { useRef } from 'react'
import type { ApiError } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { asDecided, type Unanswered } from './as-decided.ts'

/**
 * Sends what brings a tariff into use; where places are charged for the same already, asks what becomes of that and sends it
 * again as decided. Nothing is chosen beforehand: each choice is right for somebody. Afterwards it says where bills stand
 * against what was decided.
 * @param both how one gets both charges instead
 */
export function useDecision(both: string) {
  const t = useTexts(texts)
  const f = useTexts(frame)
  const { modal, notification } = App.useApp()
  const decide = async (params: ApiError['params']): Promise<OthersDecision | undefined> => {
    let chosen: OthersDecision | undefined
    const choose = (decision: OthersDecision) => {
      chosen = decision
      asked.update({ okButtonProps: { disabled: false } })
    }
    const content = (
      <>
        <p>{t('inUse.past')}</p>
        <Radio.Group
          aria-label={t('others')}
          style={{ display: 'grid', gap: 8 }}
          options={othersDecisions.map((each) => ({ value: each, label: t(`inUse.${each}`) }))}
          onChange={({ target }) => choose(target.value as OthersDecision)}
        />
        <p>{both}</p>
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
  const memory = useRef<{ unanswered?: Unanswered | undefined }>({})
  return async <J extends object, T extends { billed: number }>(
    asked: J,
    send: (json: J & { others?: OthersDecision }) => Promise<T>,
  ): Promise<T> => {
    const answer = await asDecided(asked, send, ({ params }) => decide(params), memory.current)
    if (answer.billed > 0)
      notification.warning({ title: t('others.billed', { places: answer.billed }), duration: 0 })
    return answer
  }
}
