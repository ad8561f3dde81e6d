import type { Dimension } from '@heju/core/insight/satisfaction/shape'
import { unanswered as texts } from './texts.ts'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { Col, Form, Row, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { DigitChoice } from '../../../parts/digit-choice.tsx'

const marks = [1, 2, 3, 4, 5].map((value) => ({ digit: value, value, label: String(value) }))

/** One point of the questionnaire, asked twice as in the portal: what is expected, then what was found. */
export function DimensionFields({ dimension }: { dimension: Dimension }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const name = s(`measure.${dimension}`)
  return (
    <section aria-label={name} style={{ marginBottom: 8 }}>
      <Typography.Text strong>{name}</Typography.Text>{' '}
      <Typography.Text type="secondary">{s(`about.${dimension}`)}</Typography.Text>
      <Row gutter={16} style={{ marginTop: 4 }}>
        {(['expected', 'perceived'] as const).map((side) => (
          <Col key={side} xs={24} sm={12}>
            <Form.Item
              name={['scores', dimension, side]}
              label={s(`${side}Question`)}
              rules={[{ required: true, message: t('scoreNeeded') }]}
              style={{ marginBottom: 8 }}
            >
              <DigitChoice label={`${name} ${s(`${side}Question`)}`} options={marks} />
            </Form.Item>
          </Col>
        ))}
      </Row>
    </section>
  )
}
