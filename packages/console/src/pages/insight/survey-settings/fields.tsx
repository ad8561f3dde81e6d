import { surveySettings as texts } from './texts.ts'
import { Form, InputNumber, Switch } from 'antd'
import { useTexts } from '../../../app/language.tsx'

const required = [{ required: true }]

/** When the survey opens, reminds and closes. */
export function TimeFields() {
  const t = useTexts(texts)
  const reminds = Form.useWatch<boolean>('remind')
  return (
    <>
      <Form.Item name="enabled" label={t('enabled')} extra={t('enabled.hint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="openDay" label={t('openDay')} extra={t('openDay.hint')} rules={required}>
        <InputNumber min={1} max={7} precision={0} />
      </Form.Item>
      <Form.Item name="closeDay" label={t('closeDay')} extra={t('closeDay.hint')} rules={required}>
        <InputNumber min={14} max={28} precision={0} />
      </Form.Item>
      <Form.Item
        name="sendMessages"
        label={t('sendMessages')}
        extra={t('sendMessages.hint')}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
      <Form.Item name="remind" label={t('remind')} extra={t('remind.hint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item
        name="remindAfterDays"
        label={t('remindAfterDays')}
        rules={required}
        hidden={reminds === false}
        style={{ marginBottom: 0 }}
      >
        <InputNumber min={1} max={14} precision={0} />
      </Form.Item>
    </>
  )
}

/** From how many answers on a project is ranked. */
export function RankingFields() {
  const t = useTexts(texts)
  return (
    <>
      <Form.Item
        name="leastAnswers"
        label={t('leastAnswers')}
        extra={t('leastAnswers.hint')}
        rules={required}
      >
        <InputNumber min={5} max={1000} precision={0} />
      </Form.Item>
      <Form.Item name="leastRate" label={t('leastRate')} rules={required}>
        <InputNumber min={0} max={100} precision={2} suffix="%" style={{ width: 120 }} />
      </Form.Item>
    </>
  )
}
