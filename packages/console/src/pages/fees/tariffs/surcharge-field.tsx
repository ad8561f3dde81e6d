import { tariffs as texts } from './texts.ts'
import { Checkbox, Form } from 'antd'
import { useTexts } from '../../../app/language.tsx'

/**
 * Makes a tariff a surcharge: on every new one, whatever else is charged, since it cannot be said any more once the tariff
 * has been in use. Who enters the lift charge before the main one is asked nothing that could be answered so.
 */
export function SurchargeField() {
  const t = useTexts(texts)
  return (
    <Form.Item name="surcharge" valuePropName="checked" extra={t('surcharge.hint')}>
      <Checkbox>{t('surcharge.choose')}</Checkbox>
    </Form.Item>
  )
}
