import { formatDifference, formatInstant, formatYuan, hasDay } from '@heju/kernel'
import { useSession } from '../app/session.tsx'

/** An amount, as the trade writes it: ¥1,234.50, in figures of one width. */
export function Money({ fen }: { fen: number }) {
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{formatYuan(fen)}</span>
}

/** How much more or less than something it is: +¥25.66, −¥359.24. */
export function Difference({ fen }: { fen: number }) {
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{formatDifference(fen)}</span>
}

/** An instant in the company's zone: 2026-11-22 15:04. */
export function When({ at }: { at: number | null }) {
  const { company } = useSession()
  if (at === null) return <>—</>
  const words = formatInstant(at, company.zone)
  return hasDay(at) ? <time dateTime={new Date(at).toISOString()}>{words}</time> : <>{words}</>
}

/** An area of ㎡ × 10^2 with its two decimals: 89.50. */
export function Area({ e2 }: { e2: number | null }) {
  if (e2 === null) return <>—</>
  return <span style={{ fontVariantNumeric: 'tabular-nums' }}>{(e2 / 100).toFixed(2)}</span>
}

/** A scaled integer as people write it, without needless noughts. */
export function scaled(value: number, digits: number, least = 2): string {
  const text = (value / 10 ** digits).toFixed(digits)
  return text.replace(/0+$/, (noughts) => noughts.slice(0, Math.max(0, least - (digits - noughts.length))))
}
