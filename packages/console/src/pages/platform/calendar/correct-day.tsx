import { correctDaySchema } from '@heju/core/platform/calendar/shape'
import { calendar as texts } from './texts.ts'
import { weekdayOf, type CivilDate } from '@heju/kernel'
import { Alert, Form, Input, Radio, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { FormModal } from '../../../parts/form-modal.tsx'
import { useChange } from '../../../parts/form.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { correctDay, type Correction, type NamedDay } from './api.ts'

/** Says that a day is worked or not, and tells beforehand what follows. */
export function CorrectDay({
  day,
  known,
  close,
}: {
  day: CivilDate
  known: NamedDay | undefined
  close: () => void
}) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const [form] = Form.useForm<Correction>()
  const save = useChange({
    send: (fields: Correction, send) => {
      const name = fields.name?.trim()
      return correctDay(day, { kind: fields.kind, ...(name && { name }) }, send)
    },
    refreshes: [['calendar']],
    form,
    done: t('saved'),
    onDone: close,
  })
  const now = known?.kind ?? (weekdayOf(day) > 5 ? 'rest' : 'work')
  const weekday = t('weekdays.full').split(',')[weekdayOf(day) - 1]
  const state = known?.name ? `${t(`day.${now}`)}（${known.name}）` : t(`day.${now}`)
  const kinds = known?.corrected ? (['work', 'rest', 'national'] as const) : (['work', 'rest'] as const)
  return (
    <FormModal<Correction>
      title={t('change', { day: `${day} ${weekday}` })}
      about={
        <Typography.Paragraph type="secondary">
          {t('day.now', { state })}
          {known?.corrected && ` · ${t('day.corrected')}`}
        </Typography.Paragraph>
      }
      close={close}
      form={form}
      pending={save.isPending}
      initial={{ kind: known?.corrected ? 'national' : now === 'work' ? 'rest' : 'work' }}
      send={(fields) => save.mutate(fields)}
    >
      <Form.Item name="kind" label={t('kind')} rules={mustChoose}>
        <Radio.Group vertical options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) =>
          getFieldValue('kind') !== 'national' && (
            <Form.Item name="name" label={t('name')} extra={t('name.hint')}>
              <Input {...longestOf(correctDaySchema.entries.name)} />
            </Form.Item>
          )
        }
      </Form.Item>
      <Alert type="info" showIcon title={t('consequences')} description={t('consequences.about')} />
    </FormModal>
  )
}
