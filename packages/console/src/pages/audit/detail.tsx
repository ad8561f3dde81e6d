import { detailTexts as texts } from '@heju/i18n/texts/audit-details'
import { formatYuan } from '@heju/kernel'
import { Typography } from 'antd'
import { useTexts } from '../../app/language.tsx'
import type { Entry } from './api.ts'

const longest = 60

/** The facts of an entry, as short as a row allows; the whole stands in the row's title and in the file. */
export function Detail({ detail }: { detail: Entry['detail'] }) {
  const t = useTexts(texts)
  const facts = Object.entries(detail).filter(([, value]) => value !== null && value !== undefined)
  return facts.map(([name, value]) => {
    const key = `detail.${name}`
    const words = key in texts ? t(key as keyof typeof texts) : name
    const whole = shown(name, value)
    const short = whole.length > longest ? `${whole.slice(0, longest)}…` : whole
    return (
      <div key={name} title={whole}>
        <Typography.Text type="secondary">{words}</Typography.Text> {short}
      </div>
    )
  })
}

function shown(name: string, value: unknown): string {
  if (typeof value === 'number' && /(^|[a-z])[fF]en$/.test(name)) return formatYuan(value)
  if (typeof value === 'string') return value
  const listed = Array.isArray(value) && value.every((each) => typeof each === 'string')
  return listed ? value.join('、') : JSON.stringify(value)
}
