import { breachSchema, communicativeKinds, effectiveGrounds } from '@heju/core/desk/complaints/shape'
import { complaints as texts } from './texts.ts'
import { complaintTexts } from '@heju/core/desk/complaints/texts'
import { civilDateOf } from '@heju/kernel'
import { Col, Form, Input, Row, Select } from 'antd'
import { useState } from 'react'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { longestOf } from '../../../parts/longest-of.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { breach } from './judgement.ts'

/** What nature a complaint is of; a breach only with what the authority registered. */
export function NatureField() {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const c = useTexts(complaintTexts)
  const chosen = Form.useWatch<string | undefined>('judgement')
  const options = [
    ...communicativeKinds.map((kind) => ({
      value: `communicative.${kind}`,
      label: `${c('nature.communicative')} · ${c(`kind.${kind}`)}`,
    })),
    ...effectiveGrounds.map((ground) => ({
      value: `effective.${ground}`,
      label: `${c('nature.effective')} · ${c(`ground.${ground}`)}`,
    })),
  ]
  return (
    <>
      <Form.Item name="judgement" label={t('nature')} rules={mustChoose}>
        <Select options={options} />
      </Form.Item>
      {chosen === breach && <AuthorityFields />}
    </>
  )
}

function AuthorityFields() {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const { zone } = useSession().company
  const [today] = useState(() => civilDateOf(Date.now(), zone))
  const notAhead = (_: unknown, day = '') =>
    day > today ? Promise.reject(new Error(t('authority.future'))) : Promise.resolve()
  return (
    <Row gutter={16}>
      <Col xs={24} sm={14}>
        <Form.Item
          name="authorityNo"
          label={t('authority.no')}
          extra={t('authority.hint')}
          rules={[{ required: true }]}
        >
          <Input {...longestOf(breachSchema.entries.authorityNo)} />
        </Form.Item>
      </Col>
      <Col xs={24} sm={10}>
        <Form.Item
          name="authorityOn"
          label={t('authority.on')}
          rules={[...mustChoose, { validator: notAhead }]}
        >
          <Input type="date" max={today} />
        </Form.Item>
      </Col>
    </Row>
  )
}
