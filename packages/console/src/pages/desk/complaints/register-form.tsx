import { complaints as texts } from './texts.ts'
import { parsePhone } from '@heju/kernel'
import { Checkbox, Col, Drawer, Form, Row } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { NoProject } from '../../../parts/chosen-project.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { PhotosField } from '../../../parts/photos-field.tsx'
import { useNoProjects } from '../../../parts/projects.ts'
import { CallerField } from './caller-field.tsx'
import { ContactFields, Greeting, PlaceFields } from './party-fields.tsx'
import { ChannelFields, MatterFields, PromiseField } from './matter-fields.tsx'
import { mostPhotos, useArrived } from './step-photos.tsx'
import { useRegistering, type RegisterFields } from './use-registering.ts'

/**
 * The front desk takes down what somebody tells. Made for the telephone: whoever calls is found by the last digits of
 * the number, and then each Enter leads to what is asked next.
 * @param ring the number that rings, when a telephone system tells it
 */
export function RegisterForm(asked: Asked) {
  const t = useTexts(texts)
  const { close } = asked
  if (!useNoProjects()) return <Registering {...asked} />
  return (
    <Drawer title={t('register')} open onClose={close} size={720} styles={{ wrapper: { maxWidth: '100vw' } }}>
      <NoProject leave={close} />
    </Drawer>
  )
}

interface Asked {
  ring?: string
  close: () => void
  onDone: (id: string) => void
}

function Registering({ ring = '', close, onDone }: Asked) {
  const t = useTexts(texts)
  const arrived = useArrived()
  const may = useMay()
  const [form] = Form.useForm<RegisterFields>()
  const { party, choose, register } = useRegistering(form, onDone)
  return (
    <FormDrawer<RegisterFields>
      title={t('register')}
      close={close}
      form={form}
      pending={register.isPending}
      wide
      initial={{ channel: 'phone', ...(parsePhone(ring) && { contactPhone: ring }) }}
      send={(fields) => register.mutate(fields)}
    >
      {may('registry.read') && (
        <Form.Item label={t('caller')} htmlFor="caller">
          <CallerField
            id="caller"
            ring={ring}
            choose={choose}
            onTyped={(typed) => {
              if (parsePhone(typed) !== null) form.setFieldValue('contactPhone', typed.trim())
            }}
          />
        </Form.Item>
      )}
      {party !== undefined && <Greeting party={party} />}
      <Row gutter={16}>
        <Col xs={24} sm={12}>
          <PlaceFields party={party} />
          <ContactFields party={party} />
        </Col>
        <Col xs={24} sm={12}>
          <ChannelFields />
        </Col>
      </Row>
      <MatterFields submit={form.submit} />
      <Row gutter={16}>
        <Col xs={24} sm={12}>
          <PromiseField />
        </Col>
        <Col xs={24} sm={12}>
          <Form.Item label={t('marks')} style={{ marginBottom: 12 }}>
            {(['emergency', 'major', 'special'] as const).map((mark) => (
              <Form.Item key={mark} name={mark} valuePropName="checked" noStyle>
                <Checkbox style={{ display: 'flex' }}>{t(mark)}</Checkbox>
              </Form.Item>
            ))}
          </Form.Item>
        </Col>
      </Row>
      <Form.Item name="photos" label={t('photos')} rules={arrived}>
        <PhotosField most={mostPhotos} />
      </Form.Item>
    </FormDrawer>
  )
}
