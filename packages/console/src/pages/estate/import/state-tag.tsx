import { registryTexts } from '@heju/core/estate/registry/texts'
import { Tag } from 'antd'
import { importing as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import type { Import } from './api.ts'

const colors = {
  previewed: 'warning',
  applying: 'processing',
  applied: 'success',
  failed: 'error',
  discarded: 'default',
} as const

export function StateTag({ state, outdated }: Pick<Import, 'state' | 'outdated'>) {
  const r = useTexts(registryTexts)
  const t = useTexts(texts)
  if (outdated) return <Tag>{t('state.outdated')}</Tag>
  return <Tag color={colors[state]}>{r(`import.${state}`)}</Tag>
}
