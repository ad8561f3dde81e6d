import { billRuns } from '../bill-runs/texts.ts'
import { fees as texts } from './texts.ts'
import { formatYuan, periodAt } from '@heju/kernel'
import { Alert, App, Button, Card, Drawer, Flex, Form, Input, Select, Typography } from 'antd'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { ApiError, api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import { useSession } from '../../../app/session.tsx'
import { useMustChoose } from '../../../parts/must-choose.ts'
import { useFormGuard } from '../../../parts/form-guard.ts'
import { useCommand } from '../../../parts/form.ts'
import { Money } from '../../../parts/figures.tsx'
import { useNow } from '../../../parts/now.ts'
import { useProjectToBeginWith } from '../../../parts/use-project-to-begin-with.ts'
import { usePlaceToBeginWith } from '../../../parts/use-place-to-begin-with.ts'
import { PlaceSelect } from '../../../parts/place-select.tsx'
import { Failure, Loading, useErrorText } from '../../../parts/states.tsx'
import { TwiceTold } from '../tariffs/twice-told.tsx'
import { MessagesTold } from '../bill-runs/messages-told.tsx'

interface Fields {
  projectId: string
  place: string
  period: string
  dueOn?: string
}

/** Bills one room or space for a month: one that came late, or whose bill was taken back. */
export function BillOne({
  projectId,
  placeId,
  close,
}: {
  projectId: string | undefined
  /** The place that is looked at, if it is one. */
  placeId?: string | undefined
  close: () => void
}) {
  const t = useTexts(texts)
  const mustChoose = useMustChoose()
  const r = useTexts(billRuns)
  const { notification, message, modal } = App.useApp()
  const errorText = useErrorText()
  const queries = useQueryClient()
  const navigate = useNavigate()
  const [form] = Form.useForm<Fields>()
  const leave = useFormGuard(form, close)
  const [without, setWithout] = useState(false)
  const given = usePlaceToBeginWith(form, placeId)
  const projects = useProjectToBeginWith(form, projectId ?? given?.projectId)
  const { company } = useSession()
  const month = periodAt(useNow(), company.zone)
  const chosen = Form.useWatch('projectId', form)
  const change = useCommand({
    command: api.bills.one.$post,
    asks: ({ place, period, dueOn }: Fields) => ({
      json: {
        place: { kind: place.startsWith('park_') ? ('parking' as const) : ('room' as const), id: place },
        period,
        ...(dueOn && { dueOn }),
        remind: !without,
      },
    }),
    refreshes: [['bills'], ['arrears']],
    outdated: { keys: [onePreviews] },
    form,
    fieldOf: { 'billing.due_in_past': 'dueOn', 'billing.due_too_far': 'dueOn' },
    ownDoing: (error, before, now) => isBilled(error) && isOfSame(before, now),
    onDone: ({ billIds, skips }, before) => {
      if (before !== undefined) {
        sayBefore(before)
        return close()
      }
      const reasons = skips.map(({ reason, billedBy }) =>
        billedBy
          ? r('skip.billed_otherwise', { tariff: billedBy.name })
          : r(`reason.${reason}` as keyof typeof billRuns),
      )
      notification.success({
        title: t('billOne.done', { bills: billIds.length }),
        description: skips.length > 0 && t('billOne.rest', { skips: skips.length, reasons }),
      })
      close()
    },
  })
  /** What was changed after an answer that was lost is not billed: the owner sees what was sent first. */
  const sayBefore = ({ place, period, dueOn }: Fields) => {
    const key = `billed ${place} ${period}`
    const of = place.startsWith('park_') ? 'parkingSpaceId' : 'roomId'
    const see = () => {
      notification.destroy(key)
      void navigate(`/console/fees/bills?${of}=${place}&period=${period}`)
    }
    notification.warning({
      key,
      duration: 0,
      title: t('billOne.before', { period }),
      description: t(dueOn ? 'billOne.before.due' : 'billOne.before.about', { dueOn: dueOn ?? '' }),
      actions: (
        <Button size="small" onClick={see}>
          {t('billOne.before.see')}
        </Button>
      ),
    })
  }
  /** It is published at once and cannot be taken back but by voiding: what comes of it is read before. */
  const confirm = async (fields: Fields) => {
    // It was meant already, and may be billed: the preview would only say that the month is.
    if (change.isRepeated(fields)) return change.mutate(fields)
    message.destroy(onePreviews[0])
    const preview = await queries.fetchQuery(previewed(askedOf(fields))).catch((error: unknown) => {
      const before = change.unanswered()
      // The attempt that got no answer may have billed it: sending tells which it was, and bills nothing else.
      if (before && isBilled(error) && isOfSame(before, fields)) return change.mutate(fields)
      const content = errorText(error, true)
      void message.open({ key: onePreviews[0], type: 'error', content, duration: 6 })
    })
    if (!preview) return
    const [first] = preview.bills
    const meant = await modal.confirm({
      title: t('billOne.confirm', { bills: preview.bills.length, total: formatYuan(preview.totalFen) }),
      content: t('billOne.confirm.about', { payer: first?.payerName ?? '', dueOn: preview.dueOn }),
      okText: t('billOne'),
    })
    if (meant) change.mutate(fields)
  }
  const submit = (
    <Button type="primary" loading={change.isPending} onClick={form.submit}>
      {t('billOne')}
    </Button>
  )
  return (
    <Drawer title={t('billOne')} open onClose={leave} size={420} extra={submit}>
      <p>{t('billOne.about')}</p>
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ period: month }}
        onFinish={(fields) => void confirm(fields)}
      >
        <Form.Item name="projectId" label={t('project')} rules={mustChoose}>
          <Select
            onChange={() => form.resetFields(['place'])}
            options={projects.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="place" label={t('place')} rules={mustChoose}>
          <PlaceSelect projectId={chosen} {...(given && given.projectId === chosen && { given })} />
        </Form.Item>
        <Form.Item name="period" label={t('period')} rules={[{ required: true }]}>
          <Input type="month" />
        </Form.Item>
        <Form.Item name="dueOn" label={r('runs.dueOn')} extra={t('billOne.dueOn.hint')}>
          <Input type="date" />
        </Form.Item>
        <ToldOfOne
          without={without}
          setWithout={setWithout}
          isSent={(place, period) => {
            const sent = change.unanswered()
            return sent?.place === place && sent.period === period
          }}
        />
        <button type="submit" hidden aria-hidden="true" tabIndex={-1} />
      </Form>
    </Drawer>
  )
}

const isBilled = (error: unknown) =>
  error instanceof ApiError && error.code === 'billing.cannot_bill_already_billed'
const isOfSame = (one: Fields, other: Fields) => one.place === other.place && one.period === other.period

/** What was asked for, as the API takes it; undefined until place and month are known. */
function askedOf({ place, period, dueOn }: Partial<Fields>) {
  return place && period ? { placeId: place, period, ...(dueOn && { dueOn }) } : undefined
}

const onePreviews = ['bill-one-previews'] as const
const previewed = (query: ReturnType<typeof askedOf>) => ({
  // Beside what is fetched anew once it is billed: the form would wait to be told that it is billed already.
  queryKey: [...onePreviews, query],
  staleTime: 0,
  queryFn: () => call(api.bills.one.preview.$get({ query: query ?? { placeId: '', period: '' } })),
})

/** Which bills are made of what was asked for, and what they send, before anything is sent. */
function ToldOfOne({
  without,
  setWithout,
  isSent,
}: {
  without: boolean
  setWithout: (without: boolean) => void
  /** Whether just this place and month were sent before and got no answer. */
  isSent: (placeId: string, period: string) => boolean
}) {
  const t = useTexts(texts)
  const r = useTexts(billRuns)
  const errorText = useErrorText()
  const place = Form.useWatch<string | undefined>('place')
  const period = Form.useWatch<string | undefined>('period')
  const dueOn = Form.useWatch<string | undefined>('dueOn')
  const asked = askedOf({ ...(place && { place }), ...(period && { period }), ...(dueOn && { dueOn }) })
  const preview = useQuery({ ...previewed(asked), enabled: asked !== undefined })
  const messages = useQuery({
    queryKey: [...onePreviews, 'messages', asked],
    staleTime: 0,
    queryFn: () => call(api.bills.one.messages.$get({ query: asked ?? { placeId: '', period: '' } })),
    enabled: preview.data !== undefined,
  })
  if (asked === undefined) return null
  // Nothing was sent yet: it is told what would come of it, not that something went wrong.
  if (isBilled(preview.error) && isSent(asked.placeId, asked.period))
    return <Alert type="warning" showIcon title={t('billOne.perhapsBefore')} />
  if (preview.error !== null)
    return (
      <Alert type="warning" showIcon title={t('billOne.cannot')} description={errorText(preview.error)} />
    )
  if (preview.data === undefined) return <Loading />
  const { bills, totalFen, skips, projectId } = preview.data
  return (
    <Flex vertical gap={12}>
      <TwiceTold of={{ projectId, placeId: asked.placeId, period: asked.period }} />
      <Card size="small" title={t('billOne.will', { bills: bills.length, total: formatYuan(totalFen) })}>
        {bills.map((bill) => (
          <Flex key={`${bill.tariffId} ${bill.payerName} ${bill.fromOn}`} justify="space-between" gap={12}>
            <span>
              {bill.fee} · {bill.payerName}
              <br />
              <Typography.Text type="secondary">{`${bill.fromOn} – ${bill.toOn}`}</Typography.Text>
            </span>
            <Money fen={bill.amountFen} />
          </Flex>
        ))}
        {skips.length > 0 && (
          <Typography.Text type="secondary">
            {t('billOne.rest', {
              skips: skips.length,
              reasons: skips.map((reason) => r(`reason.${reason}` as keyof typeof billRuns)),
            })}
          </Typography.Text>
        )}
      </Card>
      {messages.error !== null && <Failure error={messages.error} retry={() => void messages.refetch()} />}
      {messages.data !== undefined && (
        <MessagesTold messages={messages.data} without={without} setWithout={setWithout} />
      )}
    </Flex>
  )
}
