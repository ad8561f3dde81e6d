import { exceptions as texts } from './exception-texts.ts'
import { fees } from '../bills/texts.ts'
import { useQuery } from '@tanstack/react-query'
import { Card, Col, Descriptions, Flex, Row, Timeline, Typography } from 'antd'
import { Link, useParams } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useLanguage, useTexts } from '../../../app/language.tsx'
import { useMay } from '../../../app/session.tsx'
import { Money, When } from '../../../parts/figures.tsx'
import { Page } from '../../../parts/page.tsx'
import { useProjectNames } from '../../../parts/projects.ts'
import { RowsTable } from '../../../parts/rows-table.tsx'
import { Failure, Loading } from '../../../parts/states.tsx'
import { ExceptionState } from './exceptions.tsx'
import { happenedOf } from './happened.ts'
import { ResolveException } from './resolve-exception.tsx'

const load = (exceptionId: string) =>
  call(api.payments.exceptions[':exceptionId'].$get({ param: { exceptionId } }))
export type ExceptionDetail = Awaited<ReturnType<typeof load>>

/** What happened, what shows it, and what can be done. */
export function Component() {
  const t = useTexts(texts)
  const { exceptionId = '' } = useParams()
  const found = useQuery({ queryKey: ['exceptions', exceptionId], queryFn: () => load(exceptionId) })
  if (found.data !== undefined) return <Sheet exception={found.data} />
  return (
    <Page title={t('exceptions.title')}>
      {found.error ? <Failure error={found.error} retry={() => void found.refetch()} /> : <Loading />}
    </Page>
  )
}

function Sheet({ exception }: { exception: ExceptionDetail }) {
  const t = useTexts(texts)
  const may = useMay()
  const { kind } = exception
  const { locale } = useLanguage()
  return (
    <Page
      title={t(`kind.${kind}`)}
      about={
        <Flex gap={12} wrap align="center">
          <ExceptionState state={exception.state} />
          <When at={exception.foundAt} />
          <Link to="/console/fees/exceptions">{t('exceptions.all')}</Link>
        </Flex>
      }
    >
      <Row gutter={[16, 16]}>
        <Col xs={24} lg={13}>
          <Flex vertical gap={16}>
            <Card size="small" title={t('happened')}>
              <Typography.Paragraph style={{ fontSize: 16 }}>
                {t(...happenedOf(exception, locale))}
              </Typography.Paragraph>
              <Typography.Text strong>{t('advice')}</Typography.Text>
              <Typography.Paragraph style={{ margin: 0 }}>{t(`advice.${kind}`)}</Typography.Paragraph>
            </Card>
            <Evidence exception={exception} />
            {exception.bills.length > 0 && <Bills exception={exception} />}
          </Flex>
        </Col>
        <Col xs={24} lg={11}>
          <Flex vertical gap={16}>
            {may('payments.exceptions') && exception.state !== 'resolved' && (
              <ResolveException key={exception.resolvedFen} exception={exception} />
            )}
            <Decided exception={exception} />
          </Flex>
        </Col>
      </Row>
    </Page>
  )
}

function Evidence({ exception }: { exception: ExceptionDetail }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  const projectName = useProjectNames()
  const { projectId, places } = exception
  const { paidFen, receiptNumber } = exception
  const { amountFen, resolvedFen, transactionId, merchantId, paidAt, payerName, outTradeNo } = exception
  return (
    <Card size="small" title={t('evidence')}>
      <Descriptions
        size="small"
        column={{ xs: 1, sm: 2 }}
        items={[
          { key: 'paid-in', label: f('received'), children: <Money fen={paidFen} /> },
          ...(receiptNumber === null
            ? []
            : [{ key: 'booked', label: t('evidence.booked'), children: <Booked exception={exception} /> }]),
          { key: 'mismatch', label: t('mismatch'), children: <Money fen={amountFen} /> },
          { key: 'left', label: t('evidence.left'), children: <Money fen={amountFen - resolvedFen} /> },
          {
            key: 'project',
            label: f('project'),
            children: projectId === null ? '—' : projectName(projectId),
          },
          { key: 'place', label: f('place'), children: places || '—' },
          { key: 'payer', label: t('evidence.payer'), children: payerName ?? '—' },
          { key: 'paid', label: t('evidence.paidAt'), children: <When at={paidAt} /> },
          { key: 'order', label: t('evidence.order'), children: outTradeNo },
          { key: 'transaction', label: t('evidence.transaction'), children: transactionId ?? '—' },
          { key: 'merchant', label: t('evidence.merchant'), children: merchantId },
        ]}
      />
      <details>
        <summary>{t('evidence.words')}</summary>
        <pre style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', margin: '8px 0 0' }}>
          {exception.evidence}
        </pre>
      </details>
    </Card>
  )
}

function Booked({ exception: { bookedFen, receiptNumber } }: { exception: ExceptionDetail }) {
  return (
    <>
      <Money fen={bookedFen} />{' '}
      <Link to={`/console/fees/payments?receipt=${receiptNumber}`}>{receiptNumber}</Link>
    </>
  )
}

function Bills({ exception }: { exception: ExceptionDetail }) {
  const t = useTexts(texts)
  const f = useTexts(fees)
  return (
    <Card size="small" title={t('bills')}>
      <RowsTable
        label={t('bills')}
        size="small"
        rowKey="billId"
        dataSource={exception.bills}
        columns={[
          { title: f('place'), dataIndex: 'place' },
          { title: f('fee'), dataIndex: 'fee', onPhone: 'plain' },
          { title: f('period'), dataIndex: 'period', onPhone: 'plain' },
          {
            title: t('bills.asked'),
            align: 'right',
            render: (_, { askedFen }) => <Money fen={askedFen} />,
          },
          {
            title: t('bills.owed'),
            onPhone: 'end',
            align: 'right',
            render: (_, { owedFen }) => <Money fen={owedFen} />,
          },
        ]}
      />
    </Card>
  )
}

function Decided({ exception }: { exception: ExceptionDetail }) {
  const t = useTexts(texts)
  return (
    <Card size="small" title={t('decided')}>
      {exception.resolutions.length === 0 && t('decided.none')}
      <Timeline
        items={exception.resolutions.map(
          ({ kind, amountFen, reason, referenceNo, resolvedAt, resolvedByName }) => ({
            key: `${kind} ${resolvedAt}`,
            content: (
              <>
                <strong>{t(`resolve.${kind}`)}</strong> {amountFen > 0 && <Money fen={amountFen} />}{' '}
                {referenceNo}
                <div>{reason}</div>
                <Typography.Text type="secondary">
                  {resolvedByName} · <When at={resolvedAt} />
                </Typography.Text>
              </>
            ),
          }),
        )}
      />
    </Card>
  )
}
