import { fees as texts } from '@heju/i18n/console/fees'
import { Button, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { api, call } from '../../app/api.ts'
import { useTexts } from '../../app/language.tsx'
import { useMay } from '../../app/session.tsx'
import { Money, When } from '../../parts/figures.tsx'
import { useChange } from '../../parts/form.ts'
import { List } from '../../parts/list.tsx'
import { Page } from '../../parts/page.tsx'

const load = (after?: string) => call(api.payments.exceptions.$get({ query: after ? { after } : {} }))
type Exception = Awaited<ReturnType<typeof load>>['items'][number]

export function Component() {
  const t = useTexts(texts)
  const may = useMay()
  const [open, setOpen] = useState<Exception>()
  return (
    <Page title={t('exceptions.title')} about={t('exceptions.about')}>
      <List<Exception>
        queryKey={['exceptions']}
        load={load}
        empty={t('exceptions.empty')}
        columns={[
          { title: t('foundAt'), render: (_, { foundAt }) => <When at={foundAt} /> },
          { title: t('kind'), render: (_, { kind }) => t(`kind.${kind}`) },
          { title: t('payer'), dataIndex: 'payerName' },
          { title: t('received'), align: 'right', render: (_, { amountFen }) => <Money fen={amountFen} /> },
          {
            title: t('expected'),
            align: 'right',
            render: (_, { expectedFen }) => (expectedFen === null ? '—' : <Money fen={expectedFen} />),
          },
          { title: t('tradeNo'), dataIndex: 'outTradeNo' },
          {
            title: '',
            render: (_, exception) =>
              may('payments.exceptions') &&
              exception.resolvedAt === null && (
                <Button size="small" onClick={() => setOpen(exception)}>
                  {t('resolve.title')}
                </Button>
              ),
          },
        ]}
      />
      {open !== undefined && <ResolveDialog exception={open} close={() => setOpen(undefined)} />}
    </Page>
  )
}

const kinds = ['refunded', 'held', 'noted'] as const
interface Fields {
  kind: (typeof kinds)[number]
  referenceNo?: string
  reason: string
}

function ResolveDialog({ exception, close }: { exception: Exception; close: () => void }) {
  const t = useTexts(texts)
  const [form] = Form.useForm<Fields>()
  const kind = Form.useWatch('kind', form)
  const resolve = useChange({
    send: ({ kind: decided, referenceNo = '', reason }: Fields, requestId) => {
      const amountFen = exception.amountFen - exception.resolvedFen
      const decision =
        decided === 'refunded'
          ? { kind: decided, amountFen, referenceNo }
          : decided === 'held'
            ? { kind: decided, amountFen }
            : { kind: decided }
      return call(
        api.payments.exceptions[':exceptionId'].resolutions.$post({
          param: { exceptionId: exception.id },
          header: { 'idempotency-key': requestId },
          json: { decision, reason },
        }),
      )
    },
    refreshes: [['exceptions']],
    form,
    onDone: close,
  })
  return (
    <Modal
      title={`${t('resolve.title')} · ${t(`kind.${exception.kind}`)}`}
      open
      onCancel={close}
      onOk={form.submit}
      confirmLoading={resolve.isPending}
    >
      <Form<Fields>
        form={form}
        layout="vertical"
        initialValues={{ kind: 'refunded' }}
        onFinish={(fields) => resolve.mutate(fields)}
      >
        <Form.Item name="kind" label={t('resolve.title')}>
          <Select options={kinds.map((value) => ({ value, label: t(`resolve.${value}`) }))} />
        </Form.Item>
        {kind === 'refunded' && (
          <Form.Item name="referenceNo" label={t('desk.reference')} rules={[{ required: true }]}>
            <Input maxLength={60} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('resolve.reason')} rules={[{ required: true, min: 2 }]}>
          <Input maxLength={200} />
        </Form.Item>
      </Form>
    </Modal>
  )
}
