import { MinusCircleOutlined } from '@ant-design/icons'
import { merchant as texts } from './texts.ts'
import { Button, Card, Form, Input, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { PemField } from './pem-field.tsx'

export interface PlatformKey {
  serial?: string
  pem?: string
}
/** Two suffice while the provider changes keys; the API takes four. */
const most = 4

/** The provider's keys: one as a rule, two while they change. @param saved says that some are stored */
export function PlatformKeys({ needed, saved }: { needed: boolean; saved: string }) {
  const t = useTexts(texts)
  return (
    <Form.List name="platformKeys" initialValue={[{}]}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }) => (
            <Card
              key={key}
              size="small"
              title={t('platformKey')}
              style={{ marginBottom: 12 }}
              extra={
                rows.length > 1 && (
                  <Button
                    type="text"
                    icon={<MinusCircleOutlined />}
                    aria-label={t('platformKey.remove')}
                    onClick={() => remove(name)}
                  />
                )
              }
            >
              {saved !== '' && name === 0 && (
                <Typography.Paragraph type="secondary">
                  {saved}
                  {t('platformKey.replaces')}
                </Typography.Paragraph>
              )}
              <OneKey name={name} needed={needed} />
            </Card>
          ))}
          {rows.length < most && (
            <Button type="dashed" block onClick={() => add({})}>
              {t('platformKey.add')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  )
}

function OneKey({ name, needed }: { name: number; needed: boolean }) {
  const t = useTexts(texts)
  const form = Form.useFormInstance()
  /** One half of a key is no key. */
  const withOther = (other: keyof PlatformKey) => ({
    validator: (_: unknown, value?: string) => {
      const wanted = needed || Boolean(form.getFieldValue(['platformKeys', name, other]))
      return wanted && !value ? Promise.reject(new Error(t('platformKey.both'))) : Promise.resolve()
    },
  })
  return (
    <>
      <Form.Item
        name={[name, 'serial']}
        label={t('platformSerial')}
        extra={t('platformSerial.where')}
        required={needed}
        rules={[withOther('pem')]}
      >
        <Input autoComplete="off" spellCheck={false} maxLength={60} />
      </Form.Item>
      <Form.Item
        name={[name, 'pem']}
        label={t('platformKey')}
        extra={t('platformKey.where')}
        required={needed}
        rules={[withOther('serial')]}
        style={{ marginBottom: 0 }}
      >
        <PemField label={t('platformKey')} />
      </Form.Item>
    </>
  )
}
