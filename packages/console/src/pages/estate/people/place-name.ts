import { people as texts } from './texts.ts'
import { useTexts } from '../../../app/language.tsx'
import type { PersonPlace } from './api.ts'

/** Gives the name of a place, which for a parking space says that it is one. */
export function usePlaceName(): (place: Pick<PersonPlace, 'kind' | 'name'>) => string {
  const t = useTexts(texts)
  return ({ kind, name }) => (kind === 'room' ? name : t('place.parking', { name }))
}
