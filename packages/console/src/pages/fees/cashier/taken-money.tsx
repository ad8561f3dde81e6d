import { desk as texts } from './texts.ts'
import { formatYuan } from '@heju/kernel'
import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Flex, Result, Typography } from 'antd'
import { Link } from 'react-router'
import { api, call } from '../../../app/api.ts'
import { useTexts } from '../../../app/language.tsx'
import type { Taken } from './take-money.tsx'

/** What was taken, its receipt, and the way on. */
export function TakenMoney({ taken, again, next }: { taken: Taken; again: () => void; next: () => void }) {
  const t = useTexts(texts)
  const { receiptId, amountFen, changeFen, onlineOpen, before } = taken
  const receipt = useQuery({
    queryKey: ['receipts', receiptId],
    queryFn: () => call(api.payments.receipts[':receiptId'].$get({ param: { receiptId } })),
  })
  const number = receipt.data?.number
  const isReversed = before === 'reversed'
  const print = (paper: 'a5' | '80mm') => `/receipts/${receiptId}?paper=${paper}`
  return (
    <Result
      status={isReversed ? 'warning' : 'success'}
      title={t(isReversed ? 'desk.reversedOf' : 'desk.takenOf', { amount: formatYuan(amountFen) })}
      subTitle={
        <Flex vertical gap={4} align="center">
          {changeFen > 0 && (
            <Typography.Text strong style={{ fontSize: 18 }}>
              {t('desk.change', { amount: formatYuan(changeFen) })}
            </Typography.Text>
          )}
          {number !== undefined && <span>{t('desk.receiptNo', { number })}</span>}
          {before !== undefined && (
            <Alert
              type="warning"
              showIcon
              title={t(isReversed ? 'desk.beforeReversed' : 'desk.before')}
              style={{ textAlign: 'start' }}
            />
          )}
          {onlineOpen && (
            <Alert type="warning" showIcon title={t('desk.onlineOpen')} style={{ textAlign: 'start' }} />
          )}
        </Flex>
      }
      extra={
        <Flex vertical gap={16} align="center">
          {!isReversed && (
            <Flex gap={8} wrap justify="center">
              <Button type="primary" autoFocus href={print('a5')} target="_blank">
                {t('desk.print.a5')}
              </Button>
              <Button href={print('80mm')} target="_blank">
                {t('desk.print.80mm')}
              </Button>
            </Flex>
          )}
          <Flex gap={8} wrap justify="center">
            <Button onClick={again}>{t('desk.again')}</Button>
            <Button onClick={next}>{t('desk.next')}</Button>
          </Flex>
          {!isReversed && (
            <Typography.Text type="secondary" style={{ maxWidth: 480 }}>
              {t('desk.mistake')}
            </Typography.Text>
          )}
          {number !== undefined && (
            <Link to={`/console/fees/payments?receipt=${number}`}>{t('desk.toPayment')}</Link>
          )}
        </Flex>
      }
    />
  )
}
