import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons'
import { satisfaction as texts } from '@heju/i18n/console/satisfaction'
import { color } from '@heju/look'
import { Typography } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../app/language.tsx'
import type { Measured } from './api.ts'

/** Hundredths with two decimals: 9834 is 98.34. */
export function points(e2: number): string {
  return (e2 / 100).toFixed(2)
}

/** A share of 1/10,000 in percent with one decimal: 9230 is 92.3%; a dash for none. */
export function percent(e4: number | null): string {
  return e4 === null ? '—' : `${(e4 / 100).toFixed(1)}%`
}

/** A figure, with what explains it in a smaller line below. */
export function Figure({ value, below, to }: { value: string; below?: ReactNode; to?: string | undefined }) {
  return (
    <div style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }}>
      {to === undefined ? value : <Link to={to}>{value}</Link>}
      {below !== undefined && (
        <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
          {below}
        </Typography.Text>
      )}
    </div>
  )
}

/** An index with its 95 % interval. */
export function IndexFigure({
  index,
  to,
}: {
  index: Measured['index'] | undefined
  to?: string | undefined
}) {
  const t = useTexts(texts)
  if (index === undefined || index === null) return '—'
  const { valueE2, lowE2, highE2 } = index
  if (lowE2 === null || highE2 === null) return <Figure value={points(valueE2)} to={to} />
  return (
    <Figure
      value={points(valueE2)}
      below={t('interval', { low: points(lowE2), high: points(highE2) })}
      to={to}
    />
  )
}

/** The change against the month before: sign, arrow and words, since colour alone says nothing to some. */
export function Change({ change }: { change: Measured['change'] | undefined }) {
  const t = useTexts(texts)
  if (change === undefined || change === null) return '—'
  const { valueE2, significant } = change
  const [sign, icon] =
    valueE2 > 0
      ? ['+', <ArrowUpOutlined key="up" />]
      : valueE2 < 0
        ? ['−', <ArrowDownOutlined key="down" />]
        : ['±', <MinusOutlined key="same" />]
  const tone = !significant ? color.inkSoft : valueE2 > 0 ? color.done : color.overdue
  return (
    <div style={{ fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap', color: tone }}>
      {icon} {sign}
      {points(Math.abs(valueE2))}
      <Typography.Text type="secondary" style={{ display: 'block', fontSize: 12 }}>
        {t(significant ? 'change.significant' : 'change.chance')}
      </Typography.Text>
    </div>
  )
}
