import { ArrowDownOutlined, ArrowUpOutlined, MinusOutlined } from '@ant-design/icons'
import { satisfaction as texts } from './texts.ts'
import { inPercent } from '@heju/kernel'
import { color } from '@heju/look'
import { Tag, Typography } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../app/language.tsx'
import type { Measured } from './api.ts'

/** Hundredths with two decimals: 9834 is 98.34. */
export function points(e2: number): string {
  return (e2 / 100).toFixed(2)
}

/** A share of 1/10,000 in percent with one decimal: 9230 is 92.3%; a dash for none. 100.0% is all of them. */
export function percent(e4: number | null): string {
  return e4 === null ? '—' : `${inPercent(e4)}%`
}

/** The ends of a 95 % interval of a share, in brackets. */
export function percentRange(ends: { lowE4: number; highE4: number } | null): string {
  return ends === null ? '' : `(${percent(ends.lowE4)}–${percent(ends.highE4)})`
}

/** The same of hundredths. */
export function pointsRange(ends: { lowE2: number; highE2: number } | null): string {
  return ends === null ? '' : `(${points(ends.lowE2)}–${points(ends.highE2)})`
}

/** Whether a figure lies beyond what chance and the usual differences explain, in words. */
export function Beyond({ beyond }: { beyond: 'above' | 'below' }) {
  const t = useTexts(texts)
  return <Tag color="warning">{t(`beyond.${beyond}`)}</Tag>
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
  allHeard = false,
}: {
  index: Measured['index'] | undefined
  to?: string | undefined
  /** Everybody answered: the interval is the value. */
  allHeard?: boolean
}) {
  const t = useTexts(texts)
  if (index === undefined || index === null) return '—'
  const { valueE2, lowE2, highE2 } = index
  if (allHeard) return <Figure value={points(valueE2)} below={t('allHeard')} to={to} />
  if (lowE2 === null || highE2 === null) return <Figure value={points(valueE2)} to={to} />
  return (
    <Figure
      value={points(valueE2)}
      below={
        <div style={{ whiteSpace: 'normal', maxWidth: 88, marginInlineStart: 'auto' }}>
          {t('interval', { low: points(lowE2), high: points(highE2) })}
        </div>
      }
      to={to}
    />
  )
}

function signed(e2: number): string {
  return `${e2 < 0 ? '−' : '+'}${points(Math.abs(e2))}`
}

/** The change against the month before: sign, arrow and words, since colour alone says nothing to some. */
export function Change({ change }: { change: Measured['change'] | undefined }) {
  const t = useTexts(texts)
  if (change === undefined || change === null) return '—'
  const { valueE2, lowE2, highE2, significant } = change
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
        {t('change.range', { low: signed(lowE2), high: signed(highE2) })}
        <br />
        {t(significant ? 'change.significant' : 'change.chance')}
      </Typography.Text>
    </div>
  )
}
