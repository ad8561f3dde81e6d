import { Alert } from 'antd'
import { organisation as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useToday } from '../../../parts/organisation.ts'
import type { Held } from './history.tsx'

/** What is to hold from a later day on. */
export function Planned({ held }: { held: readonly Held[] }) {
  const t = useTexts(texts)
  const today = useToday()
  const later = held.flatMap(({ fromOn, name }) =>
    fromOn !== null && fromOn > today ? [{ fromOn, name }] : [],
  )
  return later.map(({ fromOn, name }) => (
    <Alert key={fromOn} type="warning" showIcon title={t('planned', { day: fromOn, name })} />
  ))
}
