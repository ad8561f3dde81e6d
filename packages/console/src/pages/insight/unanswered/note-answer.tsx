import { unanswered as texts } from './texts.ts'
import { dimensions, recordAnswerSchema, staffChannels } from '@heju/core/insight/satisfaction/shape'
import { satisfactionTexts } from '@heju/core/insight/satisfaction/texts'
import { Alert, Checkbox, Form, Input, Typography } from 'antd'
import type { KeyboardEvent } from 'react'
import { api } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { DigitChoice, leadsOn } from '../../../parts/digit-choice.tsx'
import { FormDrawer } from '../../../parts/form-drawer.tsx'
import { useCommand } from '../../../parts/form.ts'
import { useNewId } from '../../../parts/ids.ts'
import { longestOf } from '../../../parts/longest-of.ts'
import { useMonthName } from '../../../parts/month-name.ts'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useNarrow } from '../../../parts/on-phone.tsx'
import { type Answer } from '../satisfaction/api.ts'
import type { Household } from './api.ts'
import { Callee } from './callee.tsx'
import { DimensionFields } from './dimension-fields.tsx'

export type Channel = (typeof staffChannels)[number]
/** Stands for “no answer” among the numbers. */
const unsaid = 0

interface Fields {
  channel: Channel
  scores: Answer['scores']
  loyalty?: number
  comment: string
  named: boolean
}

/**
 * What a household says by phone, on a visit or at the desk, by the questions of the portal. Made for one hand and the
 * keyboard: each digit answers a row and leads to the next.
 * @param channel how the household before was reached
 */
export function NoteAnswer({
  household,
  period,
  channel,
  onNoted,
  close,
}: {
  household: Household
  period: string
  channel: Channel | undefined
  onNoted: (channel: Channel) => void
  close: () => void
}) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const mustChoose = useMustChoose()
  const [answerId] = useNewId('answ')
  const { roundId, roomId, roomName: room } = household
  const note = useCommand({
    command: api.satisfaction.answers.$post,
    asks: ({ loyalty = unsaid, ...fields }: Fields) => ({
      json: { answerId, roundId, roomId, ...fields, loyalty: loyalty === unsaid ? null : loyalty },
    }),
    refreshes: [['satisfaction'], ['tasks']],
    form,
    done: t('noted', { room }),
    onDone: () => {
      onNoted(form.getFieldValue('channel') as Channel)
      close()
    },
  })
  return (
    <FormDrawer<Fields>
      title={t('noteFor', { room })}
      close={close}
      form={form}
      pending={note.isPending}
      wide
      initial={{ ...(channel && { channel }), comment: '', named: false }}
      send={note.mutate}
    >
      <Callee household={household} />
      <Form.Item name="channel" label={t('channel')} rules={mustChoose}>
        <DigitChoice
          label={t('channel')}
          autoFocus
          options={staffChannels.map((value, i) => ({
            digit: i + 1,
            value,
            label: `${i + 1} ${t(`channel.${value}`)}`,
          }))}
        />
      </Form.Item>
      <HowToAsk period={period} />
      {dimensions.map((dimension) => (
        <DimensionFields key={dimension} dimension={dimension} />
      ))}
      <LastFields submit={form.submit} />
    </FormDrawer>
  )
}

/** How to ask, what the marks are, and how the keyboard helps where there is one. */
function HowToAsk({ period }: { period: string }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const narrow = useNarrow()
  const monthName = useMonthName()
  const ends = t('ends', { least: s('value.1'), most: s('value.5') })
  return (
    <Alert
      type="info"
      title={t('ask', { month: monthName(period) })}
      description={narrow ? ends : `${ends}${t('keys')}`}
      style={{ marginBottom: 16 }}
    />
  )
}

/** What may be left out: whether they would stay, their own words, and whose they are. */
function LastFields({ submit }: { submit: () => void }) {
  const t = useTexts(texts)
  const s = useTexts(satisfactionTexts)
  const onEnter = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey) submit()
  }
  const narrow = useNarrow()
  // A phone has no room for six words beside each other: those at the ends stand below.
  const marks = ([1, 2, 3, 4, 5] as const).map((value) => ({
    digit: value,
    value,
    label: narrow ? String(value) : `${value} ${s(`loyalty.${value}`)}`,
  }))
  const none = narrow ? '0' : `0 ${t('loyalty.none')}`
  const ends = t('ends', { least: s('loyalty.1'), most: s('loyalty.5') })
  const help = narrow ? `${ends}${t('loyalty.zero')}` : t('loyalty.keys')
  return (
    <>
      <Form.Item name="loyalty" label={s('loyaltyQuestion')} extra={help}>
        <DigitChoice
          label={s('loyaltyQuestion')}
          options={[...marks, { digit: 0, value: unsaid, label: none }]}
        />
      </Form.Item>
      <Form.Item name="comment" label={s('comment')}>
        <Input.TextArea
          {...leadsOn}
          rows={3}
          {...longestOf(recordAnswerSchema.entries.comment)}
          showCount
          onPressEnter={onEnter}
        />
      </Form.Item>
      <Form.Item name="named" valuePropName="checked" style={{ marginBottom: 4 }}>
        <Checkbox>{t('named')}</Checkbox>
      </Form.Item>
      <Typography.Text type="secondary">{t('namedHint')}</Typography.Text>
    </>
  )
}
