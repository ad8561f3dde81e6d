import { Alert } from 'antd'
import { organisation as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import { useToday } from '../../../parts/organisation.ts'
import type { Held } from './history.tsx'

/** Under which unit, or whose, something is to be from a later day on. */
export function Planned({ what, held }: { what: 'unit' | 'entity'; held: readonly Held[] }) {
  const t = useTexts(texts)
  const today = useToday()
  const later = held.flatMap(({ fromOn, name }) =>
    fromOn !== null && fromOn > today ? [{ fromOn, name }] : [],
  )
  return later.map(({ fromOn, name }) => (
    <Alert key={fromOn} type="warning" showIcon title={t(`planned.${what}`, { day: fromOn, name })} />
  ))
}
