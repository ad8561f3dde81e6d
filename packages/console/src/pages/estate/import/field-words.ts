import { importing as texts } from './texts.ts'
import { registryTexts } from '@heju/core/estate/registry/texts'
import { useTexts } from '../../../app/language.tsx'
import type { Change } from './api.ts'

type Value = Change['fields'][number]['before']

/** Names of a changed thing's fields, and its values as people write them. */
export function useFieldWords() {
  const t = useTexts(texts)
  const r = useTexts(registryTexts)
  const listed = (key: string) => (key in registryTexts ? r(key as keyof typeof registryTexts) : undefined)
  return {
    name(field: string): string {
      const key = `field.${field}`
      return key in texts ? t(key as keyof typeof texts) : field
    },
    value(kind: Change['kind'], field: string, value: Value): string {
      if (value === null || value === '') return '—'
      if (field === 'elevator') return t(value ? 'yes' : 'no')
      if (field.endsWith('E2')) return (Number(value) / 100).toFixed(2)
      // As people write it: what was read is kept in the international form.
      if (field === 'phone') return String(value).replace(/^\+86/, '')
      // The kind of a parking space is listed under the name of the thing.
      return listed(`${field === 'kind' ? kind : field}.${String(value)}`) ?? String(value)
    },
  }
}
