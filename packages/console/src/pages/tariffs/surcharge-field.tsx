import { tariffs as texts } from '@heju/i18n/console/tariffs'
import { Checkbox, Form, type CheckboxProps } from 'antd'
import { useTexts } from '../../app/language.tsx'
import type { FirstDecision } from './as-decided.ts'

type CheckboxEvent = Parameters<NonNullable<CheckboxProps['onChange']>>[0]

/**
 * Makes a tariff a surcharge where nothing is charged for the same yet: who enters the lift charge before the main one is
 * asked nothing that could be answered so, and later it cannot be said any more.
 */
export function SurchargeField() {
  const t = useTexts(texts)
  return (
    <Form.Item
      name="others"
      getValueProps={(others?: FirstDecision) => ({ checked: others === 'surcharge' })}
      getValueFromEvent={({ target }: CheckboxEvent): FirstDecision | undefined =>
        target.checked ? 'surcharge' : undefined
      }
    >
      <Checkbox>{t('surcharge.choose')}</Checkbox>
    </Form.Item>
  )
}
