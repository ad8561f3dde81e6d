import { registryTexts } from '@heju/core/estate/registry/texts'
import { Tag } from 'antd'
import { useTexts } from '../../../app/language.tsx'
import type { Import } from './api.ts'

const colors = {
  previewed: 'warning',
  applying: 'processing',
  applied: 'success',
  failed: 'error',
  discarded: 'default',
} as const

export function StateTag({ state }: { state: Import['state'] }) {
  const r = useTexts(registryTexts)
  return <Tag color={colors[state]}>{r(`import.${state}`)}</Tag>
}
