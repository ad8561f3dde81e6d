import { whoPays as texts } from './who-pays-texts.ts'
import { Flex, Tag, Tooltip, Typography } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import type { PayerLine } from './api.ts'

type Stretch = PayerLine['after'][number]

/**
 * Who pays from when to when, a line for each; days that no row tells so are marked. Of a place that is left out that it stays
 * as it is, and what the file tells.
 */
export function LineAfter({ line: { after, unbilled }, isLeft }: { line: PayerLine; isLeft: boolean }) {
  const t = useTexts(texts)
  const days = useDays()
  const told = after.filter(({ payer }) => payer !== null)
  if (isLeft)
    return (
      <Flex vertical gap={2}>
        <strong>{t('stays')}</strong>
        <Typography.Text type="secondary">
          {t('told')}
          {told.map((one) => `${one.payer} ${days(one)}`).join('、') || t('nobody')}
        </Typography.Text>
      </Flex>
    )
  return (
    <Flex vertical gap={2}>
      {after.map((stretch) => (
        <OneStretch key={stretch.fromOn ?? ''} stretch={stretch} />
      ))}
      {unbilled.length > 0 && (
        <Typography.Text type="secondary">{t('unbilled', { people: unbilled.join('、') })}</Typography.Text>
      )}
    </Flex>
  )
}

function OneStretch({ stretch }: { stretch: Stretch }) {
  const t = useTexts(texts)
  const days = useDays()
  const { payer, liable, fromAssumed, toAssumed, isGap } = stretch
  const type = payer !== null ? undefined : isGap ? 'danger' : 'secondary'
  return (
    <Flex gap="0 8px" wrap align="center">
      <Typography.Text {...(type && { type })} strong={payer !== null}>
        {payer ?? t('nobody')}
      </Typography.Text>
      <Typography.Text {...(type && { type })} style={{ fontVariantNumeric: 'tabular-nums' }}>
        {days(stretch)}
        {liable !== null && t('liable', { owner: liable })}
      </Typography.Text>
      {fromAssumed && <Assumed words={t('tag.from')} />}
      {toAssumed && <Assumed words={t('tag.to')} />}
    </Flex>
  )
}

function Assumed({ words }: { words: string }) {
  const t = useTexts(texts)
  return (
    <Tooltip title={t('tag.about')}>
      <Tag color="warning" tabIndex={0}>
        {words}
      </Tag>
    </Tooltip>
  )
}

/** The same as it is on record, in short. */
export function LineBefore({ line: { before } }: { line: PayerLine }) {
  const t = useTexts(texts)
  const days = useDays()
  const known = before.filter(({ payer }) => payer !== null)
  if (known.length === 0) return <Typography.Text type="secondary">{t('before.none')}</Typography.Text>
  return (
    <Flex vertical gap={2}>
      {known.map((stretch) => (
        <span key={stretch.fromOn ?? ''}>
          {stretch.payer} {days(stretch)}
        </span>
      ))}
    </Flex>
  )
}

/** Where it is told: 业主 第 3、7 行. */
export function LineSource({ line: { sources } }: { line: PayerLine }) {
  const t = useTexts(texts)
  return (
    <Flex vertical>
      {[...Map.groupBy(sources, ({ sheet }) => sheet)].map(([sheet, rows]) => (
        <Typography.Text key={sheet} type="secondary">
          {t('rows', { sheet, rows: rows.map(({ row }) => row).join('、') })}
        </Typography.Text>
      ))}
    </Flex>
  )
}

function useDays(): (stretch: Stretch) => string {
  const t = useTexts(texts)
  return ({ fromOn, toOn }) => {
    if (fromOn === null) return toOn === null ? t('always') : t('until', { to: toOn })
    return toOn === null ? t('from', { from: fromOn }) : t('between', { from: fromOn, to: toOn })
  }
}
